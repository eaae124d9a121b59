"""Let a suspended certificate be used again."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.directory.events import CertificateResumed
from yangguang.directory.models import Certificate
from yangguang.directory.models.locked import locked_certificate
from yangguang.directory.models.officer import CertificateState
from yangguang.directory.policy import may_keep_certificates
from yangguang.directory.rules import entries
from yangguang.directory.rules.qualification import resumed_from
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def resume_certificate(*, certificate: Certificate, reason: str, actor: Actor, at: Moment) -> Certificate:
    """Resume from the day of the act. Raises Refused unless the certificate is suspended."""
    locked, body, subject = locked_certificate(certificate)
    if not may_keep_certificates(actor, body):
        raise Refused("执法证件由本级司法行政部门管理，您不能办理。", remedy="请联系本级司法行政部门。")
    if locked.state != CertificateState.SUSPENDED:
        raise Refused("只有暂停使用的证件可以恢复。", remedy="请查看证件的状态。")

    locked.state_reason = entries.required(reason, label="原因", field="reason")
    locked.state, locked.state_since = CertificateState.ACTIVE, at.day
    locked.suspensions = resumed_from(locked.suspensions, at.day)
    locked.save(update_fields=["state", "state_since", "state_reason", "suspensions"])

    ledger.record(CertificateResumed(locked.number, locked.state_reason), subject=subject, actor=actor, at=at)
    return locked
