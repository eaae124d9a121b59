"""Approve a clarification with a fresh code: it stands beside the decision from now on, and in what the log vouches for."""

from __future__ import annotations

from yangguang.base import approvals, ledger
from yangguang.directory.api import Account, Role, asks_code, reauthenticate
from yangguang.disclosure.clarified import clarifications_of, refuse_private
from yangguang.disclosure.collecting import copy_of
from yangguang.disclosure.events.clarifications import ClarificationPublished
from yangguang.disclosure.models import Clarification, ClarificationStatus
from yangguang.disclosure.queries import shown_version
from yangguang.disclosure.rules.checks import SECRECY
from yangguang.disclosure.rules.clarifying import CLARIFYING, examined_fault
from yangguang.disclosure.use_cases._lock_clarification import lock_clarification
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@asks_code
def publish_clarification(
    *, clarification_id: int, opinion: str = "", code: str, actor: Account, at: Moment
) -> Clarification:
    """By the agency head, who did not draft it, in the words that were put forward; they are read again for private data first."""
    row, approval = lock_clarification(clarification_id, actor)
    publication = row.publication
    version = shown_version(publication)
    if not publication.stands or version is None:
        raise Refused("这份决定已经不在公开，不能公布澄清公告。", CLARIFYING, remedy="请退回这份公告。")
    if approvals.digest_of(row.proposal) != approval.proposal_digest:
        raise Refused("澄清公告与送审时不一致，不能批准。", CLARIFYING, remedy="请退回后重新送审。")
    if fault := examined_fault(row.secrecy):
        raise Refused(fault, SECRECY, remedy="请退回，重新审查。")
    refuse_private(row.title, row.text, publication)
    reauthenticate(actor, code, purpose="publish")
    approvals.sign(approval=approval, role=Role.AGENCY_HEAD, opinion=opinion, actor=actor, at=at)
    row.status, row.released_on = ClarificationStatus.RELEASED, at.day
    row.save(update_fields=["status", "released_on"])
    version.copy = {**version.copy, "clarifications": clarifications_of(publication)}
    version.digest = copy_of(version).digest()
    version.save(update_fields=["copy", "digest"])
    event = ClarificationPublished(
        publication.number, row.public_id, publication.public_id, version.number, version.digest, row.title,
        row.drafted_by.actor_ref,
    )  # fmt: skip
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return row
