"""申请信用修复: what the party of a public penalty needs for it, and the form; the answer is read under the receipt."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from yangguang.base.form_fields import WrittenField
from yangguang.base.pages import PUBLIC, page
from yangguang.bulletin.api import REPAIR, open_for_letters
from yangguang.portal.letter_form import TRAIL, LetterForm, asked_about, notice_of, posted
from yangguang.portal.showing import show, unkept

PENALTY = "penalty"
TOLD = ("done", "name", "contact")
PROMISE = (
    "我（单位）承诺：所填内容和所附材料真实、合法；已经纠正失信行为、履行完毕；今后守法诚信经营，自愿接受监督；"
    "违反承诺的，依法承担责任。"
)


class RepairForm(LetterForm):
    """What was put right, the commitment, who asks."""

    done = WrittenField(
        label="怎样纠正、何时履行完毕", most=1000, lines=True, help_text="写明缴款日期、金额、票据号或者整改日期。"
    )
    promise = forms.BooleanField(label=PROMISE)
    name = WrittenField(label="单位名称或者姓名", most=60, help_text="应当是这份决定的当事人。")
    contact = WrittenField(label="联系人和电话", most=120, help_text="只有办理机关看得到，不会公开。")


@page("repair/", name="portal:repair", title="申请信用修复", allow=PUBLIC, site="portal", writes=True)
def repair(request: HttpRequest) -> HttpResponse:
    """Only from a penalty that is public; what was taken down has nothing left to repair. Named none, it says where to find it."""
    asked, last = asked_about(request), ("申请信用修复", "")
    if not asked:
        return show(request, "portal/repair.html", "decisions", notice=None, trail=[*TRAIL, last])
    notice = notice_of(asked)
    if notice is None or not notice.stands or notice.kind != PENALTY:
        raise Http404
    form = RepairForm(request.POST or None, initial={"n": notice.ref}) if open_for_letters() else None
    if form and request.method == "POST" and form.is_valid():
        told = {name: form.cleaned_data[name] for name in TOLD} | {"about": REPAIR, "commitment": PROMISE}
        if receipt := posted(request, notice, form, told):
            return redirect(receipt)
    trail = [*TRAIL, (notice.number, reverse("portal:decision", args=[notice.ref])), last]
    term = dict(notice.summary).get("公开期限", "")
    return unkept(show(request, "portal/repair.html", "decisions", notice=notice, form=form, term=term, trail=trail))
