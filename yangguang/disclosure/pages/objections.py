"""公示异议: what citizens say is wrong with what was published, what waits for an answer, and the answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import ledger
from yangguang.base.act_pages import answer
from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.listing import is_export, page_of, views, workbook
from yangguang.base.pages import Expect, page
from yangguang.base.sheets import Column
from yangguang.disclosure.models import Objection, ObjectionOutcome
from yangguang.disclosure.pages.prepare import PUBLISHER
from yangguang.disclosure.pages.queue import READERS
from yangguang.disclosure.policy import publisher_fault
from yangguang.disclosure.queries import objections_visible_to
from yangguang.disclosure.use_cases.answer_objection import answer_objection
from yangguang.kernel import clock

CHOICES = (("", "待答复"), ("answered", "已答复"))

COLUMNS = (
    Column("receipt", "查询号", width=20), Column("number", "文号", width=28), Column("wrong", "认为有误的内容", width=60),
    Column("received", "提交时间", width=18), Column("relation", "关系"), Column("outcome", "结果"),
)  # fmt: skip


class AnswerForm(OfficialForm):
    """What was found and done, for whoever asked to read."""

    outcome = forms.ChoiceField(label="办理结果", choices=[("", "请选择"), *ObjectionOutcome.choices])
    reply = WrittenField(label="核实情况和理由（申请人凭查询号可见）", most=1000, lines=True)
    remedies = WrittenField(label="救济渠道", most=400, lines=True, required=False, help_text="不予更正的必须填写。")


@page("publications/objections/", name="disclosure:objections", title="公示异议", allow=READERS)
def objections(request: HttpRequest) -> HttpResponse:
    """The oldest unanswered one first."""
    visible = objections_visible_to(request.user)  # type: ignore[arg-type]
    lists = {"": visible.filter(outcome="").order_by("pk"), "answered": visible.exclude(outcome="").order_by("-pk")}
    view = request.GET.get("view", "")
    if is_export(request):
        label = dict(CHOICES).get(view, "待答复")
        rows = map(_cells, lists.get(view, lists[""]))
        return workbook(request, title=f"公示异议-{label}", columns=COLUMNS, rows=rows, filters=label)
    found = page_of(request, lists.get(view, lists[""]))
    counted = views(request, "view", CHOICES, lambda key: lists[key].count())
    return render(request, "disclosure/objections.html", {"page": found, "views": counted})


@page("publications/objections/<ref:ref>/", name="disclosure:objection", title="公示异议", allow=READERS,
      subject="objection", expects=Expect(superior=200))  # fmt: skip
def objection(request: HttpRequest, ref: str) -> HttpResponse:
    """What was written; who wrote it is shown to the publishers of the body alone."""
    found = _found_for(request, ref)
    publishes = not publisher_fault(request.user, found.publication)  # type: ignore[arg-type]
    history = [
        {"at": one.occurred_at, "title": one.label, "who": one.actor_name, "words": one.summary}
        for one in reversed(ledger.entries_about("objection", found.public_id))
    ]
    told = {"objection": found, "publication": found.publication, "publishes": publishes, "history": history}
    return render(request, "disclosure/objection.html", told)


@page("publications/objections/<ref:ref>/answer/", name="disclosure:answer_objection", title="答复公示异议",
      allow=PUBLISHER, writes=True, subject="objection")  # fmt: skip
def answered(request: HttpRequest, ref: str) -> HttpResponse:
    """After what it says has been done."""
    found, form = _found_for(request, ref), AnswerForm(request.POST or None)
    back = reverse("disclosure:objection", args=[found.public_id])

    def act(**facts: Any) -> Objection:
        return answer_objection(objection_id=found.pk, actor=request.user, at=form.moment(), **facts)  # type: ignore[arg-type]

    return answer(request, form, act, to=back, done="已答复，申请人凭查询号可以看到。", template="disclosure/act.html", back=back,
                  publication=found.publication, title="答复公示异议", face=None, submit="答复",
                  clause_id="GIR-2019:41")  # fmt: skip


def _found_for(request: HttpRequest, ref: str) -> Objection:
    return get_object_or_404(objections_visible_to(request.user), public_id=ref)  # type: ignore[arg-type]


def _cells(one: Objection) -> dict[str, Any]:
    return {
        "receipt": one.receipt, "number": one.publication.number, "wrong": one.wrong,
        "received": f"{one.received_at.astimezone(clock.BEIJING):%Y-%m-%d %H:%M}", "relation": one.get_relation_display(),
        "outcome": one.get_outcome_display() if one.outcome else "待答复",
    }  # fmt: skip
