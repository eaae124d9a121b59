"""窗口公示牌: what the hall of the person's own body shows, and who sits at which window on which days (D11)."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import SIGNED_IN, Expect, page
from yangguang.directory.api import DeskRequest, Role
from yangguang.disclosure.models import WindowBoard
from yangguang.disclosure.pages.window_forms import BoardForm, window_form
from yangguang.disclosure.policy import may_keep_board
from yangguang.disclosure.queries import boards_visible_to, windows_visible_to
from yangguang.disclosure.rules.boards import lines_of
from yangguang.disclosure.use_cases.close_window import close_window
from yangguang.disclosure.use_cases.post_window import post_window
from yangguang.disclosure.use_cases.word_board import word_board
from yangguang.kernel import clock

KEEPERS = frozenset({Role.WINDOW_CLERK, Role.PUBLISHER})
FORM = "disclosure/window_form.html"


def _board(request: DeskRequest) -> WindowBoard | None:
    return boards_visible_to(request.user).filter(body=request.user.body_id).first()


@page("windows/", name="disclosure:windows", title="窗口公示牌", allow=SIGNED_IN)
def windows(request: DeskRequest) -> HttpResponse:
    """The board of the own body as it stands, with today's gaps."""
    board, today = _board(request), clock.today()
    rows = windows_visible_to(request.user).filter(board=board, closed_on=None) if board else []
    return render(request, "disclosure/windows.html", {
        "board": board, "body": request.user.body, "today": today,
        "rows": [(one, one.from_day <= today <= one.until_day) for one in rows],
        "may_keep": may_keep_board(request.user, request.user.body),
    })  # fmt: skip


@page("windows/word", name="disclosure:word_board", title="更新窗口公示牌", allow=KEEPERS, writes=True)
def word(request: DeskRequest) -> HttpResponse:
    """Where, when, whom to ask, what can be done, notices."""
    board, body = _board(request), request.user.body
    initial: dict[str, Any] = {"place": body.address, "hours": body.office_hours, "phone": body.complaint_phone}
    if board:
        initial = {"place": board.place, "hours": board.hours, "phone": board.phone}
        initial |= {"services": lines_of(board.services), "notices": "\n".join(board.notices)}
    form, back = BoardForm(request.POST or None, initial=initial), reverse("disclosure:windows")
    return answer(
        request, form,
        lambda notices, **facts: word_board(
            body=body, notices=notices.splitlines(), actor=request.user, at=form.moment(), **facts
        ),
        to=back, done="窗口公示牌已经更新。", template=FORM, title="更新窗口公示牌", words="保存并公示", back=back,
    )  # fmt: skip


@page("windows/post", name="disclosure:post_window", title="安排窗口人员", allow=KEEPERS, writes=True)
def post(request: DeskRequest) -> HttpResponse:
    """Who sits at a window; coming from one, with what stands there."""
    board, back = _board(request), reverse("disclosure:windows")
    if board is None:
        return redirect("disclosure:word_board")
    label = request.GET.get("w", "")[:20]
    held = windows_visible_to(request.user).filter(board=board, closed_on=None, label=label).first()
    form = window_form(request, held)
    return answer(
        request, form, lambda **facts: post_window(board=board, actor=request.user, at=form.moment(), **facts),
        to=back, done="窗口人员已经更新并公示。", template=FORM, title="安排窗口人员", words="保存并公示", back=back,
    )  # fmt: skip


@page(
    "windows/<ref:ref>/close", name="disclosure:close_window", title="停用窗口", allow=KEEPERS, writes=True,
    subject="board_window", expects=Expect(own=200, other=404, superior=404),
)  # fmt: skip
def close(request: DeskRequest, ref: str) -> HttpResponse:
    """Take a window off the board."""
    window = get_object_or_404(windows_visible_to(request.user), public_id=ref)
    form, back = OfficialForm(request.POST or None), reverse("disclosure:windows")
    return answer(
        request, form, lambda **_: close_window(window=window, actor=request.user, at=form.moment()), to=back,
        done="窗口已经停用，不再公示。", template=FORM, title=f"停用{window.label}", words="停用", back=back,
    )  # fmt: skip
