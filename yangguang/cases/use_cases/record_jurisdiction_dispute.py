"""Take down that another body claims or declines the case, and how that was settled (APL-2021:25.2)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.investigating import JurisdictionDisputed
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "APL-2021:25.2"
STATES = {
    "open": "有争议，正在协商或者报请指定", "agreed": "协商确定由本机关管辖", "designated": "上级指定由本机关管辖",
}  # fmt: skip


@transaction.atomic
def record_jurisdiction_dispute(
    *, case_id: int, state: str, other_body: str, note: str, actor: Account, at: Moment, seen_version: int | None = None
) -> Case:
    """`state` is one of STATES; while it is open nothing is decided. A case that goes to the other body is transferred."""
    case = lock_case(case_id, seen_version=seen_version)
    if state not in STATES:
        raise Refused("请选择争议的情况。", CLAUSE, field="state", remedy="确定由其他机关管辖的，请办理移送。")
    if not other_body.strip() or not note.strip():
        missing = "note" if other_body.strip() else "other_body"
        raise Refused("管辖争议应当写明对方机关和经过。", CLAUSE, field=missing)
    keep_secret(case, {"note": note})
    taken = take(Taking(FLOWS["penalty"], case, "record_jurisdiction_dispute", actor, at))
    told = {"state": state, "with": other_body.strip(), "note": note.strip(), "on": at.day.isoformat()}
    case.circumstances = {**case.circumstances, "jurisdiction": told}
    case.save(update_fields=["circumstances"])
    announce(taken, JurisdictionDisputed(STATES[state], other_body.strip()), actor=actor, at=at)
    return case
