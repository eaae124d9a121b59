"""Documents and evidence of a file. Who may read a file is decided above, by whoever owns the file (readers.py)."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from yangguang.base.models import Blob
from yangguang.directory.api import Account, Role, supervised_body_ids
from yangguang.records import readers
from yangguang.records.models import (
    ONCE,
    BoundFile,
    Capture,
    Derivative,
    DeviceLending,
    Document,
    DocumentScan,
    Evidence,
    MakingState,
    MediaManifest,
    MediaMark,
    RecordingDevice,
    StationImport,
    Upload,
    UploadState,
)
from yangguang.records.policy import DEVICE_KEEPERS, DEVICE_READERS


def documents_of(file_ref: str) -> QuerySet[Document]:
    """The documents of a file in their order."""
    return Document.objects.filter(file_ref=file_ref).order_by("position")


def evidence_of(file_ref: str) -> QuerySet[Evidence]:
    """The evidence of a file, oldest first."""
    return Evidence.objects.filter(file_ref=file_ref).select_related("document").order_by("obtained_on", "pk")


def document_visible_to(account: Account, public_id: str) -> Document | None:
    """One document if the account may read its file, else None."""
    found = Document.objects.select_related("body", "pdf", "docx").filter(public_id=public_id).first()
    return found if found and readers.may_read(account, found.file_ref) else None


def blob_visible_to(account: Account, public_id: str) -> tuple[Blob, str] | None:
    """A stored file and the name it is saved under, if the account may read a file that holds it, else None."""
    for scan in (
        DocumentScan.objects.filter(blob__public_id=public_id).select_related("blob", "document").order_by("pk")
    ):
        if readers.may_read(account, scan.document.file_ref):
            return scan.blob, f"{scan.document.title}-签名页"
    for one in Evidence.objects.filter(blob__public_id=public_id).select_related("blob").order_by("pk"):
        if one.blob is not None and readers.may_read(account, one.file_ref):
            return one.blob, one.name
    return None


def evidence_visible_to(account: Account, public_id: str) -> Evidence | None:
    """One piece of evidence if the account may read its file, else None."""
    found = (
        Evidence.objects.select_related(
            "body", "blob", "document", "media__upload__capture__body", "derivative__source"
        )
        .filter(public_id=public_id)
        .first()
    )
    return found if found and readers.may_read(account, found.file_ref) else None


def bound_files_of(file_ref: str) -> QuerySet[BoundFile]:
    """Every binding of a file, the newest first."""
    return BoundFile.objects.filter(file_ref=file_ref).select_related("blob").order_by("-pk")


def bound_file_visible_to(account: Account, public_id: str) -> BoundFile | None:
    """One binding if the account may read its file, else None."""
    found = BoundFile.objects.select_related("body", "blob").filter(public_id=public_id).first()
    return found if found and readers.may_read(account, found.file_ref) else None


def own_uploads(account: Account) -> QuerySet[Upload]:
    """What somebody brings or brought; nobody sees another's."""
    return Upload.objects.filter(account_ref=account.actor_ref).select_related("manifest__blob").order_by("pk")


def upload_visible_to(account: Account, public_id: str) -> Upload | None:
    """One's own upload, else None."""
    return own_uploads(account).filter(public_id=public_id).first()


def media_to_attach(file_ref: str) -> QuerySet[MediaManifest]:
    """The originals brought into a file that are no evidence yet, in the order they were taken."""
    rows = MediaManifest.objects.filter(file_ref=file_ref, evidence=None)
    return rows.select_related("blob", "upload__capture__body").order_by("occurred_at", "pk")


def own_captures(account: Account) -> QuerySet[Capture]:
    """What somebody recorded on the spot; a telephone asks about its own only."""
    return Capture.objects.filter(account_ref=account.actor_ref).select_related("body").order_by("pk")


def captures_of(file_ref: str) -> QuerySet[Capture]:
    """Everything recorded on the spot for a file, in order, with the originals that have come."""
    found = Capture.objects.filter(file_ref=file_ref).select_related("body").prefetch_related("uploads__manifest")
    return found.order_by("began_at", "pk")


def cuttings_to_attach(file_ref: str) -> QuerySet[Derivative]:
    """The pictures and stretches cut from originals of a file that are made, not retired, and no evidence yet."""
    rows = Derivative.objects.filter(file_ref=file_ref, state=MakingState.MADE, retired_at=None, evidence=None)
    return rows.exclude(purpose__in=ONCE).select_related("blob", "source").order_by("pk")


def media_of(file_ref: str) -> QuerySet[MediaManifest]:
    """Every original of a file in the order it was taken, with what was made of it to look at."""
    rows = MediaManifest.objects.filter(file_ref=file_ref).select_related("blob", "evidence")
    return rows.prefetch_related("derivatives__blob", "entries").order_by("occurred_at", "pk")


def media_visible_to(account: Account, public_id: str) -> MediaManifest | None:
    """One original if the account may read its file, else None."""
    rows = MediaManifest.objects.select_related("body", "blob", "evidence")
    found = rows.prefetch_related("derivatives__blob", "entries").filter(public_id=public_id).first()
    return found if found and readers.may_read(account, found.file_ref) else None


def derivative_visible_to(account: Account, public_id: str) -> Derivative | None:
    """Something made of an original if the account may read its file, else None."""
    rows = Derivative.objects.select_related("body", "blob", "source__body", "evidence").filter(public_id=public_id)
    found = rows.first()
    return found if found and readers.may_read(account, found.file_ref) else None


def mark_visible_to(account: Account, public_id: str) -> MediaMark | None:
    """One mark if the account may read the file of its recording, else None."""
    found = MediaMark.objects.select_related("media__body").filter(public_id=public_id).first()
    return found if found and readers.may_read(account, found.media.file_ref) else None


def devices_visible_to(account: Account) -> QuerySet[RecordingDevice]:
    """The devices of the own body; a supervisor sees those of every body below."""
    bodies = set(supervised_body_ids(account))
    if account.role_names & (DEVICE_READERS - {Role.SUPERVISOR}):
        bodies.add(account.body_id)
    rows = RecordingDevice.objects.filter(body_id__in=bodies).select_related("body", "unit")
    return rows.order_by("body_id", "number", "pk")


def devices_kept_by(account: Account) -> QuerySet[RecordingDevice]:
    """The devices whose register this account keeps."""
    kept = bool(account.role_names & DEVICE_KEEPERS)
    return devices_visible_to(account).filter(body_id=account.body_id) if kept else RecordingDevice.objects.none()


def lendings_of(device: RecordingDevice) -> QuerySet[DeviceLending]:
    """Everybody who had a device, the latest first."""
    return DeviceLending.objects.filter(device=device).select_related("officer").order_by("-taken_at", "-pk")


def lendings_of_account(account: Account) -> QuerySet[DeviceLending]:
    """What somebody has now."""
    rows = DeviceLending.objects.filter(officer__account_id=account.pk, returned_at=None)
    return rows.select_related("device").order_by("taken_at", "pk")


def devices_out_since(devices: QuerySet[RecordingDevice], since: datetime) -> QuerySet[RecordingDevice]:
    """Those of some devices that were taken before and are not back."""
    return devices.filter(pk__in=DeviceLending.objects.filter(returned_at=None, taken_at__lt=since).values("device_id"))


def unclaimed_visible_to(account: Account) -> QuerySet[Upload]:
    """The recordings of the own body from the station of which a person has to say where they belong."""
    rows = Upload.objects.filter(state=UploadState.UNCLAIMED, body_id=account.body_id)
    kept = rows if account.role_names & DEVICE_KEEPERS else rows.none()
    return kept.select_related("body", "officer").order_by("occurred_at", "pk")


def imports_visible_to(account: Account) -> QuerySet[StationImport]:
    """When the station's folder of the own body was read, the latest first."""
    rows = StationImport.objects.filter(body_id=account.body_id).select_related("account", "body")
    return rows if account.role_names & DEVICE_KEEPERS else rows.none()
