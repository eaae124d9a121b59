"""What is said about a recording: a mark at an instant, that a mark is wrong, what the catalogue says. One form each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import page
from yangguang.directory.api import Account
from yangguang.records.models import MediaManifest
from yangguang.records.pages.recording import KEPT_OPEN, found
from yangguang.records.pages.recording_forms import CatalogueForm, MarkForm, RetireForm
from yangguang.records.policy import KEEPERS
from yangguang.records.queries import mark_visible_to
from yangguang.records.use_cases.catalogue_recording import catalogue_recording
from yangguang.records.use_cases.mark_recording import mark_recording
from yangguang.records.use_cases.retire_mark import retire_mark

TEMPLATE = "records/recording_form.html"


def answered(
    request: HttpRequest, media: MediaManifest, form: OfficialForm, title: str, done: str, act: Callable[..., Any]
) -> HttpResponse:
    """The form about a recording; whoever does not keep its file finds none."""
    back = reverse("records:recording", args=[media.public_id])
    _, file = found(request, media.public_id)
    if not file.keeps:
        raise Http404
    return answer(
        request, form, act, to=back, done=done, template=TEMPLATE, title=title, media=media, back=back,
        trail=[("案件", ""), (file.label, file.href), (media.name, back), (title, "")],
    )  # fmt: skip


@page("recordings/<ref:ref>/marks/", name="records:mark", title="加标记", allow=KEEPERS, writes=True, subject="recording",
      expects=KEPT_OPEN)  # fmt: skip
def mark(request: HttpRequest, ref: str) -> HttpResponse:
    """Note what happens at an instant."""
    media, _ = found(request, ref)
    form = MarkForm(request.POST or None, initial={"instant": request.GET.get("t", "")})
    account: Account = request.user  # type: ignore[assignment]

    def act(**facts: Any) -> object:
        return mark_recording(media_ref=ref, actor=account, at=form.moment(), **facts)

    return answered(request, media, form, "加标记", "标记已记入案卷。", act)


@page("recording-marks/<ref:ref>/retire/", name="records:retire_mark", title="停用标记", allow=KEEPERS, writes=True,
      subject="recording_mark", expects=KEPT_OPEN)  # fmt: skip
def retire_a_mark(request: HttpRequest, ref: str) -> HttpResponse:
    """Say why a mark is wrong."""
    account: Account = request.user  # type: ignore[assignment]
    known = mark_visible_to(account, ref)
    if known is None:
        raise Http404
    form = RetireForm(request.POST or None)

    def act(reason: str) -> object:
        return retire_mark(mark_ref=ref, reason=reason, actor=account, at=form.moment())

    return answered(request, known.media, form, "停用标记", "标记已停用，原来的内容和理由都保留。", act)


@page("recordings/<ref:ref>/catalogue/", name="records:catalogue_recording", title="音像编目", allow=KEEPERS, writes=True,
      subject="recording", expects=KEPT_OPEN)  # fmt: skip
def catalogue(request: HttpRequest, ref: str) -> HttpResponse:
    """Stage, time, place, people, points; a correction says why."""
    media, _ = found(request, ref)
    form = CatalogueForm(request.POST or None, media=media)
    account: Account = request.user  # type: ignore[assignment]

    def act(**facts: Any) -> object:
        reason = facts.pop("reason", "")
        return catalogue_recording(
            media_ref=ref, entry=form.entry(facts), reason=reason, actor=account, at=form.moment()
        )

    return answered(request, media, form, "音像编目", "编目已保存。", act)
