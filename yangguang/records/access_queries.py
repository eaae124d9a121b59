"""Requests for access, what a grant opens, and which lines of the record tell who saw the originals of a file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from yangguang.base.models import LedgerEntry
from yangguang.directory.api import Account, Role, bodies_audited_by, supervised_body_ids
from yangguang.records.models import (
    IN_FORCE,
    AccessItem,
    AccessRequest,
    AccessScope,
    AccessState,
    BoundFile,
    Document,
    DocumentScan,
    DocumentStatus,
    Evidence,
)
from yangguang.records.policy import GRANTERS

VIEWING = ("stored_file", "bound_file", "access", "original")


def access_visible_to(account: Account) -> QuerySet[AccessRequest]:
    """One's own requests; those about files of the own body for whoever grants there; those of the bodies one audits or supervises."""
    seen = Q(asked_by_ref=account.actor_ref)
    if account.role_names & GRANTERS:
        seen |= Q(body_id=account.body_id)
    if supervised := supervised_body_ids(account):
        seen |= Q(body_id__in=supervised)
    if account.holds(Role.AUDIT_ADMINISTRATOR):
        seen |= Q(body__in=bodies_audited_by(account).values("pk"))
    return AccessRequest.objects.filter(seen).select_related("body", "asked_by_body").order_by("-pk")


def waiting_for(account: Account) -> QuerySet[AccessRequest]:
    """Requests about files of the own body that wait for a decision of somebody else than the asker."""
    if not account.role_names & GRANTERS:
        return AccessRequest.objects.none()
    rows = AccessRequest.objects.filter(body_id=account.body_id, state=AccessState.ASKED)
    return rows.exclude(asked_by_ref=account.actor_ref).select_related("asked_by_body").order_by("pk")


def offered(file_ref: str, scope: str) -> list[AccessItem]:
    """What of a file a grant of this scope may open, each as a row not kept yet."""
    found: list[AccessItem] = []
    if scope != AccessScope.DOCUMENTS:
        pieces = Evidence.objects.filter(file_ref=file_ref).exclude(blob=None).order_by("obtained_on", "pk")
        found += [AccessItem(evidence=one, title=f"证据：{one.name}"[:240]) for one in pieces]
    if scope != AccessScope.RECORDINGS:
        papers = Document.objects.filter(file_ref=file_ref).exclude(status=DocumentStatus.DRAFTED)
        found += [AccessItem(document=one, title=f"文书：{one.title}{one.number}"[:240]) for one in papers]
        scans = DocumentScan.objects.filter(document__file_ref=file_ref).select_related("document")
        found += [AccessItem(scan=one, title=f"签名页：{one.document.title}"[:240]) for one in scans.order_by("pk")]
    return found


def key_of(item: AccessItem) -> str:
    """How a form names what may be opened."""
    for kind, thing in (("evidence", item.evidence), ("document", item.document), ("scan", item.scan)):
        if thing is not None:
            return f"{kind}:{thing.public_id}"
    raise ValueError("an item opens one thing")


def items_of(access: AccessRequest) -> QuerySet[AccessItem]:
    """What a grant opens, in its order."""
    return access.items.select_related("evidence__blob", "document__body", "scan__blob", "scan__document")


def granted_blob(account: Account, blob_ref: str, day: date) -> AccessItem | None:
    """What opens a stored file to this person today."""
    rows = AccessItem.objects.filter(
        access__asked_by_ref=account.actor_ref, access__state__in=IN_FORCE, access__access_expires_on__gte=day
    )
    return (
        rows.filter(Q(evidence__blob__public_id=blob_ref) | Q(scan__blob__public_id=blob_ref)).order_by("-pk").first()
    )


def expired(day: date) -> QuerySet[AccessRequest]:
    """Grants whose last day is over."""
    rows = AccessRequest.objects.filter(state__in=[AccessState.APPROVED, AccessState.OPEN])
    return rows.filter(access_expires_on__lt=day).order_by("pk")


def viewings_of_file(file_ref: str) -> QuerySet[LedgerEntry]:
    """Every line that says who asked for, saw, took or tried to see originals of a file, the newest first."""
    blobs = Evidence.objects.filter(file_ref=file_ref).exclude(blob=None).order_by().values("blob__public_id")
    scans = DocumentScan.objects.filter(document__file_ref=file_ref).order_by().values("blob__public_id")
    bound = BoundFile.objects.filter(file_ref=file_ref).order_by().values("public_id")
    asked = AccessRequest.objects.filter(file_ref=file_ref).order_by().values("public_id")
    told = (
        Q(subject_kind="stored_file", subject_ref__in=blobs) | Q(subject_kind="stored_file", subject_ref__in=scans)
        | Q(subject_kind="bound_file", subject_ref__in=bound) | Q(subject_kind="access", subject_ref__in=asked)
        | Q(subject_kind="original", subject_ref=file_ref)
    )  # fmt: skip
    return LedgerEntry.objects.filter(told).order_by("-pk")


def viewings_of_bodies(chains: Iterable[str]) -> QuerySet[LedgerEntry]:
    """The same of everything bodies keep."""
    return LedgerEntry.objects.filter(chain__in=list(chains), subject_kind__in=VIEWING).order_by("-pk")
