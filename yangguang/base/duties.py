"""The duties of the Three Systems and how far this software keeps each: duties.toml, read and completed."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from yangguang.base import pages

HERE = Path(__file__).parent
KEPT, PARTLY, NOT_YET = "kept", "partly", "not yet"
LABELS = {KEPT: "已落实", PARTLY: "部分落实", NOT_YET: "尚未落实"}


@dataclass(frozen=True)
class Duty:
    """One duty: what must hold, how far it is kept and what it lacks, by what, and the tests that prove it."""

    id: str
    system: str
    duty: str
    must_hold: str
    status: str
    lacks: str
    kept_by: tuple[str, ...]
    tests: tuple[str, ...]


def all_duties() -> tuple[Duty, ...]:
    """Every duty, in the order of the list."""
    raw = tomllib.loads((HERE / "duties.toml").read_text(encoding="utf-8"))
    return tuple(
        Duty(
            id,
            row["system"],
            row["duty"],
            row["must_hold"],
            row["status"],
            row.get("lacks", ""),
            tuple(row["kept_by"]),
            tuple(row["tests"]),
        )  # fmt: skip
        for id, row in raw.items()
    )


def keepers(duty: Duty) -> list[dict[str, str]]:
    """The pages and commands that keep a duty, with their titles and addresses."""
    register = pages.register()
    return [
        {"page": name, "title": register[name].title, "address": register[name].address}
        if name in register
        else {"command": name}
        for name in duty.kept_by
    ]
