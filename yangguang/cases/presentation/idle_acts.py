"""Acts that have nothing to be about in a case as it stands: no list offers them."""

from __future__ import annotations

from yangguang.cases.altering import waiting_alteration
from yangguang.cases.contested import handed_in_of, to_answer
from yangguang.cases.kinds.penalty.altering import ALTERABLE
from yangguang.cases.kinds.penalty.stages import BEFORE_DECISION
from yangguang.cases.kinds.summary.gates import collection_of, fined_decision, is_filed
from yangguang.cases.models import Case, CaseKind, DecisionStatus
from yangguang.cases.other_executions import other_penalties_left
from yangguang.cases.outcomes import parts_to_remake
from yangguang.cases.owing import unpaid_of
from yangguang.cases.queries import ENDED
from yangguang.cases.rules.flow import Flow
from yangguang.cases.serving import unserved_papers
from yangguang.cases.standing import decisions_of, has_taken, remedies_of
from yangguang.cases.supervised import opinions_of
from yangguang.cases.upkeep_beside import has_open_lines
from yangguang.cases.vouchers import lacking_vouchers

HELD = "transferred_to_police"  # what comes next is the police's; its own line says what can be done
OF_ALTERATION = frozenset({"exempt_from_review", "request_review", "alter_decision"})
OF_SERVICE = frozenset({
    "serve_document", "confirm_service_address", "record_service_failure", "request_announcement", "serve_by_announcement",
    "deem_served",
})  # fmt: skip
SERVED_AFTERWARDS = frozenset({"annulled", "closed", "archived", HELD, "police_opened"})  # only papers that wait
REMAKING = frozenset({"remake_decision", "remake_from_notice", "remake_from_review"})
PAYING = {"collect_on_the_spot", "record_payment", "record_full_payment"}
ON_A_DECISION = frozenset({"record_remedy", "receive_application"})
WHILE_CONTESTED = frozenset({"record_evidence_leave", "record_remedy_outcome"})


def is_idle(case: Case, act: str) -> bool:
    """An act on a contested decision where none is contested, on an announcement where none was agreed to, and so on."""
    if act in ON_A_DECISION:
        return not decisions_of(case)
    if act in {"request_remedy_answer", "submit_remedy_answer"}:
        return not any(act.startswith("request") or one.answer_id for one in to_answer(case))
    if act == "forward_application":
        return not any(one.waits for one in handed_in_of(case))
    afterwards = case.status in SERVED_AFTERWARDS or case.kind == CaseKind.SUMMARY
    if afterwards and act in OF_SERVICE and not unserved_papers(case):
        return True
    if act == "assign_officers":
        return case.status in ENDED and not has_open_lines(case)
    if act in {"serve_by_announcement", "deem_served"}:
        return not has_taken(case, "approve_announcement")
    if act in {"record_execution", "supply_voucher"}:
        return not (other_penalties_left if act == "record_execution" else lacking_vouchers)(case)
    if act == "record_performance":
        return not any(one.awaits_performance for one in remedies_of(case))
    if act in REMAKING and case.status != "annulled":
        return not parts_to_remake(case)
    if act == "record_payment" and case.status in BEFORE_DECISION:
        return not any(one.status == DecisionStatus.SERVED and unpaid_of(one) for one in decisions_of(case))
    if act == "answer_supervision":
        return not any(one.is_open for one in opinions_of(case))
    if act in OF_ALTERATION and (case.status in ALTERABLE or case.kind == CaseKind.SUMMARY):
        return waiting_alteration(case) is None
    return act in WHILE_CONTESTED and not any(one.is_open for one in remedies_of(case))


def without_object(case: Case, flow: Flow) -> frozenset[str]:
    """Acts that have nothing to be about: nothing was collected on the spot; on the spot no fine, or filed already."""
    on_the_spot = case.kind == CaseKind.SUMMARY
    if not on_the_spot and not any(step.act == "remit_to_agency" for step in flow.steps_from(case.status)):
        return frozenset()
    collected = collection_of(case)
    found = PAYING if on_the_spot and fined_decision(case) is None else set()
    found |= {"remit_to_agency"} if collected is None or collected.remitted_on else set()
    found |= {"remit_to_bank"} if collected is None or collected.banked_on else set()
    return frozenset(found | ({"file_with_authority"} if on_the_spot and is_filed(case) else set()))
