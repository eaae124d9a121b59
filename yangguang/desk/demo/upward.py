"""One batch of the labour bureau went up and was answered; a row came back, others still lack what only people know."""

from __future__ import annotations

import json

from yangguang.desk.demo import fictions, journal
from yangguang.desk.demo.county import County
from yangguang.desk.demo.objections import PUBLISHER
from yangguang.desk.use_cases.set_local_value import set_local_value
from yangguang.exchange.api import RECEIPT_FORMAT, UpwardBatch, draft_batch, hand_over_batch, take_receipt
from yangguang.kernel import clock


def handed_up(county: County) -> None:
    """Through the same acts as the screen, and a receipt as the upper platform would write it."""
    told, body, publisher = fictions.content("upward"), county.bodies["labour"], county.account(PUBLISHER)
    for row in told["local_value"]:
        set_local_value(
            body=body, name=row["name"], value=row["value"], source=row["source"], in_force=clock.today(),
            actor=county.account("钱明"), at=journal.now(),
        )  # fmt: skip
    draft = draft_batch(body=body, actor=publisher, at=journal.now())
    if draft is None:
        return
    batch = hand_over_batch(batch=draft, actor=publisher, at=journal.now())
    take_receipt(content=_receipt(batch, told["reason"]), name=told["name"], actor=publisher, at=journal.now())
    draft_batch(body=body, actor=publisher, at=journal.now())


def _receipt(batch: UpwardBatch, reason: str) -> bytes:
    numbers = list(batch.rows.order_by("number").values_list("number", flat=True))
    rows = [{"row": one, "result": "refused" if one == 1 else "accepted", "reason": reason if one == 1 else ""}
            for one in numbers[:-1]]  # fmt: skip
    head = {"format": RECEIPT_FORMAT, "batch": batch.code, "manifest": batch.manifest_digest, "serial": 1}
    return json.dumps({**head, "rows": rows}, ensure_ascii=False).encode()
