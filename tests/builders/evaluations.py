"""Case-file evaluations, each a little further on its way: every step is the use case the screens call."""

from __future__ import annotations

from datetime import date

from tests.builders.cases import equipped, on, person_of
from tests.builders.directory import a_body, a_unit, an_account
from tests.builders.remembered import remembered
from tests.builders.samples_of_cases import a_closed_case
from yangguang.base import local_values
from yangguang.base.events import SYSTEM
from yangguang.cases.models import Case
from yangguang.directory.models import Account, Body
from yangguang.kernel import chance, clock
from yangguang.supervision.models import (
    CaseFileEvaluation,
    EvaluatedFile,
    EvaluationStandard,
    FixingOrder,
    ScoringSheet,
)
from yangguang.supervision.rules.scoring import Deduction, VetoAnswer
from yangguang.supervision.rules.sheets import from_content, shipped_sheet
from yangguang.supervision.use_cases.adopt_standard import adopt_standard
from yangguang.supervision.use_cases.approve_plan import approve_plan
from yangguang.supervision.use_cases.assign_evaluators import assign_evaluators
from yangguang.supervision.use_cases.check_files import check_files
from yangguang.supervision.use_cases.draft_standard import draft_standard
from yangguang.supervision.use_cases.draw_sample import draw_sample
from yangguang.supervision.use_cases.finalise_round import finalise_round
from yangguang.supervision.use_cases.give_feedback import give_feedback
from yangguang.supervision.use_cases.order_fixing import order_fixing
from yangguang.supervision.use_cases.plan_round import plan_round
from yangguang.supervision.use_cases.propose_result import propose_result
from yangguang.supervision.use_cases.report_fixing import report_fixing
from yangguang.supervision.use_cases.score_file import score_file

PLANNED, DRAWN, SCORED = date(2026, 11, 17), date(2026, 11, 18), date(2026, 11, 19)
TOLD, FINAL = date(2026, 11, 20), date(2026, 11, 30)  # five working days to object: until 27 November
TERMS = {"evaluation_objection_workdays": 5, "evaluation_fixing_workdays": 10}


def with_terms(body: Body) -> Body:
    """The terms a body must have set before it may plan a round."""
    for name, value in TERMS.items():
        if local_values.find(name, chain=body.public_id, on=PLANNED) is None:
            local_values.set_value(
                name,
                value,
                chain=body.public_id,
                source="示司通〔2026〕3号",
                in_force=date(2026, 1, 5),
                by_name="何管理",
            )
    return body


def person(body: Body, role: str, named: str) -> Account:
    """Somebody of this name who holds a role, made once."""
    found = Account.objects.filter(body=body, name=named, appointments__role=role).first()
    if found:
        return found
    apart = body.units.filter(name="监察二中队").first() or a_unit(body, named="监察二中队")
    return an_account(role=role, body=body, named=named, unit=apart)


def leader(body: Body) -> Account:
    """Who leads the rounds of a body."""
    return person(body, "supervisor" if body.supervises else "legal_reviewer", "林静")


def witness(body: Body) -> Account:
    """Who is there when a sample is drawn, and confirms vetoes."""
    return person(body, "supervisor" if body.supervises else "legal_reviewer", "苏敏")


def evaluator(body: Body, named: str = "江源") -> Account:
    """Who had no part in any file."""
    return person(body, "case_handler", named)


def head(body: Body) -> Account:
    """The agency head."""
    return person_of(body, "agency_head") or an_account(role="agency_head", body=body, named="高建华")


def a_standard(body: Body, *, adopted: bool = True, **changes: str) -> EvaluationStandard:
    """The general sheet, put before the head and adopted."""
    with on(PLANNED, 8) as at:
        told = {"kind": "penalty", **shipped_sheet("penalty"), **changes}
        standard = draft_standard(body=body, actor=leader(body), at=at, **told)
    if adopted:
        with on(PLANNED, 9) as at:
            adopt_standard(standard=standard, opinion="同意。", actor=head(body), at=at)
            standard.refresh_from_db()
    return standard


@remembered
def an_agency_with_files(files: int = 1, **facts) -> Body:
    """A body with one file closed by the use cases, and rows of others beside it for the list a sample is drawn from."""
    body = with_terms(equipped(a_body(**facts)))
    more_files(a_closed_case(body), files - 1)
    return body


def more_files(case: Case, count: int) -> None:
    """Closed files that stand in the list: rows only."""
    for number in range(count):
        Case.objects.create(
            public_id=chance.public_id(), number=f"{case.number}之{number + 1}", kind=case.kind, title=f"拖欠工资第{number}案",
            body=case.body, unit=case.unit, field=case.field, area=case.area, matter_code=case.matter_code, status="closed",
            opened_on=case.opened_on, closed_on=case.closed_on, touched_at=clock.now(), touched_by_name="陈立",
        )  # fmt: skip


def a_proposed_round(body: Body | None = None, *, bodies: list[Body] | None = None, size: int = 1, **facts):
    """Planned, before the head."""
    body = with_terms(body) if body else an_agency_with_files()
    standard = EvaluationStandard.objects.filter(body=body, state="in_force").first() or a_standard(body)
    with on(PLANNED, 10) as at:
        told = {
            "title": "2026年度行政处罚案卷评查", "standard": standard, "bodies": bodies or [body], "size": size,
            "period_from": date(2026, 1, 1), "period_until": PLANNED,
        }  # fmt: skip
        return plan_round(actor=leader(body), at=at, **(told | facts))


def a_planned_round(body: Body | None = None, **facts) -> CaseFileEvaluation:
    """Approved by the head."""
    found = a_proposed_round(body, **facts)
    with on(PLANNED, 11) as at:
        return approve_plan(evaluation=found, opinion="同意。", actor=head(found.body), at=at)


def a_drawn_round(body: Body | None = None, **facts) -> CaseFileEvaluation:
    """Sampled, two people being there."""
    found = a_planned_round(body, **facts)
    with on(DRAWN) as at:
        return draw_sample(evaluation=found, witness=witness(found.body), actor=leader(found.body), at=at)


def an_assigned_round(body: Body | None = None, *, by: Account | None = None, **facts) -> CaseFileEvaluation:
    """Every file given to one evaluator."""
    found = a_drawn_round(body, **facts)
    chosen = by or evaluator(found.body)
    with on(DRAWN, 14) as at:
        evaluators = {one.public_id: chosen for one in found.files.exclude(state="excluded")}
        return assign_evaluators(evaluation=found, evaluators=evaluators, actor=leader(found.body), at=at)


@remembered
def a_round_to_score(body: Body | None = None, **facts) -> CaseFileEvaluation:
    """Checked automatically."""
    found = an_assigned_round(body, **facts)
    with on(DRAWN, 15) as at:
        return check_files(evaluation=found, actor=SYSTEM, at=at)


def the_file(evaluation: CaseFileEvaluation) -> EvaluatedFile:
    """The first file of a round, as it is now."""
    return EvaluatedFile.objects.select_related("evaluation__body", "evaluation__standard", "case", "body").get(
        pk=evaluation.files.exclude(state="excluded").order_by("position").first().pk
    )


def unvetoed(file: EvaluatedFile, *, failed: str = "") -> list[VetoAnswer]:
    """Every veto item answered, one of them against the file where named."""
    sheet = from_content(file.evaluation.standard.content)
    return [
        VetoAnswer(one.code, one.code == failed, "第12页" if one.code == failed else "", "只有一人签名" if one.code == failed else "")
        for one in sheet.vetoes
    ]  # fmt: skip


def scored(file: EvaluatedFile, *, deductions=(), failed: str = "", by: Account | None = None) -> ScoringSheet:
    """Handed in by its evaluator."""
    file.refresh_from_db()
    with on(SCORED) as at:
        return score_file(
            file=file, answers=unvetoed(file, failed=failed), deductions=list(deductions), remark="事实清楚。",
            actor=by or file.evaluator, at=at,
        )  # fmt: skip


A_FAULT = Deduction("1.5", 20, "第15页", "调查终结报告没有写处理建议的理由")


def a_scored_round(body: Body | None = None, *, deductions=(A_FAULT,), **facts) -> CaseFileEvaluation:
    """Every file scored."""
    found = a_round_to_score(body, **facts)
    for one in found.files.exclude(state="excluded").order_by("position"):
        scored(one, deductions=deductions)
    return found


@remembered
def a_told_round(body: Body | None = None, **facts) -> CaseFileEvaluation:
    """Fed back."""
    found = a_scored_round(body, **facts)
    with on(TOLD) as at:
        return give_feedback(evaluation=found, actor=leader(found.body), at=at)


@remembered
def a_proposed_result(body: Body | None = None, **facts) -> CaseFileEvaluation:
    """Before the head, once the time to object is over."""
    found = a_told_round(body, **facts)
    with on(FINAL) as at:
        return propose_result(evaluation=found, summary="总体较好，说理不足。", actor=leader(found.body), at=at)


def finalised(evaluation: CaseFileEvaluation) -> CaseFileEvaluation:
    """By the head."""
    with on(FINAL, 10) as at:
        return finalise_round(evaluation=evaluation, opinion="同意。", actor=head(evaluation.body), at=at)


def a_final_round(body: Body | None = None, **facts) -> CaseFileEvaluation:
    """Final."""
    return finalised(a_proposed_result(body, **facts))


def an_order(body: Body | None = None, *, reported: bool = False, **facts) -> FixingOrder:
    """To put something right; reported by the unit head where asked."""
    found = a_final_round(body, **facts)
    with on(FINAL, 11) as at:
        order = order_fixing(file=the_file(found), demand="补充说明理由。", actor=head(found.body), at=at)
    if reported:
        with on(FINAL, 14) as at:
            order = report_fixing(
                order=order, report="已经培训。", evidence="培训记录", actor=person_of(found.body, "unit_head"), at=at
            )
    return order
