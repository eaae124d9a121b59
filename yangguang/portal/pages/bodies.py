"""执法机关: every body in a fixed order, and a page for each with its duties, contacts, officers, lists and decisions."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from yangguang.base.pages import PUBLIC, page
from yangguang.bulletin.api import (
    PublicBody,
    guides,
    officers_found,
    public_boards,
    public_bodies,
    public_flowcharts,
    public_lists,
    standing_notices,
)
from yangguang.kernel import clock
from yangguang.portal.showing import show, typed


@page("bodies/", name="portal:bodies", title="执法机关", allow=PUBLIC, site="portal")
def bodies(request: HttpRequest) -> HttpResponse:
    """The list of bodies (D06)."""
    words = typed(request, "q")
    rows = public_bodies().filter(name__icontains=words) if words else public_bodies()
    return show(request, "portal/bodies.html", "bodies", bodies=list(rows), words=words)


@page("bodies/<ref:ref>", name="portal:body", title="执法机关", allow=PUBLIC, site="portal", subject="public_body")
def body(request: HttpRequest, ref: str) -> HttpResponse:
    """One body."""
    found = PublicBody.objects.filter(ref=ref).first()
    if found is None:
        raise Http404
    decisions = standing_notices().filter(body_ref=ref)
    return show(
        request, "portal/body.html", "bodies", title=found.name, body=found, decisions=list(decisions[:8]),
        total=decisions.count(), officers=_officers(found), board=public_boards().filter(ref=ref).first(),
        lists=list(public_lists(body_ref=ref)), flowcharts=list(public_flowcharts(ref)),
        guides=guides.standing_guides(clock.today(), body_ref=ref).count(),
        trail=[("首页", "/"), ("执法机关", "/bodies/"), (found.name, "")],
    )  # fmt: skip


def _officers(body: PublicBody) -> list[tuple[str, str, int]]:
    """Who enforces in its name: its own officers, and those of the organisations it entrusts."""
    entrusted = [(one["entrusted"], one["entrusted_ref"]) for one in body.entrustments if one.get("entrusted_ref")]
    return [(name, ref, officers_found(body_ref=ref).count()) for name, ref in [(body.name, body.ref), *entrusted]]
