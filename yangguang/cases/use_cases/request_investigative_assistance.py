"""Ask the police or another body for help with an investigation (L12)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.inquiry import AssistanceRequested
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.labour.documents import inquiry
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import Document, make_document

CLAUSE = "MWR-2019:41.1"
REASONS = {
    "refuses": "用人单位拒不配合调查。", "unreachable": "清偿责任主体或者其负责人无法联系。",
    "other": "需要其他机关在其职权范围内协助。",
}  # fmt: skip


@transaction.atomic
def request_investigative_assistance(
    *, case_id: int, to: str, reason: str, wanted: str, actor: Account, at: Moment, seen_version: int | None = None
) -> Document:
    """The agency head asks, in writing."""
    case = lock_case(case_id, seen_version=seen_version)
    if reason not in REASONS:
        raise Refused("请选择请求协助的情形。", CLAUSE, field="reason")
    whom = worded(to, label="协助机关", field="to", most=120)
    asked = worded(wanted, label="协助事项", field="wanted", most=2000)
    keep_secret(case, {"wanted": asked})
    taken = take(Taking(FLOWS["penalty"], case, "request_investigative_assistance", actor, at))
    document = make_document(
        kind="investigative_assistance_request", title="协助调查函", number_kind="监协", body=case.body,
        file_ref=case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=inquiry.assistance_request(case, to=whom, reason=REASONS[reason], wanted=asked, on=at.day),
    )  # fmt: skip
    announce(taken, AssistanceRequested(whom, REASONS[reason].rstrip("。")), actor=actor, at=at)
    return document
