"""申请更正: who may ask to have public information put right, the form to do so, and what became of it."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from yangguang.base import local_values
from yangguang.base.form_fields import WrittenField
from yangguang.base.pages import PUBLIC, page
from yangguang.bulletin.api import Relation, letter_by_receipt, open_for_letters, public_bodies, thing_of
from yangguang.kernel import clock
from yangguang.portal.letter_form import REF, LetterForm, asked_about, posted, thing_asked
from yangguang.portal.showing import show, typed, unkept

TRAIL = [("首页", "/"), ("申请更正", "/correction/")]
DAYS = "objection_answer_workdays"
CONTACTS = ("单位地址", "投诉举报电话")
TOLD = ("relation", "wrong", "wanted", "name", "contact")


class ObjectionForm(LetterForm):
    """What is wrong, how it should be, who asks. Nothing is uploaded; the agency asks for papers when it needs them."""

    relation = forms.ChoiceField(label="您与这份公开信息的关系", choices=[("", "请选择"), *Relation.choices])
    wrong = WrittenField(label="哪一处有误或者不该公开", most=1000, lines=True)
    wanted = WrittenField(label="应当怎样，有什么证据", most=1000, lines=True)
    name = WrittenField(label="姓名或者单位名称", most=60)
    contact = WrittenField(label="联系电话或者地址", most=120, help_text="只有办理机关看得到，不会公开。")


@page("correction/", name="portal:correction", title="申请更正公开的内容", allow=PUBLIC, site="portal", writes=True)
def correction(request: HttpRequest) -> HttpResponse:
    """Coming from something public, its body stands first and there is a form; else every body does."""
    about = thing_asked(asked_about(request))
    form = ObjectionForm(request.POST or None, initial={"n": about.ref}) if about and open_for_letters() else None
    if about and form and request.method == "POST" and form.is_valid():
        told = {name: form.cleaned_data[name] for name in TOLD}
        if receipt := posted(request, about, form, told):
            return redirect(receipt)
    bodies = public_bodies().filter(ref=about.body_ref) if about else public_bodies()
    contacts = [(one, [row for row in one.columns if row[0] in CONTACTS]) for one in bodies]
    return unkept(show(
        request, "portal/correction.html", "decisions", about=about, contacts=contacts, form=form,
        usual=local_values.usual_words(DAYS), trail=[TRAIL[0], ("申请更正", "")],
    ))  # fmt: skip


@page("correction/receipt/", name="portal:receipt", title="查询申请", allow=PUBLIC, site="portal")
def receipt(request: HttpRequest) -> HttpResponse:
    """Whoever holds the number sees where it stands and what was answered."""
    asked = typed(request, "r", REF)
    letter = letter_by_receipt(asked)
    late = (
        letter is not None
        and letter.answered_on is None
        and letter.due_on is not None
        and letter.due_on < clock.today()
    )
    return unkept(show(
        request, "portal/receipt.html", "decisions", asked=asked, letter=letter, late=late,
        about=thing_of(letter.notice_ref) if letter else None, trail=[*TRAIL, ("查询", "")],
    ))  # fmt: skip
