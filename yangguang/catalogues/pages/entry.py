"""One row of an edition: everything it says, and the same row in other editions."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base.pages import SIGNED_IN, page
from yangguang.bulletin.api import guide_papers
from yangguang.catalogues.basis_changes import changes_visible_to
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import Entry
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.pages.compare import first_of, uses_under
from yangguang.catalogues.pages.edition import ADOPTED_ARE_PUBLIC
from yangguang.catalogues.pages.guide_papers import copy_of_row
from yangguang.catalogues.policy import may_draft
from yangguang.catalogues.presentation import all_cells
from yangguang.catalogues.queries import editions_visible_to, lapsed_entries, sample_forms_of
from yangguang.directory.api import DeskRequest
from yangguang.kernel import clock


@page(
    "lists/entries/<ref:entry_ref>", name="catalogues:entry", title="清单条目", allow=SIGNED_IN,
    subject="list_entry", expects=ADOPTED_ARE_PUBLIC,
)  # fmt: skip
def entry(request: DeskRequest, entry_ref: str) -> HttpResponse:
    """The row in full."""
    visible = editions_visible_to(request.user)
    shown = get_object_or_404(Entry.objects.select_related("edition__body"), public_id=entry_ref, edition__in=visible)
    edition = shown.edition
    definition = list_of(edition.list_kind)
    same = Entry.objects.select_related("edition").filter(
        edition__in=visible.filter(list_kind=edition.list_kind, body_id=edition.body_id), code=shown.code
    )
    used = uses_under(request.user, edition, [shown.code]).get(shown.code, [])
    files = sample_forms_of(edition).get(shown.code, [])
    guided = edition.list_kind == ListKind.SERVICE_GUIDES
    return render(request, "catalogues/entry.html", {
        "papers": guide_papers.papers_of(copy_of_row(shown)) if guided else [],
        "guided": guided, "files": files, "uses": first_of(used),
        "entry": shown, "edition": edition, "cells": all_cells(definition, shown),
        "subject": definition.subject_of(shown.columns), "others": same.exclude(pk=shown.pk).order_by("-edition_id"),
        "changes": list(changes_visible_to(request.user).filter(
            body_id=edition.body_id, list_kind=edition.list_kind, code=shown.code
        )) if edition.is_fixed else [],
        "lapsed": lapsed_entries(edition, clock.today()).get(shown.code, []),
        "may_change": edition.is_open and not definition.from_register and may_draft(request.user, edition.body),
        "trail": [("清单", reverse("catalogues:lists")),
                  (definition.title, reverse("catalogues:list", args=[edition.list_kind])),
                  (edition.version, reverse("catalogues:edition", args=[edition.public_id])), (shown.code, "")],
    })  # fmt: skip
