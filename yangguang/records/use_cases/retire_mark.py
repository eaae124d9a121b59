"""Retire a mark that is wrong: it stays, with the reason, and is no longer shown on the track."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records.events.viewing import MarkRetired
from yangguang.records.models import MediaMark
from yangguang.records.rules import instants
from yangguang.records.use_cases._kept_recordings import CLAUSE, must_keep


@transaction.atomic
def retire_mark(*, mark_ref: str, reason: str, actor: Account, at: Moment) -> MediaMark:
    """Raises Refused without a reason, and for one that was retired before."""
    mark = MediaMark.objects.select_for_update(of=("self",)).select_related("media__body").get(public_id=mark_ref)
    must_keep(mark.media.file_ref, actor)
    if mark.retired_at:
        raise Refused("这处标记已经停用。", CLAUSE)
    mark.retire_reason = clean(reason, label="停用理由", most=200, least=1, field="reason")
    mark.retired_at, mark.retired_by_name = at.recorded_at, actor.actor_name
    mark.save(update_fields=["retire_reason", "retired_at", "retired_by_name"])
    event = MarkRetired(mark.media.name, instants.told(mark.at_ms), mark.get_kind_display(), mark.retire_reason)
    ledger.record(event, subject=mark.media.subject, actor=actor, at=at)
    return mark
