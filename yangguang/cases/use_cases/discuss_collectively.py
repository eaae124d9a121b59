"""Record that the heads of the agency discussed a draft together, what each said, how each voted, what follows (P37)."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from yangguang.cases import standing
from yangguang.cases.events.discussing import CollectivelyDiscussed
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.penalty.documents import collective_discussion_record
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case, CollectiveDiscussion, DecisionDraft, DiscussionConclusion
from yangguang.cases.rules import collective_discussion as rule
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases._meeting import CLAUSE, Meeting, looked_over, present
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

ACTS = {
    DiscussionConclusion.AGREED: "discuss_collectively", DiscussionConclusion.CHANGED: "discuss_collectively_and_change",
    DiscussionConclusion.UNDECIDED: "discuss_collectively_without_majority",
}  # fmt: skip


@transaction.atomic
def discuss_collectively(
    *, case_id: int, kind: str, meeting: Meeting, actor: Account, at: Moment, seen_version: int | None = None,
) -> CollectiveDiscussion:  # fmt: skip
    """The record binds the very draft the heads had before them. Where they change its content, the case goes back: the
    draft is changed, the party told anew where it must be, and what comes of it is discussed again; where the votes
    lead to neither, the draft waits for another discussion.
    """
    case = lock_case(case_id, seen_version=seen_version)
    draft = standing.draft_of(case, kind)
    if draft is None:
        raise Refused("还没有代拟稿，不能讨论。", CLAUSE, field="kind", remedy="请先拟制决定，并经法制审核。")
    looked_over(case, meeting)
    sat = present(case, meeting, at)
    keep_secret(case, {
        "matter": meeting.matter, "conclusion_words": meeting.conclusion_words, "others": "、".join(meeting.others),
        "differing_reason": meeting.differing_reason, "place": meeting.place, "recorder_name": meeting.recorder_name,
        **{f"opinion_{ref}": one.opinion for ref, one in meeting.said.items()},
        **{f"opinion_{ref}": reason for ref, reason in meeting.absent.items()},
    })  # fmt: skip
    act = ACTS[DiscussionConclusion(meeting.conclusion)]
    taken = take(Taking(FLOWS["penalty"], case, act, actor, at, {"draft": draft}))
    row = CollectiveDiscussion(
        case=case, draft_kind=draft.kind, draft_digest=draft.digest, held_on=at.day, matter=meeting.matter.strip(),
        place=meeting.place.strip(), presided_by_name=sat.presided_by_name, recorder_name=meeting.recorder_name.strip(),
        opinions=sat.opinions, absent=sat.absent, withdrawn=sat.withdrawn, others="、".join(meeting.others)[:400],
        conclusion=meeting.conclusion, conclusion_words=meeting.conclusion_words.strip(),
        settled_by=sat.settled_by, differing_reason=sat.differing_reason,
        minority=rule.minority(sat.opinions, meeting.conclusion),
    )  # fmt: skip
    row.document = _paper(case, row, draft, actor, at)
    row.save()
    event = CollectivelyDiscussed(
        row.public_id, draft.digest, len(sat.opinions), row.get_conclusion_display(), settled_by=row.settled_by,
        **rule.counted(sat.opinions),
    )  # fmt: skip
    announce(taken, event, actor=actor, at=at)
    return row


def _paper(case: Case, row: CollectiveDiscussion, draft: DecisionDraft, actor: Account, at: Moment) -> Any:
    return make_document(
        kind="collective_discussion_record", title=collective_discussion_record.TITLE, body=case.body,
        file_ref=case.public_id, dated_on=at.day,
        sheet=collective_discussion_record.sheet(case, row, content=draft.content, began_at=at.occurred_at, dated_on=at.day),
        actor=actor, at=at, volume="side",
    )  # fmt: skip
