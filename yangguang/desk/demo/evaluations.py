"""Case-file evaluation at the labour bureau: one round finished a while ago, another being scored."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from yangguang.base.events import SYSTEM
from yangguang.desk.demo import fictions, journal
from yangguang.desk.demo.county import County
from yangguang.desk.demo.journal import Story
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.supervision import api as supervision
from yangguang.supervision.api import CaseFileEvaluation, Deduction, EvaluatedFile, EvaluationStandard, VetoAnswer

LEADER, SECOND, HEAD = "林静", "孟洁", "高建华"
BEGUN, AGAIN = 40, 6  # working days before today
A_YEAR = timedelta(days=1) * 330


def round_finished(county: County) -> Story:
    """From the sheet to the published result, through the same acts as the screen."""
    told, today = fictions.content("evaluations"), clock.today()
    yield _day(today, BEGUN, 9)
    standard = _standard(county)
    found = _planned(county, told["finished"], standard)
    yield _day(today, BEGUN - 1, 9)
    _drawn(county, found)
    yield _day(today, BEGUN - 3, 10)
    for place, file in enumerate(_files(found)):
        _scored(file, told["fault"][place : place + 1], told["finished"]["remark"])
    yield _day(today, BEGUN - 4, 10)
    supervision.give_feedback(evaluation=found, actor=county.account(LEADER), at=journal.now())
    yield _day(today, BEGUN - 11, 9)
    supervision.propose_result(
        evaluation=found, summary=told["finished"]["summary"], actor=county.account(LEADER), at=journal.now()
    )
    yield _day(today, BEGUN - 11, 15)
    supervision.finalise_round(evaluation=found, opinion="同意定档。", actor=county.account(HEAD), at=journal.now())
    yield _day(today, BEGUN - 12, 9)
    supervision.publish_result(evaluation=found, actor=county.account(HEAD), at=journal.now())


def round_in_hand(county: County) -> Story:
    """Planned, drawn and given out; one file is scored, the others wait for their evaluators."""
    told, today = fictions.content("evaluations"), clock.today()
    yield _day(today, AGAIN, 9)
    standard = supervision.standards_of(county.account(LEADER)).filter(state="in_force").first()
    if standard is None:
        return
    found = _planned(county, told["in_hand"], standard)
    yield _day(today, AGAIN - 1, 9)
    _drawn(county, found)
    yield _day(today, AGAIN - 3, 15)
    _scored(_files(found)[0], told["fault"][:2], told["in_hand"]["remark"])


def _standard(county: County) -> EvaluationStandard:
    shipped = supervision.shipped_sheet("penalty")
    standard = supervision.draft_standard(
        body=county.bodies["labour"], kind="penalty", actor=county.account(LEADER), at=journal.now(), **shipped
    )
    return supervision.adopt_standard(
        standard=standard, opinion="同意试行。", actor=county.account(HEAD), at=journal.now()
    )


def _planned(county: County, told: dict[str, Any], standard: EvaluationStandard) -> CaseFileEvaluation:
    today, body = clock.today(), county.bodies["labour"]
    found = supervision.plan_round(
        title=told["title"], standard=standard, bodies=[body], period_from=today - A_YEAR, period_until=today,
        size=told["size"], scheme=told["scheme"], actor=county.account(LEADER), at=journal.now(),
    )  # fmt: skip
    return supervision.approve_plan(evaluation=found, opinion="同意。", actor=county.account(HEAD), at=journal.now())


def _drawn(county: County, found: CaseFileEvaluation) -> None:
    leader = county.account(LEADER)
    supervision.draw_sample(evaluation=found, witness=county.account(SECOND), actor=leader, at=journal.now())
    evaluators = {file.public_id: _independent(found, file, place) for place, file in enumerate(_files(found))}
    supervision.assign_evaluators(evaluation=found, evaluators=evaluators, actor=leader, at=journal.now())
    supervision.check_files(evaluation=found, actor=SYSTEM, at=journal.now())


def _independent(found: CaseFileEvaluation, file: EvaluatedFile, place: int) -> Account:
    """One after the other of those who had no part in the file."""
    known = supervision.involved_in(file.case)
    free = [one for one in supervision.evaluators_for(found, clock.today()) if one.actor_ref not in known]
    return free[place % len(free)]


def _files(found: CaseFileEvaluation) -> list[EvaluatedFile]:
    return list(found.files.order_by("position").select_related("case", "evaluator", "evaluation__standard"))


def _scored(file: EvaluatedFile, faults: list[dict[str, Any]], remark: str) -> None:
    sheet = supervision.from_content(file.evaluation.standard.content)
    if file.evaluator is None:
        raise LookupError(f"{file} was given to nobody")
    supervision.score_file(
        file=file, answers=[VetoAnswer(one.code, failed=False) for one in sheet.vetoes],
        deductions=[Deduction(**one) for one in faults], remark=remark, actor=file.evaluator, at=journal.now(),
    )  # fmt: skip


def _day(today: date, workdays: int, hour: int) -> datetime:
    return clock.beijing(journal.workdays_ago(workdays, today=today), hour)
