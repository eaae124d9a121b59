"""Decide what becomes of preserved things, thing by thing (R04)."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from yangguang.cases.events.custody import PreservedItemsDisposed
from yangguang.cases.kinds.custody import papers
from yangguang.cases.kinds.custody.held import held_items, time_is_over
from yangguang.cases.models import AdvancePreservation, Case, CaseItem, ItemFate
from yangguang.cases.use_cases._confiscation import confiscating_decision
from yangguang.cases.use_cases._custody import named_items
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

SETTLE = "APL-2021:56#settle"
TITLE = "先行登记保存物品处理决定书"
FATES = frozenset(ItemFate.values) - {ItemFate.HELD, ItemFate.DESTROYED}


@transaction.atomic
def dispose_of_preserved_items(
    *, preservation: AdvancePreservation, fates: Mapping[str, str], note: str, actor: Account, at: Moment
) -> AdvancePreservation:
    """`fates` gives each thing its own. After the seventh day only what goes back, or had become a measure in time."""
    line = locked_line(preservation)
    items = named_items(line, fates, SETTLE)
    for item in items:
        _sensible(line.case, item, fates[item.public_id])
    rest = {one.pk for one in held_items(line)} - {one.pk for one in items}
    act = "dispose_of_some_items" if rest else "dispose_of_preserved_items"
    overdue = time_is_over(line, at.day)
    taken = step_taken(line, act, actor=actor, at=at, given={"fates": dict(fates)})
    for item in items:
        item.fate, item.fate_on = fates[item.public_id], at.day
        item.save()
    line.settled_on = None if rest else at.day
    line.save()
    words = "；".join(f"{item}：{ItemFate(item.fate).label}" for item in items)
    paper = papers.letter(
        line.case, kind="preserved_items_disposition", title=TITLE, number_kind="登保处", to=line.party.name,
        words=_text(line, words, note), items=items, actor=actor, at=at,
    )  # fmt: skip
    told(taken, line, PreservedItemsDisposed(paper.number, words[:400], overdue), actor=actor, at=at)
    return line


def _text(line: AdvancePreservation, words: str, note: str) -> list[str]:
    """What was kept under which notice, and what becomes of each thing."""
    more = [note.strip()] if note.strip() else []
    return [f"本机关以{line.number}通知书先行登记保存的物品，现依法作出处理决定：", f"{words}。", *more]


def _sensible(case: Case, item: CaseItem, fate: str) -> None:
    if item.fate:
        raise Refused(f"“{item.name}”已经处理。", SETTLE, field="items", remedy="请刷新页面。")
    if fate not in FATES:
        raise Refused("先行登记保存期限已满，应当作出处理。" if fate else "请选择怎样处理。", SETTLE, field="items")
    if fate == ItemFate.CONFISCATED:
        confiscating_decision(case)
    if fate == ItemFate.TURNED_INTO_MEASURE and not case.measures.exclude(taken_at=None).exists():
        raise Refused(
            "没有法律、法规依据，不得采取该强制措施。", "ACL-2011:22", field="items",
            remedy="登记保存不能代替查封、扣押：请先按查封、扣押另行报批并实施。",
        )  # fmt: skip
