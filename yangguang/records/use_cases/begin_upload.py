"""Begin to bring a recording or picture into a file: who, how large, from which device – within what may be brought."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import Sum

from yangguang.base import ledger, media_kinds
from yangguang.directory.api import Account, Body
from yangguang.kernel import chance, growing
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records import incoming
from yangguang.records.events import UploadBegun
from yangguang.records.models import Capture, MediaManifest, TrustOrigin, Upload, UploadState
from yangguang.records.readers import face_of

CLAUSE = "APL-2021:47"
GRACE = timedelta(minutes=1)  # for clocks that differ
MOST_SECONDS = 2**31  # what the column holds: a clock that fell back to 1970 still fits


@dataclass(frozen=True)
class Brought:
    """What is said about a file before it comes."""

    name: str
    length: int
    occurred_at: datetime
    officer_name: str = ""
    device_number: str = ""
    device_time: datetime | None = None
    capture: Capture | None = None  # what was said of it when it was made on the spot

    def of(self, capture: Capture) -> Brought:
        """The same file, as it was announced by the telephone that made it."""
        return replace(self, occurred_at=capture.began_at, officer_name=capture.officer_name, capture=capture)


@transaction.atomic
def begin_upload(
    *, file_ref: str, brought: Brought, actor: Account, at: Moment, trust_origin: str = TrustOrigin.MANUAL
) -> Upload:
    """An upload nothing has come of yet. Raises Refused for somebody who does not keep the file, for another kind of file,
    and for more than may be brought.
    """
    if not face_of(actor, file_ref).keeps:
        raise Refused("只有本案承办人可以上传录音录像。", CLAUSE, remedy="请由本案承办人上传。")
    if trust_origin == TrustOrigin.DEVICE:
        raise Refused("文件没有可以核对的设备签名。", CLAUSE, remedy="请按人工上传登记。")
    name = clean(brought.name, label="文件名", most=200, least=1, field="file")
    if Path(name).suffix.lower() not in media_kinds.SUFFIXES:
        raise Refused("不能上传这种文件。", CLAUSE, remedy=f"请上传 {incoming.wanted()} 文件。", field="file")
    _must_be_described(file_ref, brought)
    if brought.occurred_at > at.recorded_at + GRACE:
        raise Refused("拍摄时间不能晚于现在。", CLAUSE, remedy="请核对日期和时间。", field="taken_at")
    body = Body.objects.select_for_update().get(pk=actor.body_id)  # what may be brought is counted by one at a time
    _must_fit(file_ref, brought.length, actor)
    ahead, ref = _ahead(brought, at), chance.public_id()
    growing.begin(incoming.part_of(ref))
    upload = Upload.objects.create(
        public_id=ref, body=body, file_ref=file_ref, account_ref=actor.actor_ref, importer_name=actor.actor_name,
        name=name, length=brought.length, trust_origin=trust_origin,
        device_number=clean(brought.device_number, label="设备编号", most=60, field="device_number"),
        officer_name=clean(brought.officer_name or actor.actor_name, label="拍摄人", most=80, field="officer_name"),
        occurred_at=brought.occurred_at, began_at=at.recorded_at, expires_at=at.recorded_at + settings.UPLOAD_KEPT,
        clock_offset_seconds=ahead, capture=brought.capture,
    )  # fmt: skip
    ledger.record(UploadBegun(name, brought.length), subject=upload.subject, actor=actor, at=at)
    return upload


def _must_be_described(file_ref: str, brought: Brought) -> None:
    """What comes from a telephone is what the telephone announced for this file, to the byte."""
    said = brought.capture
    if said is not None and (said.file_ref, said.size) != (file_ref, brought.length):
        raise Refused("上传的不是原始文件，或者摘要不一致。", CLAUSE, remedy="请保留本机文件，重新上传。", field="file")


def _ahead(brought: Brought, at: Moment) -> int | None:
    """How many seconds the clock of the device is ahead. Raises Refused for a clock no device has."""
    if brought.capture is not None:  # measured when it was made
        measured = brought.capture.clock_offset_ms
        return None if measured is None else round(measured / 1000)
    if brought.device_time is None:
        return None
    seconds = round((brought.device_time - at.recorded_at).total_seconds())
    if abs(seconds) >= MOST_SECONDS:
        raise Refused("设备时间不对。", CLAUSE, remedy="请校准设备时间。")
    return seconds


def _must_fit(file_ref: str, length: int, actor: Account) -> None:
    """Raises Refused for an empty file, one too large, and one too many of this person, this file or this disk."""
    if length < 1:
        raise Refused("文件是空的，没有上传。", remedy="请重新选择文件。", field="file")
    if length > settings.UPLOAD_MOST_BYTES:
        raise Refused(f"文件超过 {_gb(settings.UPLOAD_MOST_BYTES)}。", remedy="请分段录制、分开上传。", field="file")
    coming = Upload.objects.filter(state=UploadState.OPEN)
    kept = MediaManifest.objects.filter(file_ref=file_ref)
    unused = MediaManifest.objects.filter(importer_ref=actor.actor_ref, evidence=None)
    own = _sum(coming.filter(account_ref=actor.actor_ref), "length") + _sum(unused, "size")
    if own + length > settings.UPLOADS_OF_ONE_PERSON:
        raise Refused(
            f"您未传完和未归入证据的文件超过 {_gb(settings.UPLOADS_OF_ONE_PERSON)}。", field="file",
            remedy="请先把已上传的归入证据，或者取消未传完的。",
        )  # fmt: skip
    if _sum(coming.filter(file_ref=file_ref), "length") + _sum(kept, "size") + length > settings.UPLOADS_OF_ONE_FILE:
        raise Refused(
            f"本案的录音录像超过 {_gb(settings.UPLOADS_OF_ONE_FILE)}。", remedy="请联系系统管理员扩大限额。",
            field="file",
        )  # fmt: skip
    if incoming.room() < length + settings.UPLOAD_ROOM_LEFT:
        raise Refused("服务器存储空间不足，没有上传。", remedy="请联系系统管理员。", field="file")


def _sum(rows: object, column: str) -> int:
    return int(rows.aggregate(total=Sum(column))["total"] or 0)  # type: ignore[attr-defined]


def _gb(size: int) -> str:
    return f"{size / 1024**3:g} GB"
