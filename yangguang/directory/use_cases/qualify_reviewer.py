"""Put on record what entitles a person to review (L02, APL-2021:58.2)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.directory.events import ReviewerQualified
from yangguang.directory.models import Account, ReviewerQualification
from yangguang.directory.models.locked import locked_account
from yangguang.directory.policy import may_qualify_reviewers
from yangguang.directory.rules import entries
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def qualify_reviewer(
    *, account: Account, qualification_number: str = "", first_reviewed_on: date | None = None, evidence: str = "",
    actor: Actor, at: Moment,
) -> ReviewerQualification:  # fmt: skip
    """Record the legal profession qualification, or the day of the first review with its evidence. One of the two."""
    locked, subject = locked_account(account)
    if not may_qualify_reviewers(actor, locked.body):
        raise Refused("您不能登记这个机关的法制审核资格。", remedy="请联系本机关负责人。")
    number = entries.optional(qualification_number, label="法律职业资格证编号", field="qualification_number", most=60)
    evidence = entries.optional(evidence, label="证明材料", field="evidence")
    if not number and first_reviewed_on is None:
        raise Refused(
            "没有填写法律职业资格证编号，也没有填写首次从事审核的日期。",
            "APL-2021:58.2", field="qualification_number", remedy="请填写其中一项。",
        )  # fmt: skip
    if first_reviewed_on is not None and first_reviewed_on > at.day:
        raise Refused("首次从事审核的日期不能晚于今天。", field="first_reviewed_on", remedy="请核对日期。")
    if not number and not evidence:
        raise Refused("没有填写从事过审核的证明材料。", field="evidence", remedy="请写明任职文件或者审核意见书编号。")

    qualification, _ = ReviewerQualification.objects.update_or_create(
        account=locked,
        defaults={"qualification_number": number, "first_reviewed_on": first_reviewed_on, "evidence": evidence},
    )

    event = ReviewerQualified(locked.name, number, first_reviewed_on)
    ledger.record(event, subject=subject, actor=actor, at=at)
    return qualification
