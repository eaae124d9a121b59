"""窗口公示牌: who sits where today, what can be done with which papers; as a page, on paper, and on the screen of the hall (D11)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yangguang.base.addresses import address_of
from yangguang.base.pages import PUBLIC, page
from yangguang.bulletin.api import PublicBoard, guide_papers, on_duty, public_boards, qr_of, standing_notices
from yangguang.kernel import clock
from yangguang.portal.showing import show, typed

PAPERS = {"a4": "A4", "a3": "A3"}
LATEST = 12
AT_ONCE = (
    3  # rows of a panel: long names in letters legible from three metres, and notices above, leave no room for more
)


@page("windows/", name="portal:windows", title="窗口公示牌", allow=PUBLIC, site="portal")
def windows(request: HttpRequest) -> HttpResponse:
    """Body by body."""
    return show(
        request, "portal/windows.html", "bodies", boards=list(public_boards()),
        trail=[("首页", "/"), ("执法机关", "/bodies/"), ("窗口公示牌", "")],
    )  # fmt: skip


@page("windows/<ref:ref>", name="portal:window_board", title="窗口公示牌", allow=PUBLIC, site="portal",
      subject="public_board")  # fmt: skip
def window_board(request: HttpRequest, ref: str) -> HttpResponse:
    """One body's board today; `paper` lays it out for a sheet of that size."""
    board = _board(ref)
    told = _told(board) | {
        "papers": PAPERS,
        "trail": [("首页", "/"), ("执法机关", "/bodies/"), (f"{board.body_name}窗口", "")],
    }
    paper = typed(request, "paper").lower()
    if paper in PAPERS:
        return show(request, "portal/window_paper.html", "bodies", title=f"{board.body_name}窗口", paper=paper, **told)
    forms = guide_papers.uploaded_forms(board.ref, told["today_is"])
    return show(request, "portal/window_board.html", "bodies", title=f"{board.body_name}窗口", forms=forms, **told)


@page("hall/<ref:ref>", name="portal:hall", title="大厅屏幕", allow=PUBLIC, site="portal", subject="public_board")
def hall(request: HttpRequest, ref: str) -> HttpResponse:
    """The screen of the hall: it turns its pages and fetches itself anew; see js/hall.js."""
    board = _board(ref)
    told, now = _told(board), clock.now()
    notices = [(one.published_on, one.number, one.title, one.conclusion) for one in _latest(board)]
    response = render(request, "portal/hall.html", told | {
        "now": now, "day": clock.today().isoformat(), "title": f"{board.body_name}窗口",
        "people": _pages(told["people"]), "services": _pages(board.content["services"]), "decisions": _pages(notices),
        "notices": board.content["notices"], "codes": _codes(board), "public_site": settings.PUBLIC_SITE,
    })  # fmt: skip
    response["Cache-Control"] = "no-cache"
    return response


def _board(ref: str) -> PublicBoard:
    found = public_boards().filter(ref=ref).first()
    if found is None:
        raise Http404
    return found


def _told(board: PublicBoard) -> dict[str, Any]:
    today = clock.today()
    return {"board": board, "content": board.content, "people": on_duty(board, today), "today_is": today}


def _latest(board: PublicBoard) -> list[Any]:
    return list(standing_notices().filter(body_ref=board.ref)[:LATEST])


def _pages(rows: list[Any]) -> list[list[Any]]:
    """Rows in pages of a panel; one empty page where there is none."""
    return [rows[start : start + AT_ONCE] for start in range(0, len(rows), AT_ONCE)] or [[]]


def _codes(board: PublicBoard) -> list[tuple[str, str, Any]]:
    """The codes at the foot, where the site says under which name it is reached."""
    url = settings.PUBLIC_SITE["url"]
    told = (
        ("查办理进度", "凭受理编号和手机号后四位", address_of("portal:progress")),
        ("投诉执法人员", board.content["complaints"], reverse("portal:complaint")),
        ("窗口和材料", "手机上看这块公示牌", reverse("portal:window_board", args=[board.ref])),
        ("公示网站", "决定、人员、依据", "/"),
    )
    return [(words, second, qr_of(f"{url}{path}")) for words, second, path in told if url and path]
