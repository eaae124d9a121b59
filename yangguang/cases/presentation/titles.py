"""What a case is called on screen, as its papers call it: whom it is about and what it is about."""

from __future__ import annotations

from yangguang.cases.models import Case
from yangguang.cases.standing import parties_of

NAMED_IN_FULL = 2


def named(case: Case) -> str:
    """示范县某某有限公司拖欠工资案; of many parties the first, and how many there are."""
    names = [party.name for party in parties_of(case)]
    whom = "、".join(names) if len(names) <= NAMED_IN_FULL else f"{names[0]}等{len(names)}个当事人"
    return f"{whom}{case.title}案"
