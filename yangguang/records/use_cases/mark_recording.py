"""Note what happens at one instant of a recording."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import chosen, clean
from yangguang.records.events.viewing import RecordingMarked
from yangguang.records.models import MarkKind, MediaMark
from yangguang.records.rules import instants
from yangguang.records.use_cases._kept_recordings import CLAUSE, kept, must_lie_within

WORDLESS = frozenset({MarkKind.OPENING, MarkKind.CERTIFICATE, MarkKind.RIGHTS, MarkKind.CLOSING})


@transaction.atomic
def mark_recording(*, media_ref: str, at_ms: int, kind: str, words: str, actor: Account, at: Moment) -> MediaMark:
    """Raises Refused for an instant that is not in it, and for a mark that says nothing."""
    media = kept(media_ref, actor)
    chosen(kind, MarkKind.values, label="种类", clause=CLAUSE, field="kind")
    must_lie_within(media, at_ms, field="instant")
    said = clean(words, label="内容", most=200, field="words")
    if not said and kind not in WORDLESS:
        raise Refused("请写明这一刻的内容。", CLAUSE, field="words")
    mark = MediaMark.objects.create(
        media=media, at_ms=at_ms, kind=kind, words=said, made_by_name=actor.actor_name, made_at=at.recorded_at
    )
    event = RecordingMarked(media.name, instants.told(at_ms), mark.get_kind_display(), said)
    ledger.record(event, subject=media.subject, actor=actor, at=at)
    return mark
