"""集体讨论记录."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from yangguang.base.press.blocks import SignatureLine, Table, facts
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.kinds.penalty.documents.prior_notice import discretion_words, penalty_words
from yangguang.cases.models import Case, CollectiveDiscussion

TITLE = "集体讨论记录"


def sheet(case: Case, discussion: CollectiveDiscussion, *, content: Mapping[str, Any], dated_on: date) -> Sheet:
    """What lay before the heads, what each of them said, what they concluded; every one of them signs."""
    proposed = penalty_words(content) if content.get("penalties") else str(content.get("reasons") or "")
    rows = [
        ("讨论事项", discussion.matter),
        ("违法事实", "；".join(fact["text"].rstrip("。") for fact in content.get("facts") or ())),
        ("依据", frame.cited(content.get("basis") or ())), ("拟作决定", proposed), ("裁量", discretion_words(content)),
    ]  # fmt: skip
    told: list[Any] = [row for row in rows if row[1].strip()]
    head = facts(
        [("案号", case.number), ("讨论日期", frame.chinese_date(discussion.held_on))], ("案由", case.title), *told
    )
    said = tuple((f"{one['name']}（{one['post']}）", one["opinion"]) for one in discussion.opinions)
    closing = facts(
        ("结论", f"{discussion.get_conclusion_display()}。{discussion.conclusion_words}"),
        ("少数意见", discussion.minority or "无"), ("列席人和记录人", discussion.others or "无"),
    )  # fmt: skip
    blocks = [head, Table(("参加人", "意见"), said, (2, 5)), closing, *_signers(discussion.opinions)]
    return frame.form(case, title=TITLE, blocks=blocks, dated_on=dated_on)


def _signers(opinions: Iterable[Mapping[str, str]]) -> list[SignatureLine]:
    return [*(SignatureLine("参加人", one["name"]) for one in opinions), SignatureLine("记录人")]
