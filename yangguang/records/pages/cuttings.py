"""What is made of a recording on demand: a picture or a stretch, that one of them is wrong, a preview that is tried again."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from yangguang.base.pages import page
from yangguang.directory.api import Account
from yangguang.records.pages.recording import KEPT_OPEN, found
from yangguang.records.pages.recording_acts import answered
from yangguang.records.pages.recording_forms import CuttingForm, RetireForm, RetryForm
from yangguang.records.policy import KEEPERS
from yangguang.records.queries import derivative_visible_to
from yangguang.records.use_cases.ask_for_cutting import ask_for_cutting
from yangguang.records.use_cases.retire_cutting import retire_cutting
from yangguang.records.use_cases.retry_preview import retry_preview


@page("recordings/<ref:ref>/cuttings/", name="records:cut", title="截图、制作片段", allow=KEEPERS, writes=True,
      subject="recording", expects=KEPT_OPEN)  # fmt: skip
def cut(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask for a picture or a stretch; the job process makes it."""
    media, _ = found(request, ref)
    start = {"purpose": request.GET.get("purpose", "frame"), "begins": request.GET.get("t", "")}
    form = CuttingForm(request.POST or None, initial=start)
    account: Account = request.user  # type: ignore[assignment]

    def act(purpose: str, begins: int, ends: int | None, words: str) -> object:
        return ask_for_cutting(
            media_ref=ref, purpose=purpose, from_ms=begins, to_ms=ends, words=words, actor=account, at=form.moment()
        )

    return answered(request, media, form, "截图、制作片段", "已经开始制作，做成后列在本页。", act)


@page("derivatives/<ref:ref>/retire/", name="records:retire_cutting", title="停用截图、片段", allow=KEEPERS, writes=True,
      subject="derivative", expects=KEPT_OPEN)  # fmt: skip
def retire_a_cutting(request: HttpRequest, ref: str) -> HttpResponse:
    """Say why a picture or stretch is wrong."""
    account: Account = request.user  # type: ignore[assignment]
    row = derivative_visible_to(account, ref)
    if row is None:
        raise Http404
    form = RetireForm(request.POST or None)

    def act(reason: str) -> object:
        return retire_cutting(derivative_ref=ref, reason=reason, actor=account, at=form.moment())

    return answered(request, row.source, form, "停用截图、片段", "已停用；文件和理由都保留。", act)


@page("derivatives/<ref:ref>/retry/", name="records:retry_preview", title="重新制作", allow=KEEPERS, writes=True,
      subject="derivative", expects=KEPT_OPEN)  # fmt: skip
def retry(request: HttpRequest, ref: str) -> HttpResponse:
    """Try again what failed."""
    account: Account = request.user  # type: ignore[assignment]
    row = derivative_visible_to(account, ref)
    if row is None:
        raise Http404
    form = RetryForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" and found(request, row.source.public_id)[1].keeps:
        return redirect("records:recording", row.source.public_id)

    def act() -> object:
        return retry_preview(derivative_ref=ref, actor=account, at=form.moment())

    return answered(request, row.source, form, "重新制作", "已经重新排队，过一会儿刷新本页。", act)
