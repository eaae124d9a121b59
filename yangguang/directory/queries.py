"""Who sees which bodies, and what the directory knows on a day."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from yangguang.directory.models import Account, Body, Certificate, Entrustment, Officer
from yangguang.directory.models.officer import CertificateState
from yangguang.directory.models.scope import administered_body_ids, bodies_under, supervised_body_ids
from yangguang.directory.rules.qualification import CertificateFacts

__all__ = [
    "administered_body_ids",
    "bodies_under",
    "bodies_visible_to",
    "certificate_facts",
    "entrustment_between",
    "facts_of",
    "officers_visible_to",
    "own_rows",
    "supervised_body_ids",
]


def own_rows(account: Account) -> Q:
    """The rows of an account's own body: in its name, or acted on by it under an entrustment."""
    return Q(body_id=account.body_id) | Q(acting_body_id=account.body_id)


def bodies_visible_to(account: Account) -> QuerySet[Body]:
    """Bodies are public: every signed-in person sees them all."""
    return Body.objects.all()


def officers_visible_to(account: Account) -> QuerySet[Officer]:
    """Officers are public by law (D07); contact details are not on this row."""
    return Officer.objects.select_related("body", "unit")


def certificate_facts(officer: Officer) -> tuple[CertificateFacts, ...]:
    """An officer's certificates as the rules read them."""
    return tuple(facts_of(c, officer.name) for c in officer.certificates.all())


def facts_of(certificate: Certificate, officer_name: str) -> CertificateFacts:
    """One certificate as the rules read it."""
    return CertificateFacts(
        officer_name=officer_name,
        number=certificate.number,
        fields=tuple(certificate.fields),
        areas=tuple(certificate.areas),
        valid_from=certificate.valid_from,
        valid_until=certificate.valid_until,
        unusable_since=certificate.state_since if certificate.state != CertificateState.ACTIVE else None,
    )


def entrustment_between(entrusting: Body, entrusted: Body, on: date) -> Entrustment | None:
    """The agreement that stands between two bodies on a day, or None."""
    standing = Entrustment.objects.filter(
        entrusting=entrusting, entrusted=entrusted, starts_on__lte=on, ends_on__gte=on
    ).filter(Q(ended_on=None) | Q(ended_on__gt=on))
    return standing.order_by("-starts_on").first()
