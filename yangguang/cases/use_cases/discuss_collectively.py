"""Record that the heads of the agency discussed a draft together, what each said and what they concluded (P37)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from yangguang.base import local_values
from yangguang.cases import standing, withdrawn
from yangguang.cases.events.discussing import CollectivelyDiscussed
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.penalty.documents import collective_discussion_record
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import (
    Case,
    CollectiveDiscussion,
    DecisionDraft,
    DiscussionConclusion,
    DiscussionWay,
)  # fmt: skip
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.cases.withdrawn import MUST_WITHDRAW, has_withdrawn
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CLAUSE = "APL-2021:57.2"
NO_RECORD = "集体讨论应当有讨论记录。"
ACTS = {
    DiscussionConclusion.AGREED: "discuss_collectively", DiscussionConclusion.CHANGED: "discuss_collectively_and_change",
}  # fmt: skip


@transaction.atomic
def discuss_collectively(
    *, case_id: int, kind: str, way: str, matter: str, opinions: Mapping[str, str], conclusion: str,
    conclusion_words: str, actor: Account, at: Moment, minority: str = "", others: str = "",
    seen_version: int | None = None,
) -> CollectiveDiscussion:  # fmt: skip
    """`opinions`: the opinion of each head who took part, by the public id of the account.

    The record binds the very draft the heads had before them. Where they change its content, the case goes back: the
    draft is changed, the party told anew where it must be, and what comes of it is discussed again.
    """
    case = lock_case(case_id, seen_version=seen_version)
    draft = standing.draft_of(case, kind)
    if draft is None:
        raise Refused("还没有代拟稿，不能讨论。", CLAUSE, field="kind", remedy="请先拟制决定，并经法制审核。")
    _is_a_record(way, matter, conclusion, conclusion_words)
    attended = _attended(case, opinions, at)
    keep_secret(case, {
        "matter": matter, "conclusion_words": conclusion_words, "minority": minority, "others": others,
        **{f"opinion_{ref}": words for ref, words in opinions.items()},
    })  # fmt: skip
    taken = take(Taking(FLOWS["penalty"], case, ACTS[DiscussionConclusion(conclusion)], actor, at, {"draft": draft}))
    row = CollectiveDiscussion(
        case=case, draft_kind=draft.kind, draft_digest=draft.digest, held_on=at.day, matter=matter.strip(),
        opinions=attended, others=others.strip(), conclusion=conclusion, conclusion_words=conclusion_words.strip(),
        minority=minority.strip(),
    )  # fmt: skip
    row.document = _paper(case, row, draft, actor, at)
    row.save()
    event = CollectivelyDiscussed(row.public_id, draft.digest, len(attended), row.get_conclusion_display())
    announce(taken, event, actor=actor, at=at)
    return row


def _is_a_record(way: str, matter: str, conclusion: str, conclusion_words: str) -> None:
    """Signing what goes round is no discussion, and neither is a meeting nobody wrote down."""
    if way != DiscussionWay.MEETING:
        raise Refused(NO_RECORD, CLAUSE, field="way", remedy="传阅签字不是集体讨论。请召开会议，记录每人的意见。")
    if conclusion not in DiscussionConclusion.values:
        raise Refused(NO_RECORD, CLAUSE, field="conclusion", remedy="请选择讨论的结论。")
    for field, words, label in (("matter", matter, "讨论事项"), ("conclusion_words", conclusion_words, "结论的内容")):
        if not words.strip():
            raise Refused(NO_RECORD, CLAUSE, field=field, remedy=f"请写明{label}。")


def _attended(case: Case, opinions: Mapping[str, str], at: Moment) -> list[dict[str, Any]]:
    """Who took part and what each said. Raises Refused for anyone but a head of this body, and for too few of them."""
    least = int(local_values.value("collective_discussion_persons", chain=case.body.public_id, on=at.day))
    heads = {head.public_id: head for head in standing.heads_of(case.body, at.day)}
    if set(opinions) - set(heads):
        raise Refused(
            "参加集体讨论的应当是本机关负责人。", CLAUSE, field="attendees", remedy="其他人员请写在“列席人和记录人”。"
        )
    for ref in opinions:
        if not opinions[ref].strip():
            remedy = f"请写明{heads[ref].name}的意见。"
            raise Refused(NO_RECORD, CLAUSE, field=f"opinion_{ref}", remedy=remedy)
    if len(opinions) < least:
        raise Refused(
            f"参加集体讨论的机关负责人少于{least}人。", CLAUSE, field="attendees", remedy="人数由本机关议事规则规定。"
        )
    if any(has_withdrawn(heads[ref], case) for ref in opinions):
        raise Refused(MUST_WITHDRAW, withdrawn.CLAUSE, field="attendees", remedy="请另行召集。")
    return [
        {"ref": ref, "name": head.name, "post": head.post or "负责人", "opinion": opinions[ref].strip()}
        for ref, head in heads.items()
        if ref in opinions
    ]


def _paper(case: Case, row: CollectiveDiscussion, draft: DecisionDraft, actor: Account, at: Moment) -> Any:
    return make_document(
        kind="collective_discussion_record", title=collective_discussion_record.TITLE, body=case.body,
        file_ref=case.public_id, dated_on=at.day,
        sheet=collective_discussion_record.sheet(case, row, content=draft.content, dated_on=at.day), actor=actor, at=at,
        volume="side",
    )  # fmt: skip
