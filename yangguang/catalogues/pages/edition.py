"""One edition: its rows with filter and search, where it stands, and what can be done with it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import approvals
from yangguang.base.pages import SIGNED_IN, Expect, page
from yangguang.catalogues.basis_changes import open_changes_of
from yangguang.catalogues.lists.definition import ListDefinition
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import Edition, EditionFiling, Entry, OutsideReview
from yangguang.catalogues.own_review import lacking_inside, policies_to_review, wrote_in
from yangguang.catalogues.policy import DRAFTERS, may_adopt, may_draft
from yangguang.catalogues.presentation import table_rows
from yangguang.catalogues.queries import (
    editions_to_file,
    editions_to_review_outside,
    editions_visible_to,
    editions_whose_letter_waits,
    lapsed_entries,
    rows_in_order,
)
from yangguang.catalogues.rules.editions import EditionState
from yangguang.catalogues.rules.offices import OFFICES
from yangguang.catalogues.shipped_lists import FILES
from yangguang.catalogues.use_cases.submit_for_review import PURPOSE
from yangguang.directory.api import BUSINESS, Account, DeskRequest, Role
from yangguang.kernel import clock

CONCERNED = {*DRAFTERS, Role.PUBLISHER, Role.AGENCY_HEAD}  # who may read how an edition went out
ADOPTED_ARE_PUBLIC = Expect(own=200, other=200, superior=200)


@page(
    "lists/editions/<ref:edition_ref>", name="catalogues:edition", title="清单版本", allow=SIGNED_IN,
    subject="edition", expects=ADOPTED_ARE_PUBLIC,
)  # fmt: skip
def edition(request: DeskRequest, edition_ref: str) -> HttpResponse:
    """The whole edition on one page, so that it prints as one list."""
    shown = get_object_or_404(editions_visible_to(request.user), public_id=edition_ref)
    definition = list_of(shown.list_kind)
    today = clock.today()
    chosen, words = request.GET.get("filter", ""), request.GET.get("q", "").strip()
    rows = list(rows_in_order(shown))
    found = matching(definition, rows, chosen, words)
    approval = approvals.latest(shown.subject, PURPOSE)
    changed = open_changes_of(shown, request.user) if shown.is_fixed and shown.is_in_force(today) else {}
    return render(request, "catalogues/edition.html", {
        "edition": shown, "definition": definition, "mark": shown.stage(today), "words": words, "chosen": chosen,
        "rows": table_rows(definition, found, lapsed_entries(shown, today), changed), "total": len(rows),
        "columns": [definition.column(c).label for c in definition.table_columns if c != definition.subject_column],
        "subject_label": definition.column(definition.subject_column).label,
        "filters": counted_filters(definition, rows, chosen), "demonstrations": sum(not r.official for r in rows),
        "opinions": list(approval.steps.all()) if approval else [],
        "ships": shown.list_kind in FILES,
        "changes": [one for found in changed.values() for one in found], "drafts": may_draft(request.user, shown.body),
        "doable": doable(shown, request.user), "reviews": list(OutsideReview.objects.filter(edition=shown)),
        "letters_open": bool(request.user.role_names & BUSINESS),
        "goes_out": shown.is_fixed and shown.body_id == request.user.body_id and bool(request.user.role_names & CONCERNED),
        "filing": EditionFiling.objects.filter(edition=shown).first(),
        "office": OFFICES[definition.reviewed_by] if definition.reviewed_by else "",
        "trail": [("清单", reverse("catalogues:lists")),
                  (definition.title, reverse("catalogues:list", args=[shown.list_kind])), (shown.version, "")],
    })  # fmt: skip


def matching(definition: ListDefinition, rows: list[Entry], chosen: str, words: str) -> list[Entry]:
    """The rows that carry the chosen filter and every word of the question, anywhere in the row."""
    column = definition.filter_column
    if chosen and column:
        rows = [r for r in rows if definition.column(column).show(r.columns[column]) == chosen]
    wanted = words.split()
    return [r for r in rows if all(w in f"{r.code} {' '.join(definition.show(r.columns).values())}" for w in wanted)]


def counted_filters(definition: ListDefinition, rows: list[Entry], chosen: str) -> list[dict[str, Any]]:
    """The values of the filter column with their counts."""
    if not definition.filter_column:
        return []
    column = definition.column(definition.filter_column)
    shown = [column.show(r.columns[column.name]) for r in rows]
    every = [{"label": "全部", "count": len(rows), "href": "?", "current": not chosen}]
    return every + [
        {"label": v, "count": shown.count(v), "href": f"?filter={v}", "current": v == chosen}
        for v in dict.fromkeys(shown)
    ]


def doable(shown: Edition, account: Account) -> dict[str, bool]:
    """Which acts this person may do with this edition today; the use cases ask the same."""
    drafts, adopts = may_draft(account, shown.body), may_adopt(account, shown.body)
    return {
        "review": editions_to_review_outside(account).filter(pk=shown.pk).exists(),
        "review_policy": not wrote_in(account, shown) and policies_to_review(account).filter(pk=shown.pk).exists(),
        "record_review": drafts and editions_whose_letter_waits(account).filter(pk=shown.pk).exists(),
        "file": drafts and editions_to_file(account).filter(pk=shown.pk).exists(),
        "change": drafts and shown.is_open,
        "adopt": adopts and shown.state == EditionState.UNDER_REVIEW and not lacking_inside(shown),
        "repeal": adopts and shown.state == EditionState.ADOPTED and shown.is_in_force(clock.today()),
    }
