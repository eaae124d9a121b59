"""Have held things tested: the days the party was told of in writing are not counted (M08)."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from yangguang.cases.events.custody import MeasureMoved
from yangguang.cases.kinds.coercion.documents import decision
from yangguang.cases.kinds.custody import papers
from yangguang.cases.kinds.custody.held import limit_clock
from yangguang.cases.models import CoerciveMeasure, ExpertExamination
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "ACL-2011:25.3"
TITLE = "检测、检验、检疫、技术鉴定期间告知书"
ONE_DAY = timedelta(days=1)


@transaction.atomic
def start_expert_examination(
    *, measure: CoerciveMeasure, institution: str, about: str, began_on: date | None, planned_end: date | None,
    told_on: date | None, actor: Account, at: Moment,
) -> ExpertExamination:  # fmt: skip
    """Refused without a first and a last day, and while the party has not been told of them."""
    line = locked_line(measure)
    if began_on is None or planned_end is None or planned_end < began_on:
        raise Refused("鉴定期间应当明确。", CLAUSE, field="planned_end", remedy="请写明起止日期。")
    if line.examinations.filter(ended_on=None).exists():
        raise Refused("上一次检测、鉴定还没有结束。", CLAUSE, remedy="请先登记结束。")
    given = {"began_on": began_on, "told_on": told_on}
    taken = step_taken(line, "start_expert_examination", actor=actor, at=at, given=given)
    one = ExpertExamination.objects.create(
        measure=line, institution=worded(institution, label="鉴定机构", field="institution", most=120),
        about=worded(about, label="检测、鉴定事项", field="about", most=400), began_on=began_on,
        told_on=told_on or at.day, planned_end=planned_end,
    )  # fmt: skip
    line.save()
    if (clock := limit_clock(line)) is not None:
        why = f"{one.institution}检测、鉴定"
        run_clocks.halt(clock, begins=began_on, until=planned_end + ONE_DAY, why=why, clause_id=CLAUSE)
    papers.letter(
        line.case, kind="examination_notice", title=TITLE, number_kind="鉴告", to=line.party.name, items=[],
        words=decision.examination_words(line, one), actor=actor, at=at,
    )  # fmt: skip
    words = f"{one.institution}，{began_on:%Y-%m-%d}至{planned_end:%Y-%m-%d}不计入期限"
    told(taken, line, MeasureMoved("检测、鉴定", words, (CLAUSE,)), actor=actor, at=at)
    return one
