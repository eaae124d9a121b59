"""One paper from outside: its pages, the black boxes a person draws or types, and what is rebuilt of it and may leave."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base import vault
from yangguang.base.act_pages import answer
from yangguang.base.models.blob import Blob
from yangguang.base.pages import page
from yangguang.base.press.rebuilding import Box
from yangguang.disclosure.blackening_form import PARTS, BlackenForm, SettleForm
from yangguang.disclosure.models import ForeignPaper
from yangguang.disclosure.models.foreign_paper import STILL_OUT
from yangguang.disclosure.pages.prepare import PUBLISHER
from yangguang.disclosure.queries import foreign_papers_visible_to
from yangguang.disclosure.use_cases.blacken_foreign_paper import blacken_foreign_paper
from yangguang.disclosure.use_cases.settle_foreign_paper import settle_foreign_paper


@page("papers/<ref:ref>/", name="disclosure:foreign_paper", title="遮盖外来附件", allow=PUBLISHER, writes=True,
      subject="foreign_paper")  # fmt: skip
def foreign_paper(request: HttpRequest, ref: str) -> HttpResponse:
    """Draw, and see what is rebuilt."""
    paper = _found(request, ref)
    form = BlackenForm(request.POST or None, initial={"boxes": _typed(paper)})

    def act(*, boxes: list[Box]) -> ForeignPaper:
        return blacken_foreign_paper(paper_id=paper.pk, boxes=boxes, actor=request.user, at=form.moment())  # type: ignore[arg-type]

    return answer(
        request, form, act, to=f"{request.path}?page={_number(request, paper)}", done=_told("已按遮盖重建，请逐页查看预览。"),
        template="disclosure/foreign_paper.html", **_shown(request, paper),
    )  # fmt: skip


@page("papers/<ref:ref>/settle/", name="disclosure:settle_foreign_paper", title="确认外来附件", allow=PUBLISHER, writes=True,
      subject="foreign_paper")  # fmt: skip
def settle(request: HttpRequest, ref: str) -> HttpResponse:
    """Confirm what was looked at, or drop the paper."""
    paper = _found(request, ref)
    form = SettleForm(request.POST or None, initial={"made": paper.made.sha256 if paper.made else ""})

    def act(**facts: Any) -> ForeignPaper:
        return settle_foreign_paper(paper_id=paper.pk, actor=request.user, at=form.moment(), **facts)  # type: ignore[arg-type]

    back = reverse("disclosure:foreign_papers", args=[paper.publication.public_id])
    return answer(request, form, act, to=back, done=_told("已记录。"), template="disclosure/settle_paper.html",
                  pictures=list(enumerate(map(_picture, paper.made_pages), start=1)), paper=paper,
                  back=reverse("disclosure:foreign_paper", args=[ref]))  # fmt: skip


def _told(words: str) -> Callable[[ForeignPaper], str]:
    """What was done, and what is still to do where the public gets the file as it was."""
    return lambda paper: f"{words}{STILL_OUT}。" if paper.old_is_out else words


def _found(request: HttpRequest, ref: str) -> ForeignPaper:
    return get_object_or_404(foreign_papers_visible_to(request.user), public_id=ref)  # type: ignore[arg-type]


def _number(request: HttpRequest, paper: ForeignPaper) -> int:
    asked = request.GET.get("page", "1")
    return max(1, min(int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 4 else 1, len(paper.pages)))


def _typed(paper: ForeignPaper) -> str:
    rows = (f"{page}:" + ",".join(f"{side * PARTS:g}" for side in sides) for page, *sides in paper.boxes)
    return "\n".join(rows)


def _shown(request: HttpRequest, paper: ForeignPaper) -> dict[str, Any]:
    number = _number(request, paper)
    made = paper.made_pages[number - 1] if number <= len(paper.made_pages) else ""
    return {
        "paper": paper, "number": number, "count": len(paper.pages), "before": number - 1, "after": number + 1,
        "picture": _picture(paper.pages[number - 1]), "made": _picture(made) if made else "",
        "back": reverse("disclosure:foreign_papers", args=[paper.publication.public_id]),
    }  # fmt: skip


def _picture(digest: str) -> str:
    """A stored page as an address that needs no second request: what the page shows is never cached by itself."""
    return f"data:image/jpeg;base64,{base64.b64encode(vault.read(Blob.objects.get(sha256=digest))).decode()}"
