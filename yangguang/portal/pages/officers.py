"""执法人员: the answer first – may this person enforce today – then the card, then what to look at at the door."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse

from yangguang.base.pages import PUBLIC, page
from yangguang.bulletin.api import (
    PublicBody,
    PublicOfficer,
    answer,
    fault_of,
    officer_by_number,
    officer_link,
    officers_found,
    photo_of,
    public_bodies,
    qr_of,
    withdrawn_officer_by_number,
)
from yangguang.kernel import clock
from yangguang.portal.showing import printable, show, typed, unkept
from yangguang.portal.taken_back import officer_taken_back

CONTACTS = ("投诉举报电话", "单位地址", "办公时间")
LONGEST_NUMBER = 40


@page("officers/", name="portal:officers", title="查执法人员", allow=PUBLIC, site="portal")
def officers(request: HttpRequest) -> HttpResponse:
    """By name, by number, by body; `q` is either."""
    name, number, body, either = (typed(request, key) for key in ("name", "number", "body", "q"))
    rows = officers_found(name, number, body)
    if either:
        rows = officers_found(name=either) if officers_found(name=either).exists() else officers_found(number=either)
    found = Paginator(rows, 20).get_page(request.GET.get("page"))
    return show(
        request, "portal/officers.html", "officers", page=found, rows=[_shown(one) for one in found], name=name or either,
        number=number, body=body, bodies=list(public_bodies()), searched=bool(name or number or body or either),
    )  # fmt: skip


@page(
    "officers/<ref:ref>", name="portal:officer", title="执法人员", allow=PUBLIC, site="portal", subject="public_officer"
)
def officer(request: HttpRequest, ref: str) -> HttpResponse:
    """One officer, today."""
    found = PublicOfficer.objects.filter(ref=ref).first()
    if found is None:
        raise Http404
    return _page_of(request, found) if found.withdrawn_on is None else officer_taken_back(request, found)


@page(
    "officers/no/<path:number>", name="portal:officer_by_number", title="核对执法证件", allow=PUBLIC, site="portal",
    subject="public_officer",
)  # fmt: skip
def officer_of_card(request: HttpRequest, number: str) -> HttpResponse:
    """Where the code on a certificate leads: whether this very certificate may be used today, or that it is not listed here."""
    asked = printable(number, LONGEST_NUMBER)
    found = officer_by_number(asked)
    if found is not None:
        return _page_of(request, *found)
    if taken_back := withdrawn_officer_by_number(asked):
        return officer_taken_back(request, taken_back)
    response = show(
        request, "portal/not_listed.html", "officers", title="本站没有这个证号", asked=asked, now=clock.now(),
        bodies=_bodies_to_call(), trail=[("首页", "/"), ("执法人员", "/officers/"), ("没有这个证号", "")],
    )  # fmt: skip
    response.status_code = 404
    return unkept(response)


def _page_of(request: HttpRequest, found: PublicOfficer, card: Mapping[str, Any] | None = None) -> HttpResponse:
    """The officer; coming from a card, the answer is that of this card."""
    others = officers_found(body_ref=found.body_ref).exclude(ref=found.ref)[:20]
    shown = _shown(found)
    if card is not None:
        shown["answer"] = answer([card], found.left_on, on=clock.today())
    usable = next((one for one, fault in shown["certificates"] if not fault), None)
    of = card or usable or next((one for one, _ in shown["certificates"]), None)
    return show(
        request, "portal/officer.html", "officers", title=found.name, now=clock.now(), card=card, of=of, **shown,
        has_photo=photo_of(found) is not None,
        contacts=contacts_of(found.body_ref), colleagues=[_shown(one) for one in others],
        qr=qr_of(officer_link(of["certificate_number"])) if of else "",
        trail=[("首页", "/"), ("执法人员", "/officers/"), (found.name, "")],
    )  # fmt: skip


def contacts_of(body_ref: str) -> list[list[str]]:
    """Where to complain about an officer: what the public list says of the body, nothing the reader must look for."""
    body = PublicBody.objects.filter(ref=body_ref).first()
    return [row for row in (body.columns if body else []) if row[0] in CONTACTS]


def _bodies_to_call() -> list[tuple[PublicBody, str]]:
    """Every body with the telephone that takes complaints."""
    return [(one, dict(one.columns).get(CONTACTS[0], "")) for one in public_bodies()]


def _shown(officer: PublicOfficer) -> dict[str, Any]:
    today = clock.today()
    return {
        "officer": officer,
        "answer": answer(officer.certificates, officer.left_on, on=today),
        "certificates": [(one, fault_of(one, today)) for one in officer.certificates],
    }
