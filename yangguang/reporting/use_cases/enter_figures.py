"""Fill in by hand what the platform has no data for; who and when stays with each figure."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.reporting.events import FiguresEntered
from yangguang.reporting.models import AnnualReport, HandFigure
from yangguang.reporting.queries import template_of
from yangguang.reporting.rules.counting import HandValue
from yangguang.reporting.rules.due import CLAUSE
from yangguang.reporting.use_cases._lock_report import lock_draft

MOST = 10**15


@transaction.atomic
def enter_figures(
    *, report: AnnualReport, figures: Mapping[str, HandValue], actor: Account, at: Moment
) -> AnnualReport:  # fmt: skip
    """Keep the figures given, by `table.column`; the others stay as they are. Raises Refused for a column that is counted
    from the files, and for a number below 0.
    """
    draft = lock_draft(report, actor)
    known = {f"{table.name}.{one.name}": one for table, one in template_of(draft).manual()}
    held = {one.column: one for one in draft.hand_figures.order_by("pk")}
    changed = []
    for name, told in figures.items():
        if name not in known:
            raise Refused("这一栏由案卷统计，不能手工填报。", CLAUSE, remedy="数字不对的，请更正案卷中的事实。")
        if not told.not_held and (told.value is None or not 0 <= told.value < MOST):
            raise Refused(
                f"“{known[name].label}”应当填不小于0的数。",
                CLAUSE,
                remedy="没有开展的填0；没有这项职责的选“无此项职责”。",
            )
        note = clean(told.note, label="备注", most=200)
        value = None if told.not_held else told.value
        row = held.get(name) or HandFigure(report=draft, column=name)
        if row.pk and (row.value, row.not_held, row.note) == (value, told.not_held, note):
            continue
        row.value, row.not_held, row.note = value, told.not_held, note
        row.entered_by_ref, row.entered_by_name, row.entered_at = actor.actor_ref, actor.actor_name, at.recorded_at
        row.save()
        changed.append(name)
    if not changed:
        raise Refused("没有改动。", remedy="请修改后再保存，或者返回。")
    event = FiguresEntered(draft.year, draft.version, tuple(changed))
    ledger.record(event, subject=draft.subject, actor=actor, at=at)
    return draft
