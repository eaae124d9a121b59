"""Reads clause files. A clause's path is its citation, so one clause costs one small file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from yangguang.statutes.clause import Clause, Example, Statute, Value

HERE = Path(__file__).parent
STATUTE_FILE = "statute.toml"
ID = re.compile(r"(?P<code>[A-Z0-9-]+):(?P<place>[a-z0-9_.-]+)(?:#(?P<part>[a-z_]+))?")
ARTICLE = re.compile(r"(第[^条]+条(?:之[一二三四五六])?)(第[^款]+款)?(第.+项)?")


class UnknownClause(KeyError):
    """No clause file carries this id."""


def clause(clause_id: str) -> Clause:
    """The clause of this id, such as APL-2021:48.2; APL-2021:33 gives the article whose paragraphs have own files."""
    return _read(clause_id)


def part_ids(clause_id: str) -> tuple[str, ...]:
    """The clause itself, or those of its parts where an article or paragraph is kept in parts. Raises UnknownClause."""
    file = file_of(clause_id)
    if file.is_file():
        return (clause_id,)
    code, _, place = clause_id.partition(":")
    found = tuple(id_of(code, part.stem) for part in sorted(file.parent.glob(f"{file.stem}_*.toml")))
    if not found or not place[0].isdigit():
        raise UnknownClause(clause_id)
    return found


def all_clauses() -> tuple[Clause, ...]:
    """Every clause, ordered by statute and article."""
    return tuple(_read(clause_id) for clause_id in clause_ids())


@cache
def clause_ids() -> tuple[str, ...]:
    """The ids of every clause file, without reading the files."""
    return tuple(
        id_of(code, file.stem)
        for code, folder in sorted(statute_folders().items())
        for file in sorted(folder.glob("*.toml"))
        if file.name != STATUTE_FILE
    )


@cache
def statute(code: str) -> Statute:
    """The statute behind a code such as APL-2021."""
    raw = _toml(statute_folders()[code] / STATUTE_FILE)
    return Statute(
        code=raw["code"],
        name=raw["name"],
        citation=raw["citation"],
        abbreviation=raw["abbreviation"],
        level=raw["level"],
        in_force=raw.get("in_force"),
        until=raw.get("until"),
        region=raw.get("region", ""),
        note=raw.get("note", ""),
    )


@cache
def statute_folders() -> Mapping[str, Path]:
    """Where each statute's clauses lie, by its code."""
    places = [*HERE.iterdir(), *(HERE / "regions").glob("*/*")]
    return {code_of(folder.name): folder for folder in places if (folder / STATUTE_FILE).is_file()}


def code_of(folder: str) -> str:
    """apl_2021 → APL-2021."""
    return folder.upper().replace("_", "-")


def file_of(clause_id: str) -> Path:
    """The one file a clause may lie in: APL-2021:48.2 → apl_2021/art_048_2.toml."""
    parts = ID.fullmatch(clause_id)
    if parts is None or parts["code"] not in statute_folders():
        raise UnknownClause(clause_id)
    number, *rest = parts["place"].split(".")
    if number[0].isdigit():
        article, dash, inserted = number.partition("-")
        number = f"art_{int(article):03d}{dash}{inserted}"
    stem = "_".join([number, *rest]) + (f"__{parts['part']}" if parts["part"] else "")
    return statute_folders()[parts["code"]] / f"{stem}.toml"


def id_of(code: str, stem: str) -> str:
    """The citation a file's path stands for."""
    place, _, part = stem.partition("__")
    if place.startswith("art_"):
        number, *rest = place.removeprefix("art_").split("_")
        place = ".".join([number.lstrip("0"), *rest])
    return f"{code}:{place}" + (f"#{part}" if part else "")


@cache
def _read(clause_id: str) -> Clause:
    file = file_of(clause_id)
    if not file.is_file():
        return _whole(clause_id)
    raw = _toml(file)
    earlier = tuple(_clause({**raw, "example": (), "checked": None, **old}) for old in raw.get("earlier", ()))
    return _clause(raw, earlier)


def _whole(clause_id: str) -> Clause:
    """An article or paragraph whose parts have files of their own: its words are theirs, its numbers are asked there."""
    place = clause_id.partition(":")[2]
    parts = [_read(one) for one in part_ids(clause_id)]
    return replace(
        parts[0],
        id=clause_id,
        article=_cut(parts[0].article, place.count(".")),
        topic="；".join(dict.fromkeys(part.topic for part in parts)),
        text="".join(dict.fromkeys(part.text for part in parts)),
        gates=tuple(dict.fromkeys(gate for part in parts for gate in part.gates)),
        values={},
        examples=(),
        earlier=(),
        local=False,
    )


def _cut(article: str, depth: int) -> str:
    """第七十二条第一款第一项, cut to the article (0), the paragraph (1) or left whole."""
    found = ARTICLE.fullmatch(article)
    return article if found is None else "".join(part or "" for part in found.groups()[: depth + 1])


def _toml(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _clause(raw: Mapping[str, Any], earlier: tuple[Clause, ...] = ()) -> Clause:
    law = statute(raw["id"].partition(":")[0])
    return Clause(
        id=raw["id"],
        law=law,
        article=raw["article"],
        topic=raw["topic"],
        text=raw["text"],
        source=raw["source"],
        checked=raw.get("checked"),
        sure=raw["sure"],
        kind=raw["kind"],
        in_force=raw.get("in_force", law.in_force),
        until=raw.get("until", law.until),
        local=raw.get("local", False),
        article_sure=raw.get("article_sure", True),
        starts_from=raw.get("starts_from", ""),
        counts=raw.get("counts", ""),
        suspended_by=raw.get("suspended_by", ""),
        gates=tuple(raw.get("gates", ())),
        hint=raw.get("hint", ""),
        doubt=raw.get("doubt", ""),
        overrides=tuple(raw.get("overrides", ())),
        values={name: _value(name, value) for name, value in raw.get("values", {}).items()},
        examples=tuple(Example(**example) for example in raw.get("example", ())),
        earlier=earlier,
    )


def _value(name: str, raw: Mapping[str, Any]) -> Value:
    fields: dict[str, Any] = {**raw, "effects": tuple(raw.get("effects", ()))}
    return Value(name=name, **fields)
