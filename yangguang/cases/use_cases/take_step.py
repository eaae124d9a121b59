"""Take one step of a stage table: may they → is it the right moment → do the clauses hold → move → clocks.

Every use case that moves a case goes through here; there is no other way to change a status.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, QuerySet

from yangguang.base import ledger
from yangguang.base.events import Actor, Event
from yangguang.base.models import LedgerEntry
from yangguang.base.on_time import on_time
from yangguang.base.worded_once import worded_once
from yangguang.cases import gates, lines
from yangguang.cases.kinds.register import MAIN_LINES, main_flow
from yangguang.cases.models import Case, CaseKind, CaseStatus, Clock, StepTaken
from yangguang.cases.policy import SYSTEM_ROLE, are_of_the_case, may_take
from yangguang.cases.rules.clocks import KINDS, Effect
from yangguang.cases.rules.flow import Flow, Step
from yangguang.cases.use_cases import keep_dated, run_clocks
from yangguang.cases.withdrawn import must_stay_in
from yangguang.directory.api import ROLE_LABELS, Officer, Role
from yangguang.kernel.clock import legal_day
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused, Verdict
from yangguang.records.api import SEALED, SEALED_CLAUSE, SEALED_REMEDY

# ACL-2011:41: a decision may fall after archiving, and what was paid under it goes back all the same; so may what the agency
# made of it, and then the fine stands again (APL-2021:48.2).
GIVES_BACK = frozenset({
    "end_by_annulment", "end_unpaid_by_annulment", "record_altered_fine", "restitute", "owe_again", "follow_fallen_alteration",
    "follow_outcome",
})  # fmt: skip
# DWL-2021:11, 17: a listing lasts for years beyond its case; its end is served and taken down when the file is archived.
# CPL-2023:87.1: what the party is told of a transfer that ended still has to arrive.
AFTER_ITS_END = frozenset({
    "confirm_takedown", "serve_listing_paper", "deem_listing_paper_served", "serve_transfer_paper",
    "deem_transfer_paper_served",
})  # fmt: skip


@dataclass
class Taking:
    """A step on its way: what is asked, and where the line stands. `line` is "case" or a proceeding's name."""

    flow: Flow
    case: Case
    act: str
    actor: Actor
    at: Moment
    given: dict[str, Any] = field(default_factory=dict)
    line: str = "case"
    line_ref: str = ""
    status: str | None = None  # of the proceeding; the case's own when None


def take(taking: Taking) -> StepTaken:
    """Carry out the step or raise Refused with every gate's answer. Runs inside the caller's transaction.

    The caller has locked the case, changes its own rows afterwards and records exactly one event.
    """
    step = check(taking)
    _explain_overdue(taking, step)
    left = taking.status or lines.status_of(taking.line, taking.line_ref) or taking.case.status
    reached = step.to or left
    if taking.line == "case" and step.to:
        taking.case.status = step.to
    taking.case.version += 1
    taking.case.touched_at, taking.case.touched_by_name = taking.at.recorded_at, taking.actor.actor_name
    taking.case.save()
    taken = StepTaken.objects.create(
        case=taking.case, line=taking.line, line_ref=taking.line_ref, act=taking.act, left=left, reached=reached,
        occurred_at=taking.at.occurred_at, recorded_at=taking.at.recorded_at,
    )  # fmt: skip
    lines.put(taking.line, taking.line_ref, reached)
    for name in step.stops:
        run_clocks.stop(taking.case, name, on=taking.at.day, event=step.label, about_ref=taking.line_ref)
    for name in step.starts:
        run_clocks.start(
            taking.case, name, on=taking.at.day, event=step.label, about_ref=taking.line_ref,
            begun_at=taking.at.occurred_at,
        )  # fmt: skip
    return taken


def announce(taken: StepTaken, event: Event, *, actor: Actor, at: Moment) -> LedgerEntry:
    """Record the one event of a step and tie the step to its entry; the case goes on with a date for the next."""
    entry = ledger.record(event, subject=taken.case.subject, actor=actor, at=at)
    taken.entry = entry
    taken.save(update_fields=["entry"])
    keep_dated.after_step(taken, on=at.day, event=event.label)
    return entry


def check(taking: Taking) -> Step:
    """Everything that must hold before the step; raises Refused and changes nothing."""
    _of_its_procedure(taking)
    standing = taking.status or lines.status_of(taking.line, taking.line_ref) or taking.case.status
    _file_is_open(taking)
    step = taking.flow.step(taking.act, standing)
    if not may_take(taking.actor, taking.case, step.by):
        must_stay_in(taking.actor, taking.case)
        roles = "、".join("系统" if r == SYSTEM_ROLE else ROLE_LABELS[Role(r)] for r in step.by)
        raise Refused(f"您不能{step.label}。", step.clauses[:1], remedy=f"有权办理的是本案的{roles}。")
    if step.kind and step.kind != taking.case.kind:
        raise Refused(f"本案不是{CaseKind(step.kind).label}案件，不能{step.label}。", step.clauses[:1])
    of_the_case(taking.given.get("officers") or (), taking.case)
    _in_order_of_time(taking, step)
    verdicts = verdicts_for(taking, step)
    failing = [v for v in verdicts if not v.holds]
    if failing:
        clauses = tuple(dict.fromkeys(c for v in failing for c in v.clauses))
        reason = failing[0].reason if len(failing) == 1 else f"现在还不能{step.label}：{len(failing)} 个条件没有满足。"
        raise Refused(reason, clauses, remedy=failing[0].remedy if len(failing) == 1 else "", verdicts=verdicts)
    return step


def _of_its_procedure(taking: Taking) -> None:
    """A penalty on the spot takes no step of ordinary procedure, nor the other way round."""
    own, known = main_flow(taking.case), [one for one in MAIN_LINES if any(s.act == taking.act for s in one.steps)]
    if taking.line == "case" and (taking.flow is not own or (known and own not in known)):
        raise Refused(f"这件案件属于{taking.case.get_kind_display()}，没有这一步。", "APL-2021:51#citizen",
                      remedy="请在案件页办理可以办的事项。")  # fmt: skip


def _file_is_open(taking: Taking) -> None:
    """An archived file is closed to every act but those the table lets follow, and the proceedings left open then: what
    they bring lies in a continuation volume (P51, V11)."""
    if taking.case.status != CaseStatus.ARCHIVED:
        return
    if taking.line == "case":
        lawful = any(s.act == taking.act and CaseStatus.ARCHIVED in s.sources for s in taking.flow.steps)
    else:
        taken = taking.case.steps_taken.filter(line=taking.line, line_ref=taking.line_ref).order_by("-pk").first()
        left_open = taken is not None and bool(taken.reached) and not taking.flow.status(taken.reached).final
        lawful = left_open or taking.act in GIVES_BACK | AFTER_ITS_END
    if not lawful:
        raise Refused(SEALED, SEALED_CLAUSE, remedy=SEALED_REMEDY)


def of_the_case(officers: Iterable[Officer], case: Case) -> None:
    """Raises Refused where an act names an officer of a body that neither enforces nor acts here."""
    if not are_of_the_case(officers, case):
        raise Refused(
            "所选执法人员不是本机关或者受委托组织的执法人员。", "APL-2021:42.1", field="officers", remedy="请另选。",
        )  # fmt: skip


def verdicts_for(taking: Taking, step: Step) -> tuple[Verdict, ...]:
    """What each gate of a step says now: for the refusal page, the act form's green line and the 还缺什么 list."""
    attempt = gates.Attempt(taking.case, taking.act, taking.actor, taking.at, taking.given)
    return gates.judge(step.gates, attempt)


def _in_order_of_time(taking: Taking, step: Step) -> None:
    """PF-7: not in the future, not before what it follows; a late entry says why.

    A step that moves the line follows every other; one beside it only follows where the line stands: what two people
    did on two days may be typed in either order.
    """
    on_time(taking.at)
    ask = _newest_step if step.to else _newest_move
    before = ask(taking.case, taking.line, taking.line_ref) or _first_step(taking.case)
    if before and taking.at.occurred_at < before[0].occurred_at:
        raise Refused(
            f"发生时间不能早于上一步（{legal_day(before[0].occurred_at)}）。", "APL-2021:47",
            remedy="请核对日期。", field="occurred_at",
        )  # fmt: skip


@worded_once
def _newest_step(case: int, line: str, ref: str) -> QuerySet[StepTaken]:
    steps = StepTaken.objects.filter(case_id=case, line=line, line_ref=ref).exclude(reached="")
    return steps.order_by("-occurred_at")[:1]


@worded_once
def _newest_move(case: int, line: str, ref: str) -> QuerySet[StepTaken]:
    steps = StepTaken.objects.filter(case_id=case, line=line, line_ref=ref).exclude(reached="")
    return steps.exclude(reached=F("left")).order_by("-occurred_at")[:1]


@worded_once
def _first_step(case: int) -> QuerySet[StepTaken]:
    return StepTaken.objects.filter(case_id=case, line="case").order_by("pk")[:1]


def check_overdue(taking: Taking, step: Step) -> list[Clock]:
    """The agency's own terms this step ends too late. T2 never refuses the act; it wants a written reason, and refuses
    when there is none.
    """
    told, late = str(taking.given.get("overdue_reason") or "").strip(), []
    for clock in run_clocks.running(taking.case, step.stops):
        kind = KINDS.get(clock.kind)
        due = run_clocks.due_of(clock)
        in_time = not run_clocks.is_over(clock, taking.at)
        if kind is None or kind.effect is not Effect.AGENCY_TERM or in_time or clock.overdue_reason:
            continue
        if not told:
            raise Refused(
                f"“{kind.label}”的期限已于{due.day:%Y年%-m月%-d日}到期。逾期仍可办理，应当写明逾期原因。", clock.clause,
                remedy="请填写逾期原因；审批中才到期的，请承办人在案件页“说明逾期原因”。", field="overdue_reason",
            )  # fmt: skip
        late.append(clock)
    return late


def _explain_overdue(taking: Taking, step: Step) -> None:
    for clock in check_overdue(taking, step):
        clock.overdue_reason = str(taking.given["overdue_reason"]).strip()[:400]
        clock.save(update_fields=["overdue_reason"])
