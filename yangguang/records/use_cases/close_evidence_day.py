"""Close a day of originals: the root over their statements stands, and goes into the public log under a salt."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.base.tlog import merkle
from yangguang.directory.api import Body
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.events.custody import RECORD, EvidenceDayClosed
from yangguang.records.models import EvidenceDay, MediaManifest
from yangguang.records.sealing import leaves_of, sealed, seals_of


@transaction.atomic
def close_evidence_day(*, body: Body, day: date, actor: Actor, at: Moment) -> EvidenceDay:
    """Once, after the day is over; what has no seal yet is sealed first. Raises Refused before, and for an empty day."""
    locked = Body.objects.select_for_update().get(pk=body.pk)
    known = EvidenceDay.objects.filter(body=locked, day=day).first()
    if known is not None:
        return known
    if day >= at.day:
        raise Refused("当日还没有结束。", RECORD)
    for manifest in MediaManifest.objects.filter(body=locked, seal=None).select_related("body").order_by("pk"):
        sealed(manifest, at.recorded_at)
    leaves = leaves_of(seals_of(locked.pk, day))
    if not leaves:
        raise Refused("当日没有入库的录音录像。", RECORD)
    made = EvidenceDay.objects.create(
        body=locked, day=day, size=len(leaves), root=merkle.root_of(leaves).hex(), closed_at=at.recorded_at
    )
    ledger.record(EvidenceDayClosed(day, made.size, made.root), subject=made.subject, actor=actor, at=at)
    return made
