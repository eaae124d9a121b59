"""Record a certificate's annual check; a certificate that fails is suspended in the same act (D07)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.directory.events import AnnualCheckRecorded
from yangguang.directory.models import AnnualCheck, Certificate
from yangguang.directory.models.locked import locked_certificate
from yangguang.directory.models.officer import CertificateState
from yangguang.directory.policy import may_keep_certificates
from yangguang.directory.rules import entries
from yangguang.directory.rules.qualification import suspended_from
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def record_annual_check(
    *, certificate: Certificate, year: int, passed: bool, note: str = "", actor: Actor, at: Moment
) -> AnnualCheck:
    """Record one year's check, once. Raises Refused for a year to come or before the certificate."""
    locked, body, subject = locked_certificate(certificate)
    if not may_keep_certificates(actor, body):
        raise Refused("执法证件由本级司法行政部门管理，您不能办理。", remedy="请联系本级司法行政部门。")
    if not locked.valid_from.year <= year <= at.day.year:
        raise Refused("年度不在证件有效期起的年度至今年之间。", field="year", remedy="请核对年度。")
    if locked.checks.filter(year=year).exists():
        raise Refused(f"{year}年度已经审核。", field="year", remedy="请查看审核结果。")
    note = entries.optional(note, label="说明", field="note")
    if not passed and not note:
        raise Refused("审核不合格应当写明原因。", field="note", remedy="请写明原因。")

    check = AnnualCheck.objects.create(certificate=locked, year=year, passed=passed, checked_on=at.day, note=note)
    if not passed and locked.state == CertificateState.ACTIVE:
        locked.state, locked.state_since = CertificateState.SUSPENDED, at.day
        locked.state_reason = f"{year}年度审核不合格：{note}"[:200]
        locked.suspensions = suspended_from(locked.suspensions, at.day)
        locked.save(update_fields=["state", "state_since", "state_reason", "suspensions"])

    ledger.record(AnnualCheckRecorded(locked.number, year, passed, note), subject=subject, actor=actor, at=at)
    return check
