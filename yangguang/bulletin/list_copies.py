"""Editions of lists in the public store: received as released, corrected with what stood before, taken back (D16).

What stood before a correction stays to be compared, row by row; of what was taken back number, dates and reason stay.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from yangguang.bulletin import guide_papers, list_files, open_data, passages
from yangguang.bulletin.events import ListCopy
from yangguang.bulletin.models import ListStatus, PublicGuide, PublicList
from yangguang.bulletin.rules import entries
from yangguang.kernel import clock

STORE = "public"
GONE = "已撤回的服务指南"


@transaction.atomic(using=STORE)
def receive_list(
    copy: ListCopy, *, version: int, superseded_from: date | None = None, correction: str = "",
    corrected_on: date | None = None, hides_more: bool = False, without: Collection[str] = (),
) -> bool:  # fmt: skip
    """Keep version `version` of an edition; whether anything was kept. One that comes late changes nothing.

    `without`: codes of rows whose people are not public any more. What was taken back stands again with a later version.
    """
    found = PublicList.objects.select_for_update().filter(ref=copy.ref).first()
    if found is not None and found.version >= version and (found.digest or not found.stands):
        return False
    edition = found or PublicList(ref=copy.ref, history=[])
    before = {row["code"]: row["cells"] for row in edition.rows} if found and found.stands else {}
    back = found is not None and not found.stands
    overtaken = found is not None and version > found.version + 1  # a change between, which may have hidden, never came
    _take_over(edition, copy, without)
    edition.version, edition.superseded_from = version, superseded_from
    if correction:
        edition.status = ListStatus.PUBLIC if back else ListStatus.CORRECTED
        told = {"on": (corrected_on or copy.published_on).isoformat(), "what": "恢复公开" if back else "更正"}
        _tell(edition, told | {"reason": correction}, before, hides_more=hides_more or overtaken)
    edition.withdrawn_on, edition.withdrawal_reason, edition.withdrawal_basis = None, "", ""
    edition.files = {}
    edition.save()
    passages.put_list(edition)
    if found is not None:
        _remove_files(edition)
        open_data.give_out_no_more()
    return True


@transaction.atomic(using=STORE)
def withdraw_list(copy: ListCopy, *, version: int, reason: str, basis: str, on: date, what: str = "撤回") -> PublicList:
    """Leave a tombstone; files, guides and their papers go before the rows let go of their names. Done twice it changes nothing.

    An edition that never arrived leaves one as well, made from what was released, and its content never shows.
    """
    edition = PublicList.objects.select_for_update().filter(ref=copy.ref).first()
    if edition is None:
        edition = PublicList(ref=copy.ref, history=[], version=version)
        _take_over(edition, copy, ())
    if not edition.stands or edition.version > version:
        return edition
    for guide in _remove_files(edition):
        guide.name, guide.cells, guide.forms, guide.files, guide.words = GONE, [], [], [], ""
        guide.save(update_fields=["name", "cells", "forms", "files", "words"])
        passages.remove(guide.ref)
    edition.status, edition.withdrawn_on = ListStatus.WITHDRAWN, on
    edition.withdrawal_reason, edition.withdrawal_basis = reason, basis
    edition.columns, edition.rows, edition.files, edition.digest, edition.filing = [], [], {}, "", ""
    earlier = [{name: one[name] for name in ("on", "what", "reason")} for one in edition.history]
    edition.history = [*earlier, {"on": on.isoformat(), "what": what, "reason": reason}]
    edition.changed_at, edition.version = clock.now(), version
    edition.save()
    passages.put_list(edition)
    open_data.give_out_no_more()
    return edition


def standing_lists() -> QuerySet[PublicList]:
    """Editions whose content may be shown."""
    return PublicList.objects.exclude(status=ListStatus.WITHDRAWN)


def public_kinds() -> dict[str, str]:
    """Every kind that has an address: those public entry by entry, and those of which an edition stands; by their labels."""
    entries_of = {name: kind.label for name, kind in entries.KINDS.items()}
    told = standing_lists().order_by("list_kind").values_list("list_kind", "list_label").distinct()
    return entries_of | {kind: label for kind, label in told if kind not in entries_of}


def list_by_ref(ref: str) -> PublicList | None:
    """Any edition ever public under a reference, withdrawn ones included."""
    return PublicList.objects.filter(ref=ref).first()


def copy_of_list(edition: PublicList) -> ListCopy:
    """A standing edition as the copy it came as."""
    return ListCopy(
        edition.ref, edition.list_kind, edition.list_label, edition.body_ref, edition.body_name, edition.title,
        edition.in_force_from, edition.published_on, edition.columns, edition.rows,
    )  # fmt: skip


def _take_over(edition: PublicList, copy: ListCopy, without: Collection[str]) -> None:
    """Let an edition say what a copy says; nothing is stored yet."""
    edition.list_kind, edition.list_label, edition.title = copy.list_kind, copy.list_label, copy.title
    edition.body_ref, edition.body_name = copy.body_ref, copy.body_name
    edition.in_force_from, edition.published_on = copy.in_force_from, copy.published_on
    edition.columns = copy.columns
    edition.rows = [row for row in copy.rows if row["code"] not in without]
    edition.digest, edition.changed_at = copy.digest(), clock.now()


def _tell(edition: PublicList, told: dict[str, Any], before: Mapping[str, Any], *, hides_more: bool) -> None:
    """One line of history with what stood before; one that hides more takes away what earlier lines still show."""
    if hides_more:
        earlier = [{name: value for name, value in one.items() if name != "changes"} for one in edition.history]
        edition.history = [*earlier, told | {"hidden": True}]
    else:
        edition.history = [*edition.history, told | {"changes": _changes(edition, before)}]


def _changes(edition: PublicList, before: Mapping[str, Mapping[str, str]]) -> list[list[str]]:
    """Row, column, what stood, what stands."""
    labels: Sequence[tuple[str, str]] = [(one["name"], one["label"]) for one in edition.columns]
    return [
        [row["code"], label, str(before[row["code"]].get(name, "")), str(row["cells"].get(name, ""))]
        for row in edition.rows if row["code"] in before
        for name, label in labels
        if before[row["code"]].get(name, "") != row["cells"].get(name, "")
    ]  # fmt: skip


def _remove_files(edition: PublicList) -> list[PublicGuide]:
    """Take away every file that says what an edition said, and its proof; its guides, locked. They are drawn anew if it stands."""
    list_files.remove_files(edition.ref)
    guides = list(PublicGuide.objects.select_for_update().select_related("edition").filter(edition__ref=edition.ref))
    guide_papers.remove_guide_papers(guides)
    return guides
