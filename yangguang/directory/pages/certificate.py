"""Certificates: issue, suspend, resume, deregister, annual check. The supervising authority's alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.form_fields import DayField, NamesField, WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import Expect, page
from yangguang.directory.models.officer import CertificateKind, QualifiedBy
from yangguang.directory.queries import certificates_kept_by, officers_visible_to, supervised_body_ids
from yangguang.directory.requests import DeskRequest
from yangguang.directory.rules.roles import Role
from yangguang.directory.use_cases.deregister_certificate import deregister_certificate
from yangguang.directory.use_cases.issue_certificate import issue_certificate
from yangguang.directory.use_cases.record_annual_check import record_annual_check
from yangguang.directory.use_cases.resume_certificate import resume_certificate
from yangguang.directory.use_cases.suspend_certificate import suspend_certificate
from yangguang.kernel import clock

SUPERVISED = Expect(own=404, other=404, superior=200)


class CertificateForm(OfficialForm):
    """The fields of the certificate itself, in their order."""

    kind = forms.ChoiceField(label="证件种类", choices=CertificateKind.choices)
    number = WrittenField(label="证件编号", most=40)
    fields_of_law = NamesField(
        label="执法类别", help_text="照证件填写，须与机关登记的执法类别一字不差，否则办案时不认。"
    )
    areas = NamesField(label="执法区域", help_text="照证件填写，须与机关登记的执法区域一字不差。")
    valid_from = DayField(label="有效期起")
    valid_until = DayField(label="有效期止", help_text="这一天仍然有效。")
    issued_by = WrittenField(label="发证机关", most=80)
    qualified_by = forms.ChoiceField(
        label="授予资格的依据", choices=QualifiedBy.choices, widget=forms.RadioSelect, initial=QualifiedBy.EXAMINATION,
        help_text="未经执法资格考试合格，不得授予执法资格；取得法律职业资格的可以简化或者免考。",
    )  # fmt: skip
    qualification_number = WrittenField(label="合格证明或者资格证编号", most=80)


@page(
    "officers/<ref:ref>/certificates/issue", name="directory:issue_certificate", title="核发执法证件", writes=True,
    allow={Role.SUPERVISOR}, subject="officer", expects=SUPERVISED,
)  # fmt: skip
def issue(request: DeskRequest, ref: str) -> HttpResponse:
    """Issue a certificate to an officer of a body below."""
    below = officers_visible_to(request.user).filter(body_id__in=supervised_body_ids(request.user))
    officer = get_object_or_404(below, public_id=ref)
    form = CertificateForm(request.POST or None, initial={
        "fields_of_law": officer.body.fields, "areas": [officer.body.region_name], "valid_from": clock.today(),
    })  # fmt: skip
    back = reverse("directory:officer", args=[ref])

    def do(fields_of_law: list[str], **facts: Any) -> Any:
        return issue_certificate(officer=officer, fields=fields_of_law, actor=request.user, at=form.moment(), **facts)

    return answer(
        request, form, do, to=back, done="已经核发。", template="directory/act_form.html", title="核发执法证件",
        under=f"{officer.name}　{officer.body}", words="核发", back=back,
    )  # fmt: skip


class ReasonForm(OfficialForm):
    """Why."""

    reason = WrittenField(label="原因", lines=True)


class CheckForm(OfficialForm):
    """One year's check."""

    year = forms.IntegerField(label="年度", min_value=1950, max_value=2100)
    passed = forms.TypedChoiceField(
        label="结果", choices=[("yes", "合格"), ("no", "不合格，证件同时暂停使用")], coerce=lambda word: word == "yes",
        widget=forms.RadioSelect,
    )  # fmt: skip
    note = WrittenField(label="说明", required=False, help_text="不合格的，写明原因。")


def _act_page(address: str, name: str, title: str, form_class: type[OfficialForm], act: Callable[..., Any]) -> None:
    @page(
        f"certificates/<ref:ref>/{address}", name=f"directory:{name}", title=title, writes=True,
        allow={Role.SUPERVISOR}, subject="certificate", expects=SUPERVISED,
    )  # fmt: skip
    def show(request: DeskRequest, ref: str) -> HttpResponse:
        certificate = get_object_or_404(certificates_kept_by(request.user), public_id=ref)
        form = form_class(request.POST or None, initial={"year": clock.today().year})
        back = reverse("directory:officer", args=[certificate.officer.public_id])
        return answer(
            request, form, lambda **facts: act(certificate=certificate, actor=request.user, at=form.moment(), **facts),
            to=back, done=f"{title}：{certificate.number}，已经登记。", template="directory/act_form.html",
            title=title, under=f"{certificate.officer.name}　{certificate.number}", words=title, back=back,
        )  # fmt: skip


_act_page("suspend", "suspend_certificate", "暂停使用执法证件", ReasonForm, suspend_certificate)
_act_page("resume", "resume_certificate", "恢复使用执法证件", ReasonForm, resume_certificate)
_act_page("deregister", "deregister_certificate", "注销执法证件", ReasonForm, deregister_certificate)
_act_page("check", "check_certificate", "证件年度审核", CheckForm, record_annual_check)
