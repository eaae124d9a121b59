"""执法人员: the answer first – may this person enforce today – then the card, then what to look at at the door."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse

from yangguang.base.pages import PUBLIC, page
from yangguang.bulletin.api import PublicBody, PublicOfficer, answer, fault_of, officers_found, public_bodies
from yangguang.kernel import clock
from yangguang.portal.showing import show, typed

CONTACTS = ("投诉举报电话", "单位地址", "办公时间")


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
    others = officers_found(body_ref=found.body_ref).exclude(ref=ref)[:20]
    return show(
        request, "portal/officer.html", "officers", title=found.name, now=clock.now(), **_shown(found),
        contacts=_contacts(found.body_ref), colleagues=[_shown(one) for one in others],
        trail=[("首页", "/"), ("执法人员", "/officers/"), (found.name, "")],
    )  # fmt: skip


def _contacts(body_ref: str) -> list[list[str]]:
    """Where to complain about this officer: what the public list says of the body, nothing the reader must look for."""
    body = PublicBody.objects.filter(ref=body_ref).first()
    return [row for row in (body.columns if body else []) if row[0] in CONTACTS]


def _shown(officer: PublicOfficer) -> dict[str, Any]:
    today = clock.today()
    return {
        "officer": officer,
        "answer": answer(officer.certificates, officer.left_on, on=today),
        "certificates": [(one, fault_of(one, today)) for one in officer.certificates],
    }
