"""Gates about what came into the file after the investigation: nothing against the party counts that the party was not told."""

from __future__ import annotations

from yangguang.cases import standing
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.plugs.contesting import no_evidence_in_remedy
from yangguang.cases.use_cases.add_material import NEW_EVIDENCE
from yangguang.records.api import DocumentStatus

UNTIL_DECIDED = frozenset({
    "concluded", "notified", "hearing_asked", "hearing_set", "hearing_over", "heard", "awaiting_review", "returned",
    "review_passed", "discussed",
})  # fmt: skip


@gate(
    "new_evidence_notified", label="新证据已告知当事人", clauses=("APL-2021:44", "APL-2021:45.1"),
    remedy="请重新告知，听取陈述申辩后再决定。",
)  # fmt: skip
def new_evidence_notified(attempt: Attempt) -> str:
    """New evidence against the party lies in the file behind a notice that stands, or a notice has no paper to compare with."""
    papers = standing.papers_of(attempt.case)
    found = [one for one in papers if one.kind == NEW_EVIDENCE and one.status != DocumentStatus.VOIDED]
    if not found:
        return ""
    latest = max(one.position for one in found)
    notices = standing.current_notices(attempt.case)
    untold = [one for one in notices if one.document is None or one.document.position < latest]
    return "告知以后收入了不利于当事人的新证据，尚未重新告知。" if untold or not notices else ""


@gate(
    "no_new_evidence_after_decision", label="没有用决定以后取得的证据", clauses=("APL-2021:44", "APL-2021:45.1"),
    remedy="确有新事实的，撤销后重新调查、重新告知；属于其他违法行为的，请另立案件；经准许补充的，请先登记准许的文书。",
)  # fmt: skip
def no_new_evidence_after_decision(attempt: Attempt) -> str:
    """What speaks against the party comes when the decision has been made, or while it is contested; unsaid counts as both.
    While it is contested nothing at all is gathered: what lay there before may still come into the file.
    """
    if attempt.given.get("against_party") is False:
        began = min((one.received_on for one in standing.remedies_of(attempt.case)), default=None)
        obtained_on = attempt.given.get("obtained_on")
        lay_there = began is None or (obtained_on is not None and obtained_on < began)
        return "" if lay_there else no_evidence_in_remedy(attempt)
    if attempt.case.status not in UNTIL_DECIDED:
        return "决定作出以后取得的不利证据，当事人没有机会陈述申辩，不得收入。"
    return no_evidence_in_remedy(attempt)


@gate(
    "no_new_evidence_after_notice_on_the_spot", label="没有用当场告知以后取得的证据", clauses=("APL-2021:44", "APL-2021:45.1"),
    remedy="请转普通程序，收入后重新告知、听取陈述申辩；不是不利于当事人的，请选“否”。",
)  # fmt: skip
def no_new_evidence_after_notice_on_the_spot(attempt: Attempt) -> str:
    """The party is told once on the spot: what speaks against it and came later was never told."""
    if attempt.given.get("against_party") is False or attempt.case.status not in UNTIL_DECIDED:
        return ""
    return "当场告知以后取得的不利证据，当事人没有被告知，简易程序中不能收入。"
