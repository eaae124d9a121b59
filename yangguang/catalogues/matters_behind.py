"""What stands behind rows that belong to matters: the matter of each on a day, how they differ, and from when one is gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from yangguang.base import local_values
from yangguang.catalogues.lists.plain.service_guides import FROM_MATTER
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import Edition, Entry
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.queries import find_in_force, line_of, rows_in_order
from yangguang.directory.api import Body
from yangguang.statutes import clause

Row = Mapping[str, Any]


def matter_rows(body: Body, on: date) -> dict[str, Entry]:
    """The rows of the matters list a body goes by on a day, by code and in list order; none where there is no list."""
    edition = find_in_force(ListKind.MATTERS, body, on)
    return {row.code: row for row in rows_in_order(edition)} if edition else {}


def differs(row: Row, matter: Row) -> list[str]:
    """In which columns a row says something else than its matter, by label."""
    definition = list_of(ListKind.SERVICE_GUIDES)
    return [definition.column(name).label for name in FROM_MATTER if row[name] != matter[name]]


def known_cells(body: Body, matter: Entry, on: date) -> dict[str, str]:
    """What a guide takes from the matter, the register of bodies and the law, as a person would type it."""
    told = list_of(ListKind.MATTERS).show(matter.columns)
    unit = {"工作日": "个工作日"}.get(told["limit_unit"], told["limit_unit"])
    return {
        "name": told["name"], "basis": told["basis"], "accepting": told["unit"], "approving": body.name,
        "time_limit": f"{told['limit']}{unit}", "supervision": f"投诉举报电话：{body.complaint_phone}",
        "remedies": _remedies(body, on), "hours": body.office_hours, "address": body.address,
        "phone": body.complaint_phone, "source": told["source"],
    }  # fmt: skip


def guide_rows(body: Body, on: date, rest: Mapping[str, str]) -> list[dict[str, Any]]:
    """A guide for each matter of a body, with the same `rest` for all, as a person would type them."""
    return [
        {"code": row.code, "official": row.official, **known_cells(body, row, on), **rest}
        for row in matter_rows(body, on).values()
    ]


def gone_from(body: Body, since: Mapping[str, date]) -> dict[str, date | None]:
    """For each code the first day, from the day given on, on which the matters list no longer has it; None while it stands."""
    days = _turning_days(body)
    kept: dict[date, frozenset[str]] = {}
    found: dict[str, date | None] = {}
    for code, first in since.items():
        asked = [first, *(day for day in days if day > first)]
        for day in asked:
            kept.setdefault(day, frozenset(matter_rows(body, day)))
        found[code] = next((day for day in asked if code not in kept[day]), None)
    return found


def _turning_days(body: Body) -> list[date]:
    """The days on which the matters list a body goes by may change."""
    line = [one.pk for one in line_of(body)]
    editions = Edition.objects.fixed().filter(list_kind=ListKind.MATTERS, body_id__in=line)
    pairs: Iterable[Iterable[date | None]] = editions.values_list("in_force_from", "superseded_from")
    return sorted({day for pair in pairs for day in pair if day is not None})


def _remedies(body: Body, on: date) -> str:
    """Reconsideration and court with their terms, where the body has set its authorities."""
    at, court = (local_values.find(name, chain=body.public_id, on=on) for name in ("reconsideration_body", "court"))
    if at is None or court is None:
        return ""
    days = clause("ARL-2023:20.1").amount(unit="calendar_day")
    months = clause("AJL-2017:46.1").amount(unit="month")
    return f"不服决定的，可以自收到决定书之日起{days}日内向{at.value}申请行政复议，或者{months}个月内向{court.value}提起行政诉讼。"
