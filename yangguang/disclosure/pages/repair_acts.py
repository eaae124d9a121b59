"""信用修复, act by act: recorded at the window, examined by a publisher, decided by the agency head."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.form_fields import DayField, WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import page
from yangguang.disclosure.clock_faces import repair_face
from yangguang.disclosure.models import CreditRepair
from yangguang.disclosure.pages.prepare import PUBLISHER, back_to, found_for
from yangguang.disclosure.pages.release import CodeField
from yangguang.disclosure.pages.repairs import repair_for
from yangguang.disclosure.rules.repair import CONDITIONS
from yangguang.disclosure.use_cases.decide_repair import decide_repair
from yangguang.disclosure.use_cases.examine_repair import examine_repair
from yangguang.disclosure.use_cases.register_repair import register_repair
from yangguang.kernel import clock

YES_NO = (("True", "拟同意修复"), ("False", "拟不予修复"))
AGREES = (("True", "同意审查意见"), ("False", "退回审查人"))


class RecordForm(OfficialForm):
    """What a party brings to the window."""

    received_on = DayField(label="收到日期")
    name = WrittenField(label="申请人", most=60)
    contact = WrittenField(label="联系方式", most=120)
    done = WrittenField(label="纠正和履行情况", most=1000, lines=True)
    commitment = WrittenField(label="信用承诺", most=1000, lines=True, help_text="按承诺书的内容填写，原件归卷。")


class ExamineForm(OfficialForm):
    """What is proposed, and what the applicant will read."""

    grants = forms.TypedChoiceField(
        label="审查意见", choices=YES_NO, coerce=lambda typed: typed == "True", widget=forms.RadioSelect
    )
    proof = WrittenField(label="核实的履行证明", most=400, required=False, help_text="案卷没有记录履行情况的必须填写。")
    reasons = WrittenField(label="理由（申请人可见）", most=1000, lines=True, required=False)
    remedies = WrittenField(label="救济渠道", most=400, lines=True, required=False, help_text="不予修复的必须填写。")


class DecideForm(OfficialForm):
    """Agree, or send back with a reason; the code."""

    agrees = forms.TypedChoiceField(
        label="决定", choices=AGREES, coerce=lambda typed: typed == "True", widget=forms.RadioSelect
    )
    opinion = WrittenField(label="退回理由", most=400, required=False)
    code = CodeField()


@page("publications/<ref:ref>/repair/", name="disclosure:record_repair", title="登记信用修复申请", allow=PUBLISHER,
      writes=True, subject="publication")  # fmt: skip
def record(request: HttpRequest, ref: str) -> HttpResponse:
    """Handed in at the window."""
    publication, form = found_for(request, ref), RecordForm(request.POST or None)

    def act(received_on: Any, **told: str) -> CreditRepair:
        at = form.moment()
        start = (
            min(clock.beijing(received_on, 9), at.occurred_at)
            if received_on == at.day
            else clock.beijing(received_on, 9)
        )
        return register_repair(
            publication_id=publication.pk, told=told, received_at=start, actor=request.user, at=at,  # type: ignore[arg-type]
        )  # fmt: skip

    return answer(request, form, act, to=_address, done="已登记，请审查。", template="disclosure/act.html",
                  publication=publication, title="登记信用修复申请", back=back_to(publication), face=None, submit="登记",
                  clause_id=CONDITIONS)  # fmt: skip


@page("publications/repairs/<ref:ref>/examine/", name="disclosure:examine_repair", title="审查信用修复申请",
      allow=PUBLISHER, writes=True, subject="credit_repair")  # fmt: skip
def examine(request: HttpRequest, ref: str) -> HttpResponse:
    """The conditions are asked by rule; a person says what is proposed."""
    found = repair_for(request, ref)
    start = {"proof": found.proof, "reasons": found.reasons, "remedies": found.remedies}
    form = ExamineForm(request.POST or None, initial=start)

    def act(**facts: Any) -> CreditRepair:
        return examine_repair(repair_id=found.pk, actor=request.user, at=form.moment(), **facts)  # type: ignore[arg-type]

    return answer(request, form, act, to=_address, done="已送本机关负责人决定。", template="disclosure/act.html",
                  publication=found.publication, title="审查信用修复申请", back=_address(found), face=repair_face(found),
                  submit="送负责人决定", clause_id=CONDITIONS)  # fmt: skip


@page("publications/repairs/<ref:ref>/decide/", name="disclosure:decide_repair", title="决定信用修复申请",
      allow=("agency_head",), writes=True, subject="credit_repair")  # fmt: skip
def decide(request: HttpRequest, ref: str) -> HttpResponse:
    """The second person, with a code."""
    found, form = repair_for(request, ref), DecideForm(request.POST or None)

    def act(**facts: Any) -> CreditRepair:
        return decide_repair(repair_id=found.pk, actor=request.user, at=form.moment(), **facts)  # type: ignore[arg-type]

    return answer(request, form, act, to=_address, done="已经办理。", template="disclosure/act.html",
                  publication=found.publication, title="决定信用修复申请", back=_address(found), face=repair_face(found),
                  submit="确认", clause_id=CONDITIONS)  # fmt: skip


def _address(one: CreditRepair) -> str:
    return reverse("disclosure:repair", args=[one.public_id])
