"""Flowcharts: a stage table told as stations and moves, and laid out as a drawing one column wide. Plain data in, plain data out.

The column is as wide as a phone. Every station hangs on one trunk with its moves as branches below it; a move that leads
elsewhere ends in a ring with the number of the station it leads to. Rows are stacked, so nothing can lie on anything else,
and on paper a page may end between any two of them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

WIDTH = 360
TRUNK = 24
SEVERAL = -1  # the number of what stands for several statuses
LEFT, RIGHT = 44, 292  # of the boxes
RING = 332  # the middle of a ring
LARGE, SMALL = 15, 13  # sizes of words
LINE = {LARGE: 21, SMALL: 18}  # from line to line
INSET, GAP = 10, 10  # inside a box, between boxes
NARROW = 0.62  # how wide a letter or digit is at most, where a Chinese sign is 1
FIRST_WIDE = 0x2E80


@dataclass(frozen=True)
class Move:
    """One row of a stage table: an act, who takes it, where it may be taken, where it leads (0: nowhere else)."""

    number: int
    act: str
    label: str
    who: str
    sources: tuple[int, ...]
    to: int
    basis: str
    terms: tuple[str, ...] = ()
    recorded: bool = False


@dataclass(frozen=True)
class Station:
    """One status and what is done in it first of all; number 0 is the beginning, SEVERAL what stands for several."""

    number: int
    label: str
    stage: str
    ends: bool
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True)
class Outline:
    """What a flowchart says, whatever it looks like."""

    name: str
    title: str
    stations: tuple[Station, ...]

    @property
    def size(self) -> int:
        """How many steps it shows."""
        return sum(len(station.moves) for station in self.stations)

    def facts(self) -> dict[str, Any]:
        """As plain values, to be kept."""
        return dict(json.loads(json.dumps(asdict(self))))

    def digest(self) -> str:
        """The same for the same chart: tells whether what was published still is what the table says."""
        written = json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(written.encode()).hexdigest()


@dataclass(frozen=True)
class Words:
    """A line of text at its place; `y` is its base line."""

    text: str
    x: float
    y: int
    size: int
    bold: bool = False

    @property
    def width(self) -> float:
        """How much room it takes at most."""
        return room_for(self.text, self.size)


@dataclass(frozen=True)
class Box:
    """A rectangle: a station, an act, an act after which the status stays, a ring."""

    kind: str
    x: int
    y: int
    width: int
    height: int
    round: int


@dataclass
class Row:
    """One strip of the drawing: its boxes, lines (as paths), arrow heads and words; places are within the strip."""

    height: int = 0
    boxes: list[Box] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    act: str = ""


def outline_of(facts: Mapping[str, Any]) -> Outline:
    """An outline from the values it was kept as."""
    return Outline(facts["name"], facts["title"], tuple(_station(one) for one in facts["stations"]))


def _station(facts: Mapping[str, Any]) -> Station:
    moves = tuple(
        Move(**(one | {"sources": tuple(one["sources"]), "terms": tuple(one["terms"])})) for one in facts["moves"]
    )
    return Station(**(dict(facts) | {"moves": moves}))


def room_for(text: str, size: int) -> float:
    """How wide words are at most."""
    return sum(size if ord(sign) >= FIRST_WIDE else size * NARROW for sign in text)


def broken(text: str, room: float, size: int) -> list[str]:
    """Words in lines that fit."""
    lines, line = [], ""
    for sign in text:
        if line and room_for(line + sign, size) > room:
            lines.append(line)
            line = ""
        line += sign
    return [*lines, line]


def numbers_in_words(numbers: Iterable[int]) -> str:
    """1—4、7."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = (f"{run[0]}—{run[-1]}" if len(run) > 2 else "、".join(map(str, run)) for run in runs)
    return "、".join(told)


def drawn(outline: Outline) -> list[Row]:
    """The strips from top to bottom."""
    rows: list[Row] = []
    arrives = False
    for place, station in enumerate(outline.stations):
        following = outline.stations[place + 1].number if place + 1 < len(outline.stations) else None
        goes_on = station.number == 0 and not station.moves
        goes_on = goes_on or any(move.to and move.to == following for move in station.moves)
        rows.append(_station_row(station, arrives))
        rows += [_move_row(move, station, goes_on=goes_on or move is not station.moves[-1]) for move in station.moves]
        arrives = goes_on
    return rows


def _station_row(station: Station, arrives: bool) -> Row:
    """The rounded box of a station; an arrow comes in from above where the station before leads here."""
    row, top = Row(), 18 if arrives else 22
    text = broken(station.label, RIGHT - 48 - INSET, LARGE)
    high = len(text) * LINE[LARGE] + 12
    if arrives:
        row.lines.append(f"M{TRUNK} -1V{top - 6}")
        row.heads.append(f"M{TRUNK - 5} {top - 8}h10l-5 8z")
    row.boxes.append(Box("end" if station.ends else "station", 8, top, RIGHT - 8, high, min(high // 2, 18)))
    row.words += _lines(text, 48 if station.number > 0 else 22, top + 6, LARGE, bold=True)
    if station.number > 0:
        row.words.append(_centred(str(station.number), TRUNK + 4, top + high / 2))
    if station.stage:
        row.words.append(Words(station.stage, RIGHT + 14, round(top + high / 2) + 5, SMALL))
    row.height = top + high + 1
    if station.moves:
        row.lines.append(f"M{TRUNK} {row.height}v{GAP}")
        row.height += GAP
    return row


def _move_row(move: Move, station: Station, *, goes_on: bool) -> Row:
    """The box of an act on its branch; a ring where it leads."""
    row = Row(act=move.act)
    inside = RIGHT - LEFT - 2 * INSET
    title = broken(f"{move.number}. {move.label}", inside, LARGE)
    told = [line for text in _told(move, station) for line in broken(text, inside, SMALL)]
    high = len(title) * LINE[LARGE] + len(told) * LINE[SMALL] + 14
    middle = high // 2
    row.boxes.append(Box("act" if move.to else "stays", LEFT, 1, RIGHT - LEFT, high, 4))
    row.words += _lines(title, LEFT + INSET, 8, LARGE, bold=True)
    row.words += _lines(told, LEFT + INSET, 8 + len(title) * LINE[LARGE], SMALL)
    row.height = high + GAP + 2
    row.lines.append(f"M{TRUNK} -1V{row.height if goes_on else middle}")
    row.lines.append(f"M{TRUNK} {middle}H{LEFT - 6}")
    row.heads.append(f"M{LEFT - 8} {middle - 4}v8l7 -4z")
    if move.to:
        row.lines.append(f"M{RIGHT} {middle}H{RING - 20}")
        row.heads.append(f"M{RING - 22} {middle - 4}v8l7 -4z")
        row.boxes.append(Box("ring", RING - 14, middle - 14, 28, 28, 14))
        row.words.append(_centred(str(move.to), RING, middle))
    return row


def _told(move: Move, station: Station) -> list[str]:
    others = [number for number in move.sources if number != station.number]
    also = f"在 {numbers_in_words(others)} 时可办" if station.number < 0 else f"在 {numbers_in_words(others)} 时也可办"
    told = [move.who, *([also] if others else []), *move.terms]
    return [*told, "应当音像记录"] if move.recorded else told


def _lines(texts: Iterable[str], x: int, top: int, size: int, *, bold: bool = False) -> list[Words]:
    return [Words(text, x, top + LINE[size] * place + size, size, bold) for place, text in enumerate(texts)]


def _centred(text: str, x: float, y: float) -> Words:
    return Words(text, round(x - room_for(text, LARGE) / 2, 1), round(y) + 5, LARGE, bold=True)
