"""Two editions of a list, row by row: what was changed, added and taken out (改、增、删), and what was decided under each."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base.pages import SIGNED_IN, page
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import Edition
from yangguang.catalogues.pages.edition import ADOPTED_ARE_PUBLIC
from yangguang.catalogues.presentation import changed_entries
from yangguang.catalogues.queries import changes_between, editions_visible_to
from yangguang.catalogues.readers import Asked, Use, uses_of
from yangguang.directory.api import Account, DeskRequest
from yangguang.kernel.row_changes import ChangeKind

USES_SHOWN = 5


@page(
    "lists/editions/<ref:edition_ref>/compare", name="catalogues:compare", title="版本对照", allow=SIGNED_IN,
    subject="edition", expects=ADOPTED_ARE_PUBLIC,
)  # fmt: skip
def compare(request: DeskRequest, edition_ref: str) -> HttpResponse:
    """This edition against an earlier one: the one it was drafted from unless `?with=` names another."""
    visible = editions_visible_to(request.user)
    after = get_object_or_404(visible, public_id=edition_ref)
    definition = list_of(after.list_kind)
    same_list = visible.filter(list_kind=after.list_kind).exclude(pk=after.pk)
    others = list(same_list.filter(body_id=after.body_id))
    others += [one for one in same_list.filter(drafts_from=after) if one not in others]
    asked = request.GET.get("with", "")
    before = get_object_or_404(same_list, public_id=asked) if asked else _usual(after, others)
    rows = changes_between(before, after) if before else []
    everything = request.GET.get("all") == "1"
    shown = rows if everything else [row for row in rows if row.kind is not ChangeKind.SAME]
    codes = [row.code for row in shown]
    under = [uses_under(request.user, one, codes) for one in (before, after)]
    return render(request, "catalogues/compare.html", {
        "after": after, "before": before, "others": others, "definition": definition, "everything": everything,
        "rows": [(row, *(first_of(uses.get(row.code, [])) for uses in under))
                 for row in changed_entries(definition, shown, after.in_force_from)],
        "counts": {kind.value: sum(row.kind is kind for row in rows) for kind in ChangeKind},
        "trail": [("清单", reverse("catalogues:lists")),
                  (definition.title, reverse("catalogues:list", args=[after.list_kind])),
                  (after.version, reverse("catalogues:edition", args=[after.public_id])), ("版本对照", "")],
    })  # fmt: skip


def uses_under(account: Account, edition: Edition | None, codes: list[str]) -> dict[str, list[Use]]:
    """What was decided by these entries while an edition was in force; nothing by one that never was."""
    if edition is None or edition.term is None:
        return {}
    return uses_of(account, Asked(edition.list_kind, edition.body, codes, edition.term.start, edition.term.end))


def first_of(uses: list[Use]) -> dict[str, Any]:
    """How many, and the newest few to show."""
    return {"count": len(uses), "first": uses[:USES_SHOWN], "more": len(uses) - USES_SHOWN}


def _usual(after: Edition, others: list[Edition]) -> Edition | None:
    """The edition it was drafted from, else the one in force just before it, else any other."""
    if after.based_on in others:
        return after.based_on
    start = after.in_force_from
    earlier = [e for e in others if e.in_force_from and (start is None or e.in_force_from < start)]
    return max(earlier, key=lambda e: str(e.in_force_from), default=others[0] if others else None)
