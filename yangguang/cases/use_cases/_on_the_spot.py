"""What the acts of a penalty on the spot share: the case under lock, its scene, the step, the amount the law allows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yangguang.base.events import Event
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.kinds.summary.gates import kind_of
from yangguang.cases.models import Case, CaseKind, OnTheSpotPenalty, StepTaken
from yangguang.cases.prior_violations import counted
from yangguang.cases.rules.circumstances import MILDER_CHOICES
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.catalogues.api import Measure, Standard, range_of, standards_in_force, statutory_range_of
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures
from yangguang.kernel.refusal import Refused

CLAUSE, MILDER = "APL-2021:51#citizen", "APL-2021:32"


def locked_scene(case_id: int, *, seen_version: int | None = None) -> tuple[Case, OnTheSpotPenalty]:
    """The case and its scene. Raises Refused for a case of another procedure."""
    case = lock_case(case_id, seen_version=seen_version)
    if case.kind != CaseKind.SUMMARY:
        raise Refused("这件案件不适用简易程序。", CLAUSE, remedy="请按普通程序办理。")
    return case, OnTheSpotPenalty.objects.select_for_update().get(case=case)


def stepped(case: Case, act: str, *, actor: Account, at: Moment, **given: Any) -> StepTaken:
    """Take one step of the case's main line."""
    return take(Taking(main_flow(case), case, act, actor, at, given))


def told(taken: StepTaken, event: Event, *, actor: Account, at: Moment) -> None:
    """Record the one event of the act."""
    announce(taken, event, actor=actor, at=at)


def within_the_law(case: Case, content: Mapping[str, Any], at: Moment) -> None:
    """Raises Refused for a fine outside what the law allows for this violation, or one whose range cannot be told."""
    fine, standard = int(content.get("fine_fen") or 0), _standard_of_fines(case, at)
    if not fine or standard is None:
        return
    low, high = statutory_range_of(standard, _facts(case))
    if fine > high or (fine < low and _leniency(content) != "mitigated"):
        raise Refused(
            f"罚款 {in_figures(fine)} 元超出法定幅度 {in_figures(low)}—{in_figures(high)} 元。", "APL-2021:34",
            field="fine", remedy="请核对金额；不在幅度以内的，不能当场决定。",
        )  # fmt: skip


def within_its_tier(case: Case, content: Mapping[str, Any], at: Moment) -> None:
    """Raises Refused for a fine below its tier that nothing makes milder. Where what was told on the spot does not tell the
    tier there is none to compare with; repetition is counted from the files.
    """
    fine, standard = int(content.get("fine_fen") or 0), _standard_of_fines(case, at)
    if not fine or standard is None or _leniency(content) in MILDER_CHOICES:
        return
    try:
        low, _ = range_of(standard, {"prior_violations": counted(case), **_facts(case)})
    except Refused:
        return
    if fine < low:
        raise Refused(
            f"罚款 {in_figures(fine)} 元低于裁量档次的 {in_figures(low)} 元，没有从轻、减轻的情节。", (MILDER, "APL-2021:34"),
            field="fine", remedy="请按裁量档次确定金额，应当更重的转普通程序；有从轻、减轻情节的，请选择并列明证据。",
        )  # fmt: skip


def _leniency(content: Mapping[str, Any]) -> str:
    return str((content.get("discretion") or {}).get("leniency") or "")


def _facts(case: Case) -> dict[str, Any]:
    return {**case.circumstances, "party_kind": kind_of(case)}


def _standard_of_fines(case: Case, at: Moment) -> Standard | None:
    rows = [one for one in standards_in_force(case.body, at.day) if one.code == case.violation_code]
    return rows[0] if rows and rows[0].measure is Measure.FINE else None
