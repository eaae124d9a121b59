"""Signers in order, written opinions, returns with a reason: the one mechanism behind every approval form."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from yangguang.base.events import Actor, Subject, plain
from yangguang.base.models.approval import Approval, ApprovalState, ApprovalStep
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@dataclass(frozen=True)
class Signer:
    """A place in the form: the role that signs, the column's label, and the person if one is named."""

    role: str
    label: str
    ref: str = ""


Carry = Callable[..., None]
_carried_out: dict[str, Carry] = {}
_sent_back: dict[str, Carry] = {}


def when_approved(purpose: str) -> Callable[[Carry], Carry]:
    """Register what the last signature carries out: called as f(approval, actor=…, at=…) in the same transaction."""

    def register(carry: Carry) -> Carry:
        _carried_out[purpose] = carry
        return carry

    return register


def when_sent_back(purpose: str) -> Callable[[Carry], Carry]:
    """Register what a return brings about: called as f(approval, actor=…, at=…) in the same transaction."""

    def register(carry: Carry) -> Carry:
        _sent_back[purpose] = carry
        return carry

    return register


def digest_of(proposal: dict[str, Any]) -> str:
    """The fingerprint of what was put before the signers."""
    return hashlib.sha256(
        json.dumps(plain(proposal), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    ).hexdigest()


@transaction.atomic
def request(
    *, subject: Subject, purpose: str, title: str, proposal: dict[str, Any], signers: Sequence[Signer],
    opinion: str, actor: Actor, at: Moment,
) -> Approval:  # fmt: skip
    """Put a proposal before its signers; the one who asks signs the first place. Raises Refused while one is pending."""
    pending = Approval.objects.filter(
        subject_kind=subject.kind, subject_ref=subject.ref, purpose=purpose, state=ApprovalState.PENDING
    )
    if pending.exists():
        raise Refused("同一事项已经在审批中。", remedy="请等候审批，或者先收回。")
    approval = Approval.objects.create(
        chain=subject.chain, purpose=purpose, title=title[:200], subject_kind=subject.kind, subject_ref=subject.ref,
        file_ref=subject.file, proposal=plain(proposal), proposal_digest=digest_of(proposal),
        requested_by_ref=actor.actor_ref, requested_by_name=actor.actor_name, requested_at=at.recorded_at,
    )  # fmt: skip
    for order, signer in enumerate(signers, start=1):
        ApprovalStep.objects.create(
            approval=approval, order=order, role=signer.role, label=signer.label, signer_ref=signer.ref
        )
    _put_opinion(approval.steps.get(order=1), agrees=True, opinion=opinion, actor=actor, at=at)
    return approval


def next_step(approval: Approval) -> ApprovalStep | None:
    """The place that waits for its signer, or None when all have signed."""
    if approval.state != ApprovalState.PENDING:
        return None
    return approval.steps.filter(signed_at=None).order_by("order").first()


@transaction.atomic
def sign(*, approval: Approval, role: str, opinion: str, actor: Actor, at: Moment, **proved: Any) -> Approval:
    """Agree at the waiting place. The caller has checked that the actor holds `role` here. The last place approves.

    `proved` goes on to what the last signature carries out: the proof that the head gave a fresh code.
    """
    locked, step = _waiting_for(approval, role, actor)
    _put_opinion(step, agrees=True, opinion=opinion or "同意。", actor=actor, at=at)
    if next_step(locked) is None:
        locked.state, locked.closed_at = ApprovalState.APPROVED, at.recorded_at
        locked.save(update_fields=["state", "closed_at"])
        if (carry := _carried_out.get(locked.purpose)) is not None:
            carry(locked, actor=actor, at=at, **proved)
    return locked


@transaction.atomic
def send_back(*, approval: Approval, role: str, reason: str, actor: Actor, at: Moment) -> Approval:
    """Return the proposal with a reason. Raises Refused without one."""
    if not reason.strip():
        raise Refused("退回应当写明理由。", field="opinion")
    locked, step = _waiting_for(approval, role, actor)
    _put_opinion(step, agrees=False, opinion=reason, actor=actor, at=at)
    locked.state, locked.closed_at = ApprovalState.RETURNED, at.recorded_at
    locked.save(update_fields=["state", "closed_at"])
    if (carry := _sent_back.get(locked.purpose)) is not None:
        carry(locked, actor=actor, at=at)
    return locked


@transaction.atomic
def withdraw(*, approval: Approval, actor: Actor, at: Moment) -> Approval:
    """Take back a pending proposal; only whoever asked may."""
    locked = Approval.objects.select_for_update().get(pk=approval.pk)
    if locked.state != ApprovalState.PENDING or locked.requested_by_ref != actor.actor_ref:
        raise Refused("只有提请人可以收回尚未办结的审批。")
    locked.state, locked.closed_at = ApprovalState.WITHDRAWN, at.recorded_at
    locked.save(update_fields=["state", "closed_at"])
    return locked


def latest(subject: Subject, purpose: str) -> Approval | None:
    """The newest approval of this purpose about this subject."""
    rows = Approval.objects.filter(subject_kind=subject.kind, subject_ref=subject.ref, purpose=purpose)
    return rows.order_by("-pk").first()


def approved(subject: Subject, purpose: str) -> Approval | None:
    """The newest approval if it was approved, else None."""
    newest = latest(subject, purpose)
    return newest if newest and newest.state == ApprovalState.APPROVED else None


def _waiting_for(approval: Approval, role: str, actor: Actor) -> tuple[Approval, ApprovalStep]:
    locked = Approval.objects.select_for_update().get(pk=approval.pk)
    step = next_step(locked)
    if step is None:
        raise Refused("这份审批已经办结。", remedy="请刷新页面查看结果。")
    if step.role != role or (step.signer_ref and step.signer_ref != actor.actor_ref):
        raise Refused(f"现在等候“{step.label}”签署，您不能签署。")
    if approval.steps.filter(signed_by_ref=actor.actor_ref).exists():
        raise Refused("同一人不能在一份审批表上签署两次。", remedy="请由另一名有权的负责人签署。")
    return locked, step


def _put_opinion(step: ApprovalStep, *, agrees: bool, opinion: str, actor: Actor, at: Moment) -> None:
    step.agrees, step.opinion = agrees, opinion.strip()
    step.signed_by_ref, step.signed_by_name = actor.actor_ref, actor.actor_name
    step.signed_at = at.recorded_at
    step.save()
