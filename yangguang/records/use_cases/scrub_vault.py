"""Read stored files again within a time, never-read ones first, so that the whole store is read once a period; mend what is not
what it was, and say so.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q, QuerySet

from yangguang.base import ledger, scrubbing, vault
from yangguang.base.events import Actor, Subject
from yangguang.base.models import Blob
from yangguang.directory.api import Body
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.records.events.custody import StoredFileDamaged, StoredFileRepaired
from yangguang.records.models import (
    DamagedBlob,
    DamageKind,
    Document,
    DocumentScan,
    Evidence,
    MediaManifest,
    ScrubRun,
)


def due(before: datetime) -> QuerySet[Blob]:
    """What was not read since, the never-read first; what was found damaged comes again last."""
    rows = Blob.objects.filter(Q(checked_at=None) | Q(checked_at__lt=before))
    return rows.order_by(F("checked_at").asc(nulls_first=True), "pk")


def scrub_vault(*, actor: Actor, at: Moment, seconds: float, most_bytes: int | None = None) -> ScrubRun | None:
    """One stretch of the work; it goes on where it ended, whatever ended it. None when nothing was due."""
    until = clock.now().timestamp() + seconds
    run = ScrubRun(began_at=clock.now())
    tried: set[int] = set()
    before = at.recorded_at - settings.SCRUB_PERIOD
    while blob := due(before).exclude(pk__in=tried).exclude(pk__in=_open_damage()).first():
        tried.add(blob.pk)
        kind = scrubbing.state_of(blob.sha256, vault.path_of(blob.sha256))
        run.files, run.size = run.files + 1, run.size + blob.size
        if kind == scrubbing.SOUND:
            Blob.objects.filter(pk=blob.pk).update(checked_at=clock.now())
        else:
            run.faults += 1
            run.repaired += _met(blob, kind, actor=actor, at=Moment.now())
        if clock.now().timestamp() >= until or (most_bytes is not None and run.size >= most_bytes):
            break
    run.repaired += mended(actor=actor)
    if not run.files and not run.repaired:
        return None
    run.ended_at = clock.now()
    run.save()
    return run


def mended(*, actor: Actor) -> int:
    """Try again to mend what was found and not mended: the replica may have come since; how many it mended."""
    count = 0
    for one in DamagedBlob.objects.filter(repaired_at=None).select_related("blob").order_by("pk"):
        sound = scrubbing.state_of(one.blob.sha256, vault.path_of(one.blob.sha256)) == scrubbing.SOUND
        ok, aside = (True, "") if sound else scrubbing.restored(one.blob)
        if ok:
            _repaired(one, aside, actor=actor, at=Moment.now())
            count += 1
    return count


def _open_damage() -> QuerySet[DamagedBlob, Any]:
    return DamagedBlob.objects.filter(repaired_at=None).order_by().values("blob_id")


def _met(blob: Blob, kind: str, *, actor: Actor, at: Moment) -> bool:
    """Say what was found, then mend it; whether it is mended."""
    with transaction.atomic():
        found = DamagedBlob.objects.create(blob=blob, kind=kind, found_at=at.recorded_at)
        event = StoredFileDamaged(blob.public_id, DamageKind(kind).label, blob.sha256)
        ledger.record(event, subject=_subject(blob), actor=actor, at=at)
    ok, aside = scrubbing.restored(blob)
    if ok:
        _repaired(found, aside, actor=actor, at=at)
    return ok


@transaction.atomic
def _repaired(found: DamagedBlob, aside: str, *, actor: Actor, at: Moment) -> None:
    found.repaired_at, found.kept_aside = at.recorded_at, aside[:120]
    found.save(update_fields=["repaired_at", "kept_aside"])
    Blob.objects.filter(pk=found.blob_id).update(checked_at=clock.now())
    event = StoredFileRepaired(found.blob.public_id, found.blob.sha256, aside)
    ledger.record(event, subject=_subject(found.blob), actor=actor, at=at)


def _subject(blob: Blob) -> Subject:
    """In the chain of the body whose file it is; of what no file of a case holds, in the first body's."""
    holders = (
        MediaManifest.objects.filter(blob=blob).values_list("body__public_id"),
        Evidence.objects.filter(blob=blob).values_list("body__public_id"),
        DocumentScan.objects.filter(blob=blob).values_list("document__body__public_id"),
        Document.objects.filter(Q(pdf=blob) | Q(docx=blob)).values_list("body__public_id"),
        Body.objects.order_by("pk").values_list("public_id"),
    )
    chain = next(row[0] for rows in holders if (row := rows.first()) is not None)
    return Subject("stored_file", blob.public_id, chain)
