"""Ask for a picture or a stretch of a recording as a file of its own; the job process makes it, the original stays as it is."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.media_kinds import is_recording
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import chosen, clean
from yangguang.records.events.viewing import CuttingAsked
from yangguang.records.models import Derivative, DerivedAs, MakingState
from yangguang.records.policy import purpose_of
from yangguang.records.use_cases._kept_recordings import CLAUSE, kept, must_lie_within, preview_of
from yangguang.records.use_cases._make_derivative import stretch_of

CUTTINGS = (DerivedAs.FRAME, DerivedAs.CLIP)
WAITING_AT_MOST = 20  # of one recording


@transaction.atomic
def ask_for_cutting(
    *, media_ref: str, purpose: str, from_ms: int, words: str, actor: Account, at: Moment, to_ms: int | None = None
) -> Derivative:
    """Raises Refused for instants that are not in it, for a stretch that ends before it begins, for a picture of sound."""
    media = kept(media_ref, actor)
    chosen(purpose, [one.value for one in CUTTINGS], label="种类", clause=CLAUSE, field="purpose")
    said = clean(words, label="内容说明", most=200, least=1, field="words")
    if not is_recording(media.media_type):
        raise Refused("照片不用截取，可以直接归入证据。", CLAUSE)
    must_lie_within(media, from_ms, field="begins")
    preview = preview_of(media)
    if purpose == DerivedAs.FRAME:
        to_ms = None
        if preview is not None and not preview.facts.get("video"):
            raise Refused("录音没有画面，不能截图。", CLAUSE, remedy="请制作片段。", field="purpose")
    elif to_ms is None or to_ms <= from_ms:
        raise Refused("片段的结束时刻应当晚于开始时刻。", CLAUSE, remedy="请改填。", field="ends")
    else:
        must_lie_within(media, to_ms, field="ends")
    waiting = media.derivatives.filter(state__in=(MakingState.WAITING, MakingState.MAKING), purpose__in=CUTTINGS)
    if waiting.count() >= WAITING_AT_MOST:
        raise Refused("等候制作的截图和片段太多。", CLAUSE, remedy="请稍后再试。")
    asked = f"{actor.actor_name} {at.recorded_at.astimezone(clock.BEIJING):%Y-%m-%d %H:%M} {purpose_of(actor)}"
    row = Derivative.objects.create(
        body=media.body, file_ref=media.file_ref, source=media, purpose=purpose, from_ms=from_ms, to_ms=to_ms, words=said,
        watermark=asked, asked_by_ref=actor.actor_ref, asked_by_name=actor.actor_name, asked_at=at.recorded_at,
    )  # fmt: skip
    event = CuttingAsked(row.get_purpose_display(), media.name, stretch_of(row), said)
    ledger.record(event, subject=row.subject, actor=actor, at=at)
    return row
