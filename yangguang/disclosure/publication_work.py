"""What waits for publishers and those above them: decisions to publish, to take back, to put back, and credit repairs."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from yangguang.directory.api import Account, Role
from yangguang.disclosure.decision_hands import hands_so_far, own_hand_fault
from yangguang.disclosure.following_up import follow_up_of
from yangguang.disclosure.models import (
    CreditRepair,
    Publication,
    PublicationStatus,
    RepairStatus,
    WithdrawalGround,
    WithdrawalProposal,
)
from yangguang.disclosure.models.publication import STANDING, WAITING
from yangguang.disclosure.queries import (
    may_stand_again,
    next_version,
    publications_visible_to,
    repairs_visible_to,
    standing_of,
    with_old_attachments,
)
from yangguang.kernel import clock


def publications_to_do(account: Account) -> list[Publication]:
    """What waits for a publisher: to prepare, to release (never one's own), to take back, to put back; what is attached as it should
    not be. For the head: what those who were asked say may not be public.
    """
    rows = publications_visible_to(account)
    if not account.holds(Role.PUBLISHER):
        return _ruled_out(rows.filter(body=account.body_id)) if account.holds(Role.AGENCY_HEAD) else []
    waiting = [one for one in rows.filter(status__in=WAITING) if not one.ruled_out and not _of_others(one, account)]
    returned = WithdrawalProposal.objects.filter(approved=False).order_by().values("publication")
    altered = Q(withdrawal_ground__in=(WithdrawalGround.ALTERED, WithdrawalGround.ORDERED_STOPPED))
    back = rows.filter(altered | Q(pk__in=returned), status=PublicationStatus.WITHDRAWN).prefetch_related("proposals")
    again = [one for one in back if may_stand_again(one) and not _own_and_prepared(one, account)]
    return [
        *waiting,
        *rows.filter(status__in=STANDING).exclude(withdraw_by=None).exclude(proposals__in=_waiting_withdrawals()),
        *with_old_attachments(rows.filter(withdraw_by=None)),
        *again,
    ]


def repairs_to_do(account: Account) -> list[CreditRepair]:
    """Applications for credit repair: to examine for the publishers, to decide for the agency head of the body."""
    found: list[CreditRepair] = []
    rows = repairs_visible_to(account)
    if account.holds(Role.PUBLISHER):
        found += rows.filter(status=RepairStatus.ASKED)
    if account.holds(Role.AGENCY_HEAD):
        found += rows.filter(status=RepairStatus.EXAMINED, publication__body=account.body_id)
    return found


def publications_gone_late(account: Account) -> list[Publication]:
    """What the publishers below have let pass, for their agency head and for the supervisor: unpublished, not taken back,
    or pulled at once and not looked at.
    """
    if not account.role_names & {Role.AGENCY_HEAD, Role.SUPERVISOR}:
        return []
    rows, today = publications_visible_to(account), clock.today()
    own = (
        account.body_id if account.holds(Role.AGENCY_HEAD) else None
    )  # what the head withholds is on the head's own list
    waiting = [
        one for one in rows.filter(status__in=WAITING)
        if standing_of(one, today).overdue and not (one.ruled_out and one.body_id == own)
    ]  # fmt: skip
    return [*waiting, *rows.filter(status__in=STANDING, withdraw_by__lt=today), *_pulled_late(rows, own)]


def _pulled_late(rows: QuerySet[Publication], own: int | None) -> list[Publication]:
    """What was pulled at once and nobody has looked at in time; what the head may confirm is on the head's own list."""
    down = rows.filter(status=PublicationStatus.WITHDRAWN, proposals__in=_not_agreed()).distinct()
    late = [one for one in down.prefetch_related("proposals") if (term := follow_up_of(one)) and term.overdue]
    return [one for one in late if one.body_id != own or one.proposals.all()[0].decided_on is not None]


def _not_agreed() -> QuerySet[WithdrawalProposal]:
    return WithdrawalProposal.objects.exclude(approved=True).order_by()


def _waiting_withdrawals() -> QuerySet[WithdrawalProposal]:
    """What was proposed waits for a second person; it is on their list."""
    return WithdrawalProposal.objects.filter(decided_on=None).order_by()


def _ruled_out(rows: QuerySet[Publication]) -> list[Publication]:
    asked = rows.filter(status__in=WAITING, ruling__has_key="received_on").order_by("pk")
    return [one for one in asked if one.ruled_out]


def _of_others(publication: Publication, account: Account) -> bool:
    """Whether somebody else must go on: the person prepared it, or, being a handler too, drew it up or passed it on."""
    if _own_and_prepared(publication, account):
        return True
    return account.holds(Role.CASE_HANDLER) and bool(own_hand_fault(hands_so_far(publication), account))


def _own_and_prepared(publication: Publication, account: Account) -> bool:
    version = next_version(publication)
    return (
        publication.status in {PublicationStatus.PREPARED, PublicationStatus.WITHDRAWN}
        and version is not None
        and version.prepared_by_id == account.pk
    )
