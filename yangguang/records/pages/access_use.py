"""What the asker does with a grant: begins, under a promise, and ends it when it is no longer wanted."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from yangguang.base.pages import Expect, page
from yangguang.directory.api import DeskRequest
from yangguang.records.access_forms import PlainForm
from yangguang.records.access_queries import access_visible_to
from yangguang.records.models import AccessRequest
from yangguang.records.pages.access_acts import act_page
from yangguang.records.policy import FILE_READERS
from yangguang.records.use_cases.begin_access import begin_access
from yangguang.records.use_cases.close_access import close_access

ASKERS = Expect(own=404, superior=404)
PROMISE = "开始以后，每次打开都有水印并记入调阅日志。调阅的内容只能用于申请的事由，不得翻拍、转发和对外提供。"


@page("access/<ref:ref>/begin/", name="records:begin_access", title="开始调阅", allow=FILE_READERS, writes=True,
      subject="access", expects=ASKERS)  # fmt: skip
def begin(request: DeskRequest, ref: str) -> HttpResponse:
    """The asker's promise."""
    access = _own(request, ref)
    form = PlainForm(request.POST or None)
    return act_page(request, access, form, lambda **_: begin_access(
        access=access, actor=request.user, at=form.moment()
    ), "开始调阅", "我已知悉，开始调阅", "可以打开下面的内容。", told=PROMISE)  # fmt: skip


@page("access/<ref:ref>/close/", name="records:close_access", title="结束调阅", allow=FILE_READERS, writes=True,
      subject="access", expects=ASKERS)  # fmt: skip
def close(request: DeskRequest, ref: str) -> HttpResponse:
    """No longer wanted."""
    access = _own(request, ref)
    form = PlainForm(request.POST or None)
    return act_page(request, access, form, lambda **_: close_access(
        access=access, actor=request.user, at=form.moment()
    ), "结束调阅", "结束", "调阅已经结束。", told="结束以后不能再打开；需要时另行申请。")  # fmt: skip


def _own(request: DeskRequest, ref: str) -> AccessRequest:
    return get_object_or_404(access_visible_to(request.user), public_id=ref, asked_by_ref=request.user.actor_ref)
