"""The custody of bits at work: originals are sealed as they come, each day is closed, the store is read again at night."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import connection

from yangguang.base import triggers
from yangguang.base.append_only import triggers_of
from yangguang.base.events import SYSTEM
from yangguang.base.jobs import scheduled
from yangguang.base.outbox import listener
from yangguang.base.verifying import invariant, reminder
from yangguang.directory.api import Body
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.records import sealing, stamping
from yangguang.records.events import MediaArrived
from yangguang.records.models import DamagedBlob, EvidenceDay, MediaManifest
from yangguang.records.use_cases.close_evidence_day import close_evidence_day
from yangguang.records.use_cases.scrub_vault import scrub_vault

SETTLED = timedelta(minutes=30)  # what came in at the last moment is written down by then


@listener(MediaArrived, name="records.seal")
def seal(entry: Any) -> None:
    """Sign what was written down about an original, right after it came."""
    manifest = MediaManifest.objects.select_related("body").get(public_id=entry.subject_ref)
    sealing.sealed(manifest, entry.recorded_at)


@scheduled("records.evidence_days", title="结算每日存证", every=timedelta(minutes=10))
def close_days() -> int:
    """Close each day that is over and on which something came in, the oldest first; how many."""
    before = clock.beijing(clock.legal_day(clock.now() - SETTLED), 0)
    closed = set(EvidenceDay.objects.order_by().values_list("body_id", "day"))
    came = MediaManifest.objects.filter(made_at__lt=before).order_by("made_at").values_list("body_id", "made_at")
    due: dict[tuple[int, date], None] = {}
    for body_id, made_at in came:
        due.setdefault((body_id, clock.legal_day(made_at)))
    waiting = [one for one in due if one not in closed]
    for body_id, day in waiting:
        close_evidence_day(body=Body.objects.get(pk=body_id), day=day, actor=SYSTEM, at=Moment.now())
    return len(waiting)


@scheduled("records.scrub", title="夜间重新核对存件", every=timedelta(minutes=5))
def scrub() -> int:
    """A stretch of the scrub, at night; how many files it read."""
    if clock.now().astimezone(clock.BEIJING).hour not in settings.SCRUB_HOURS:
        return 0
    run = scrub_vault(actor=SYSTEM, at=Moment.now(), seconds=settings.SCRUB_SECONDS)
    return run.files if run else 0


@invariant("seals", title="录音录像的登记签名、每日存证逐一推算相符")
def seals() -> Iterator[str]:
    """Every seal and every day derived anew."""
    yield from sealing.faults()
    for day in EvidenceDay.objects.exclude(stamp=b"").select_related("body").order_by("pk"):
        if settings.TSA_ROOTS_FILE and not stamping.is_stamped(day):
            yield f"{day.body.name} {day.day}：可信时间戳与每日存证不符"


@reminder("damaged_files", title="巡检发现的损坏存件都已修复")
def damaged_files() -> Iterator[str]:
    """What the scrub found and nobody has mended."""
    for one in DamagedBlob.objects.filter(repaired_at=None).select_related("blob").order_by("pk"):
        yield f"存件 {one.blob.public_id}：{one.get_kind_display()}，{clock.legal_day(one.found_at)} 发现"


triggers.expect("录音录像的登记签名", *triggers_of("records_manifestseal", connection.vendor))
