"""申请信用修复: what the party of a public penalty needs for it, and the form; the answer is read under the receipt."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import PUBLIC, page
from yangguang.base.refusals import put_on_form
from yangguang.bulletin.api import REPAIR, Notice, notice_by_ref, open_for_letters, post_letter
from yangguang.kernel.refusal import Refused
from yangguang.portal.pages.correction import REF, SLIP, TRAIL
from yangguang.portal.showing import show, typed

PENALTY = "penalty"
PROMISE = (
    "我（单位）承诺：所填内容和所附材料真实、合法；已经纠正失信行为、履行完毕；今后守法诚信经营，自愿接受监督；"
    "违反承诺的，依法承担责任。"
)


class RepairForm(OfficialForm):
    """What was put right, the commitment, who asks. Nothing is uploaded; the agency asks for papers when it needs them."""

    done = WrittenField(
        label="怎样纠正、何时履行完毕", most=1000, lines=True, help_text="写明缴款日期、金额、票据号或者整改日期。"
    )
    promise = forms.BooleanField(label=PROMISE)
    name = WrittenField(label="单位名称或者姓名", most=60, help_text="应当是这份决定的当事人。")
    contact = WrittenField(label="联系人和电话", most=120, help_text="只有办理机关看得到，不会公开。")
    n = forms.CharField(widget=forms.HiddenInput, max_length=REF)

    def clean_once(self) -> str:
        """The slip of the letter: the form as it was given out, neither made up nor left away."""
        once: str = self.cleaned_data["once"]
        if not SLIP.fullmatch(once):
            raise forms.ValidationError("这张表单不完整，请刷新页面后重新填写。")
        return once


@page("repair/", name="portal:repair", title="申请信用修复", allow=PUBLIC, site="portal", writes=True)
def repair(request: HttpRequest) -> HttpResponse:
    """Only from a penalty that is public; what was taken down has nothing left to repair. Named none, it says where to find it."""
    asked = typed(request, "n", REF) or request.POST.get("n", "")[:REF]
    if not asked:
        return show(
            request,
            "portal/repair.html",
            "decisions",
            notice=None,
            form=None,
            term="",
            trail=[*TRAIL, ("申请信用修复", "")],
        )
    notice = notice_by_ref(asked.lower()) if asked.isascii() and asked.isalnum() else None
    if notice is None or not notice.stands or notice.kind != PENALTY:
        raise Http404
    form = RepairForm(request.POST or None, initial={"n": notice.ref}) if open_for_letters() else None
    if form and request.method == "POST" and form.is_valid() and (receipt := _posted(request, notice, form)):
        return redirect(f"{reverse('portal:receipt')}?r={receipt}")
    trail = [*TRAIL, (notice.number, reverse("portal:decision", args=[notice.ref])), ("申请信用修复", "")]
    term = dict(notice.summary).get("公开期限", "")
    response = show(request, "portal/repair.html", "decisions", notice=notice, form=form, term=term, trail=trail)
    response["Cache-Control"] = "private, no-store"
    return response


def _posted(request: HttpRequest, notice: Notice, form: RepairForm) -> str:
    """The receipt, or nothing when it was refused; then the form says why."""
    told = {name: form.cleaned_data[name] for name in ("done", "name", "contact")}
    told |= {"about": REPAIR, "commitment": PROMISE}
    sender = request.META.get("REMOTE_ADDR", "")
    try:
        return post_letter(notice, slip=form.cleaned_data["once"], told=told, sender=sender).receipt
    except Refused as refusal:
        put_on_form(form, refusal)
        return ""
