"""What acts on held things share: who may ask and when, the list as rows, remedies, the things an act names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from yangguang.cases.kinds.custody.held import Line, last_day
from yangguang.cases.kinds.labour.remedies import remedies_of
from yangguang.cases.kinds.penalty.stages import BEFORE_DECISION, PENALTY
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import AdvancePreservation, Case, CaseItem, Party
from yangguang.cases.rules.inventory import ItemEntry
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.standing import officers_on
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.directory.api import Body, Officer
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


def case_to_hold_for(case: Case, party: Party, clause_id: str) -> Case:
    """The case under lock, while nothing is decided in it, with a party of its own."""
    row = lock_case(case.pk)
    if main_flow(row) is not PENALTY:
        raise Refused(
            "不需要进一步调查取证的，才能当场处罚，不能登记保存、查封、扣押。", clause_id,
            remedy="请办理“转普通程序”，立案以后再提请。",
        )  # fmt: skip
    if row.status not in BEFORE_DECISION:
        raise Refused(
            f"案件现在是“{row.get_status_display()}”，不能再提请。",
            clause_id,
            remedy="作出决定以前，才能登记保存、查封、扣押。",
        )
    if party.case_id != row.pk:
        raise Refused("当事人不是本案当事人。", clause_id, field="party", remedy="请重新选择。")
    return row


def keep_items(line: Line, items: Sequence[ItemEntry]) -> list[CaseItem]:
    """The list as rows, in the order of the spot."""
    owner = {"preservation": line} if isinstance(line, AdvancePreservation) else {"measure": line}
    return [
        CaseItem.objects.create(
            case=line.case, position=position, name=worded(one.name, label="物品名称", field="items", most=120),
            spec=one.spec.strip(), quantity=one.quantity.strip(), condition=one.condition.strip(), photo=one.photo.strip(),
            kept_at=one.kept_at.strip(), proves=one.proves.strip(), **owner,
        )
        for position, one in enumerate(items, start=1)
    ]  # fmt: skip


def names_of(case: Case, officers: Iterable[Officer], on: date) -> list[str]:
    """Who acted: those named, else those assigned that day."""
    return [one.name for one in officers] or [one.name for one in officers_on(case, on)]


def known_remedies(body: Body, on: date) -> dict[str, str]:
    """What a paper says about remedies; empty where the body has not set its authorities, which the gate then says."""
    try:
        return remedies_of(body, on)
    except Refused:
        return {}


def limit_of(line: Line) -> date:
    """The last day of a line that holds something."""
    until = last_day(line)
    if until is None:
        raise Refused("还没有实施，没有期限。", remedy="请先实施。")
    return until


def named_items(line: Line, refs: Iterable[str], clause_id: str) -> list[CaseItem]:
    """The things an act names, all of this line and under lock. Raises Refused for none, or for a stranger."""
    wanted = set(refs)
    found = list(line.items.select_for_update().filter(public_id__in=wanted).order_by("position", "pk"))
    if not found or len(found) != len(wanted):
        raise Refused(
            "没有选择物品，或者物品不在这份清单中。", clause_id, field="items", remedy="请刷新页面后重新选择。"
        )
    return found


def officers_given(officers: Sequence[Officer]) -> dict[str, Any]:
    """What gates about people ask, where an act names its officers."""
    return {"officers": list(officers)} if officers else {}


def words_of(items: Iterable[CaseItem]) -> str:
    """The things of a line of the timeline, the first few by name."""
    rows = list(items)
    names = "、".join(f"{one.name}{one.quantity}" for one in rows[:3])
    return f"{names}等{len(rows)}件" if len(rows) > 3 else names


def on_the_day(at: Moment, day: date | None, label: str, clause_id: str) -> date:
    """A typed day that is not after the act."""
    if day is None or day > at.day:
        raise Refused(f"{label}不能晚于办理的日期。", clause_id, remedy="请核对日期。", field="told_on")
    return day
