"""审批表 on screen: what is proposed, the opinions in order, and the waiting place's own form."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yangguang.base import approvals
from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.models import Approval
from yangguang.base.pages import Expect, page
from yangguang.base.refusals import put_on_form, refused_response
from yangguang.cases.pages.approvals import SIGNERS
from yangguang.cases.pages.case import AT_THE_END, READERS
from yangguang.cases.presentation import approvals as shown
from yangguang.cases.presentation import proposals
from yangguang.cases.use_cases.sign_approval import decides, sign_approval
from yangguang.directory.api import Account
from yangguang.kernel.refusal import Refused

AGREES = (("yes", "同意"), ("no", "退回，理由写在意见里"))


class OpinionForm(OfficialForm):
    """An opinion at one place; a code as well where the head decides."""

    agrees = forms.ChoiceField(label="意见", choices=AGREES, widget=forms.RadioSelect, initial="yes")
    opinion = WrittenField(
        label="意见内容", most=1000, lines=True, required=False, help_text="同意的可以不填；退回的写明理由。"
    )
    code = forms.CharField(
        label="动态验证码", max_length=6, widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
        help_text="作出决定前再核对一次身份。",
    )  # fmt: skip

    def __init__(self, *args: Any, asks_code: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_code:
            del self.fields["code"]

    def clean(self) -> dict[str, Any]:
        """A return says why."""
        told = super().clean() or {}
        if told.get("agrees") == "no" and not told.get("opinion", "").strip():
            self.add_error("opinion", "退回应当写明理由。")
        return told


@page(
    "approvals/<ref:ref>/", name="cases:approval", title="审批表", allow=READERS, subject="approval",
    expects=Expect(superior=200, only_in=AT_THE_END),
)  # fmt: skip
def approval_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Read the form; whoever's place waits finds the way to sign it here."""
    approval, waiting, asks_code = _found(request, ref)
    return _shown(request, approval, OpinionForm(asks_code=asks_code), waiting, asks_code)


@page("approvals/<ref:ref>/sign/", name="cases:sign_approval", title="签署审批表", allow=SIGNERS, writes=True,
      subject="approval")  # fmt: skip
def sign_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Whoever's place waits signs the form or returns it."""
    approval, waiting, asks_code = _found(request, ref)
    form = OpinionForm(request.POST or None, asks_code=asks_code)
    if request.method == "POST" and form.is_valid():
        try:
            return _signed(request, approval, form)
        except Refused as refusal:
            if refusal.verdicts or waiting is None or refusal.field not in {None, *form.fields}:
                return refused_response(request, refusal, page_title=approval.title)
            put_on_form(form, refusal)
    return _shown(request, approval, form, waiting, asks_code)


def _found(request: HttpRequest, ref: str) -> tuple[Approval, Any, bool]:
    """The form, the place that waits, and whether that place asks for a code; 404 when it is not theirs to see."""
    approval = shown.approval_visible_to(request.user, ref)  # type: ignore[arg-type]
    if approval is None:
        raise Http404
    waiting = approvals.next_step(approval)
    return approval, waiting, waiting is not None and decides(approval, waiting.role)


def _shown(request: HttpRequest, approval: Approval, form: OpinionForm, waiting: Any, asks_code: bool) -> HttpResponse:
    case, draft = shown.case_of(approval), proposals.draft_of(approval)
    context = {
        "approval": approval, "case": case, "proposal": proposals.in_words(approval),
        "changed": proposals.changed_since(approval, draft), "blocks": proposals.blocks_of(draft),
        "opinions": shown.opinions_of(approval), "form": form, "mine": shown.waits_for(request.user, approval, waiting),
        "waiting_for": waiting.label if waiting else "", "purpose": shown.PURPOSES.get(approval.purpose, "审批"),
        "case_href": reverse("cases:case", args=[case.public_id]) if case else "",
        "trail": [("待我审批", reverse("cases:approvals")), (approval.title, "")],
        "button": "签署并作出决定" if asks_code else "签署",
    }  # fmt: skip
    return render(request, "cases/approval.html", context, status=409 if form.refusal else 200)


def _signed(request: HttpRequest, approval: Approval, form: OpinionForm) -> HttpResponse:
    account: Account = request.user  # type: ignore[assignment]
    told, agrees = form.facts, form.facts["agrees"] == "yes"
    sign_approval(
        approval=approval, agrees=agrees, opinion=told["opinion"], code=told.get("code", ""), actor=account,
        at=form.moment(),
    )  # fmt: skip
    messages.success(request, "已签署。" if agrees else "已退回，提请人会看到理由。")
    return redirect("cases:approval", approval.public_id)
