"""服务指南: how to get a matter done, one page a matter, found by body and words, with forms to fill in (D09)."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from yangguang.base.pages import PUBLIC, page
from yangguang.bulletin.api import PublicGuide, guide_papers, guides, public_bodies
from yangguang.kernel import clock
from yangguang.portal.showing import show, typed
from yangguang.portal.taken_back import list_taken_back

TRAIL = [("首页", "/"), ("清单与依据", "/lists/")]
PAGE = 50
REF = 26


@page("guides/", name="portal:guides", title="服务指南", allow=PUBLIC, site="portal")
def all_guides(request: HttpRequest) -> HttpResponse:
    """Guides in force, body by body."""
    words, body_ref = typed(request, "q"), typed(request, "body", REF)
    rows = guides.standing_guides(clock.today(), words=words, body_ref=body_ref)
    found = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    return show(
        request, "portal/guides.html", "lists", page=found, words=words, body_ref=body_ref,
        bodies=list(public_bodies().filter(ref__in=guides.guides_that_may_stand().values("body_ref"))),
        trail=[*TRAIL, ("服务指南", "")],
    )  # fmt: skip


@page("guides/<ref:ref>", name="portal:guide", title="服务指南", allow=PUBLIC, site="portal", subject="public_guide")
def guide(request: HttpRequest, ref: str) -> HttpResponse:
    """One guide as it was adopted; one that does not stand any more says so and leads to the one that does."""
    found = _found(ref)
    if not found.edition.stands:
        return list_taken_back(request, found.edition)
    today = clock.today()
    now = guides.standing_guides(today, body_ref=found.body_ref).filter(code=found.code).exclude(ref=ref).first()
    return show(
        request, "portal/guide.html", "lists", title=found.name, guide=found, edition=found.edition,
        standing=guides.standing_on(found, today), now=now,
        papers=[one for one in guide_papers.papers_of(found) if guide_papers.lies_ready(found, one)],
        trail=[*TRAIL, ("服务指南", "/guides/"), (found.name, "")],
    )  # fmt: skip


@page(
    "guides/<ref:ref>/files/<slug:paper>", name="portal:guide_paper", title="下载服务指南", allow=PUBLIC, site="portal",
    subject="public_guide_paper",
)  # fmt: skip
def guide_paper(request: HttpRequest, ref: str, paper: str) -> HttpResponse:
    """One file, served as it lies since it became public; nothing is made for a visitor."""
    found = _found(ref)
    if not found.edition.stands:
        return list_taken_back(request, found.edition)
    ready = guide_papers.guide_paper_of(found, paper)
    if ready is None:
        raise Http404
    one, content = ready
    response = HttpResponse(content, content_type=one.media_type)
    response["Content-Disposition"] = content_disposition_header(True, f"{one.title}.{one.suffix}") or ""
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-cache"
    return response


def _found(ref: str) -> PublicGuide:
    found = PublicGuide.objects.select_related("edition").filter(ref=ref).first()
    if found is None:
        raise Http404
    return found
