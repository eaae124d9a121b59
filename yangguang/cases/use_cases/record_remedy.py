"""Record that a decision of the case is contested; the body's term to answer runs from the copy it got (V04, V05)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.cases.events.contesting import RemedyRecorded
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import Alteration, Case, Decision, DecisionStatus, Remedy, RemedyKind
from yangguang.cases.rules.answering import answering_of
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._execution import WINDOW
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def record_remedy(
    *, case_id: int, decision_ref: str, kind: str, authority: str, number: str, received_on: date, actor: Account,
    at: Moment, simplified: bool = False, seen_version: int | None = None,
) -> Remedy:  # fmt: skip
    """`decision_ref` names a decision, or an alteration where that alone is contested. `received_on` is the day the paper came
    in by which the body learned of it, with the copy of the application or the complaint: ten working days to answer run from
    there, five where the reconsideration is `simplified`, fifteen days in a lawsuit (ARL-2023:48, 54.1, AJL-2017:67.1).
    """
    case = lock_case(case_id, seen_version=seen_version)
    if kind not in RemedyKind.values:
        raise Refused("请选择行政复议或者行政诉讼。", "APL-2021:73.3", field="kind")
    how = answering_of(kind, simplified=simplified)
    cited = how.clause
    if simplified and kind != RemedyKind.RECONSIDERATION:
        raise Refused(
            "诉讼的答辩期限不因简易程序缩短。", cited, field="simplified", remedy="只有行政复议适用简易程序的才选。"
        )
    altered, decision = _contested(case, decision_ref, kind, received_on, cited, at)
    told = {
        "authority": worded(authority, label="复议机关或者人民法院", field="authority", most=120),
        "number": worded(number, label="案号", field="number", most=120),
    }
    taken = take(Taking(main_flow(case), case, "record_remedy", actor, at))
    remedy = Remedy.objects.create(
        case=case, decision=decision, alteration=altered, kind=kind, received_on=received_on,
        simplified=simplified, **told,
    )  # fmt: skip
    run_clocks.stop(case, WINDOW, on=at.day, event="复议、诉讼期间", about_ref=decision.public_id)
    term = run_clocks.start(case, how.term, on=received_on, event=how.begins, about_ref=remedy.public_id)
    number_contested, way = remedy.number_contested, remedy.get_kind_display()
    event = RemedyRecorded(
        remedy.public_id, decision.public_id, number_contested, way, remedy.authority, received_on,
        term.due_on,
    )  # fmt: skip
    announce(taken, event, actor=actor, at=at)
    return remedy


def _contested(
    case: Case, ref: str, kind: str, received_on: date, cited: str, at: Moment
) -> tuple[Alteration | None, Decision]:
    """What is contested, in time and not by the same way twice. Raises Refused otherwise."""
    altered = case.alterations.filter(public_id=ref, fallen_on=None).select_related("decision").first()
    rows = case.decisions.exclude(status=DecisionStatus.VOIDED)
    decision = altered.decision if altered else rows.filter(public_id=ref).first()
    if decision is None:
        raise Refused("请选择本案中被申请复议或者被起诉的决定。", cited, field="decision_ref")
    if not (altered.altered_on if altered else decision.decided_on) <= received_on <= at.day:
        raise Refused(
            "收到通知的日期应当在作出决定以后，不晚于登记。", cited, field="received_on", remedy="请核对日期。"
        )
    if decision.remedies.filter(kind=kind, outcome="", alteration=altered).exists():
        raise Refused("这份决定已经登记同一程序，还没有结果。", cited, field="kind", remedy="请先登记结果。")
    return altered, decision
