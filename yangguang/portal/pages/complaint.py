"""投诉执法人员: what may be complained of, to whom, with what in hand; the body of the officer asked about stands first."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from yangguang.base.pages import PUBLIC, page
from yangguang.bulletin.api import officer_by_number, public_bodies
from yangguang.portal.pages.officers import CONTACTS, LONGEST_NUMBER
from yangguang.portal.showing import show, typed, unkept


@page("complaint/", name="portal:complaint", title="投诉执法人员", allow=PUBLIC, site="portal")
def complaint(request: HttpRequest) -> HttpResponse:
    """Guidance only: nothing is asked and nothing is kept."""
    asked = typed(request, "n", LONGEST_NUMBER)
    found = officer_by_number(asked)
    officer, card = found or (None, None)
    bodies = public_bodies().filter(ref=officer.body_ref) if officer else public_bodies()
    response = show(
        request, "portal/complaint.html", "officers", officer=officer, card=card,
        contacts=[(one, [row for row in one.columns if row[0] in CONTACTS]) for one in bodies],
        trail=[("首页", "/"), ("执法人员", "/officers/"), ("投诉执法人员", "")],
    )  # fmt: skip
    return unkept(response)
