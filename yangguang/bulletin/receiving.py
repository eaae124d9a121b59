"""Receive a published copy, once however often it is sent; a corrected copy keeps the trace of what changed."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from django.db import transaction

from yangguang.base.search import normalised
from yangguang.bulletin import pages_on_disk, search_index
from yangguang.bulletin.events import NoticeCopy
from yangguang.bulletin.models import Notice, NoticeStatus
from yangguang.kernel import clock

STORE = "public"


@transaction.atomic(using=STORE)
def receive_notice(
    copy: NoticeCopy, *, version: int, correction: str = "", corrected_on: date | None = None, hides_more: bool = False,
    again: bool = False,
) -> Notice:  # fmt: skip
    """Keep version `version` of a copy. An older or equal version that arrives late changes nothing.

    A correction keeps what stood before and after, for anyone to compare; one that hides more keeps neither. `again`: what was
    withdrawn stands again with this version.
    """
    notice = Notice.objects.select_for_update().filter(ref=copy.ref).first()
    back = again and notice is not None and notice.status == NoticeStatus.WITHDRAWN
    if notice is not None and (notice.version >= version or not (notice.stands or back)):
        return notice
    if notice is None:
        notice = Notice(ref=copy.ref, history=[])
    earlier = notice.digest
    _becomes(notice, copy, version, correction, corrected_on or copy.published_on, hides_more)
    if back:
        notice.withdrawn_on, notice.withdrawal_reason, notice.withdrawal_basis = None, "", ""
        notice.history[-1]["what"] = "恢复公开"
    notice.save()
    _proves_no_more(notice, earlier)
    search_index.put(notice)
    return notice


def would_stand(
    copy: NoticeCopy, *, version: int, correction: str = "", corrected_on: date | None = None, hides_more: bool = False
) -> Notice:
    """The notice as the public would read it after this version, with its history; nothing is kept."""
    notice = Notice.objects.filter(ref=copy.ref).first() or Notice(ref=copy.ref, history=[])
    _becomes(notice, copy, version, correction, corrected_on or copy.published_on, hides_more)
    return notice


def _becomes(notice: Notice, copy: NoticeCopy, version: int, correction: str, on: date, hides_more: bool) -> None:
    before = words_of(notice)
    take_over(notice, copy)
    if version > 1:
        notice.status = NoticeStatus.CORRECTED
        notice.history = _with_correction(notice, before, on.isoformat(), correction, hides_more)
    notice.version = version


def take_over(notice: Notice, copy: NoticeCopy) -> None:
    """Let a notice say what a copy says; nothing is stored yet."""
    for name, value in asdict(copy).items():
        setattr(notice, name, value)
    notice.number_key = normalised(copy.number)
    notice.digest, notice.received_at = copy.digest(), clock.now()
    notice.changed_at = notice.received_at


@transaction.atomic(using=STORE)
def receive_fulfilment(copy: NoticeCopy, *, version: int) -> Notice | None:
    """Take over what became of a decision and what was clarified, when the version it belongs to stands here; None when it does
    not.
    """
    notice = Notice.objects.select_for_update().filter(ref=copy.ref, version=version).first()
    if notice is None or not notice.stands:
        return None
    earlier = notice.digest
    clarified = notice.clarifications != copy.clarifications
    notice.fulfilment, notice.digest, notice.changed_at = copy.fulfilment, copy.digest(), clock.now()
    notice.clarifications = copy.clarifications
    notice.save(update_fields=["fulfilment", "clarifications", "digest", "changed_at"])
    if clarified:
        search_index.put(notice)
    _proves_no_more(notice, earlier)
    return notice


def _proves_no_more(notice: Notice, earlier: str) -> None:
    """The proof of what stood before goes with its salt: what was hidden since could be guessed from it."""
    if earlier and earlier != notice.digest:
        pages_on_disk.remove_proof(notice.ref)


def words_of(notice: Notice) -> list[str]:
    """Everything a notice says, line by line, as versions are compared."""
    fields = [notice.title, notice.party_name, notice.conclusion, notice.basis, notice.fulfilment]
    rows = [f"{label}：{value}" for label, value in notice.summary]
    return [line for line in (*fields, *rows, *notice.text) if line]


def _with_correction(
    notice: Notice, before: list[str], day: str, reason: str, hides_more: bool
) -> list[dict[str, Any]]:
    entry: dict[str, Any] = {"on": day, "what": "更正", "reason": reason}
    if hides_more:
        earlier = [{name: value for name, value in one.items() if name != "changes"} for one in notice.history]
        return [*earlier, entry | {"hidden": True}]
    return [*notice.history, entry | {"changes": _changes(before, words_of(notice)) if before else []}]


def _changes(before: list[str], after: list[str]) -> list[list[str]]:
    """Pairs of what fell and what came, in reading order."""
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [["\n".join(before[a:b]), "\n".join(after[c:d])] for tag, a, b, c, d in codes if tag != "equal"]
