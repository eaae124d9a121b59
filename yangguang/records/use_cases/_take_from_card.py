"""Take one file from a card: copied block by block, gone on with after a death, known again when it came before. The card stays.

What its outcome is, is one of the words of OUTCOMES; which case it went into, or why a person is asked, stands beside.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from django.conf import settings
from django.db import transaction

from yangguang.base import ledger
from yangguang.base.chunk_tree import BLOCK, blocks_of
from yangguang.directory.api import Account
from yangguang.kernel import chance, growing
from yangguang.kernel.moment import Moment
from yangguang.records import card, incoming
from yangguang.records.card import CardFile
from yangguang.records.events import UploadBegun
from yangguang.records.models import TrustOrigin, Upload, UploadState
from yangguang.records.use_cases._origin import Origin, origin_of
from yangguang.records.use_cases._receive_part import ContentRefused, Part, receive_part
from yangguang.records.use_cases.finish_upload import finish_upload

OUTCOMES = {
    "stored": "已入库", "unclaimed": "待认领", "duplicate": "以前已经入库", "refused": "不导入", "unread": "没有读完",
}  # fmt: skip
CAME = (UploadState.FINISHED, UploadState.UNCLAIMED, UploadState.ASIDE, UploadState.DUPLICATE)


@dataclass(frozen=True)
class Outcome:
    """What became of one file."""

    name: str
    outcome: str
    words: str = ""
    size: int = 0


def take_from_card(one: CardFile, *, device_number: str, actor: Account, dry_run: bool = False) -> Outcome:
    """Never raises for what is wrong with the file itself. With `dry_run` nothing is kept, and nothing changes."""
    if one.fault:
        return Outcome(one.place, "refused", one.fault)
    origin = origin_of(one, body=actor.body, device_number=device_number)
    try:
        if came_before(one, origin, actor):
            return Outcome(one.place, "duplicate", "内容与以前导入的相同", one.size)
        if dry_run:
            return Outcome(one.place, "stored" if origin.file_ref else "unclaimed", origin.why, one.size)
        if incoming.room() < one.size + settings.UPLOAD_ROOM_LEFT:
            return Outcome(one.place, "unread", "服务器存储空间不足")
        return _brought(one, _begun(one, origin, actor), actor)
    except OSError:
        return Outcome(one.place, "unread", "读不了，请检查卡和文件夹的权限")


def came_before(one: CardFile, origin: Origin, actor: Account) -> bool:
    """Whether a file of this name and size came, and it is the same to the last byte: it is read, not copied."""
    rows = Upload.objects.filter(
        body=actor.body_id, name=one.name, length=one.size, device_number=origin.device_number, state__in=CAME,
    ).exclude(sha256="")  # fmt: skip
    known = set(rows.values_list("sha256", flat=True))
    if not known:
        return False
    digest = hashlib.sha256()
    for block in card.blocks(one, BLOCK, one.size):
        digest.update(block)
    return digest.hexdigest() in known


def _begun(one: CardFile, origin: Origin, actor: Account) -> Upload:
    """The upload of this file that a death left open, or a new one."""
    rows = Upload.objects.filter(
        body=actor.body_id, state=UploadState.OPEN, trust_origin=TrustOrigin.STATION, name=one.name, length=one.size,
        card_place=one.place[:400], device_number=origin.device_number,
    )  # fmt: skip
    open_one = rows.order_by("pk").first()
    if open_one is None:
        return begin_from_card(one, origin, actor=actor, at=Moment.now())
    if not open_one.sha256 and not _same_so_far(one, open_one):
        Upload.objects.filter(pk=open_one.pk).update(offset=0)
    return open_one


@transaction.atomic
def begin_from_card(one: CardFile, origin: Origin, *, actor: Account, at: Moment) -> Upload:
    """An upload nothing has come of yet; its origin is said once."""
    ref = chance.public_id()
    growing.begin(incoming.part_of(ref))
    upload = Upload.objects.create(
        public_id=ref, body=actor.body, file_ref=origin.file_ref, account_ref=actor.actor_ref,
        importer_name=actor.actor_name, name=one.name, length=one.size, trust_origin=TrustOrigin.STATION,
        device_number=origin.device_number[:60], officer=origin.officer,
        officer_name=origin.officer.name if origin.officer else "不明", occurred_at=origin.occurred_at,
        clock_offset_seconds=origin.clock_offset_seconds, card_place=one.place[:400], why=origin.why,
        began_at=at.recorded_at, expires_at=at.recorded_at + settings.UPLOAD_KEPT,
    )  # fmt: skip
    ledger.record(UploadBegun(one.name, one.size), subject=upload.subject, actor=actor, at=at)
    return upload


def _same_so_far(one: CardFile, upload: Upload) -> bool:
    """Whether what was copied before is the beginning of what lies on the card now: it may be another card."""
    part = incoming.part_of(upload.public_id)
    if not part.exists() or part.stat().st_size < upload.offset:
        return False
    mine, theirs = blocks_of(part, 0, upload.offset), card.blocks(one, BLOCK, upload.offset)
    return all(block == other for block, other in zip_longest(_evenly(mine), _evenly(theirs)))


def _evenly(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """In blocks of one size, however much each reading gave."""
    held = b""
    for block in blocks:
        held += block
        while len(held) >= BLOCK:
            yield held[:BLOCK]
            held = held[BLOCK:]
    if held:
        yield held


def _brought(one: CardFile, upload: Upload, actor: Account) -> Outcome:
    upload.refresh_from_db()
    if upload.offset == upload.length:
        with growing.alone_with(incoming.part_of(upload.public_id)):
            upload = finish_upload(upload_ref=upload.public_id, actor=actor, at=Moment.now())
    else:
        with card.reading(one, upload.offset) as read:
            part = Part(upload.offset, upload.length - upload.offset, read)
            try:
                upload = receive_part(upload.public_id, part, actor=actor, at=Moment.now())
            except ContentRefused:
                return Outcome(one.place, "refused", "文件内容与扩展名不符，或者不是允许的种类", one.size)
            except growing.Taken:
                return Outcome(one.place, "unread", "另一个导入正在读这个文件")
    if upload.state == UploadState.OPEN:
        return Outcome(one.place, "unread", "没有读完，再导入一次接着读", one.size)
    told = {UploadState.FINISHED: "stored", UploadState.UNCLAIMED: "unclaimed", UploadState.DUPLICATE: "duplicate"}
    return Outcome(one.place, told.get(UploadState(upload.state), "refused"), upload.why, one.size)
