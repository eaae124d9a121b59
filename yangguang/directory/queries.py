"""Who sees which bodies, and what the directory knows on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Protocol

from django.db.models import Q, QuerySet

from yangguang.base.models import LedgerEntry
from yangguang.base.worded_once import worded_once
from yangguang.directory.models import Account, Appointment, Body, CardBatch, Certificate, Entrustment, Officer
from yangguang.directory.models.body import EntrustmentQuerySet
from yangguang.directory.models.officer import CertificateState
from yangguang.directory.models.scope import administered_body_ids, supervised_body_ids
from yangguang.directory.rules import entrustments, qualification, reviewers
from yangguang.directory.rules.body_facts import TO_BE_COMPLETED
from yangguang.directory.rules.qualification import CertificateFacts
from yangguang.directory.rules.roles import ADMINISTRATORS, Role


class OfABody(Protocol):
    """Whoever belongs to a body."""

    @property
    def body_id(self) -> int:
        """The body's row number."""
        ...


def own_rows(account: OfABody) -> Q:
    """The rows of an account's own body: in its name, or acted on by it under an entrustment."""
    return Q(body_id=account.body_id) | Q(acting_body_id=account.body_id)


def bodies_visible_to(account: Account) -> QuerySet[Body]:
    """Bodies are public: every signed-in person sees them all."""
    return Body.objects.select_related("parent").order_by("pk")


def officers_visible_to(account: Account) -> QuerySet[Officer]:
    """Officers are public by law (D07); contact details are not on this row."""
    return Officer.objects.select_related("body", "unit").order_by("pk")


def entrustments_visible_to(account: Account) -> EntrustmentQuerySet:
    """Entrustments are public by law (APL-2021:20.2)."""
    return Entrustment.objects.select_related("entrusting", "entrusted").order_by("-starts_on", "-pk")


def accounts_visible_to(account: Account) -> QuerySet[Account]:
    """The accounts an administrator keeps; nobody else sees a list of accounts."""
    if not account.role_names & ADMINISTRATORS:
        return Account.objects.none()
    kept = Account.objects.filter(body_id__in=administered_body_ids(account))
    return kept.select_related("body", "unit").order_by("body_id", "pk")


def accounts_kept_without_role(account: Account, on: date) -> QuerySet[Account]:
    """The usable accounts an administrator keeps that hold no role on a day."""
    holding = Appointment.objects.standing_on(on).values("account_id")
    return accounts_visible_to(account).filter(is_active=True).exclude(pk__in=holding)


def accounts_holding(role: Role | str, body: Body | None, on: date) -> QuerySet[Account]:
    """The accounts that hold a role on a day, of one body or of all; locked accounts are left out."""
    standing = Appointment.objects.standing_on(on).filter(role=Role(role).value)
    holders = Account.objects.filter(pk__in=standing.values("account_id"), is_active=True)
    return (holders.filter(body=body) if body else holders).select_related("body", "unit").order_by("pk")


def handlers_of(body: Body, on: date) -> QuerySet[Account]:
    """The case handlers of a body on a day."""
    return accounts_holding(Role.CASE_HANDLER, body, on)


def certificate_facts(officer: Officer) -> tuple[CertificateFacts, ...]:
    """An officer's certificates as the rules read them."""
    if officer.certificates_read is not None:
        return tuple(one.facts for one in officer.certificates_read)
    read_already = "certificates" in getattr(officer, "_prefetched_objects_cache", {})
    return tuple(one.facts for one in (_longest_first(officer) if read_already else certificates_of(officer)))


@worded_once
def _certificates(officers: tuple[int, ...]) -> QuerySet[Certificate]:
    return Certificate.objects.filter(officer__pk__in=officers).order_by("-valid_until", "pk")


def read_certificates(officers: Iterable[Officer]) -> None:
    """Read the certificates of several officers in one statement, for whoever asks for their facts next."""
    known = {officer.pk: officer for officer in officers}
    held: dict[int, list[Certificate]] = {pk: [] for pk in known}
    for one in _certificates(tuple(known)) if known else ():
        one.officer = known[one.officer_id]
        held[one.officer_id].append(one)
    for pk, officer in known.items():
        officer.certificates_read = held[pk]


def _longest_first(officer: Officer) -> list[Certificate]:
    return sorted(officer.certificates.all(), key=lambda one: (-one.valid_until.toordinal(), one.pk))


def certificates_of(officer: Officer) -> QuerySet[Certificate]:
    """An officer's certificates, the longest valid first."""
    return officer.certificates.select_related("officer").order_by("-valid_until", "pk")


def certificate_fault(officer: Officer, field: str, area: str, on: date) -> str:
    """Why none of an officer's certificates carries an act of a field in an area on a day; empty when one does."""
    return qualification.first_fault(certificate_facts(officer), field=field, area=area, on=on)


def entrustment_between(entrusting: Body, entrusted: Body, on: date) -> Entrustment | None:
    """The agreement that stands between two bodies on a day, or None."""
    standing = Entrustment.objects.in_force_on(on).filter(entrusting=entrusting, entrusted=entrusted)
    return standing.order_by("-starts_on", "-pk").first()


def body_that_answers(body: Body, on: date) -> Body:
    """What is said of people of an entrusted organisation goes to the body that entrusts it, which watches over them."""
    agreement = agreement_acted_by(body.pk, on)
    return agreement.entrusting if agreement else body


def agreement_acted_by(body: int, on: date) -> Entrustment | None:
    """The newest agreement in force by which a body, given by row number, acts for another on a day; None in its own name."""
    rows = Entrustment.objects.in_force_on(on).filter(entrusted_id=body).select_related("entrusting")
    return rows.order_by("-starts_on", "-pk").first()


def entrustment_fault(entrusting: Body, entrusted: Body, matter: str, on: date) -> str:
    """Why no agreement lets a body act for another about a matter on a day; empty when one does, or none is needed."""
    if entrusting.pk == entrusted.pk:
        return ""
    agreements = Entrustment.objects.filter(entrusting=entrusting, entrusted=entrusted).order_by("-ends_on", "pk")
    return entrustments.fault((one.facts for one in agreements), matter=matter, on=on)


def reviewer_fault(account: Account, on: date) -> str:
    """Why a person may not review legally on a day; empty when the person may."""
    if not accounts_holding(Role.LEGAL_REVIEWER, None, on).filter(pk=account.pk).exists():
        return f"{account.name}不是法制审核人员"
    known = getattr(account, "reviewer_qualification", None)
    number, first = (known.qualification_number, known.first_reviewed_on) if known else ("", None)
    return reviewers.reviewer_fault(qualification_number=number, first_reviewed_on=first, on=on)


def reviewer_staffing(body: Body, on: date) -> reviewers.Staffing:
    """A body's officers and qualified reviewers on a day, with the ratio the State Council asks for (L02)."""
    officers = Officer.objects.filter(body=body, enrolled_on__lte=on).filter(Q(left_on=None) | Q(left_on__gt=on))
    holders = accounts_holding(Role.LEGAL_REVIEWER, body, on).select_related("reviewer_qualification")
    qualified = sum(1 for account in holders if not reviewer_fault(account, on))
    return reviewers.staffing(officers=officers.count(), reviewers=qualified)


def public_officer_rows(body: Body) -> list[dict[str, Any]]:
    """The officers of a body as the public list shows them (D07): one row a certificate, plain values only."""
    rows = Certificate.objects.filter(officer__body=body).select_related("officer__unit", "officer__body")
    return [
        {
            "officer_ref": one.officer.public_id,
            "name": one.officer.name,
            "body": one.officer.body.name,
            "unit": one.officer.unit.name if one.officer.unit else "",
            "post": one.officer.post,
            "certificate_kind": one.get_kind_display(),
            "certificate_number": one.number,
            "fields": list(one.fields),
            "areas": list(one.areas),
            "valid_from": one.valid_from.isoformat(),
            "valid_until": one.valid_until.isoformat(),
            "state": one.state,
            "state_label": one.get_state_display(),
            "suspensions": [list(span) for span in one.suspensions],
            "left_on": one.officer.left_on.isoformat() if one.officer.left_on else "",
        }
        for one in rows.order_by("officer__unit_id", "officer_id", "-valid_until")
    ]


def acts_of(account: Account) -> QuerySet[LedgerEntry]:
    """What a person has done, newest first: the person's own view of the ledger."""
    return LedgerEntry.objects.filter(actor_ref=account.actor_ref).order_by("-pk")


def bodies_kept_by(account: Account) -> QuerySet[Body]:
    """The bodies whose entry, officers and units this account keeps: as supervisor above, or as system administrator."""
    ids = set(supervised_body_ids(account))
    if account.holds(Role.SYSTEM_ADMINISTRATOR):
        ids |= set(administered_body_ids(account))
    return bodies_visible_to(account).filter(pk__in=ids)


def bodies_to_complete(account: Account) -> QuerySet[Body]:
    """Bodies this account keeps of which the founding left something open."""
    left_open = Q()
    for name in ("funding", "staffing", "duties", "legal_representative", "address", "complaint_phone"):
        left_open |= Q(**{name: TO_BE_COMPLETED})
    return bodies_kept_by(account).filter(left_open)


def bodies_audited_by(account: Account) -> QuerySet[Body]:
    """The bodies whose record this account reads: an audit administrator's all it is in charge of, else its own."""
    ids = administered_body_ids(account) if account.holds(Role.AUDIT_ADMINISTRATOR) else [account.body_id]
    return bodies_visible_to(account).filter(pk__in=ids)


def officers_kept_by(account: Account) -> QuerySet[Officer]:
    """The officers this account enrols and sees off."""
    return officers_visible_to(account).filter(body__in=bodies_kept_by(account).values("pk"))


def certificates_kept_by(account: Account) -> QuerySet[Certificate]:
    """The certificates the supervising authority keeps."""
    kept = Certificate.objects.filter(officer__body_id__in=supervised_body_ids(account))
    return kept.select_related("officer__body")


def usable_certificates(body: Body, on: date) -> QuerySet[Certificate]:
    """The certificates of a body's officers that may be used on a day."""
    rows = Certificate.objects.filter(officer__body=body, state=CertificateState.ACTIVE, valid_from__lte=on)
    rows = rows.filter(Q(officer__left_on=None) | Q(officer__left_on__gt=on), valid_until__gte=on)
    return rows.select_related("officer").order_by("officer__name", "number")


def cards_kept_by(account: Account) -> QuerySet[CardBatch]:
    """The cards the supervising authority made for bodies below, newest first."""
    return CardBatch.objects.select_related("body").filter(body_id__in=supervised_body_ids(account)).order_by("-pk")


def entrustments_kept_by(account: Account) -> QuerySet[Entrustment]:
    """The entrustments one of whose sides this account's body is."""
    return entrustments_visible_to(account).filter(Q(entrusting=account.body_id) | Q(entrusted=account.body_id))


def entrustments_supervised_by(account: Account) -> QuerySet[Entrustment]:
    """The entrustments by bodies a supervisor sees."""
    return entrustments_visible_to(account).filter(entrusting__in=supervised_body_ids(account))


def reviewers_visible_to(account: Account, on: date) -> QuerySet[Account]:
    """The legal reviewers of the own body; a supervisor sees those of every body below."""
    bodies = {account.body_id, *supervised_body_ids(account)}
    holders = accounts_holding(Role.LEGAL_REVIEWER, None, on).filter(body_id__in=bodies)
    return holders.select_related("body", "unit", "reviewer_qualification").order_by("body_id", "pk")


def officers_in_view(officers: QuerySet[Officer], view: str, on: date, soon: date) -> QuerySet[Officer]:
    """Officers by what their certificates are worth: usable, expiring, expired, suspended, without, left."""
    present = officers.filter(Q(left_on=None) | Q(left_on__gt=on))
    usable = Certificate.objects.filter(state=CertificateState.ACTIVE, valid_from__lte=on, valid_until__gte=on)
    holders, lasting = usable.values("officer_id"), usable.filter(valid_until__gt=soon).values("officer_id")
    suspended = Certificate.objects.filter(state=CertificateState.SUSPENDED).values("officer_id")
    every = Certificate.objects.exclude(state=CertificateState.DEREGISTERED).values("officer_id")
    chosen = {
        "usable": present.filter(pk__in=holders),
        "expiring": present.filter(pk__in=holders).exclude(pk__in=lasting),
        "expired": present.filter(pk__in=every).exclude(pk__in=holders).exclude(pk__in=suspended),
        "suspended": present.filter(pk__in=suspended).exclude(pk__in=holders),
        "without": present.exclude(pk__in=every),
        "left": officers.filter(left_on__lte=on),
    }
    return chosen.get(view, officers)


def entrustments_in_view(rows: EntrustmentQuerySet, view: str, on: date) -> QuerySet[Entrustment]:
    """Entrustments by what is missing: standing, unpublished, unfiled, over."""
    standing = rows.not_over_on(on)
    chosen = {
        "standing": standing,
        "unpublished": standing.filter(Q(published_on=None) | Q(entrusted_published_on=None)),
        "unfiled": standing.filter(filed_on=None),
        "over": rows.exclude(pk__in=standing.order_by().values("pk")),
    }
    return chosen.get(view, rows)
