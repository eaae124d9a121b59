"""行政处罚审批表."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from yangguang.base.models import Approval
from yangguang.base.press.blocks import facts
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.kinds.penalty.documents.prior_notice import discretion_words, penalty_words
from yangguang.cases.models import Case
from yangguang.cases.review_column import review_column
from yangguang.cases.rules.shares import shares_of, whom

NOTHING_SAID = "没有陈述、申辩的记录。"


def sheet(
    case: Case, *, title: str, content: Mapping[str, Any], digest: str, approval: Approval | None, dated_on: date
) -> Sheet:
    """What is proposed and who agreed, in their own words; the legal reviewer before the head, who decides last (L11)."""
    told = [
        ("违法事实", "；".join(fact["text"].rstrip("。") for fact in content["facts"])),
        *(row for share in shares_of(content) for row in _proposed(share, title, apart=bool(content.get("shares")))),
        ("陈述申辩", str(content.get("response") or NOTHING_SAID)),
        ("音像记录说明", str((approval.proposal if approval else {}).get("recording_note") or "")),
    ]  # fmt: skip
    table = facts(
        [("案号", case.number), ("立案日期", frame.chinese_date(case.opened_on))], ("案由", case.title),
        *(row for row in told if row[1].strip()),
    )  # fmt: skip
    parties = frame.party_facts(case.parties.order_by("position", "pk"), bordered=True)
    signed = frame.opinions(approval)
    opinions = [*signed[:-1], *review_column(case, digest), *signed[-1:]]
    return frame.form(case, title=title, blocks=[parties, table, *opinions], dated_on=dated_on)


def _proposed(share: Mapping[str, Any], title: str, *, apart: bool) -> list[tuple[str, str]]:
    head = f"对{whom(share)}" if apart else ""
    return [
        (f"{head}理由", str(share.get("reasons") or "")), (f"{head}依据", frame.cited(share.get("basis") or ())),
        (f"{head}裁量", discretion_words(share)),
        (f"{head}拟作决定", penalty_words(share) if share.get("penalties") else title.removesuffix("审批表")),
    ]  # fmt: skip
