"""One counterpart: who it is and was, and every case, decision and lead of it that this person may see."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yangguang.base import listing
from yangguang.base.act_pages import answer
from yangguang.base.pages import Expect, page
from yangguang.cases import counterparts as register
from yangguang.cases.counterpart_acts import ACTS, acts_for
from yangguang.cases.models import Counterpart, FactOf
from yangguang.cases.pages import cases as case_list
from yangguang.cases.pages.counterparts import READERS
from yangguang.cases.presentation import counterparts as shown
from yangguang.cases.presentation import progress
from yangguang.directory.api import Account
from yangguang.kernel import clock

SEEN_IN = {"legal_reviewer": ("drafted", "decided"), "publisher": ("decided",)}
MOST = 50


@page("counterparts/<ref:ref>/", name="cases:counterpart", title="行政相对人", allow=READERS, subject="counterpart",
      expects=Expect(superior=200, only_in=SEEN_IN))  # fmt: skip
def counterpart_page(request: HttpRequest, ref: str) -> HttpResponse:
    """What it was merged into stands in its place."""
    account: Account = request.user  # type: ignore[assignment]
    found = _found(account, ref)
    if found.public_id != ref:
        return redirect("cases:counterpart", found.public_id)
    facts = register.facts_of(found, account)
    mergers = register.mergers_of(found, account)
    merged = any(one.undone_on is None and one.body_id == account.body_id for one in mergers)
    if listing.is_export(request):
        rows = map(case_list.cells_of, case_list.shown(register.cases_of(found, account)))
        return listing.workbook(
            request, title=f"{found.name}的案件", columns=case_list.COLUMNS, rows=rows, filters=found.name
        )
    cases = listing.page_of(request, register.cases_of(found, account))
    decisions, leads = register.decisions_about(found, account), register.leads_about(found, account)
    return render(request, "cases/counterparts/counterpart.html", {
        "counterpart": found, "facts": _facts(found, facts), "histories": shown.histories(facts, account),
        "page": cases, "cases": [(one, progress.status_label(one)) for one in cases],
        "decisions": decisions[:MOST], "decided": decisions.count(), "leads": leads[:MOST], "told": leads.count(),
        "agents": shown.agent_rows(register.agents_about(found, account)[:MOST], clock.today()),
        "grades": list(register.grades_of(found)[:MOST]), "mergers": mergers,
        "acts": [{"label": act.title, "href": reverse("cases:counterpart_act", args=[ref, name])}
                 for name, act in acts_for(found, account, merged=merged)],
        "entries": shown.entries_of(found, account),
        "trail": [("行政相对人", reverse("cases:counterparts")), (found.name, "")],
    })  # fmt: skip


@page("counterparts/<ref:ref>/acts/<slug:act>/", name="cases:counterpart_act", title="办理相对人登记", writes=True,
      allow=("case_handler", "unit_head"), subject="counterpart_act")  # fmt: skip
def counterpart_act(request: HttpRequest, ref: str, act: str) -> HttpResponse:
    """The form of one act on a counterpart."""
    account: Account = request.user  # type: ignore[assignment]
    found, known = _found(account, ref), ACTS.get(act)
    if known is None:
        raise Http404
    form = known.form(request.POST or None, counterpart=found, account=account)
    back = reverse("cases:counterpart", args=[found.public_id])
    return answer(
        request, form, lambda **facts: known.run(counterpart=found, actor=account, at=form.moment(), **facts), to=back,
        done=f"已经办理：{known.title}。", template="cases/labour/act.html", title=known.title, words=known.words,
        under=found.name, back=back,
    )  # fmt: skip


def _found(account: Account, ref: str) -> Counterpart:
    found = register.find_counterpart(account, ref)
    if found is None:
        raise Http404
    return found


def _facts(found: Counterpart, facts: list[Any]) -> list[tuple[str, Any]]:
    superior = found.superior.name if found.superior else ""
    own = [fact for fact in facts if fact.counterpart_id == found.pk]
    return [
        ("类别", found.get_kind_display()), *shown.code_rows(found), ("上级单位", superior),
        ("法定代表人或者负责人", register.current(own, FactOf.REPRESENTATIVE)),
        ("住所", register.current(own, FactOf.ADDRESS)),
    ]  # fmt: skip
