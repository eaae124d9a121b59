"""What the transfer of suspected crimes plugs in: gates, panel, its row for the engine, what its approval carries out."""

from __future__ import annotations

from typing import Any

from yangguang.base.approvals import when_approved, when_sent_back
from yangguang.base.models import Approval
from yangguang.cases.kinds.criminal_transfer import gates, panels
from yangguang.cases.lines import line
from yangguang.cases.models import CriminalTransfer
from yangguang.cases.use_cases.approve_criminal_transfer import approve_criminal_transfer
from yangguang.cases.use_cases.refuse_criminal_transfer import refuse_criminal_transfer
from yangguang.cases.use_cases.report_criminal_transfer import PURPOSE
from yangguang.directory.api import Proof
from yangguang.kernel.moment import Moment

__all__ = ["gates", "panels"]


@line("criminal_transfer")
def transfer_row(ref: str) -> CriminalTransfer:
    """The transfer the engine moves."""
    return CriminalTransfer.objects.select_for_update().get(public_id=ref)


def _transfer(approval: Approval) -> CriminalTransfer:
    return CriminalTransfer.objects.get(public_id=approval.subject_ref)


@when_approved(PURPOSE)
def transfer_is_approved(approval: Approval, *, actor: Any, at: Moment, proof: Proof | None = None) -> None:
    """The principal head's signature, with a fresh code, lets the task force send the file."""
    approve_criminal_transfer(transfer=_transfer(approval), approval=approval, proof=proof, actor=actor, at=at)


@when_sent_back(PURPOSE)
def transfer_is_refused(approval: Approval, *, actor: Any, at: Moment) -> None:
    """The reason written on the form stays on record."""
    newest = approval.steps.exclude(signed_at=None).order_by("-order").first()
    reason = newest.opinion if newest else ""
    refuse_criminal_transfer(transfer=_transfer(approval), reason=reason, approval=approval, actor=actor, at=at)
