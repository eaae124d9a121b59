"""One lead: what was said, where it stands, what is due, what can be done; registering one; acting on one."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import calendars, ledger
from yangguang.base.act_pages import answer
from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import Expect, page
from yangguang.base.refusals import put_on_form
from yangguang.cases.kinds.labour.forms.leads import LeadForm
from yangguang.cases.kinds.labour.lead_acts import act_of, acts_for
from yangguang.cases.kinds.labour.policy import may_open_identity
from yangguang.cases.kinds.labour.queries import leads_visible_to, same_employer
from yangguang.cases.models import Clock
from yangguang.cases.pages.leads import READERS
from yangguang.cases.panels import links_of
from yangguang.cases.presentation import clocks
from yangguang.cases.rules.limitation import LABOUR_FIELD
from yangguang.cases.use_cases.open_informant_identity import open_informant_identity
from yangguang.cases.use_cases.register_lead import register_lead
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused
from yangguang.records.api import documents_of

SHOWN = Expect(superior=200)
TAKERS = ("window_clerk", "case_handler", "unit_head")


class IdentityForm(OfficialForm):
    """Why somebody looks."""

    reason = WrittenField(label="查看事由", most=200)


@page("leads/<ref:ref>/", name="cases:lead", title="线索", allow=READERS, subject="lead", expects=SHOWN)
def lead_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Everything about one lead but who told."""
    account: Account = request.user  # type: ignore[assignment]
    lead = get_object_or_404(leads_visible_to(account), public_id=ref)
    running = Clock.objects.filter(lead_ref=ref, case=None, stopped_on=None).order_by("-pk").first()
    calendar, today = calendars.in_force(), clock.today()
    return render(request, "cases/labour/lead.html", {
        "lead": lead, "complaint": lead.complaint if lead.is_complaint else None, "told": lead.informants.count(),
        "keepers": "、".join(k.account.name for k in lead.keepers.filter(ends_on=None).select_related("account")),
        "face": clocks.face_of(running, calendar, today) if running else None,
        "acts": [{"label": act.title, "href": reverse("cases:lead_act", args=[ref, name])}
                 for name, act in acts_for(lead, account)],
        "may_see_identity": lead.informants.exists() and may_open_identity(account, lead),
        "similar": list(same_employer(lead)), "merged": list(lead.merged.order_by("pk")),
        "documents": list(documents_of(ref).order_by("position")), "entries": _entries(ref),
        "links": links_of(lead, account),
    })  # fmt: skip


@page("leads/register/", name="cases:register_lead", title="登记投诉、线索", writes=True,
      allow=("window_clerk", "case_handler"), expects=Expect(other=200))  # fmt: skip
def register(request: HttpRequest) -> HttpResponse:
    """At the window, on the phone or in the field: one form for every source."""
    account: Account = request.user  # type: ignore[assignment]
    form = LeadForm(request.POST or None, account=account)

    def do(**facts: Any) -> Any:
        area = account.body.region_name
        return register_lead(field=LABOUR_FIELD, area=area, actor=account, at=form.moment(), **form.entry())

    return answer(
        request, form, do, to=lambda lead: reverse("cases:lead", args=[lead.public_id]), done="已经登记。",
        template="cases/labour/act.html", title="登记投诉、线索", words="登记", back=reverse("cases:leads"),
    )  # fmt: skip


@page("leads/<ref:ref>/acts/<slug:act>/", name="cases:lead_act", title="办理线索", writes=True, allow=TAKERS,
      subject="lead_act")  # fmt: skip
def lead_act(request: HttpRequest, ref: str, act: str) -> HttpResponse:
    """The form of one act on a lead."""
    account: Account = request.user  # type: ignore[assignment]
    lead = get_object_or_404(leads_visible_to(account), public_id=ref)
    if (known := act_of(lead, act)) is None:
        raise Http404
    form = known.form(request.POST or None, lead=lead)
    back = reverse("cases:lead", args=[ref])
    return answer(
        request, form, lambda **facts: known.run(lead=lead, actor=account, at=form.moment(), **facts), to=back,
        done=f"已经办理：{known.title}。", template="cases/labour/act.html", title=known.title, words=known.words,
        under=f"{lead.number}　{lead.employer_name}", back=back,
    )  # fmt: skip


@page("leads/<ref:ref>/identity/", name="cases:lead_identity", title="查看投诉举报人身份", writes=True,
      allow=("window_clerk", "case_handler"), subject="lead")  # fmt: skip
def identity(request: HttpRequest, ref: str) -> HttpResponse:
    """Who told, shown once for this look; the look is in the ledger."""
    account: Account = request.user  # type: ignore[assignment]
    lead = get_object_or_404(leads_visible_to(account), public_id=ref)
    form, shown = IdentityForm(request.POST or None), None
    if form.is_valid():
        try:
            shown = open_informant_identity(lead=lead, actor=account, at=form.moment(), **form.facts)
        except Refused as refusal:
            put_on_form(form, refusal)
    response = render(request, "cases/labour/identity.html", {
        "form": form, "lead": lead, "shown": shown, "back": reverse("cases:lead", args=[ref]),
    })  # fmt: skip
    response["Cache-Control"] = "no-store"
    return response


def _entries(ref: str) -> list[dict[str, Any]]:
    return [
        {"at": e.occurred_at, "title": e.label, "who": e.actor_name, "words": e.summary}
        for e in ledger.entries_about("lead", ref).reverse()
    ]
