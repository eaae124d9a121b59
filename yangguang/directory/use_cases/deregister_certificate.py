"""Deregister a certificate for good."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.directory.events import CertificateDeregistered
from yangguang.directory.models import Certificate
from yangguang.directory.models.locked import locked_certificate
from yangguang.directory.models.officer import CertificateState
from yangguang.directory.policy import may_keep_certificates
from yangguang.directory.rules import entries
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def deregister_certificate(*, certificate: Certificate, reason: str, actor: Actor, at: Moment) -> Certificate:
    """Deregister from the day of the act. Raises Refused when it was done before."""
    locked, body, subject = locked_certificate(certificate)
    if not may_keep_certificates(actor, body):
        raise Refused("执法证件由本级司法行政部门管理，您不能办理。", remedy="请联系本级司法行政部门。")
    if locked.state == CertificateState.DEREGISTERED:
        raise Refused("这个证件已经注销。", remedy="请查看证件的状态。")

    locked.state_reason = entries.required(reason, label="原因", field="reason")
    locked.state, locked.state_since = CertificateState.DEREGISTERED, at.day
    locked.save(update_fields=["state", "state_since", "state_reason"])

    ledger.record(CertificateDeregistered(locked.number, locked.state_reason), subject=subject, actor=actor, at=at)
    return locked
