"""Documents and evidence of a file. Who may read a file is decided above, by whoever owns the file (readers.py)."""

from __future__ import annotations

from django.db.models import QuerySet

from yangguang.base.models import Blob
from yangguang.directory.api import Account
from yangguang.records import readers
from yangguang.records.models import BoundFile, Document, DocumentScan, Evidence, MediaManifest, Upload


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


def blob_visible_to(account: Account, public_id: str) -> tuple[Blob, str, str] | None:
    """A stored file, the name it is saved under and the file it lies in, if the account may read one that holds it, else
    None. Of several files one the account acts in.
    """
    scans = DocumentScan.objects.filter(blob__public_id=public_id).select_related("blob", "document").order_by("pk")
    held = [(scan.blob, f"{scan.document.title}-签名页", scan.document.file_ref) for scan in scans]
    pieces = Evidence.objects.filter(blob__public_id=public_id).select_related("blob").order_by("pk")
    held += [(one.blob, one.name, one.file_ref) for one in pieces if one.blob is not None]
    seen = [one for one in held if readers.may_read(account, one[2])]
    return next((one for one in seen if readers.acts_in(account, one[2])), next(iter(seen), None))


def evidence_visible_to(account: Account, public_id: str) -> Evidence | None:
    """One piece of evidence if the account may read its file, else None."""
    found = (
        Evidence.objects.select_related("body", "blob", "document", "media__seal", "media__body")
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
    return rows.select_related("blob").order_by("occurred_at", "pk")
