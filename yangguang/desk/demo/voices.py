"""Citizens complain, report and ask: some have been answered, one became a lead, one is pressed for, some wait."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from yangguang.bulletin.api import public_bodies, standing_notices, voices
from yangguang.cases.api import verbs
from yangguang.desk.demo import fictions, journal
from yangguang.desk.demo.county import County
from yangguang.desk.use_cases.set_local_value import set_local_value
from yangguang.directory.api import Account
from yangguang.kernel import chance, clock
from yangguang.kernel.moment import Moment
from yangguang.voice.api import Voice, answer_voice, collect, keep_voice, press_for_answer, take_as_lead


def heard(county: County, paper: bytes) -> None:
    """Through the same doors as a citizen's: sealed on the public site, taken over by the desk, dealt with there."""
    content = fictions.content("voices")
    rows = content["voice"]
    set_local_value(
        body=county.bodies["labour"], name="voice_answer_workdays", in_force=clock.today(), actor=county.account("钱明"),
        at=journal.now(), **content["answer_within"],
    )  # fmt: skip
    sent = [_sent(county, number, row, paper) for number, row in enumerate(rows)]
    collect()
    for row, (receipt, sent_at) in zip(rows, sent, strict=True):
        voice = Voice.objects.get(receipt=receipt)
        if "press" in row:
            press_for_answer(
                voice_id=voice.pk,
                words=row["press"]["words"],
                actor=county.account(row["press"]["by"]),
                at=journal.now(),
            )
        if "keeper" in row:
            _dealt_with(voice, row, county.account(row["keeper"]), sent_at)


def _sent(county: County, number: int, row: dict[str, Any], paper: bytes) -> tuple[str, datetime]:
    told, body = dict(row["letter"]), county.bodies[row["to"]]
    if "officer" in row:
        officer = county.officers[row["officer"]]
        told |= {"officer_ref": officer.public_id, "about_name": officer.name}
    if "decision" in row:
        told["notice_ref"] = (
            standing_notices().filter(body_ref=body.public_id).order_by("pk").values_list("ref", flat=True)[0]
        )
    files = [voices.Enclosed("考勤和欠条.pdf", paper)] if "paper" in row else []
    day = journal.workdays_ago(row["days_ago"], today=clock.today())
    with clock.frozen(clock.beijing(day, 10, 10 + number)):
        posted = voices.post_voice(
            row["kind"], public_bodies().get(ref=body.public_id), slip=chance.public_id(), told=told, files=files,
            sender=f"演示{number}",
        )  # fmt: skip
    return posted.receipt, posted.received_at


def _dealt_with(voice: Voice, row: dict[str, Any], keeper: Account, sent_at: datetime) -> None:
    keep_voice(voice_id=voice.pk, actor=keeper, at=journal.now())
    if "answer" in row:
        answer_voice(voice_id=voice.pk, actor=keeper, at=journal.now(), **row["answer"])
    if "lead" in row:
        told = row["letter"]
        entry = {
            "source": "complaint", "received_way": "online", "account": told["account"],
            "employer": verbs.Employer(told["employer_name"], address=told["employer_address"]),
            "people": [verbs.Person("complainant", told["name"], phone=told["phone"])],
            "complaint": verbs.ComplaintEntry(told["requests"], told["workers_count"], told["amount"]),
        }  # fmt: skip
        late = f"网上来件{voice.receipt}"
        take_as_lead(voice_id=voice.pk, entry=entry, actor=keeper, at=Moment(sent_at, clock.now(), late))
