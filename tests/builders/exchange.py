"""What goes up, and receipts, for tests."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

from tests.builders.disclosure import People, a_publication, deliver, the_people
from yangguang.base import local_values
from yangguang.directory.models import Body
from yangguang.exchange.models import UpwardBatch, UpwardRow
from yangguang.exchange.rules.receipts import FORMAT, TITLES
from yangguang.exchange.use_cases.draft_batch import draft_batch
from yangguang.exchange.use_cases.hand_over_batch import hand_over_batch
from yangguang.exchange.use_cases.mend_item import mend_item
from yangguang.exchange.use_cases.take_receipt import take_receipt
from yangguang.kernel.moment import Moment

PLATFORM = "示范市行政执法信息平台"
CREDIT_CODE = "11990101MB0000018A"


def a_collector(body: Body | None = None, *, answer_within: int = 5) -> People:
    """A body that hands up, with the people a publication needs."""
    people = the_people(body)
    Body.objects.filter(pk=people.body.pk, credit_code="").update(credit_code=CREDIT_CODE)
    people.body.refresh_from_db()
    hands_up(people.body, answer_within=answer_within)
    return people


def hands_up(body: Body, *, answer_within: int = 5) -> None:
    """Set what it hands up to, and within how many working days it is answered."""
    for name, value in (("upward_platform", PLATFORM), ("upward_receipt_workdays", answer_within)):
        if local_values.find(name, chain=body.public_id, on=date(2026, 11, 1)) is None:
            local_values.set_value(name, value, chain=body.public_id, source="示司发〔2020〕2号",
                                   in_force=date(2020, 1, 6), by_name="何管理")  # fmt: skip


def a_drafted_batch(people: People) -> UpwardBatch:
    """What has to go up now."""
    made = draft_batch(body=people.body, actor=people.first, at=Moment.now())
    assert made is not None
    return made


def a_handed_batch(people: People) -> UpwardBatch:
    """Drafted, handed over and written out."""
    made = hand_over_batch(batch=a_drafted_batch(people), actor=people.first, at=Moment.now())
    deliver()
    return made


def a_row(people: People, *, state: str) -> UpwardRow:
    """A row of a published penalty that lacks something, waits for its answer, or came back."""
    a_publication(people, state="published")
    if state == "lacking":
        return a_drafted_batch(people).rows.get(state="lacking")
    batch = a_handed_batch(people)
    if state == "refused":
        take(people, a_receipt(batch, {1: "文号与库中重复"}))
    return batch.rows.get()


def add_what_people_know(row: UpwardRow, people: People) -> None:
    """The one item of 双公示 that no file holds."""
    mend_item(item=row.item, added={"CF_YXQ": "2099/12/31"}, again=False, actor=people.first, at=Moment.now())


def a_receipt(batch: UpwardBatch, refused: dict[int, str] | None = None, *, serial: int = 1,
              rows: list[int] | None = None, kind: str = "json", **changes) -> bytes:  # fmt: skip
    """What the upper platform answers: accepted but for the refused; of all rows unless some are named."""
    refused = refused or {}
    numbers = rows or [one.number for one in batch.rows.order_by("number")]
    answers = [{"row": one, "result": "refused" if one in refused else "accepted", "reason": refused.get(one, "")}
               for one in numbers]  # fmt: skip
    head = {"batch": batch.code, "manifest": batch.manifest_digest, "serial": serial} | changes
    if kind == "json":
        return json.dumps({"format": FORMAT, **head, "rows": answers}, ensure_ascii=False).encode()
    file = io.StringIO(newline="")
    lines = csv.writer(file)
    lines.writerow(TITLES)
    for one in answers:
        result = "被退回" if one["result"] == "refused" else "已接收"
        lines.writerow([head["batch"], head["manifest"], head["serial"], one["row"], result, one["reason"]])
    return file.getvalue().encode("utf-8-sig")


def take(people: People, content: bytes):
    """It is taken in by a publisher."""
    return take_receipt(content=content, name="receipt.json", actor=people.first, at=Moment.now())
