"""What the labour lines plug in: gates, panels, their rows for the engine, and what their approvals carry out."""

from typing import Any

from django.urls import reverse

from yangguang.base.approvals import when_approved
from yangguang.base.models import Approval
from yangguang.cases.kinds.labour import (
    complaint_gates,
    criminal_gates,
    delivery_gates,
    disposition_gates,
    instruction_gates,
    investigation_gates,
    panels,
)
from yangguang.cases.kinds.labour.policy import keeps_lead
from yangguang.cases.kinds.labour.queries import leads_visible_to
from yangguang.cases.lines import line
from yangguang.cases.models import Disposition, Instruction, Lead
from yangguang.cases.rules.opening import Opening
from yangguang.cases.use_cases import propose_opening, request_disposition_closing
from yangguang.cases.use_cases.accept_complaint import accept_complaint
from yangguang.cases.use_cases.close_disposition import close_disposition
from yangguang.cases.use_cases.decide_disposition import PURPOSE as DECIDE_DISPOSITION
from yangguang.cases.use_cases.decide_disposition import decide_disposition
from yangguang.cases.use_cases.draft_instruction import PURPOSE
from yangguang.cases.use_cases.issue_instruction import issue_instruction
from yangguang.cases.use_cases.open_lead import open_lead
from yangguang.directory.api import Account, Proof
from yangguang.kernel.moment import Moment
from yangguang.records.readers import FileFace, file_face, insider, reader

__all__ = [
    "complaint_gates", "criminal_gates", "delivery_gates", "disposition_gates", "instruction_gates",
    "investigation_gates", "panels",
]  # fmt: skip


@line("instruction")
def instruction_row(ref: str) -> Instruction:
    """The instruction the engine moves."""
    return Instruction.objects.select_for_update().get(public_id=ref)


@line("disposition")
def disposition_row(ref: str) -> Disposition:
    """The disposition the engine moves."""
    return Disposition.objects.select_for_update().get(public_id=ref)


@when_approved(propose_opening.ACCEPTANCE)
def accept(approval: Approval, *, actor: Any, at: Moment) -> None:
    """The unit head's signature accepts the complaint and opens its case the same day."""
    lead = Lead.objects.get(public_id=approval.subject_ref)
    accept_complaint(lead=lead, opening=Opening.of(approval.proposal), actor=actor, at=at, approval=approval)


@when_approved(propose_opening.OPENING)
def open_from_lead(approval: Approval, *, actor: Any, at: Moment) -> None:
    """The unit head's signature opens the case of a lead."""
    lead = Lead.objects.get(public_id=approval.subject_ref)
    open_lead(lead=lead, opening=Opening.of(approval.proposal), actor=actor, at=at, approval=approval)


@when_approved(PURPOSE)
def issue(approval: Approval, *, actor: Any, at: Moment) -> None:
    """The agency head's signature issues the instruction."""
    issue_instruction(instruction=Instruction.objects.get(public_id=approval.subject_ref), actor=actor, at=at)


@when_approved(DECIDE_DISPOSITION)
def decide(approval: Approval, *, actor: Any, at: Moment, proof: Proof | None = None) -> None:
    """The agency head's signature makes the disposition."""
    row = Disposition.objects.get(public_id=approval.subject_ref)
    decide_disposition(
        disposition=row, proof=proof, overdue_reason=approval.proposal["overdue_reason"], actor=actor, at=at
    )


@when_approved(request_disposition_closing.PURPOSE)
def close_line(approval: Approval, *, actor: Any, at: Moment) -> None:
    """The unit head's signature closes the disposition."""
    told = {name: approval.proposal[name] for name in ("summary", "ended_by", "recording_note")}
    row = Disposition.objects.get(public_id=approval.subject_ref)
    close_disposition(disposition=row, actor=actor, at=at, approval=approval, **told)


@reader("leads")
def may_read_lead_file(account: Account, file_ref: str) -> bool:
    """The papers of a lead the account may see."""
    return leads_visible_to(account).filter(public_id=file_ref).exists()


insider("leads")(may_read_lead_file)  # whoever sees a complaint deals with it


@file_face("leads")
def face_of_lead_file(account: Account, file_ref: str) -> FileFace | None:
    """The file of a lead shows its number and its catalogue; whoever looks after the lead keeps it."""
    lead = leads_visible_to(account).filter(public_id=file_ref).first()
    if lead is None:
        return None
    return FileFace(lead.number, reverse("cases:lead_file", args=[file_ref]), keeps_lead(account, lead))
