"""What the job process makes next: what somebody asked for, then previews of originals that came in."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db.models import Case, QuerySet, Value, When

from yangguang.base import media_kinds
from yangguang.base.events import Actor
from yangguang.base.films import tools
from yangguang.kernel import clock, disk
from yangguang.kernel.moment import Moment
from yangguang.records.models import Derivative, DerivedAs, MakingState, MediaManifest
from yangguang.records.use_cases._make_derivative import make_derivative

MOST_AT_ONCE = 20
GIVEN_UP_AFTER = timedelta(minutes=10)  # without a sign of life: the process that made it died
STRAYS_KEPT = timedelta(days=1)


def make_waiting(*, actor: Actor, at: Moment) -> int:
    """How many were made or could not be made; each is claimed first, so that several processes never make one twice."""
    folder = _room()
    _begin_previews(at)
    done = 0
    while done < MOST_AT_ONCE and (row := _claimed()) is not None:
        make_derivative(row=row, folder=folder, actor=actor)
        done += 1
    return done


def _begin_previews(at: Moment) -> None:
    """Every original has a preview that waits, once."""
    begun = Derivative.objects.filter(purpose=DerivedAs.PREVIEW).values("source")
    for media in MediaManifest.objects.exclude(pk__in=begun).order_by("pk")[:MOST_AT_ONCE]:
        known = {
            "body_id": media.body_id,
            "file_ref": media.file_ref,
            "asked_by_name": "系统",
            "asked_at": at.recorded_at,
        }
        Derivative.objects.get_or_create(source=media, purpose=DerivedAs.PREVIEW, defaults=known)


def _claimed() -> Derivative | None:
    """The next one, if no other process is quicker."""
    for row in _waiting()[:MOST_AT_ONCE]:
        same = Derivative.objects.filter(pk=row.pk, state=row.state, tried_at=row.tried_at)
        now = clock.now()
        if same.update(state=MakingState.MAKING, tried_at=now):
            row.state, row.tried_at = MakingState.MAKING, now
            return row
    return None


def _waiting() -> QuerySet[Derivative]:
    """What waits and what was left; films wait for the programs that make them, pictures need none."""
    rows = Derivative.objects.select_related("body", "source__blob", "source__body")
    left = rows.filter(state=MakingState.MAKING, tried_at__lt=clock.now() - GIVEN_UP_AFTER)
    found = rows.filter(state=MakingState.WAITING) | left
    if tools.here() is None:
        pictures = [kind for kind in media_kinds.SUFFIX_OF if not media_kinds.is_recording(kind)]
        found = found.filter(source__media_type__in=pictures)
    asked_first = Case(When(purpose=DerivedAs.PREVIEW, then=Value(1)), default=Value(0))
    return found.order_by(asked_first, "pk")


def _room() -> Path:
    """Where things are made: on the disk of the vault, so that they are moved, not copied. What a dead process left goes."""
    folder = Path(settings.VAULT_DIR) / ".making"
    disk.make_folder(folder)
    limit = (clock.now() - STRAYS_KEPT).timestamp()
    for found in folder.iterdir():
        if found.stat().st_mtime < limit:
            shutil.rmtree(found, ignore_errors=True)
    return folder
