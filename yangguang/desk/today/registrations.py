"""The register of bodies (D06): entries and agreements that wait for the judicial bureau, for its letter, or went back."""

from __future__ import annotations

from typing import Any

from yangguang.base.addresses import address_of
from yangguang.base.components.clocks import ClockFace, ClockState
from yangguang.desk.today.rows import Waiting, source
from yangguang.directory.api import (
    Account,
    Role,
    entrustments_returned_to,
    entrustments_to_file,
    proposals_returned_to,
    proposals_to_review,
    proposals_whose_letter_waits,
)

FACE = ClockFace(ClockState.NOT_STARTED, "等您办理")
NOT_YET = "审核通过以前不生效、不公示，也不能据以执法"
PROPOSERS = (Role.AGENCY_HEAD, Role.SYSTEM_ADMINISTRATOR, Role.SUPERVISOR)


@source("registrations", without_term=True)
def entries_of_bodies(account: Account) -> list[Waiting]:
    """For a supervisor what its bureau reviews and files; for those who put forward what came back or wants a letter."""
    if not any(account.holds(role) for role in PROPOSERS):
        return []
    to_review = _to_review(account) if account.holds(Role.SUPERVISOR) else []
    return [*to_review, *_letters(account), *_returned(account)]


def _to_review(account: Account) -> list[Waiting]:
    entries = [
        _row(f"审核：{one}", f"{one.proposed_by_name}送审", NOT_YET, "directory:review_body", one)
        for one in proposals_to_review(account).order_by("proposed_on", "pk")
    ]
    filings = [
        _row(f"审核备案：委托书{one.agreement_number}", str(one), "备案以前不能公布，也不能据以实施", "directory:entrustment", one)
        for one in entrustments_to_file(account)
    ]  # fmt: skip
    return entries + filings


def _letters(account: Account) -> list[Waiting]:
    return [
        _row(f"登记审核意见：{one}", "等司法行政部门的书面审核意见", NOT_YET, "directory:record_body_review", one)
        for one in proposals_whose_letter_waits(account)
    ]


def _returned(account: Account) -> list[Waiting]:
    entries = [
        _row(f"改后再送审：{one}", f"{one.office_name}退回", one.opinion, "directory:revise_body", one)
        for one in proposals_returned_to(account)
    ]
    if not account.holds(Role.AGENCY_HEAD):
        return entries
    return entries + [
        _row(f"终止、重新签订：委托书{one.agreement_number}", "备案被退回", one.return_reason, "directory:entrustment", one)
        for one in entrustments_returned_to(account)
    ]  # fmt: skip


def _row(what: str, under: str, why: str, name: str, one: Any) -> Waiting:
    clause = "APL-2021:20.2" if name == "directory:entrustment" else "APL-2021:39"
    return Waiting(
        face=FACE, what=what, under=under, why=why, clause=clause, act="去办理", href=address_of(name, one.public_id)
    )
