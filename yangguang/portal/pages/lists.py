"""清单: an adopted edition with its rows as they were adopted; old and new beside each other; printable."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from yangguang.base.pages import PUBLIC, page
from yangguang.bulletin.api import (
    PublicList,
    entries,
    list_copies,
    list_files,
    pages_on_disk,
    public_lists,
    title_of_row,
)
from yangguang.kernel.row_changes import ChangeKind, RowChange, compare, pieces
from yangguang.portal.pages.lists_of_kinds import TRAIL, standing_of
from yangguang.portal.showing import show, typed
from yangguang.portal.taken_back import course_of, list_taken_back
from yangguang.portal.verified import verified_entry


@page("lists/<ref:ref>", name="portal:list", title="清单", allow=PUBLIC, site="portal", subject="public_list")
def edition(request: HttpRequest, ref: str) -> HttpResponse:
    """One edition with its rows as they were adopted."""
    found = PublicList.objects.filter(ref=ref).first()
    if found is None:
        raise Http404
    if not found.stands:
        return list_taken_back(request, found)
    others = public_lists(kind=found.list_kind, body_ref=found.body_ref).exclude(ref=ref)
    entry = entries.KINDS.get(found.list_kind)
    proof = list_files.PROOF if pages_on_disk.list_file_of(ref, list_files.PROOF).exists() else ""
    return show(
        request, "portal/list.html", "lists", title=found.title, edition=found, standing=standing_of(found),
        entry=entry, verified=verified_entry(found) if entry and proof else None,
        rows=[
            {"code": row["code"], "title": title_of_row(found.columns, row["cells"]),
             "cells": [(column["label"], row["cells"].get(column["name"], "")) for column in found.columns]}
            for row in found.rows
        ],
        others=list(others), files=list_files.files_of(ref),
        fingerprints=[(one, found.files[one]) for one in list_files.FORMATS if one in found.files],
        proof=proof, history=course_of(found.history, found.published_on),
        trail=[*TRAIL, (found.title, "")],
    )  # fmt: skip


@page(
    "lists/<ref:ref>/compare", name="portal:list_comparison", title="新旧版本对照", allow=PUBLIC, site="portal",
    subject="public_list",
)  # fmt: skip
def comparison(request: HttpRequest, ref: str) -> HttpResponse:
    """An edition against the one before it, or against another that `with` names; `all=1` shows what stayed as well."""
    after = PublicList.objects.filter(ref=ref).first()
    if after is None:
        raise Http404
    if not after.stands:
        return list_taken_back(request, after)
    same = list_copies.standing_lists().filter(list_kind=after.list_kind, body_ref=after.body_ref).exclude(ref=ref)
    others = list(same.order_by("-in_force_from", "-pk"))
    asked = typed(request, "with", 26)
    earlier = [one for one in others if one.in_force_from < after.in_force_from]
    before = next((one for one in others if one.ref == asked), None) if asked else next(iter(earlier or others), None)
    changes = compare(_cells(before), _cells(after)) if before else []
    everything = request.GET.get("all") == "1"
    shown = changes if everything else [one for one in changes if one.kind is not ChangeKind.SAME]
    return show(
        request, "portal/list_comparison.html", "lists", title=f"{after.list_label}新旧对照", before=before, after=after,
        others=others, everything=everything, rows=[_change(after, one) for one in shown],
        counts={kind.value: sum(one.kind is kind for one in changes) for kind in ChangeKind},
        trail=[*TRAIL, (after.title, f"/lists/{after.ref}"), ("新旧对照", "")],
    )  # fmt: skip


def _cells(edition: PublicList) -> dict[str, dict[str, str]]:
    return {row["code"]: row["cells"] for row in edition.rows}


def _change(after: PublicList, row: RowChange) -> dict[str, Any]:
    """One row with every column that differs, old and new in pieces."""
    old, new = row.before or {}, row.after or {}
    labels = {column["name"]: column["label"] for column in after.columns}
    cells = [(labels.get(name, name), *pieces(str(old.get(name, "")), str(new.get(name, "")))) for name in row.columns]
    return {
        "code": row.code, "kind": row.kind.value, "title": title_of_row(after.columns, new or old),
        "cells": [(label, left, right) for label, left, right in cells if left or right],
    }  # fmt: skip
