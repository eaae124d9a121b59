"""The heads of the agency discuss a drafted penalty together and conclude on it (APL-2021:57.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from yangguang.base import local_values
from yangguang.cases import standing
from yangguang.cases.events.deciding import DiscussedCollectively
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.penalty.documents import discussion_record
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case, CollectiveDiscussion, DecisionKind
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account, Role, accounts_holding
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CLAUSE = "APL-2021:57.2"
LEAST = "collective_discussion_persons"


@dataclass(frozen=True)
class DiscussionFacts:
    """Who said what (name, opinion), where, who took it down, the conclusion, and what the minority held."""

    opinions: Sequence[tuple[str, str]]
    conclusion: str
    agrees: bool
    place: str
    recorder_name: str
    minority: str = ""


@transaction.atomic
def discuss_collectively(
    *, case_id: int, facts: DiscussionFacts, actor: Account, at: Moment, seen_version: int | None = None
) -> CollectiveDiscussion:
    """A conclusion that changes the content sends the draft back: it is changed, told anew where it must be, and reviewed
    again. How many heads must be there is the body's own rule; the act is refused until it is set."""
    case = lock_case(case_id, seen_version=seen_version)
    draft = standing.draft_of(case, DecisionKind.PENALTY)
    if draft is None:
        raise Refused("还没有代拟稿，不能讨论。", CLAUSE, remedy="请先拟制决定。")
    spoken = _checked(case, facts, at)
    keep_secret(case, {"opinions": "\n".join(words for _, words in spoken), "conclusion": facts.conclusion})
    act = "discuss_collectively" if facts.agrees else "discuss_and_change"
    taken = take(Taking(FLOWS["penalty"], case, act, actor, at, {"draft": draft}))
    document = make_document(
        kind="collective_discussion_record", title=discussion_record.TITLE, body=case.body, file_ref=case.public_id,
        sheet=discussion_record.sheet(
            case, draft=draft, place=facts.place, recorder=facts.recorder_name, opinions=spoken,
            conclusion=facts.conclusion, minority=facts.minority, dated_on=at.day,
        ),
        dated_on=at.day, actor=actor, at=at, volume="side",
    )  # fmt: skip
    kept = CollectiveDiscussion.objects.create(
        case=case, draft_digest=draft.digest, held_on=at.day, place=facts.place.strip(), agrees=facts.agrees,
        recorder_name=facts.recorder_name.strip(), opinions=[list(one) for one in spoken],
        conclusion=facts.conclusion.strip(), minority=facts.minority.strip(), document=document,
    )  # fmt: skip
    announce(taken, DiscussedCollectively(len(spoken), facts.agrees, draft.digest), actor=actor, at=at)
    return kept


def _checked(case: Case, facts: DiscussionFacts, at: Moment) -> list[tuple[str, str]]:
    spoken = [(name.strip(), words.strip()) for name, words in facts.opinions if name.strip()]
    if not spoken or not all(words for _, words in spoken) or not facts.conclusion.strip():
        raise Refused("集体讨论应当有讨论记录。", CLAUSE, field="opinions", remedy="请写明每个人的意见和结论。")
    least = int(local_values.value(LEAST, chain=case.body.public_id, on=at.day))
    present = {name for name, _ in spoken}
    if len(present) < least:
        raise Refused(
            f"本机关规定集体讨论应当有{least}名以上负责人参加。", CLAUSE, field="opinions", remedy="请核对出席人员。"
        )
    heads = set(accounts_holding(Role.AGENCY_HEAD, case.body, at.day).values_list("name", flat=True))
    if not heads & present:
        raise Refused(
            "集体讨论应当由机关负责人参加。", CLAUSE, field="opinions", remedy="出席人员中没有本机关登记的负责人。"
        )
    return spoken
