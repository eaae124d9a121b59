"""What a portal says stands: its open data and what came since, each thing with the addresses of its copy and its proof."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from yangguang.base.tlog import months, register_numbers

Fetch = Callable[[str], bytes | None]  # an address of the portal → what is there, or None where nothing is


class NotToBeRead(Exception):
    """Something that is needed is not there at the moment. In Chinese."""


@dataclass(frozen=True)
class Shown:
    """One thing that is public: how it is called, and where its copy and its proof are to be had."""

    title: str
    copy: str
    proof: str
    month: str = ""
    files: str = ""  # where the files are that the copy names with their fingerprints


@dataclass(frozen=True)
class Listed:
    """All of it, and as of when it is whole; faults of the register numbers are told at once."""

    decisions: list[Shown]
    others: list[Shown]
    as_of: datetime
    faults: list[str]


def needed(fetch: Fetch, address: str) -> bytes:
    """What is at an address. Raises NotToBeRead when nothing is."""
    content = fetch(address)
    if content is None:
        raise NotToBeRead(f"{address} 现在取不到，请过几分钟再看。")
    return content


def listed(fetch: Fetch) -> Listed:
    """Read it once."""

    index = json.loads(needed(fetch, "/open-data/index.json"))
    named, as_of = {one["name"] for one in index["sets"]}, datetime.fromisoformat(index["made_at"])

    def rows(name: str) -> list[dict[str, Any]]:
        """Nothing of a table that the index does not name: what stands in the log and is not found is missed all the same."""
        found: list[dict[str, Any]] = json.loads(needed(fetch, f"/open-data/{name}.json")) if name in named else []
        return found

    standing, gone = rows("decisions"), rows("taken-down")
    feed = json.loads(needed(fetch, "/feeds/decisions.json"))
    lately = [str(item["url"]).rstrip("/").rpartition("/")[2] for item in feed["items"]]
    decisions = dict.fromkeys([*(str(row["ref"]) for row in standing), *lately])
    return Listed(
        [_decision(ref) for ref in decisions], [*_lists(rows("lists")), *_reports(rows("annual-reports"))], as_of,
        list(register_numbers.faults(_numbered(standing, gone))),
    )  # fmt: skip


def month_shown(month: str) -> Shown:
    """The counts of a month."""
    address = f"/verify/counts/{month}"
    return Shown(f"{month}的计数", f"{address}.json", f"{address}.tlog-proof", month=month)


def months_expected(first: str, last_counted: str, as_of: datetime) -> Iterator[str]:
    """The months that have to be counted by now, from that of the first entry on: all before one that is, and all but the one
    that is just over.
    """
    now = months.month_of(as_of)
    over = max((month for month in months.between(first, now) if months.after(month) < now), default="")
    yield from months.between(first, max(last_counted, months.after(over) if over else ""))


def _decision(ref: str) -> Shown:
    address = f"/decisions/{ref}"
    return Shown(f"决定 {ref}", f"{address}/copy.json", f"{address}/decision.tlog-proof")


def _lists(rows: list[dict[str, Any]]) -> Iterator[Shown]:
    for row in rows:
        address = f"/lists/{row['ref']}/files"
        yield Shown(f"清单 {row['title']}", f"{address}/snapshot", f"{address}/tlog-proof", files=address)


def _reports(rows: list[dict[str, Any]]) -> Iterator[Shown]:
    """The newest version of each year: an earlier one says itself that it was corrected."""
    newest: dict[tuple[str, str], dict[str, Any]] = {}
    for row in sorted(rows, key=lambda one: int(one["version"])):
        newest[str(row["body_ref"]), str(row["year"])] = row
    for row in newest.values():
        address = f"/annual-reports/{row['ref']}/files"
        yield Shown(f"{row['body_name']}{row['title']}", f"{address}/json", f"{address}/tlog-proof")


def _numbered(standing: list[dict[str, Any]], gone: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    every = {str(row["ref"]): row for row in (*gone, *standing) if row.get("register_number")}.values()
    return [(str(row["body_ref"]), str(row["body_name"]), str(row["register_number"])) for row in every]
