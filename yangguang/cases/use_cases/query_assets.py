"""Ask about accounts, houses and vehicles, as the city's head or above has approved (L10, MWR-2019:40)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from yangguang.base.models import Approval
from yangguang.cases.events.inquiry import AssetsQueried
from yangguang.cases.kinds.labour.documents import inquiry
from yangguang.cases.kinds.labour.investigation_gates import is_city_or_above
from yangguang.cases.kinds.labour.queries import totals_of
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import Document, make_document

TITLE = "查询审批表"


@transaction.atomic
def query_assets(
    *, case_id: int, reason: str, to: str, about: str, objects: str, migrant_workers: bool, actor: Account, at: Moment,
    superior: Mapping[str, Any] | None = None, approval: Approval | None = None,
) -> Document:  # fmt: skip
    """The form with its signatures for the file, and the letter with its number."""
    case = lock_case(case_id)
    given = {"migrant_workers": migrant_workers, "superior": superior}
    taken = take(Taking(FLOWS["penalty"], case, "query_assets", actor, at, given))
    approved, totals = _approved(case, superior, actor), totals_of(case)
    rows = [
        ("查询的理由", reason),
        ("协助查询的单位", to),
        ("查询对象", about),
        ("查询内容", objects),
        ("批准", approved),
    ]
    make_document(
        kind="asset_query_approval", title=TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day, actor=actor,
        sheet=short_form.sheet(case, title=TITLE, rows=rows, dated_on=at.day, approval=approval), at=at, volume="side",
    )  # fmt: skip
    letter = make_document(
        kind="asset_query_letter", title="查询函", number_kind="监查", body=case.body, file_ref=case.public_id,
        sheet=inquiry.asset_query_letter(
            case, to=to, about=about, objects=objects, unpaid=(totals.unpaid_workers, totals.unpaid_fen), on=at.day,
            approved=approved,
        ), dated_on=at.day, actor=actor, at=at,
    )  # fmt: skip
    announce(taken, AssetsQueried(to, about, approved), actor=actor, at=at)
    return letter


def _approved(case: Case, superior: Mapping[str, Any] | None, actor: Account) -> str:
    """Who approved, in words."""
    if is_city_or_above(case.body) or not superior:
        return f"经{case.body.name}负责人{actor.name}批准"
    return f"经{superior['body']}负责人{superior['name']}批准（{superior['number']}）"
