"""Read a card or the station's folder to its end: each file is taken by itself, so that a death costs none of those before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from django.conf import settings
from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account, Body
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.card import CardFile, files_in
from yangguang.records.events import StationImportEnded
from yangguang.records.models import StationImport
from yangguang.records.policy import may_keep_devices
from yangguang.records.use_cases._take_from_card import OUTCOMES, Outcome, take_from_card

MOST_TOLD = 500
Watch = Callable[[list[CardFile]], Iterable[CardFile]]


def import_recordings(
    folder: Path,
    *,
    actor: Account,
    device_number: str = "",
    dry_run: bool = False,
    watched: Watch = lambda files: files,
) -> list[Outcome]:
    """What became of each file. Raises Refused for somebody who does not keep the devices, and for what is no folder."""
    if not may_keep_devices(actor, actor.body):
        raise Refused("只有本机关的设备管理人员可以导入。", "APL-2021:47", remedy="请由档案员或者承办机构负责人导入。")
    return [
        take_from_card(one, device_number=device_number, actor=actor, dry_run=dry_run)
        for one in watched(files_in(folder))
    ]


def run_import(run: StationImport) -> StationImport:
    """Carry out what was asked for on screen."""
    try:
        told, fault = import_recordings(Path(run.folder), actor=run.account), ""
    except Refused as refusal:
        told, fault = [], str(refusal)
    return end_import(run, told, fault=fault, at=Moment.now())


@transaction.atomic
def end_import(run: StationImport, told: list[Outcome], *, fault: str, at: Moment) -> StationImport:
    """What was read, in one line of the ledger."""
    run.counts = dict(Counter(one.outcome for one in told))
    run.told = [[one.name, one.outcome, one.words] for one in told if one.outcome != "stored"][:MOST_TOLD]
    run.ended_at, run.fault = at.recorded_at, fault[:300]
    run.save(update_fields=["counts", "told", "ended_at", "fault"])
    words = fault or in_words(run.counts) or "没有录音录像"
    ledger.record(StationImportEnded(run.folder, words[:300]), subject=run.subject, actor=run.account, at=at)
    return run


def in_words(counts: dict[str, int]) -> str:
    """已入库 3，待认领 1."""
    return "，".join(f"{label} {counts[key]}" for key, label in OUTCOMES.items() if counts.get(key))


def station_folder(body: Body) -> Path | None:
    """Where the station puts what the devices of a body recorded; None where the site has none, or none for this body."""
    code = body.credit_code
    if not settings.STATION_FOLDER or not code.isalnum():
        return None
    return Path(settings.STATION_FOLDER) / code
