"""公示异议: what citizens say is wrong with what was published, what waits for an answer, and the answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import ledger, local_values
from yangguang.base.act_pages import answer
from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.listing import is_export, page_of, views, workbook
from yangguang.base.pages import Expect, page
from yangguang.disclosure.models import Objection, ObjectionOutcome, StandingPublication
from yangguang.disclosure.objection_sheet import COLUMNS, cells_of
from yangguang.disclosure.objection_terms import DAYS, objection_face, term_of
from yangguang.disclosure.pages.prepare import PUBLISHER
from yangguang.disclosure.pages.queue import READERS
from yangguang.disclosure.policy import objection_fault
from yangguang.disclosure.queries import objections_visible_to
from yangguang.disclosure.use_cases.answer_objection import answer_objection

CHOICES = (("", "待答复"), ("overdue", "逾期未答复"), ("answered", "已答复"))


class AnswerForm(OfficialForm):
    """What was found and done, for whoever asked to read."""

    outcome = forms.ChoiceField(label="办理结果", choices=[("", "请选择"), *ObjectionOutcome.choices])
    reply = WrittenField(label="核实情况和理由（申请人凭查询号可见）", most=1000, lines=True)
    remedies = WrittenField(label="救济渠道", most=400, lines=True, required=False, help_text="不予更正的必须填写。")
    late_reason = WrittenField(
        label="逾期答复的原因", most=400, help_text="上级监督机关看到，不告知申请人；不写姓名和号码。"
    )

    def __init__(self, *args: Any, overdue: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not overdue:
            del self.fields["late_reason"]


@page("publications/objections/", name="disclosure:objections", title="公示异议", allow=READERS)
def objections(request: HttpRequest) -> HttpResponse:
    """The oldest unanswered one first."""
    visible = objections_visible_to(request.user)  # type: ignore[arg-type]
    waiting = visible.filter(outcome="").order_by("received_at", "pk")
    late = [one.pk for one in waiting if term_of(one).overdue]
    lists = {
        "": waiting,
        "overdue": waiting.filter(pk__in=late),
        "answered": visible.exclude(outcome="").order_by("-pk"),
    }
    view = request.GET.get("view", "")
    if is_export(request):
        label = dict(CHOICES).get(view, "待答复")
        cells = map(cells_of, lists.get(view, lists[""]))
        return workbook(request, title=f"公示异议-{label}", columns=COLUMNS, rows=cells, filters=label)
    found = page_of(request, lists.get(view, lists[""]))
    counted = views(request, "view", CHOICES, lambda key: lists[key].count())
    rows = [(one, objection_face(one)) for one in found]
    return render(request, "disclosure/objections.html", {
        "page": found, "rows": rows, "views": counted, "usual": local_values.usual_words(DAYS),
    })  # fmt: skip


@page("publications/objections/<ref:ref>/", name="disclosure:objection", title="公示异议", allow=READERS,
      subject="objection", expects=Expect(superior=200))  # fmt: skip
def objection(request: HttpRequest, ref: str) -> HttpResponse:
    """What was written; who wrote it is shown to the publishers of the body alone."""
    found = _found_for(request, ref)
    publishes = not objection_fault(request.user, found)  # type: ignore[arg-type]
    history = [
        {"at": one.occurred_at, "title": one.label, "who": one.actor_name, "words": one.summary}
        for one in reversed(ledger.entries_about("objection", found.public_id))
    ]
    standing = StandingPublication.objects.filter(ref=found.about_ref, body=found.body).first()
    told = {
        "objection": found, "publication": found.publication, "publishes": publishes, "history": history, "standing": standing,
        "term": term_of(found), "face": objection_face(found),
    }  # fmt: skip
    return render(request, "disclosure/objection.html", told)


@page("publications/objections/<ref:ref>/answer/", name="disclosure:answer_objection", title="答复公示异议",
      allow=PUBLISHER, writes=True, subject="objection")  # fmt: skip
def answered(request: HttpRequest, ref: str) -> HttpResponse:
    """After what it says has been done."""
    found = _found_for(request, ref)
    form = AnswerForm(request.POST or None, overdue=term_of(found).overdue)
    back = reverse("disclosure:objection", args=[found.public_id])

    def act(**facts: Any) -> Objection:
        return answer_objection(objection_id=found.pk, actor=request.user, at=form.moment(), **facts)  # type: ignore[arg-type]

    return answer(request, form, act, to=back, done="已答复，申请人凭查询号可以看到。",
                  template="disclosure/answer_objection.html", back=back, objection=found, face=objection_face(found),
                  clause_id="GIR-2019:41")  # fmt: skip


def _found_for(request: HttpRequest, ref: str) -> Objection:
    return get_object_or_404(objections_visible_to(request.user), public_id=ref)  # type: ignore[arg-type]
