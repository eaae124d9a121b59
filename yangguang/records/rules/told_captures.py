"""What a telephone says of a recording it made, read: nothing is taken on trust but what has the right shape and size."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Any

from yangguang.kernel.written_text import clean
from yangguang.records.rules.captures import CONSENTS, MODES, PLACES, SPOKEN, Gap, Said

KEY = re.compile(r"[a-z2-7]{26}")
SHA256 = re.compile(r"[0-9a-f]{64}")
MOST_GAPS = 200
LONGEST = 400  # characters of a reason
MOST_MILLISECONDS = 2**41  # seventy years: a clock that fell back to 1970 still fits
LABELS = {
    "place": "地点", "people": "在场人员", "matter": "事项", "consent_words": "同意情况", "unspoken_reason": "没有口述的原因",
    "failure_report": "无法继续的说明", "uncovered_reason": "没有覆盖的原因", "reason": "中断的原因",
}  # fmt: skip


class Unreadable(ValueError):
    """What came is not what a telephone of ours says."""


@dataclass(frozen=True)
class Told:
    """One recording as the telephone tells it: under which key, how large, its fingerprint, its clock, and what was said."""

    key: str
    size: int
    sha256: str
    chosen: bool
    recovered: bool
    clock_offset_ms: int | None
    located: tuple[float, float, float] | None
    said: Said


def read(raw: Any, zone: tzinfo) -> Told:
    """Raises Unreadable, and Refused for words nobody can see. What the clock of the telephone is ahead is taken off every
    moment it tells.
    """
    if not isinstance(raw, Mapping):
        raise Unreadable("object")
    offset = _number(raw, "clock_offset_ms", least=-MOST_MILLISECONDS)
    moment = _Moments(zone, timedelta(milliseconds=offset or 0))
    size = _number(raw, "size", least=1)
    if size is None:
        raise Unreadable("size")
    return Told(
        _matching(raw, "key", KEY), size, _matching(raw, "sha256", SHA256), raw.get("chosen") is True,
        raw.get("recovered") is True, offset, _located(raw.get("located")), _said(raw, moment),
    )  # fmt: skip


def _said(raw: Mapping[str, Any], moment: _Moments) -> Said:
    began, ended = moment.of(raw.get("began_at")), moment.of(raw.get("ended_at"))
    gaps = _gaps(raw.get("gaps"), moment)
    if ended < began or any(not began <= gap.begins <= gap.ends <= ended for gap in gaps):
        raise Unreadable("order of time")
    spoken = raw.get("spoken") or {}
    if not isinstance(spoken, Mapping) or not set(spoken) <= set(SPOKEN):
        raise Unreadable("spoken")
    return Said(
        mode=_one_of(raw, "mode", MODES), began_at=began, ended_at=ended, place=_text(raw, "place"),
        place_kind=_one_of(raw, "place_kind", PLACES), consent=_one_of(raw, "consent", {"": "", **CONSENTS}),
        consent_words=_text(raw, "consent_words"), people=_text(raw, "people"), matter=_text(raw, "matter"),
        spoken={name: moment.of(told) for name, told in spoken.items()}, unspoken_reason=_text(raw, "unspoken_reason"),
        gaps=gaps, broken_off=raw.get("broken_off") is True, failure_report=_text(raw, "failure_report"),
        whole=raw.get("whole") is True, arrived_at=moment.if_any(raw.get("arrived_at")),
        left_at=moment.if_any(raw.get("left_at")), uncovered_reason=_text(raw, "uncovered_reason"),
    )  # fmt: skip


class _Moments:
    """Reads moments by the clock of the telephone and gives them by the clock of the server."""

    def __init__(self, zone: tzinfo, ahead: timedelta) -> None:
        self._zone, self._ahead = zone, ahead

    def of(self, told: Any) -> datetime:
        """One moment with its zone."""
        try:
            found = datetime.fromisoformat(told)
            if found.tzinfo is None:
                raise Unreadable("zone")
            return (found - self._ahead).astimezone(self._zone)
        except (TypeError, ValueError, OverflowError) as wrong:
            raise Unreadable("moment") from wrong

    def if_any(self, told: Any) -> datetime | None:
        """The same, or none was told."""
        return self.of(told) if told else None


def _gaps(raw: Any, moment: _Moments) -> tuple[Gap, ...]:
    if raw is None:
        return ()
    if not isinstance(raw, list) or len(raw) > MOST_GAPS or not all(isinstance(one, Mapping) for one in raw):
        raise Unreadable("gaps")
    return tuple(Gap(moment.of(one.get("from")), moment.of(one.get("to")), _text(one, "reason")) for one in raw)


def _located(raw: Any) -> tuple[float, float, float] | None:
    if raw is None:
        return None
    if not isinstance(raw, Mapping):
        raise Unreadable("located")
    found = [raw.get(name) for name in ("latitude", "longitude", "accuracy")]
    if not all(isinstance(one, int | float) and not isinstance(one, bool) and abs(one) < 1e7 for one in found):
        raise Unreadable("located")
    latitude, longitude, accuracy = (float(one) for one in found)  # type: ignore[arg-type]
    if abs(latitude) > 90 or abs(longitude) > 180 or accuracy < 0:
        raise Unreadable("located")
    return latitude, longitude, accuracy


def _text(raw: Mapping[str, Any], name: str) -> str:
    found = raw.get(name, "")
    if not isinstance(found, str) or len(found) > LONGEST:
        raise Unreadable(name)
    return clean(found, label=LABELS[name], most=LONGEST, field=name)


def _one_of(raw: Mapping[str, Any], name: str, known: Mapping[str, str]) -> str:
    found = raw.get(name, "")
    if not isinstance(found, str) or found not in known:
        raise Unreadable(name)
    return found


def _number(raw: Mapping[str, Any], name: str, *, least: int) -> int | None:
    found = raw.get(name)
    if found is not None and (type(found) is not int or not least <= found <= MOST_MILLISECONDS):
        raise Unreadable(name)
    return found


def _matching(raw: Mapping[str, Any], name: str, pattern: re.Pattern[str]) -> str:
    found = raw.get(name)
    if not isinstance(found, str) or not pattern.fullmatch(found):
        raise Unreadable(name)
    return found
