"""Proposed entries of bodies: who sees them, whom they wait for (D06)."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from yangguang.directory.models import Account, Body, BodyProposal, Entrustment
from yangguang.directory.models.scope import bureau_above, supervised_body_ids
from yangguang.directory.queries import bodies_kept_by, bodies_visible_to
from yangguang.directory.rules.body_proposals import OPEN, ProposalState
from yangguang.directory.rules.roles import Role
from yangguang.kernel import clock


def proposals_visible_to(account: Account) -> QuerySet[BodyProposal]:
    """Those about bodies the account keeps; an agency head's own body's besides. Nobody else sees them."""
    ids = bodies_proposed_for(account).order_by().values("pk")
    rows = BodyProposal.objects.select_related("body__parent", "parent", "document")
    return rows.filter(Q(body__in=ids) | Q(parent__in=ids))


def bodies_proposed_for(account: Account) -> QuerySet[Body]:
    """The bodies whose entry, or a new one under them, this account may put forward."""
    kept = bodies_kept_by(account)
    if not account.holds(Role.AGENCY_HEAD):
        return kept
    return bodies_visible_to(account).filter(Q(pk__in=kept.values("pk")) | Q(pk=account.body_id))


def open_proposals(account: Account) -> QuerySet[BodyProposal]:
    """Those of which something may still become, the oldest first."""
    return proposals_visible_to(account).filter(state__in=OPEN).order_by("proposed_on", "pk")


def bureau_for(proposal: BodyProposal) -> Body | None:
    """The judicial bureau that reviews it, when it is in this system."""
    return bureau_above(proposal.body.parent if proposal.body else proposal.parent, but=proposal.body)


def proposals_to_review(account: Account) -> QuerySet[BodyProposal]:
    """What waits for the supervisor: entries of other bodies than its own and the one it belongs to."""
    ids = supervised_body_ids(account)
    others = Q(body__in=ids) & ~Q(body__in=[account.body_id, account.body.parent_id])
    rows = BodyProposal.objects.select_related("body__parent", "parent").filter(state=ProposalState.WAITING)
    return rows.filter(others | Q(body=None, parent__in=ids)).exclude(proposed_by_ref=account.actor_ref)


def proposals_whose_letter_waits(account: Account) -> list[BodyProposal]:
    """What waits for the letter of a bureau that is not in this system, and may be recorded by this account."""
    waiting = proposals_visible_to(account).filter(state=ProposalState.WAITING).order_by("pk")
    return [one for one in waiting if bureau_for(one) is None]


def proposals_returned_to(account: Account) -> QuerySet[BodyProposal]:
    """What this person put forward and got back."""
    return proposals_visible_to(account).filter(state=ProposalState.RETURNED, proposed_by_ref=account.actor_ref)


def whom_it_waits_for(proposal: BodyProposal) -> str:
    """In words: who has to do something now."""
    if proposal.state == ProposalState.RETURNED:
        return f"等{proposal.proposed_by_name}改后再送审"
    if proposal.state != ProposalState.WAITING:
        return ""
    bureau = bureau_for(proposal)
    return f"等{bureau}审核" if bureau else "等司法行政部门的书面审核意见"


def entrustments_to_file(account: Account) -> QuerySet[Entrustment]:
    """Agreements that wait for the filing by this supervisor's bureau."""
    ids = set(supervised_body_ids(account)) - {account.body_id, account.body.parent_id}
    rows = Entrustment.objects.select_related("entrusting", "entrusted").filter(entrusting__in=ids)
    return rows.filter(filed_on=None, returned_on=None, ended_on=None, ends_on__gte=clock.today()).order_by(
        "starts_on", "pk"
    )


def entrustments_returned_to(account: Account) -> QuerySet[Entrustment]:
    """Agreements of the head's own body that were not filed and still stand."""
    rows = Entrustment.objects.select_related("entrusting", "entrusted").filter(entrusting=account.body_id)
    rows = rows.filter(filed_on=None, ended_on=None, ends_on__gte=clock.today())
    return rows.exclude(returned_on=None).order_by("starts_on", "pk")
