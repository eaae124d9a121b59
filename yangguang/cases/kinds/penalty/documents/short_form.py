"""Short forms of the file: annulment of opening, supplement, waiver, closing report, each a title with facts and opinions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from yangguang.base.models import Approval
from yangguang.base.press.blocks import facts
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.models import Case


def sheet(
    case: Case, *, title: str, rows: Iterable[tuple[str, str]], dated_on: date, approval: Approval | None = None
) -> Sheet:
    """The case, what is written, and who agreed."""
    table = facts([("案号", case.number), ("案由", case.title)], *rows)
    return frame.form(case, title=title, blocks=[table, *frame.opinions(approval)], dated_on=dated_on)
