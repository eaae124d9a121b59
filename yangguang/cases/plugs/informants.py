"""Nobody who told is given away: asked before an act, and once more of every paper that leaves the house."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from yangguang.base.press.sheet import Sheet
from yangguang.cases import standing
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.informants import (
    CLAUSE,
    HEARING_PAPERS,
    REASON,
    REMEDY,
    named_by_consent,
    named_openly,
    names_somebody,
    who_told,
)
from yangguang.cases.models import Lead
from yangguang.kernel.refusal import Refused
from yangguang.records.gates import before_paper

# Papers nobody outside the agency is given. Any other kind leaves the house, one that nobody has named yet included.
KEPT_INSIDE = frozenset({
    "catalogue", "closing_report", "interview_record", "investigation_report", "lead_registration",
    "non_opening_approval", "opening_annulment", "opening_approval", "penalty_approval", "power_of_attorney",
    "remake_plan", "reopening_approval", "proof_of_service", "decision_extension_approval",
    "re_examination", "statement_record", "supplement_notice", "waiver", "asset_query_approval", "disposition_closing",
    "extension_approval", "naming_consent", "posting_record", "resumption_approval", "suspension_approval", "worker_evidence_finding",
})  # fmt: skip
# Papers an employer cannot carry out without the list of whom to pay (stages-penalty §1.10), and the letter to the police,
# which names every worker who was not paid; none of them says who told.
WITH_WAGE_LIST = frozenset({
    "rectification_instruction", "disposition_notice", "disposition_decision", "criminal_transfer_letter",
})  # fmt: skip
WHOM_TO_PAY = "姓名"


@gate(
    "informant_protected", label="没有泄露投诉人、举报人", clauses=(CLAUSE,),
    remedy="请删去姓名、证件号码和电话后再办理。",
)  # fmt: skip
def informant_protected(attempt: Attempt) -> str:
    """What goes out (`given["text"]`, else what the draft or the notice says) names somebody who told."""
    given = attempt.given
    lead: Lead | None = dict.get(given, "lead")  # a form not yet filled in is not asked
    refs = [ref for ref in (lead.public_id if lead else "", _case_ref(attempt, lead)) if ref]
    told = [who for ref in refs for who in who_told(ref)]
    if not told:
        return ""
    spoken = given["text"] if "text" in given else "\n".join(_texts(standing.draft_content(attempt)))
    openly = named_openly(refs[-1])
    return REASON if names_somebody(str(spoken), told, openly) else ""


@before_paper("informants")
def no_paper_gives_away(file_ref: str, kind: str, sheet: Sheet) -> None:
    """The last wall: whatever an act forgot to ask, no paper that leaves the house is made with such a name on it."""
    if kind in KEPT_INSIDE or not (told := who_told(file_ref)):
        return
    blocks = json.loads(sheet.to_json())
    words = "\n".join(_texts(blocks, wage_list=kind in WITH_WAGE_LIST))
    agreed = named_by_consent(file_ref) if kind in HEARING_PAPERS else []
    if names_somebody(words, told, [*named_openly(file_ref), *agreed]):
        raise Refused(REASON, CLAUSE, remedy=REMEDY)


def _case_ref(attempt: Attempt, lead: Lead | None) -> str:
    case = lead.case if lead is not None and lead.case is not None else attempt.case
    return case.public_id if case is not None and case.pk else ""


def _texts(value: Any, *, wage_list: bool = False) -> Iterator[str]:
    """Every text inside plain data; a list of whom to pay is passed over where the paper needs one."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        if wage_list and WHOM_TO_PAY in (value.get("head") or ()):
            return
        for part in value.values():
            yield from _texts(part, wage_list=wage_list)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _texts(part, wage_list=wage_list)
