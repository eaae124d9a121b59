"""Issue an enforcement certificate to an officer (D10)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor, Subject
from yangguang.directory.events import CertificateIssued
from yangguang.directory.models import Certificate, Officer
from yangguang.directory.models.officer import QualifiedBy
from yangguang.directory.policy import may_keep_certificates
from yangguang.directory.rules import entries
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def issue_certificate(
    *, officer: Officer, kind: str, number: str, fields: Sequence[str], areas: Sequence[str],
    valid_from: date, valid_until: date, issued_by: str, qualified_by: str, qualification_number: str,
    actor: Actor, at: Moment,
) -> Certificate:  # fmt: skip
    """Issue one certificate. Refused when the number is in use, the officer has left, or no qualification is proved."""
    locked = Officer.objects.select_for_update(of=("self",)).select_related("body").get(pk=officer.pk)
    if not may_keep_certificates(actor, locked.body):
        raise Refused("执法证件由本级司法行政部门核发，您不能登记。", remedy="请联系本级司法行政部门。")
    if locked.left_on is not None:
        raise Refused("该执法人员已经离岗，不能核发证件。", remedy="请先重新登记执法人员。")
    number = entries.required(number, label="证件编号", field="number", most=40)
    if Certificate.objects.filter(number=number).exists():
        raise Refused("这个证件编号已经登记。", field="number", remedy="请核对证件编号。")
    proof = _proof(qualified_by, qualification_number)
    valid_from, valid_until = entries.term(valid_from, valid_until, label="有效期", field="valid_until")

    certificate = Certificate.objects.create(
        officer=locked, kind=kind, number=number, valid_from=valid_from, valid_until=valid_until,
        fields=entries.names(fields, label="执法类别", field="fields"),
        areas=entries.names(areas, label="执法区域", field="areas"),
        issued_by=entries.required(issued_by, label="发证机关", field="issued_by", most=80),
        qualified_by=qualified_by, qualification_number=proof,
    )  # fmt: skip

    event = CertificateIssued(number, certificate.fields, certificate.areas, valid_from, valid_until, qualified_by)
    ledger.record(event, subject=Subject("officer", locked.public_id, locked.body.public_id), actor=actor, at=at)
    return certificate


def _proof(qualified_by: str, number: str) -> str:
    """The number of what proves the qualification: nobody who has not passed may enforce."""
    if qualified_by not in QualifiedBy.values or not number.strip():
        raise Refused(
            "没有执法资格考试合格的证明，也没有法律职业资格，不能核发证件。", "APL-2021:42.1#qualified",
            field="qualification_number", remedy="请登记考试合格证明或者法律职业资格证的编号。",
        )  # fmt: skip
    return entries.required(number, label="合格证明或者资格证编号", field="qualification_number", most=80)
