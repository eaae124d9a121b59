"""集体讨论记录."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from yangguang.base.components.texts import cn_moment
from yangguang.base.press.blocks import SignatureLine, Table, facts
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.kinds.penalty.documents.prior_notice import discretion_words, penalty_words
from yangguang.cases.models import Case, CollectiveDiscussion, Vote
from yangguang.cases.rules import collective_discussion as rule

TITLE = "集体讨论记录"


def sheet(
    case: Case, discussion: CollectiveDiscussion, *, content: Mapping[str, Any], began_at: datetime, dated_on: date
) -> Sheet:
    """Who sat there and who did not, what lay before the heads, what each said and voted, what follows; all of them sign."""
    proposed = penalty_words(content) if content.get("penalties") else str(content.get("reasons") or "")
    rows = [
        ("讨论事项", discussion.matter),
        ("违法事实", "；".join(fact["text"].rstrip("。") for fact in content.get("facts") or ())),
        ("依据", frame.cited(content.get("basis") or ())), ("拟作决定", proposed), ("裁量", discretion_words(content)),
    ]  # fmt: skip
    told: list[Any] = [row for row in rows if row[1].strip()]
    head = facts(
        [("案号", case.number), ("讨论时间", cn_moment(began_at))], ("讨论地点", discussion.place),
        [("主持人", discussion.presided_by_name), ("记录人", discussion.recorder_name)], *_attendance(discussion),
        ("案由", case.title), *told,
    )  # fmt: skip
    said = tuple(
        (f"{one['name']}（{one['post']}）", one["opinion"], Vote(one["vote"]).label) for one in discussion.opinions
    )
    closing = facts(
        ("表决结果", f"{rule.counted_words(discussion.opinions)}（{discussion.get_settled_by_display()}）"),
        ("结论", f"{discussion.get_conclusion_display()}。{discussion.conclusion_words}"),
        *([("结论与多数意见不一致的理由", discussion.differing_reason)] if discussion.differing_reason else []),
        ("少数意见", discussion.minority or "无"),
    )  # fmt: skip
    blocks = [head, Table(("参加人", "意见", "表决"), said, (3, 7, 2)), closing, *_signers(discussion)]
    return frame.form(case, title=TITLE, blocks=blocks, dated_on=dated_on)


def _attendance(discussion: CollectiveDiscussion) -> list[Any]:
    came, absent, gone = discussion.opinions, discussion.absent, discussion.withdrawn
    rows = [
        ("到会情况", f"机关负责人 {len(came) + len(absent) + len(gone)} 人，参加 {len(came)} 人，缺席 {len(absent)} 人，"
                     f"回避 {len(gone)} 人"),
        ("缺席人和原因", "；".join(f"{one['name']}（{one['post']}）：{one['reason'].rstrip('。')}" for one in absent) or "无"),
        ("回避", "；".join(f"{one['name']}（{one['post']}）已经回避，没有参加讨论，不在场" for one in gone) or "无"),
        ("列席人", discussion.others or "无"),
    ]  # fmt: skip
    return rows


def _signers(discussion: CollectiveDiscussion) -> list[SignatureLine]:
    heads = [SignatureLine("参加人", one["name"]) for one in discussion.opinions]
    return [*heads, SignatureLine("记录人", discussion.recorder_name)]
