"""Who looks after a case and what comes next, on its page; and every open case without an owner, a next step or a date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Subquery
from django.urls import reverse

from yangguang.base import local_values
from yangguang.base.verifying import invariant, reminder
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import Case, PlannedDay
from yangguang.cases.panels import Panel, panel
from yangguang.cases.policy import may_take
from yangguang.cases.queries import ENDED
from yangguang.cases.rules.upkeep import LABELS, Gap, onward
from yangguang.cases.upkeep import Upkeep, open_cases, upkeep_of, wanting_care
from yangguang.cases.upkeep_beside import BesideUpkeep, has_open_lines, lacking_beside
from yangguang.directory.api import Role
from yangguang.kernel import clock

JOBS_HAVE_RUN = timedelta(minutes=120)


@gate(
    "next_step_term_set", label="已设定下一步的办理期限", clauses=("APL-2021:75.1",),
    remedy="请系统管理员在“本地参数”中录入法律没有规定期限的环节几个工作日内办理下一步，和来源文件。",
)  # fmt: skip
def next_step_term_set(attempt: Attempt) -> str:
    """Somewhere on its way the case would lie without a date: no law gives one there, and the body has not set one."""
    found = local_values.find("next_step_workdays", chain=attempt.case.body.public_id, on=attempt.at.day)
    return "" if found else "未设定下一步的办理期限，案件会没有办理日期。"


@panel("upkeep")
def upkeep_panel(case: Any, account: Any) -> Panel | None:
    """What the case lacks, and the day that was agreed on."""
    if case.status in ENDED and not has_open_lines(case):
        return None
    this, day = Case.objects.filter(pk=case.pk), clock.today()
    agreed = PlannedDay.objects.filter(case=OuterRef("pk"), superseded=False).order_by("-pk").values("pk")[:1]
    wanting, agreed_pk = this.annotate(agreed_pk=Subquery(agreed)).values_list(
        Exists(wanting_care(Case.objects.filter(pk=OuterRef("pk")), day)), "agreed_pk"
    )[0]
    found: list[Upkeep] = upkeep_of(this, day) if wanting else []
    beside = list(lacking_beside(this, day)) if case.status in ENDED else []
    agreed_day = PlannedDay.objects.get(pk=agreed_pk) if agreed_pk else None
    may = may_take(account, case, (Role.CASE_HANDLER, Role.UNIT_HEAD))
    if not (found or beside or agreed_day or may):
        return None
    values = {
        "case": case, "agreed": agreed_day, "may_plan": may, "gaps": _gaps(found, beside),
        "faults": [f"{f.name}：{f.certificate_fault or '已离岗或者停用'}" for one in found for f in one.handlers if not f.fit],
    }  # fmt: skip
    door = "" if found or beside or agreed_day else reverse("cases:act", args=[case.public_id, "plan_next_step"])
    return Panel("upkeep", "办理安排", "cases/upkeep_panel.html", values, door)


def _gaps(found: list[Upkeep], beside: list[BesideUpkeep]) -> list[str]:
    own = [LABELS[gap] for one in found for gap in one.gaps]
    return own + [f"{one.label}：{LABELS[gap]}" for one in beside for gap in one.gaps]


@invariant("cases_have_a_next_step", title="每一件在办案件在流程表中都有下一步")
def cases_have_a_next_step() -> Iterator[str]:
    """A case that stands where its table leads nowhere could never be finished: a fault of the table, not of the agency."""
    for case in open_cases(Case.objects.order_by("pk")).iterator():
        if not onward(main_flow(case), case.status, case.kind):
            yield f"案件 {case.number}：所处的状态没有下一步"


@invariant("cases_have_owner_and_date", title="每一件在办案件都有承办人和办理日期")
def cases_have_owner_and_date() -> Iterator[str]:
    """Officers may leave and certificates may lapse; but nobody takes the last owner away, and a day that has passed is
    followed by the body's own term within the hour.
    """
    rows = open_cases(Case.objects.select_related("body", "unit").order_by("pk"))
    for one in upkeep_of(rows, clock.legal_day(clock.now() - JOBS_HAVE_RUN)):
        if missing := [gap for gap in one.gaps if gap in {Gap.NO_HANDLER, Gap.NO_DATE}]:
            yield f"案件 {one.case.number}：{'、'.join(LABELS[gap] for gap in missing)}"


@reminder("cases_looked_after", title="每一件在办案件都有承办人、下一步和日期")
def cases_looked_after() -> Iterator[str]:
    """What is missing is the agency's affair: the record itself stays sound."""
    for one in upkeep_of(open_cases(Case.objects.select_related("body", "unit").order_by("pk")), clock.today()):
        if one.gaps:
            yield f"案件 {one.case.number}：{'、'.join(LABELS[gap] for gap in one.gaps)}"


@reminder("proceedings_looked_after", title="每一项没有收口的程序都有承办人、下一步和日期，案件办结后也一样")
def proceedings_looked_after() -> Iterator[str]:
    """A listing lasts for years beyond its case, and what went to the police may come back."""
    for one in lacking_beside(Case.objects.select_related("body", "unit").order_by("pk"), clock.today()):
        yield f"案件 {one.case.number}的{one.label}：{'、'.join(LABELS[gap] for gap in one.gaps)}"
