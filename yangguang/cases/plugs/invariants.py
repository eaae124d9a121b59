"""What cases answer `yangguang verify`: numbers were taken, decisions stand in the ledger as they stand in their rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yangguang.base import local_values, numbers
from yangguang.base.models import LedgerEntry
from yangguang.base.verifying import invariant
from yangguang.cases.models import Case, CollectiveDiscussion, Decision, DecisionKind, DiscussionConclusion, Lead, Party
from yangguang.cases.rules import collective_discussion as discussing
from yangguang.kernel import clock

DECIDING = ("DecisionMade", "DispositionDecided")


@invariant("case_numbers", title="案件和线索的编号都有取号记录，取过的号都有案件或线索")
def case_numbers() -> Iterator[str]:
    """A series that was deleted together with its numbers leaves the cases behind."""
    for kind, rows in (("case", Case.objects.all()), ("lead", Lead.objects.all())):
        yield from numbers.unissued(kind, rows.exclude(number="").values_list("public_id", "number"))


@invariant("parties_registered", title="每一名当事人、每一个写明的用人单位都归入行政相对人")
def parties_registered() -> Iterator[str]:
    """A row that came in beside the use cases is in no view of its counterpart."""
    for number in Party.objects.filter(counterpart=None).order_by("pk").values_list("case__number", flat=True):
        yield f"案件 {number}：当事人没有归入行政相对人"
    for lead in Lead.objects.filter(counterpart=None).exclude(employer_name="").order_by("pk"):
        yield f"线索 {lead.number}：用人单位没有归入行政相对人"


@invariant("decisions_on_record", title="每一件案件、每一份决定都在账链上，内容指纹一致")
def decisions_on_record() -> Iterator[str]:
    """Lines that were cut off the end of a chain, with the head set back, leave the acts without their record."""
    told = LedgerEntry.objects.filter(event__in=DECIDING).values_list("facts", flat=True)
    digests = {facts["decision_ref"]: facts["digest"] for facts in told}
    for decision in Decision.objects.order_by("pk").iterator():
        if digests.get(decision.public_id) != decision.digest:
            yield f"决定 {decision.number}：账链上没有这份决定，或者内容指纹不同"
    filed = set(LedgerEntry.objects.order_by().values_list("file_ref", flat=True).distinct())
    for case in Case.objects.exclude(public_id__in=filed).order_by("pk"):
        yield f"案件 {case.number}：账链上没有这件案件"


@invariant("collective_discussion", title="情节复杂或者重大违法的处罚决定都有内容一致的集体讨论记录")
def decisions_without_discussion() -> Iterator[str]:
    """APL-2021:57.2: judged by what the decision says and by the amount the body had set by the day it was made."""
    for decision in Decision.objects.filter(kind=DecisionKind.PENALTY).select_related("case__body").iterator():
        if not discussing.reasons(decision.content, _threshold(decision)):
            continue
        held = CollectiveDiscussion.objects.filter(case=decision.case, draft_digest=decision.digest)
        agreed = list(held.filter(conclusion=DiscussionConclusion.AGREED))
        told = LedgerEntry.objects.filter(event="CollectivelyDiscussed", file_ref=decision.case.public_id)
        lines = {facts["discussion_ref"]: facts for facts in told.values_list("facts", flat=True)}
        kept = [one for one in agreed if lines.get(one.public_id, {}).get("digest") == decision.digest]
        if not kept:
            yield f"决定 {decision.number}：没有与其内容一致的集体讨论记录和账目"
        elif not any(_votes_stand(one, lines[one.public_id]) for one in kept):
            yield f"决定 {decision.number}：集体讨论记录中的表决与账目不一致，或者结论不是表决的结果"


def _votes_stand(held: CollectiveDiscussion, line: dict[str, Any]) -> bool:
    """The votes of the row are those of the line, and lead to it; a line from before votes were kept tells none."""
    votes = discussing.counted(held.opinions)
    told = {way: line.get(way, 0) for way in votes}
    before = not any(told.values()) and not any(votes.values())
    return before or (votes == told and discussing.follows(held.opinions, held.settled_by) == discussing.AGREED)


def _threshold(decision: Decision) -> int | None:
    """The amount known on the day of the decision; one set afterwards for days gone by judges nobody."""
    found = local_values.find(
        "collective_discussion_fine_fen", chain=decision.case.body.public_id, on=decision.decided_on
    )
    return int(found.value) if found and clock.legal_day(found.set_at) <= decision.decided_on else None
