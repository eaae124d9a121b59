"""A decision, or what is left of it: the page as it lies on disk, the text to keep, and the copy anyone can hash."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from yangguang.base.components.frame import LARGE_TYPE_COOKIE
from yangguang.base.pages import PUBLIC, page
from yangguang.bulletin.api import Notice, copy_of, html_of, name_of_paper, notice_by_ref, pages_on_disk, paper_of

PLAIN, LARGE = '<html lang="zh-CN" class="">', '<html lang="zh-CN" class="large-type">'


@page("decisions/<ref:ref>", name="portal:decision", title="执法决定", allow=PUBLIC, site="portal", subject="notice")
def decision(request: HttpRequest, ref: str) -> HttpResponse:
    """The file that was written at release; from its row while the file is missing."""
    path = pages_on_disk.path_of(ref)
    html = path.read_text(encoding="utf-8") if path.exists() else html_of(_notice(ref))
    if request.COOKIES.get(LARGE_TYPE_COOKIE) == "1":
        html = html.replace(PLAIN, LARGE, 1)
    response = HttpResponse(html)
    response["Cache-Control"] = "no-cache"
    response["Vary"] = "Cookie"
    return response


@page(
    "decisions/<ref:ref>/copy.json", name="portal:copy", title="公开副本", allow=PUBLIC, site="portal", subject="notice"
)
def copy(request: HttpRequest, ref: str) -> HttpResponse:
    """The canonical copy, byte for byte what the fingerprint was taken over; nothing once it was taken down."""
    notice = _notice(ref)
    if not notice.stands:
        raise Http404
    return HttpResponse(copy_of(notice).canonical(), content_type="application/json; charset=utf-8")


@page(
    "decisions/<ref:ref>/decision.pdf",
    name="portal:paper",
    title="公开文本",
    allow=PUBLIC,
    site="portal",
    subject="notice",
)
def paper(request: HttpRequest, ref: str) -> HttpResponse:
    """The public text as a PDF; drawn now while the job process has not drawn it; nothing once it was taken down."""
    notice = _notice(ref)
    if not notice.stands:
        raise Http404
    if asked := request.GET.get("attachment", ""):
        return _attachment(notice, asked)
    path = pages_on_disk.paper_of(ref)
    response = HttpResponse(path.read_bytes() if path.exists() else paper_of(notice), content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(False, name_of_paper(notice)) or ""
    response["Cache-Control"] = "no-cache"
    return response


def _attachment(notice: Notice, asked: str) -> HttpResponse:
    """What goes with the decision, as it was rebuilt from pictures."""
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 3 else 0
    path = pages_on_disk.attachment_of(notice.ref, number)
    if not 1 <= number <= len(notice.attachments) or not path.exists():
        raise Http404
    response = HttpResponse(path.read_bytes(), content_type="application/pdf")
    response["Content-Disposition"] = (
        content_disposition_header(False, f"{notice.attachments[number - 1][0]}.pdf") or ""
    )
    response["Cache-Control"] = "no-cache"
    return response


def _notice(ref: str) -> Notice:
    notice = notice_by_ref(ref)
    if notice is None:
        raise Http404
    return notice
