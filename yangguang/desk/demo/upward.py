"""What the labour bureau handed up to the city's platform: two receipts came, one row came back, and some wait for an answer."""

from __future__ import annotations

import json
from typing import Any

from yangguang.base import outbox
from yangguang.desk.demo import fictions, journal
from yangguang.desk.demo.county import County
from yangguang.desk.demo.objections import PUBLISHER
from yangguang.desk.use_cases.set_local_value import set_local_value
from yangguang.exchange.api import draft_batch, hand_over_batch, take_receipt
from yangguang.kernel import clock


def handed_up(county: County) -> None:
    """Through the same acts as the screen."""
    told, body, publisher = fictions.content("upward"), county.bodies["labour"], county.account(PUBLISHER)
    for row in told["local_value"]:
        set_local_value(
            body=body, in_force=clock.today(), actor=county.account("钱明"), at=journal.now(), **row
        )  # fmt: skip
    draft = draft_batch(body=body, actor=publisher, at=journal.now())
    if draft is None:
        return
    batch = hand_over_batch(batch=draft, actor=publisher, at=journal.now())
    outbox.deliver_all(to="exchange.")
    numbers = list(batch.rows.order_by("number").values_list("number", flat=True))
    half, last = len(numbers) // 2, len(numbers) - told["unanswered"]
    for serial, part in enumerate((numbers[:half], numbers[half:last]), start=1):
        rows: list[dict[str, Any]] = [{"row": number, "result": "accepted"} for number in part]
        if serial == 1:
            rows[0] |= {"result": "refused", "reason": told["refused"]}
        said = {
            "format": told["format"],
            "batch": batch.code,
            "manifest": batch.manifest_digest,
            "serial": serial,
            "rows": rows,
        }
        content = json.dumps(said, ensure_ascii=False).encode()
        take_receipt(content=content, name=f"演示回执{serial}.json", actor=publisher, at=journal.now())
