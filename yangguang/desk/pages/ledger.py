"""账目: the whole-process record of a body, newest first, as far as a person may see it."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from yangguang.base import listing
from yangguang.base.models import LedgerEntry
from yangguang.base.pages import Expect, page
from yangguang.base.sheets import Column, Kind
from yangguang.directory.api import Account, Role, bodies_audited_by
from yangguang.kernel import clock

MOST = 20_000  # of one sheet: older entries by a narrower search
COLUMNS = (
    Column("sequence", "序号", Kind.INTEGER), Column("body", "执法主体", width=30), Column("label", "事由", width=24),
    Column("summary", "内容", width=50), Column("actor", "行为人"), Column("occurred", "发生", width=18),
    Column("recorded", "录入", width=18), Column("late", "补录原因", width=24), Column("clauses", "依据", width=30),
    Column("digest", "指纹", width=70),
)  # fmt: skip
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
    names = dict(bodies.values_list("public_id", "name")) if len(bodies) > 1 else {}
    if listing.is_export(request):
        told = "，".join(filter(None, [names.get(asked, ""), words, f"最近{MOST}条以内"]))
        cells = (_cells(entry, names) for entry in rows.order_by("-pk")[:MOST])
        return listing.workbook(request, title="账目", columns=COLUMNS, rows=cells, filters=told)
    found = listing.page_of(request, rows.order_by("-pk"))
    for entry in found:
        entry.body_name = names.get(entry.chain, "")  # type: ignore[attr-defined]
    return render(request, "desk/ledger.html", {
        "page": found, "words": words, "asked": asked, "bodies": bodies,
    })  # fmt: skip


def _cells(entry: LedgerEntry, names: dict[str, str]) -> dict[str, Any]:
    occurred, recorded = (one.astimezone(clock.BEIJING) for one in (entry.occurred_at, entry.recorded_at))
    return {
        "sequence": entry.sequence, "body": names.get(entry.chain, ""), "label": entry.label, "summary": entry.summary,
        "actor": entry.actor_name, "occurred": f"{occurred:%Y-%m-%d %H:%M}", "recorded": f"{recorded:%Y-%m-%d %H:%M}",
        "late": entry.late_reason, "clauses": list(entry.clauses), "digest": entry.digest,
    }  # fmt: skip
