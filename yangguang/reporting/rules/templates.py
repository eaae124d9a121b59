"""Which tables a province's report has, as data: one file a template and one a table under `reporting/content`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from yangguang.statutes.overlays import covers

FOLDER = Path(__file__).parent.parent / "content"
MANUAL = "manual"
NATIONAL = "national"
RULES = frozenset({MANUAL, "count", "amount", "heaviest", "penalties", "penalty_money", "officers", "share"})
UNITS = frozenset({"宗", "件", "次", "人", "户", "万元", "%"})


@dataclass(frozen=True)
class Column:
    """One column: what it is called, in which unit, by which rule it is counted, where the rule is written."""

    name: str
    label: str
    unit: str
    rule: str
    what: tuple[str, ...] = ()
    detail: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    source: str = ""
    note: str = ""

    @property
    def is_manual(self) -> bool:
        """Whether the platform has no data for it, so that people fill it in."""
        return self.rule == MANUAL

    @property
    def is_money(self) -> bool:
        """Whether its values are money, kept in 分."""
        return self.unit == "万元"


@dataclass(frozen=True)
class Table:
    """One table of a report, with the words of its counting rules and how sure they are."""

    name: str
    title: str
    source: str
    sure: str
    columns: tuple[Column, ...]
    rules: tuple[str, ...] = ()

    def column(self, name: str) -> Column | None:
        """A column by name."""
        return next((one for one in self.columns if one.name == name), None)


@dataclass(frozen=True)
class Template:
    """The tables of a province, and how penalties rank by weight there."""

    name: str
    title: str
    region: str
    source: str
    sure: str
    tables: tuple[Table, ...]
    order: tuple[str, ...]
    notes: tuple[str, ...] = ()

    def table(self, name: str) -> Table | None:
        """A table by name."""
        return next((one for one in self.tables if one.name == name), None)

    def manual(self) -> list[tuple[Table, Column]]:
        """What people fill in, table by table."""
        return [(table, one) for table in self.tables for one in table.columns if one.is_manual]


@cache
def templates() -> dict[str, Template]:
    """Every template by name."""
    found = (_template(path) for path in sorted((FOLDER / "templates").glob("*.toml")))
    return {one.name: one for one in found}


def by_title(title: str) -> Template | None:
    """A template as the setting of a body names it."""
    return next((one for one in templates().values() if one.title == title), None)


def of_region(region: str) -> Template | None:
    """The template of the province a region (GB/T 2260 code) lies in; None where the province is not known."""
    provincial = (one for one in templates().values() if one.region)
    return next((one for one in provincial if covers(one.region, region)), None)


def _template(path: Path) -> Template:
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    tables = tuple(_table(name) for name in told.pop("tables"))
    order, notes = tuple(told.pop("order")), tuple(told.pop("notes", ()))
    return Template(name=path.stem, tables=tables, order=order, notes=notes, **told)


@cache
def _table(name: str) -> Table:
    told = tomllib.loads((FOLDER / "tables" / f"{name}.toml").read_text(encoding="utf-8"))
    columns = tuple(_column(one, told["source"]) for one in told.pop("column"))
    return Table(name=name, columns=columns, rules=tuple(told.pop("rules", ())), **told)


def _column(told: Mapping[str, Any], source: str) -> Column:
    lists = {name: tuple(told.get(name, ())) for name in ("what", "detail", "of")}
    plain = {name: value for name, value in told.items() if name not in lists}
    column = Column(**({"source": source} | plain | lists))
    if column.rule not in RULES or column.unit not in UNITS:
        raise ValueError(f"column {column.name}: no such rule or unit")
    return column
