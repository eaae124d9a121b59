"""Acts on the fulfilment of a fine as its page offers them: title, button, form, one use case each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from yangguang.base import local_values
from yangguang.cases.agreements import broken_agreement, waiting_agreement
from yangguang.cases.kinds.execution import agreement_forms, forms, own_forms
from yangguang.cases.kinds.execution.own_gates import POWER
from yangguang.cases.kinds.execution.stages import EXECUTION
from yangguang.cases.models import AgreementState, DecisionStatus, Execution, ExecutionStatus, RemedyOutcome
from yangguang.cases.owing import comes_back, judged
from yangguang.cases.policy import may_take
from yangguang.cases.use_cases.apply_for_fine_execution import apply_for_fine_execution
from yangguang.cases.use_cases.apply_for_judgement_execution import apply_for_judgement_execution
from yangguang.cases.use_cases.approve_execution_agreement import approve_execution_agreement
from yangguang.cases.use_cases.ask_court_reconsideration import ask_court_reconsideration
from yangguang.cases.use_cases.ask_for_property_preservation import ask_for_property_preservation
from yangguang.cases.use_cases.demand_payment import demand_payment
from yangguang.cases.use_cases.drop_execution_agreement import drop_execution_agreement
from yangguang.cases.use_cases.execute import execute
from yangguang.cases.use_cases.grant_deferred_payment import grant_deferred_payment
from yangguang.cases.use_cases.impose_additional_fine import impose_additional_fine
from yangguang.cases.use_cases.order_execution import order_execution
from yangguang.cases.use_cases.propose_execution_agreement import propose_execution_agreement
from yangguang.cases.use_cases.record_additional_payment import record_additional_payment
from yangguang.cases.use_cases.record_altered_fine import record_altered_fine
from yangguang.cases.use_cases.record_answer_to_demand import record_answer_to_demand
from yangguang.cases.use_cases.record_court_answer import ANSWERS, record_court_answer
from yangguang.cases.use_cases.refuse_deferred_payment import refuse_deferred_payment
from yangguang.cases.use_cases.request_deferred_payment import request_deferred_payment
from yangguang.cases.use_cases.restitute import restitute
from yangguang.cases.use_cases.resume_execution import resume_execution
from yangguang.cases.use_cases.sign_execution_agreement import sign_execution_agreement
from yangguang.cases.use_cases.suspend_execution import suspend_execution
from yangguang.cases.use_cases.terminate_execution import terminate_execution
from yangguang.directory.api import Account
from yangguang.kernel import clock


@dataclass(frozen=True)
class FineAct:
    """One act: title, words on the button, form, the use case, and what it is given from the form."""

    title: str
    words: str
    form: type[Any]
    run: Callable[..., Any]
    given: Callable[[Any], dict[str, Any]] = lambda form: form.facts


def _given(form: Any) -> dict[str, Any]:
    return form.given()  # type: ignore[no-any-return]


ACTS = {
    "request_deferred_payment": FineAct(
        "登记延期分期申请", "登记申请", forms.DeferralRequestForm, request_deferred_payment
    ),
    "grant_deferred_payment": FineAct("批准延期分期", "批准并制作通知书", forms.PlanForm, grant_deferred_payment, _given),
    "refuse_deferred_payment": FineAct(
        "不批准延期分期", "不批准并制作通知书", forms.ReasonForm, refuse_deferred_payment
    ),
    "impose_additional_fine": FineAct("加处罚款", "决定加处并制作计算单", forms.FineForm, impose_additional_fine),
    "record_additional_payment": FineAct(
        "登记缴纳加处罚款", "登记缴款", forms.AdditionalPaymentForm, record_additional_payment
    ),
    "demand_payment": FineAct("催告", "制作催告书并登记送达", forms.FineDemandForm, demand_payment, _given),
    "record_answer_to_demand": FineAct("记录对催告的意见", "记录意见和复核", forms.AnswerForm, record_answer_to_demand),
    "ask_for_property_preservation": FineAct(
        "申请财产保全", "签发申请书", forms.PreservationForm, ask_for_property_preservation
    ),
    "apply_for_fine_execution": FineAct("申请法院强制执行", "签发申请书", forms.FineCourtForm, apply_for_fine_execution),
    "apply_for_judgement_execution": FineAct(
        "按判决申请执行", "签发申请书", forms.JudgementForm, apply_for_judgement_execution
    ),
    "record_court_answer": FineAct("登记法院答复", "登记", forms.CourtAnswerForm, record_court_answer),
    "ask_court_reconsideration": FineAct(
        "申请上一级法院复议", "签发申请书", forms.HigherCourtForm, ask_court_reconsideration
    ),
    "suspend_execution": FineAct("中止执行", "决定中止", forms.SuspensionForm, suspend_execution),
    "resume_execution": FineAct("恢复执行", "决定恢复", forms.ReasonForm, resume_execution),
    "propose_execution_agreement": FineAct(
        "拟订执行协议", "保存并报批", agreement_forms.AgreementForm, propose_execution_agreement, _given
    ),
    "approve_execution_agreement": FineAct(
        "批准执行协议", "批准并制作协议书", forms.FineForm, approve_execution_agreement
    ),
    "drop_execution_agreement": FineAct("放弃执行协议", "放弃", forms.ReasonForm, drop_execution_agreement),
    "sign_execution_agreement": FineAct(
        "签订执行协议", "登记签订", agreement_forms.AgreementSignedForm, sign_execution_agreement
    ),
    "terminate_execution": FineAct("终结执行", "决定终结", forms.TerminationForm, terminate_execution),
    "record_altered_fine": FineAct("登记变更后的罚款", "登记", forms.AlteredForm, record_altered_fine),
    "order_execution": FineAct("作出强制执行决定", "作出决定", own_forms.OrderForm, order_execution),
    "execute": FineAct("实施强制执行", "登记执行", own_forms.ExecuteForm, execute, _given),
    "restitute": FineAct("登记退还", "登记退还", forms.RestitutionForm, restitute),
}  # fmt: skip


OWN = frozenset({"order_execution", "execute"})


def possible(row: Execution, account: Account) -> list[tuple[str, str]]:
    """Name and title of the acts this person may begin now, in the order of the law."""
    found: dict[str, str] = {}
    for step in EXECUTION.steps_from(row.status):
        act = "record_court_answer" if step.act in ANSWERS else step.act
        if act in ACTS and _fits(row, act) and may_take(account, row.case, step.by):
            found.setdefault(act, ACTS[act].title)
    return list(found.items())


def may_execute_itself(row: Execution) -> bool:
    """Whether a law was entered that gives the body the power; nobody else is offered the act."""
    return local_values.find(POWER, chain=row.case.body.public_id, on=clock.today()) is not None


def _waits_to_be_altered(row: Execution) -> bool:
    """Whether nobody has recorded what the newest altering outcome made of the fine."""
    newest = row.decision.remedies.filter(outcome=RemedyOutcome.ALTERED).order_by("-outcome_received_on", "-pk").first()
    if newest is None or newest.outcome_received_on is None or newest.outcome_terms:
        return False
    recorded = row.case.steps_taken.filter(line="execution", line_ref=row.decision.public_id, act="record_altered_fine")
    return not recorded.filter(occurred_at__gte=clock.beijing(newest.outcome_received_on, 0)).exists()


def _fits(row: Execution, act: str) -> bool:
    """Whether there is anything the act could be about: nobody looks for it otherwise."""
    decision = row.decision
    waits = decision.deferrals.filter(granted=None).exists()
    match act:
        case "request_deferred_payment":
            return not waits
        case "grant_deferred_payment" | "refuse_deferred_payment":
            return bool(waits)
        case "restitute":
            return comes_back(decision) or decision.status == DecisionStatus.ANNULLED
        case "order_execution" | "execute":
            return may_execute_itself(row)
        case "record_altered_fine":
            return _waits_to_be_altered(row)
        case "apply_for_judgement_execution":
            return judged(decision)
        case "apply_for_fine_execution":
            return not judged(decision)
        case "impose_additional_fine":
            return row.imposed_on is None
        case "propose_execution_agreement" | "drop_execution_agreement":
            return (waiting_agreement(row) is None) == (act == "propose_execution_agreement")
        case "approve_execution_agreement":
            return waiting_agreement(row, AgreementState.PROPOSED) is not None
        case "sign_execution_agreement":
            return waiting_agreement(row, AgreementState.APPROVED) is not None
        case "resume_execution":
            return row.status != ExecutionStatus.AGREED or broken_agreement(row, on=clock.today()) is not None
    return True
