"""What every act on a recording begins with: who keeps the file may act, and every instant lies within the recording."""

from __future__ import annotations

from yangguang.directory.api import Account
from yangguang.kernel.refusal import Refused
from yangguang.records.models import Derivative, DerivedAs, MakingState, MediaManifest
from yangguang.records.readers import face_of
from yangguang.records.rules import instants

CLAUSE = "APL-2021:47"


def kept(media_ref: str, actor: Account) -> MediaManifest:
    """The original, its row locked. Raises Refused for somebody who does not keep its file."""
    media = MediaManifest.objects.select_for_update(of=("self",)).select_related("body").get(public_id=media_ref)
    must_keep(media.file_ref, actor)
    return media


def must_keep(file_ref: str, actor: Account) -> None:
    """Raises Refused for somebody who does not keep this file, or no longer."""
    if not face_of(actor, file_ref).keeps:
        raise Refused("只有本案承办人在结案以前可以办理。", CLAUSE, remedy="请由本案承办人办理。")


def preview_of(media: MediaManifest) -> Derivative | None:
    """What is looked at instead of the original, once it is made."""
    return media.derivatives.filter(purpose=DerivedAs.PREVIEW, state=MakingState.MADE).first()


def length_of(media: MediaManifest) -> int:
    """How many milliseconds a recording takes. Raises Refused while nobody knows."""
    preview = preview_of(media)
    if preview is None or "milliseconds" not in preview.facts:
        raise Refused("还不知道录音录像有多长，不能按时刻办理。", CLAUSE, remedy="请等预览做成以后再办。")
    return int(preview.facts["milliseconds"])


def must_lie_within(media: MediaManifest, at_ms: int, *, field: str) -> None:
    """Raises Refused for an instant after the end."""
    length = length_of(media)
    if not 0 <= at_ms <= length:
        raise Refused(
            f"时刻 {instants.told(at_ms)} 不在录音录像之内，全长 {instants.told(length)}。", CLAUSE,
            remedy="请改填。", field=field,
        )  # fmt: skip
