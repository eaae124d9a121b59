"""One way for a lead to take a step of its line: may they, is it the moment, do the gates hold; then move and stop clocks."""

from __future__ import annotations

from datetime import date
from typing import Any

from yangguang.base.on_time import on_time
from yangguang.cases import gates
from yangguang.cases.kinds.labour.policy import may_take_lead
from yangguang.cases.kinds.labour.stages import COMPLAINT, LEAD
from yangguang.cases.models import Case, Clock, Lead
from yangguang.cases.rules.clocks import KINDS
from yangguang.cases.rules.flow import Flow, Step
from yangguang.cases.use_cases import run_clocks
from yangguang.directory.api import ROLE_LABELS, Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


def line_of(lead: Lead) -> Flow:
    """The stage table a lead runs on."""
    return COMPLAINT if lead.is_complaint else LEAD


def locked(lead: Lead) -> Lead:
    """The row as it stands now, locked for the act."""
    return Lead.objects.select_for_update().get(pk=lead.pk)


def checked_step(
    lead: Lead, act: str, *, actor: Account, at: Moment, given: dict[str, Any] | None = None, by: tuple[str, ...] = ()
) -> Step:
    """Everything that must hold before a lead's step; raises Refused and changes nothing. `by`: who may propose it."""
    step = line_of(lead).step(act, lead.status)
    if not may_take_lead(actor, lead, by or step.by):
        roles = "、".join(ROLE_LABELS[Role(r)] for r in by or step.by)
        raise Refused(f"您不能{step.label}。", step.clauses[:1], remedy=f"有权办理的是本线索的{roles}。")
    in_order_of_time(lead, at)
    _overdue_explained(lead, step, at)
    attempt = gates.Attempt(case_to_be(lead), act, actor, at, {"lead": lead, **(given or {})})
    verdicts = gates.judge(step.gates, attempt)
    failing = [v for v in verdicts if not v.holds]
    if failing:
        clauses = tuple(dict.fromkeys(c for v in failing for c in v.clauses))
        reason = failing[0].reason if len(failing) == 1 else f"现在还不能{step.label}：{len(failing)} 个条件没有满足。"
        raise Refused(reason, clauses, remedy=failing[0].remedy if len(failing) == 1 else "", verdicts=verdicts)
    return step


def moved(lead: Lead, step: Step, *, at: Moment) -> Lead:
    """Put the lead where the step leads, stop its clocks, and save."""
    lead.status = step.to or lead.status
    lead.version += 1
    lead.save()
    for kind in step.stops:
        run_clocks.stop(None, kind, on=at.day, event=step.label, lead_ref=lead.public_id)
    return lead


def in_order_of_time(lead: Lead, at: Moment) -> None:
    """PF-7: not in the future, not before the lead came in; a late entry says why."""
    on_time(at)
    if at.day < lead.received_on:
        raise Refused(
            f"发生时间不能早于线索登记日期（{lead.received_on:%Y-%m-%d}）。", "APL-2021:47",
            remedy="请核对日期。", field="occurred_at",
        )  # fmt: skip


def overdue_clock(lead: Lead, on: date) -> Clock | None:
    """The agency's own term of a lead that has passed without a reason written beside it."""
    running = Clock.objects.filter(lead_ref=lead.public_id, case=None, stopped_on=None, overdue_reason="").order_by(
        "pk"
    )
    return next((one for one in running if run_clocks.due_of(one).day < on), None)


def _overdue_explained(lead: Lead, step: Step, at: Moment) -> None:
    """T2: a passed term never refuses the act; it asks for the reason first."""
    late = overdue_clock(lead, at.day) if step.stops else None
    if late is not None:
        label, due = KINDS[late.kind].label, run_clocks.due_of(late).day
        raise Refused(
            f"“{label}”的期限已于{due:%Y年%-m月%-d日}到期。逾期仍可办理，应当先写明逾期原因。", late.clause,
            remedy="请在线索页办理“说明逾期原因”。",
        )  # fmt: skip


def case_to_be(lead: Lead) -> Case:
    """The case a lead would become, unsaved: what gates about body, field, area and limitation are asked of."""
    return lead.case or Case(
        number="", kind="labour", title="", body=lead.body, unit=lead.unit, acting_body=lead.acting_body,
        field=lead.field, area=lead.area, matter_code=lead.matter_code, violation_code=lead.violation_code,
        violation_began_on=lead.violation_began_on, violation_ended_on=lead.violation_ended_on,
        discovered_on=lead.received_on, facts=lead.account,
    )  # fmt: skip
