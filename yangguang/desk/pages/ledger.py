"""账目: the whole-process record of a body, newest first, as far as a person may see it."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from yangguang.base import listing
from yangguang.base.models import LedgerEntry
from yangguang.base.pages import Expect, page
from yangguang.directory.api import Account, Role, bodies_audited_by

READERS = (Role.AUDIT_ADMINISTRATOR, Role.AGENCY_HEAD)


def entries_visible_to(account: Account) -> QuerySet[LedgerEntry]:
    """The chain of the own body; an audit administrator sees those it is in charge of, and the system's own."""
    chains = list(bodies_audited_by(account).values_list("public_id", flat=True))
    if account.holds(Role.AUDIT_ADMINISTRATOR):
        chains.append("system")
    return LedgerEntry.objects.filter(chain__in=chains)


@page("ledger/", name="desk:ledger", title="账目", allow=READERS, expects=Expect(other=200, superior=200))
def ledger(request: HttpRequest) -> HttpResponse:
    """The entries, of one body or all, with a search by person or event."""
    bodies = bodies_audited_by(request.user)  # type: ignore[arg-type]
    rows = entries_visible_to(request.user)  # type: ignore[arg-type]
    words = request.GET.get("q", "").strip()
    if words:
        rows = rows.filter(label__contains=words) | rows.filter(actor_name__contains=words)
    asked = request.GET.get("body", "")
    if asked:
        rows = rows.filter(chain=get_object_or_404(bodies, public_id=asked).public_id)
    found = listing.page_of(request, rows.order_by("-pk"))
    names = dict(bodies.values_list("public_id", "name")) if len(bodies) > 1 else {}
    for entry in found:
        entry.body_name = names.get(entry.chain, "")  # type: ignore[attr-defined]
    return render(request, "desk/ledger.html", {
        "page": found, "words": words, "asked": asked, "bodies": bodies,
    })  # fmt: skip
