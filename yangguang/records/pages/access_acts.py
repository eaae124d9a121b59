"""The acts of an access, one a page: ask, grant, refuse, take back."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import Expect, page
from yangguang.directory.api import DeskRequest
from yangguang.records.access_forms import AskForm, GrantForm, ReasonForm, RefuseForm
from yangguang.records.access_queries import access_visible_to
from yangguang.records.models import AccessRequest
from yangguang.records.policy import FILE_READERS, GRANTERS
from yangguang.records.readers import face_of
from yangguang.records.use_cases.ask_access import Asked, ask_access
from yangguang.records.use_cases.grant_access import grant_access
from yangguang.records.use_cases.refuse_access import refuse_access
from yangguang.records.use_cases.revoke_access import revoke_access

LIST = "调阅"
OWN = Expect()


@page("access/new/", name="records:ask_access", title="申请调阅", allow=FILE_READERS, writes=True)
def ask(request: DeskRequest) -> HttpResponse:
    """For a file one comes from, or one whose number is typed."""
    file_ref = request.GET.get("file", "")
    file = face_of(request.user, file_ref)
    form = AskForm(request.POST or None, known_number=file.label)

    def act(file_number: str, **told: Any) -> AccessRequest:
        ref = file_ref if file.href and file_number == file.label else ""
        return ask_access(
            asked=Asked(**told), file_ref=ref, file_number=file_number, actor=request.user, at=form.moment()
        )

    return answer(
        request, form, act, to=_page_of, done="申请已经提交，等候审批。", template="records/access_act.html",
        title="申请调阅", words="提交申请", back=file.href or reverse("records:accesses"), clause_id="GD-REC-2021:26.1",
        told="办理、审批或者保管案卷的人员直接打开存件，不需要申请。其他人员经承办机构负责人或者档案管理人员批准，才能看到原件。",
        trail=[(LIST, reverse("records:accesses")), ("申请", "")],
    )  # fmt: skip


@page("access/<ref:ref>/grant/", name="records:grant_access", title="批准调阅", allow=GRANTERS, writes=True, subject="access",
      expects=OWN)  # fmt: skip
def grant(request: DeskRequest, ref: str) -> HttpResponse:
    """Which originals, until when."""
    access = _found(request, ref)
    form = GrantForm(request.POST or None, access=access)
    return act_page(request, access, form, lambda **facts: grant_access(
        access=access, actor=request.user, at=form.moment(), **facts
    ), "批准调阅", "批准", "已经批准，申请人可以开始调阅。")  # fmt: skip


@page("access/<ref:ref>/refuse/", name="records:refuse_access", title="不予批准调阅", allow=GRANTERS, writes=True,
      subject="access", expects=OWN)  # fmt: skip
def refuse(request: DeskRequest, ref: str) -> HttpResponse:
    """Why not."""
    access = _found(request, ref)
    form = RefuseForm(request.POST or None, access=access)
    return act_page(request, access, form, lambda **facts: refuse_access(
        access=access, actor=request.user, at=form.moment(), **facts
    ), "不予批准调阅", "不予批准", "已经答复申请人。")  # fmt: skip


@page("access/<ref:ref>/revoke/", name="records:revoke_access", title="收回调阅", allow=GRANTERS, writes=True,
      subject="access", expects=OWN)  # fmt: skip
def revoke(request: DeskRequest, ref: str) -> HttpResponse:
    """Before its last day."""
    access = _found(request, ref)
    form = ReasonForm(request.POST or None)
    return act_page(request, access, form, lambda **facts: revoke_access(
        access=access, actor=request.user, at=form.moment(), **facts
    ), "收回调阅", "收回", "已经收回，申请人不能再打开。")  # fmt: skip


def _found(request: DeskRequest, ref: str) -> AccessRequest:
    return get_object_or_404(access_visible_to(request.user), public_id=ref, body=request.user.body)


def _page_of(access: AccessRequest) -> str:
    return reverse("records:access", args=[access.public_id])


def act_page(
    request: DeskRequest, access: AccessRequest, form: OfficialForm, act: Any, title: str, words: str, done: str, told: str = ""
) -> HttpResponse:  # fmt: skip
    """The page of one act about a request."""
    told = told or f"{access.asked_by_name}（{access.asked_by_body.name}）申请：{access.purpose}"
    return answer(
        request, form, act, to=_page_of, done=done, template="records/access_act.html", title=title, words=words, told=told,
        under=f"{access.number}　{access.file_number}", back=_page_of(access), clause_id="GD-REC-2021:26.1",
        trail=[(LIST, reverse("records:accesses")), (access.number, _page_of(access)), (title, "")],
    )  # fmt: skip
