"""The review of a body's rules by its own legal office: who may give it, what waits for it, what is lacking before adoption."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from yangguang.base import approvals
from yangguang.base.events import Actor
from yangguang.base.models import ApprovalStep
from yangguang.base.models.approval import ApprovalState
from yangguang.catalogues.hands import writers_of
from yangguang.catalogues.lists.register import LISTS, list_of
from yangguang.catalogues.models import Edition
from yangguang.catalogues.queries import editions_waiting_for
from yangguang.catalogues.use_cases.submit_for_review import LEGAL_OFFICE, PURPOSE
from yangguang.directory.api import Account, Body, Role
from yangguang.kernel.written_text import folded

REVIEWED_INSIDE = [one.kind for one in LISTS.values() if one.reviewed_inside]


def may_review_inside(actor: Actor, body: Body) -> bool:
    """The body's own reviewers look at its rules before the head does."""
    return isinstance(actor, Account) and actor.body_id == body.pk and actor.holds(Role.LEGAL_REVIEWER)


def wrote_in(actor: Actor, edition: Edition) -> bool:
    """Whether somebody wrote in a draft: nobody reviews their own words, with a second account neither."""
    return any(actor.actor_ref == ref or folded(actor.actor_name) == folded(name) for ref, name in writers_of(edition))


def policies_to_review(account: Account) -> QuerySet[Edition]:
    """What waits for the legal office of the account's body; nothing for anybody else."""
    open_place = ApprovalStep.objects.filter(
        approval__subject_kind="edition", approval__subject_ref=OuterRef("public_id"), approval__purpose=PURPOSE,
        approval__state=ApprovalState.PENDING, role=LEGAL_OFFICE.role, signed_at=None,
    )  # fmt: skip
    rows = editions_waiting_for(account).filter(Exists(open_place), list_kind__in=REVIEWED_INSIDE)
    return rows if account.holds(Role.LEGAL_REVIEWER) else rows.none()


def lacking_inside(edition: Edition) -> str:
    """Why a body's rules may not be adopted yet, in one sentence; empty once its legal office agreed to this very proposal."""
    definition = list_of(edition.list_kind)
    if not definition.reviewed_inside:
        return ""
    approval = approvals.latest(edition.subject, PURPOSE)
    signed = approval is not None and approval.steps.filter(role=LEGAL_OFFICE.role, agrees=True).exists()
    return "" if signed else f"{definition.title}应当先经本机关法制机构审核，还没有审核意见，不能审定。"
