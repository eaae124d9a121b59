"""What stands beside a recording while it plays: marks, the acts of its file, the other recordings of its day, who looked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse

from yangguang.base import ledger, media_kinds
from yangguang.base.films import tools
from yangguang.kernel import clock
from yangguang.records.models import Derivative, DerivedAs, MakingState, MarkKind, MediaManifest
from yangguang.records.queries import media_of
from yangguang.records.rules import instants
from yangguang.records.rules.instants import Taken

AROUND = timedelta(minutes=1)  # acts are typed to the minute
NOT_ACTS = ("media", "derivative", "upload", "stored_file")  # lines about the recording itself
ACT_PAGES = {"document": "records:document", "evidence": "records:evidence"}
SIGNS = {
    MarkKind.OPENING: "始", MarkKind.CERTIFICATE: "证", MarkKind.RIGHTS: "告", MarkKind.CLOSING: "终",
    MarkKind.STATEMENT: "述", MarkKind.SCENE: "景", MarkKind.REFUSAL: "拒", MarkKind.BREAK: "断", MarkKind.OTHER: "注",
}  # fmt: skip
DUE = (MarkKind.OPENING, MarkKind.CERTIFICATE, MarkKind.RIGHTS, MarkKind.CLOSING)
LOOKED_AT_LAST = 8
WAVE_WIDTH = 400


@dataclass(frozen=True)
class Shown:
    """One recording with what was made of it."""

    media: MediaManifest
    made: dict[str, Derivative]

    @classmethod
    def of(cls, media: MediaManifest) -> Shown:
        """From rows that were fetched together."""
        once = (DerivedAs.PREVIEW, DerivedAs.POSTER, DerivedAs.SMALL)
        return cls(media, {one.purpose: one for one in media.derivatives.all() if one.purpose in once})

    @property
    def preview(self) -> Derivative | None:
        """What is looked at; None before the job process came by."""
        return self.made.get(DerivedAs.PREVIEW)

    @property
    def facts(self) -> dict[str, Any]:
        """What is known of the original."""
        return self.preview.facts if self.preview else {}

    @property
    def plays(self) -> bool:
        """Whether it is sound or film, and no picture."""
        return media_kinds.is_recording(self.media.media_type)

    @property
    def milliseconds(self) -> int | None:
        """How long it is, where that is known; a picture takes no time."""
        return self.facts.get("milliseconds") if self.plays else 0

    @property
    def began_at(self) -> datetime:
        """By the right clock; a picture's own word comes before what was typed of it."""
        own = self.facts.get("taken_at")
        if own and not self.plays:
            return datetime.fromisoformat(own)
        return instants.began(self.media.occurred_at, self.media.clock_offset_seconds)

    @property
    def taken(self) -> Taken:
        """As the gaps of a day are reckoned."""
        return Taken(self.media.public_id, self.began_at, self.milliseconds)

    @property
    def standing(self) -> str:
        """Why there is nothing to look at yet, in words; empty when there is."""
        preview = self.preview
        if preview is not None and preview.state == MakingState.MADE:
            return ""
        if preview is not None and preview.state == MakingState.FAILED:
            return preview.fault
        if self.plays and tools.here() is None:
            return tools.MISSING
        return "预览正在制作，过一会儿刷新本页就能播放。原件随时可以下载。"

    @property
    def is_evidence(self) -> bool:
        """Whether it, and not only something cut from it, is evidence."""
        return hasattr(self.media, "evidence")

    @property
    def failed(self) -> bool:
        """Whether somebody has to ask again."""
        return self.preview is not None and self.preview.state == MakingState.FAILED


def beside(shown: Shown) -> list[dict[str, Any]]:
    """Marks and acts in the order of their instants."""
    return sorted([*_marks(shown.media), *_acts(shown)], key=lambda row: (row["at"], row["mark"]))


def _marks(media: MediaManifest) -> list[dict[str, Any]]:
    return [
        {"at": one.at_ms, "instant": instants.told(one.at_ms // 1000 * 1000), "title": one.get_kind_display(), "words": one.words,
         "who": one.made_by_name, "mark": True, "sign": SIGNS[MarkKind(one.kind)], "kind": one.kind,
         "href": reverse("records:retire_mark", args=[one.public_id]), "seconds": f"{one.at_ms / 1000:g}"}
        for one in media.marks.filter(retired_at=None)
    ]  # fmt: skip


def _acts(shown: Shown) -> list[dict[str, Any]]:
    """What the file says happened in that time; an act typed for the minute before stands at the beginning."""
    length = shown.milliseconds or 0
    ends = shown.began_at + timedelta(milliseconds=length)
    span = (shown.began_at - AROUND, ends + AROUND)
    entries = ledger.entries_of_file(shown.media.file_ref).filter(occurred_at__range=span)
    rows = []
    for one in entries.exclude(subject_kind__in=NOT_ACTS):
        at = min(max(round((one.occurred_at - shown.began_at).total_seconds() * 1000), 0), length)
        page = ACT_PAGES.get(one.subject_kind)
        rows.append({
            "at": at, "instant": instants.told(at // 1000 * 1000), "title": one.label, "words": one.summary,
            "who": one.actor_name, "mark": False, "sign": "", "kind": "act", "moment": one.occurred_at,
            "href": reverse(page, args=[one.subject_ref]) if page else "", "seconds": f"{at / 1000:g}",
        })  # fmt: skip
    return rows


def marks_due(rows: list[dict[str, Any]]) -> list[str]:
    """Which of the four that every recording of an inspection has are not marked."""
    marked = {row["kind"] for row in rows if row["mark"]}
    return [kind.label for kind in DUE if kind not in marked]


def on_track(rows: list[dict[str, Any]], length: int) -> list[dict[str, Any]]:
    """Where marks stand on the track, in parts of a hundred; those that would hide the one before stand a row higher."""
    flags: list[dict[str, Any]] = []
    for row in rows:
        if not row["mark"] or not length:
            continue
        place = row["at"] * 100 / length
        higher = bool(flags) and place - flags[-1]["place"] < 3 and not flags[-1]["higher"]
        flags.append({"place": place, "x": f"{min(max(place, 1), 99):.2f}%", "higher": higher, **row})
    return flags


def wave(peaks: list[int]) -> str:
    """The loudness as one path, 400 wide and 100 high; a line where there is silence."""
    step = WAVE_WIDTH / max(len(peaks), 1)
    bars = (
        f"M{place * step + step / 2:.2f} {50 - max(peak, 1) / 2:.1f}v{max(peak, 1)}" for place, peak in enumerate(peaks)
    )
    return "".join(bars)


def scale(length: int) -> list[str]:
    """Five instants under the track."""
    return [instants.told(length * part // 4 // 1000 * 1000) for part in range(5)]


def same_day(shown: Shown) -> list[dict[str, Any]]:
    """Every recording and picture of the day this one was taken, in order, with the gaps between the recordings."""
    day = clock.legal_day(shown.began_at)
    of_day = [one for one in map(Shown.of, media_of(shown.media.file_ref)) if clock.legal_day(one.began_at) == day]
    of_day.sort(key=lambda one: (one.began_at, one.media.pk))
    played = [one.taken for one in of_day if one.plays]
    gaps = {gap.before: gap.words for gap in instants.gaps_between(played)}
    return [
        {"name": one.media.name, "href": reverse("records:recording", args=[one.media.public_id]),
         "began_at": one.began_at, "length": instants.told(one.milliseconds // 1000 * 1000) if one.milliseconds else "",
         "plays": one.plays, "here": one.media.pk == shown.media.pk, "gap": gaps.get(one.media.public_id, "")}
        for one in of_day
    ]  # fmt: skip


def looked(media: MediaManifest) -> tuple[list[Any], int]:
    """Who looked at it last, and how often it was looked at in all."""
    lines = ledger.entries_about("media", media.public_id).filter(event="RecordingViewed")
    return list(lines.order_by("-sequence")[:LOOKED_AT_LAST]), lines.count()
