"""Suspend a certificate: it carries nothing from that day on."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.directory.events import CertificateSuspended
from yangguang.directory.models import Certificate
from yangguang.directory.models.locked import locked_certificate
from yangguang.directory.models.officer import CertificateState
from yangguang.directory.policy import may_keep_certificates
from yangguang.directory.rules import entries
from yangguang.directory.rules.qualification import suspended_from
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def suspend_certificate(*, certificate: Certificate, reason: str, actor: Actor, at: Moment) -> Certificate:
    """Suspend from the day of the act. Raises Refused unless the certificate is active."""
    locked, body, subject = locked_certificate(certificate)
    if not may_keep_certificates(actor, body):
        raise Refused("执法证件由本级司法行政部门管理，您不能办理。", remedy="请联系本级司法行政部门。")
    if locked.state != CertificateState.ACTIVE:
        raise Refused("只有有效的证件可以暂停使用。", remedy="请查看证件的状态。")

    locked.state_reason = entries.required(reason, label="原因", field="reason")
    locked.state, locked.state_since = CertificateState.SUSPENDED, at.day
    locked.suspensions = suspended_from(locked.suspensions, at.day)
    locked.save(update_fields=["state", "state_since", "state_reason", "suspensions"])

    ledger.record(CertificateSuspended(locked.number, locked.state_reason), subject=subject, actor=actor, at=at)
    return locked
