"""Make one thing of an original: in limited processes, beside the vault; then the rows, the file and the line stand together."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import transaction

from yangguang.base import ledger, media_kinds, vault
from yangguang.base.events import Actor
from yangguang.base.films import child, cutting, pictures, previewing, probing, tools
from yangguang.base.films.probing import Unreadable
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.events.viewing import CuttingMade, PreviewFailed, PreviewMade
from yangguang.records.models import Derivative, DerivedAs, MakingState
from yangguang.records.rules import instants

TOLD_EVERY = 30  # seconds between two signs of life
FAULT = "制作时出错，已记入系统日志。请重试，仍不行时联系系统管理员。"
FILM, JPEG, PNG = "video/webm", "image/jpeg", "image/png"

log = logging.getLogger(__name__)


@dataclass
class Made:
    """The file, its kind, what was learnt of the original, how it was made, and what else was made on the way."""

    file: Path
    media_type: str
    facts: dict[str, Any]
    parameters: dict[str, Any]
    tool: str
    beside: dict[str, tuple[Path, str]] = field(default_factory=dict)


def make_derivative(*, row: Derivative, folder: Path, actor: Actor) -> None:
    """Whatever a file brings about, the row says how it ended and nothing else is touched. Raises child.Interrupted."""
    try:
        with child.folder(folder) as at, vault.path_of(row.source.sha256).open("rb") as original:
            vault.must_be_intact(row.source.blob)
            made = _made(row, original.fileno(), at)
            _written_down(row, made, actor=actor)
    except child.Interrupted:
        Derivative.objects.filter(pk=row.pk).update(state=MakingState.WAITING, tried_at=None)
        raise
    except Unreadable as fault:
        _failed(row, str(fault), actor=actor)
    except Refused as refusal:
        _failed(row, f"{refusal.reason}{refusal.remedy}", actor=actor)
    except FileNotFoundError:
        _failed(row, "原件不在存储中。请联系系统管理员从备份恢复。", actor=actor)
    except Exception:  # one file must not hold up the others
        log.exception("nothing could be made of an original")
        _failed(row, FAULT, actor=actor)


def _made(row: Derivative, descriptor: int, at: Path) -> Made:
    kind = row.source.media_type
    if not media_kinds.is_recording(kind):
        return _picture(descriptor, kind, at)
    with_ = tools.here()
    if with_ is None:
        raise Unreadable(tools.MISSING)
    beat = _beating(row)
    facts = probing.probe(with_, descriptor, kind, at)
    if row.purpose == DerivedAs.PREVIEW:
        return _preview(with_, descriptor, kind, facts, at, beat)
    told = {"offline": facts.offline, "from": row.from_ms, "to": row.to_ms}
    if row.purpose == DerivedAs.FRAME:
        picture = cutting.picture(
            with_, descriptor, kind, facts, at, instant=row.from_ms or 0, mark=row.watermark, source=source_line(row)
        )
        return Made(picture, PNG, facts.told(), told, with_.version)
    stretch = cutting.stretch(
        with_, descriptor, kind, facts, at, start=row.from_ms or 0, stop=row.to_ms or facts.milliseconds,
        mark=row.watermark, source=source_line(row), beat=beat,
    )  # fmt: skip
    return Made(stretch, FILM, facts.told(), told, with_.version)


def _preview(
    with_: tools.Tools, descriptor: int, kind: str, facts: probing.Facts, at: Path, beat: Callable[[], None]
) -> Made:
    made = previewing.preview(with_, descriptor, kind, facts, at, beat)
    told = facts.told() | {"peaks": made.peaks, "stumbles": made.stumbles}
    beside = {DerivedAs.POSTER.value: (made.poster, JPEG)} if made.poster else {}
    return Made(made.film, FILM, told, dict(made.parameters), with_.version, beside)


def _picture(descriptor: int, kind: str, at: Path) -> Made:
    found = pictures.drawn(descriptor, kind, at)
    taken = pictures.taken_at(found.told)
    told = found.told | ({"taken_at": taken.isoformat()} if taken else {})
    parameters = {"long_side": 1600, "offline": found.offline}
    return Made(found.shown, JPEG, told, parameters, pictures.version(), {DerivedAs.SMALL.value: (found.small, JPEG)})


def source_line(row: Derivative) -> str:
    """What stands below a cutting: of what, from when, of which fingerprint, made for whom."""
    made = f"{row.asked_by_name} {row.asked_at.astimezone(clock.BEIJING):%Y-%m-%d %H:%M} 制作"
    return f"{source_of(row)}　{made}"


def source_of(row: Derivative) -> str:
    """Of what, from when, of which fingerprint."""
    return f"截自“{row.source.name[-80:]}” {stretch_of(row)}　原件 SHA-256 {row.source.sha256[:16]}…"


def stretch_of(row: Derivative) -> str:
    """The instant, or from when to when."""
    begins = instants.told(row.from_ms or 0)
    return f"{begins}—{instants.told(row.to_ms)}" if row.to_ms else begins


def _beating(row: Derivative) -> Callable[[], None]:
    """Write down now and then that the row is still worked on."""

    def beat() -> None:
        now = clock.now()
        if row.tried_at is None or (now - row.tried_at).total_seconds() >= TOLD_EVERY:
            row.tried_at = now
            Derivative.objects.filter(pk=row.pk).update(tried_at=now)

    return beat


def _written_down(row: Derivative, made: Made, *, actor: Actor) -> None:
    blob = vault.keep(made.file, media_type=made.media_type)
    beside = {purpose: vault.keep(file, media_type=kind) for purpose, (file, kind) in made.beside.items()}
    at = Moment.now()
    done = {
        "state": MakingState.MADE, "fault": "", "facts": made.facts, "parameters": made.parameters, "tool": made.tool,
        "made_at": at.recorded_at,
    }  # fmt: skip
    with transaction.atomic():
        Derivative.objects.filter(pk=row.pk).update(blob=blob, **done)
        for purpose, kept in beside.items():
            known = done | {
                "blob": kept, "facts": {}, "body_id": row.body_id, "file_ref": row.file_ref,
                "asked_by_name": row.asked_by_name, "asked_at": row.asked_at,
            }  # fmt: skip
            Derivative.objects.update_or_create(source=row.source, purpose=purpose, defaults=known)
        event: CuttingMade | PreviewMade
        if row.purpose == DerivedAs.PREVIEW:
            event = PreviewMade(row.source.name, row.source.sha256, made.tool, blob.sha256)
        else:
            purpose = DerivedAs(row.purpose).label
            event = CuttingMade(purpose, row.source.name, stretch_of(row), row.source.sha256, made.tool, blob.sha256)
        ledger.record(event, subject=row.subject, actor=actor, at=at)


def _failed(row: Derivative, fault: str, *, actor: Actor) -> None:
    with transaction.atomic():
        Derivative.objects.filter(pk=row.pk).update(state=MakingState.FAILED, fault=fault[:200])
        ledger.record(PreviewFailed(row.source.name, fault), subject=row.subject, actor=actor, at=Moment.now())
