"""One list of one body: the edition in force, the draft if there is one, and every earlier edition."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base.pages import SIGNED_IN, page
from yangguang.catalogues.lists.definition import ListDefinition
from yangguang.catalogues.lists.register import LISTS
from yangguang.catalogues.policy import may_draft
from yangguang.catalogues.queries import editions_visible_to, find_in_force, open_edition
from yangguang.catalogues.rules.offices import OFFICES
from yangguang.directory.api import Body, DeskRequest
from yangguang.kernel import clock


@page("lists/<slug:list_kind>", name="catalogues:list", title="清单", allow=SIGNED_IN)
def one_list(request: DeskRequest, list_kind: str) -> HttpResponse:
    """The list of the person's own body, or of the body named in `?body=`."""
    definition = definition_or_404(list_kind)
    account = request.user
    asked = request.GET.get("body", "")
    body = get_object_or_404(Body, public_id=asked) if asked else account.body
    today = clock.today()
    visible = editions_visible_to(account).filter(list_kind=list_kind)
    editions = visible.filter(body=body)
    history = [{"edition": e, "mark": e.stage(today)} for e in editions if e.is_fixed]
    current = find_in_force(list_kind, body, today)
    closed = current is not None and not visible.filter(pk=current.pk).exists()
    current = None if closed else current
    draft = open_edition(list_kind, body)
    return render(request, "catalogues/list.html", {
        "definition": definition, "body": body, "current": current, "history": history,
        "closed": closed, "inherited": current is not None and current.body_id != body.pk,
        "draft": draft if draft and editions.filter(pk=draft.pk).exists() else None,
        "may_draft": may_draft(account, body),
        "office": OFFICES[definition.reviewed_by] if definition.reviewed_by else "",
        "entries": current.entries.count() if current else 0,
        "trail": [("清单", reverse("catalogues:lists")), (definition.title, "")],
    })  # fmt: skip


def definition_or_404(list_kind: str) -> ListDefinition:
    """The definition of a kind of list; an unknown kind is not found."""
    if list_kind not in LISTS:
        raise Http404
    return LISTS[list_kind]
