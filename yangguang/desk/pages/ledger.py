"""账目: the whole-process record of a body, newest first, as far as a person may see it."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yangguang.base import listing
from yangguang.base.models import LedgerEntry
from yangguang.base.pages import Expect, page
from yangguang.directory.api import Account, Role

READERS = (Role.AUDIT_ADMINISTRATOR, Role.AGENCY_HEAD)


def entries_visible_to(account: Account) -> QuerySet[LedgerEntry]:
    """The chain of the account's own body; an audit administrator also sees the system's own."""
    chains = [account.body.public_id]
    if account.holds(Role.AUDIT_ADMINISTRATOR):
        chains.append("system")
    return LedgerEntry.objects.filter(chain__in=chains)


@page("ledger/", name="desk:ledger", title="账目", allow=READERS, expects=Expect(other=200, superior=200))
def ledger(request: HttpRequest) -> HttpResponse:
    """The entries with a search by person or event."""
    rows = entries_visible_to(request.user)  # type: ignore[arg-type]
    words = request.GET.get("q", "").strip()
    if words:
        rows = rows.filter(label__contains=words) | rows.filter(actor_name__contains=words)
    found = listing.page_of(request, rows.order_by("-pk"))
    return render(request, "desk/ledger.html", {"page": found, "words": words})
