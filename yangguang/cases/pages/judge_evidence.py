"""Verify a piece of evidence of a case, or exclude it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import page
from yangguang.base.refusals import put_on_form
from yangguang.cases.queries import cases_visible_to
from yangguang.cases.use_cases.judge_evidence import judge_evidence
from yangguang.directory.api import Account
from yangguang.kernel.refusal import Refused
from yangguang.records.api import evidence_visible_to

ANSWERS = (("yes", "查证属实"), ("no", "排除，不作为根据"))


class JudgingForm(OfficialForm):
    """Whether it holds, and in what words."""

    verified = forms.ChoiceField(label="结论", choices=ANSWERS, widget=forms.RadioSelect)
    words = WrittenField(
        label="查证情况或者排除理由", most=400, lines=True, help_text="写明怎样核对的；排除的，写明取得方式哪里不合法。"
    )


@page("evidence/<ref:ref>/judging/", name="cases:judge_evidence", title="查证证据", allow=("case_handler",), writes=True,
      subject="evidence")  # fmt: skip
def judge(request: HttpRequest, ref: str) -> HttpResponse:
    """The form, with the evidence beside it."""
    account: Account = request.user  # type: ignore[assignment]
    evidence = evidence_visible_to(account, ref)
    if evidence is None:
        raise Http404
    case = get_object_or_404(cases_visible_to(account), public_id=evidence.file_ref)
    form = JudgingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        told: dict[str, Any] = form.facts
        try:
            judge_evidence(
                case_id=case.pk, evidence_ref=ref, verified=told["verified"] == "yes", words=told["words"],
                actor=account, at=form.moment(),
            )  # fmt: skip
        except Refused as refusal:
            put_on_form(form, refusal)
        else:
            messages.success(request, "已记入案卷。")
            return redirect("records:evidence", ref)
    return render(request, "cases/judge_evidence.html", {
        "form": form, "evidence": evidence, "case": case,
        "trail": [("案件", reverse("cases:list")), (case.number, reverse("cases:case", args=[case.public_id])),
                  (evidence.name, reverse("records:evidence", args=[ref])), ("查证", "")],
        "facts": [("来源", evidence.source), ("取证人", "、".join(evidence.collector_names)), ("证明内容", evidence.proves)],
    }, status=409 if form.refusal else 200)  # fmt: skip
