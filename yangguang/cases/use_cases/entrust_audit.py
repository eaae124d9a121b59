"""Entrust accountants with an audit (L11). It takes no day off the term of the investigation."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.cases.events.inquiry import AuditEntrusted
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

CLAUSE = "LSR-2004:15.1"


@transaction.atomic
def entrust_audit(
    *, case_id: int, to: str, scope: str, report_by: date, actor: Account, at: Moment, seen_version: int | None = None
) -> Document:
    """The head of unit entrusts; the report comes in as evidence."""
    case = lock_case(case_id, seen_version=seen_version)
    firm = worded(to, label="会计师事务所", field="to", most=120)
    asked = worded(scope, label="审计事项", field="scope", most=2000)
    if report_by < at.day:
        raise Refused("出具报告的日期不能早于委托之日。", CLAUSE, field="report_by", remedy="请核对日期。")
    keep_secret(case, {"scope": asked})
    taken = take(Taking(FLOWS["penalty"], case, "entrust_audit", actor, at))
    parties = "、".join(case.parties.order_by("position", "pk").values_list("name", flat=True))
    document = make_document(
        kind="audit_entrustment", title="审计委托书", number_kind="监审", body=case.body, file_ref=case.public_id,
        sheet=inquiry.audit_entrustment(case, to=firm, party=parties, scope=asked, report_by=report_by, on=at.day),
        dated_on=at.day, actor=actor, at=at,
    )  # fmt: skip
    announce(taken, AuditEntrusted(firm, report_by), actor=actor, at=at)
    return document
