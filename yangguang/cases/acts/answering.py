"""复议答复、诉讼答辩: put before the head, then handed in with its receipt."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from yangguang.base.form_fields import DayField, WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.fields import StoredFileField, several
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.contested import evidence_to_submit, how_to_answer, may_rest_on, to_answer
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.models import AnswerWay
from yangguang.cases.rules.shares import whom
from yangguang.cases.use_cases.request_remedy_answer import request_remedy_answer
from yangguang.cases.use_cases.submit_remedy_answer import submit_remedy_answer
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment

ASKS = {
    "reconsideration": "请求行政复议机关维持本机关作出的决定。",
    "litigation": "请求人民法院依法驳回原告的诉讼请求。",
}


class UnansweredForm(ActForm):
    """About a reconsideration or lawsuit whose authority waits for an answer."""

    remedy_ref = forms.ChoiceField(label="复议、诉讼")

    def prepare(self) -> None:
        """Those without an answer."""
        self.waiting = to_answer(self.case)
        self.fields["remedy_ref"].choices = [  # type: ignore[attr-defined]
            (one.public_id, f"{how_to_answer(one).title}：{one}") for one in self.waiting
        ]


@form_of("request_remedy_answer")
class RemedyAnswerForm(UnansweredForm):
    """What the body has to say, with which evidence and basis."""

    button = "提交审批"
    done = "已提请审批。批准后生成答复书、答辩状和证据目录，请在期限内提交并登记回执。"
    consequence = "不提出书面答复、不提交证据和依据的，视为行政行为没有证据、依据。"
    parts: ClassVar[Parts] = (
        ("复议、诉讼", ("remedy_ref", "applicant")), ("答复、答辩", ("reasons", "basis", "asks")),
        ("证据", ("evidence_refs",)), ("意见", ("opinion",)), *ActForm.parts,
    )  # fmt: skip

    applicant = WrittenField(label="申请人、原告", most=200)
    reasons = WrittenField(
        label="事实和理由", most=6000, lines=True, help_text="逐项回应申请、起诉的理由：事实、证据、程序、裁量。"
    )
    basis = WrittenField(label="作出行政行为的依据", most=3000, lines=True, help_text="法律、法规、规章和裁量基准。")
    asks = WrittenField(label="请求", most=1000, lines=True)
    evidence_refs = several("提交的证据")
    opinion = WrittenField(label="承办人意见", most=1000, lines=True)

    def prepare(self) -> None:
        """The facts and basis of the decision to begin with, and the evidence that lay in the file before."""
        super().prepare()
        pieces = evidence_to_submit(self.case)
        self.fields["evidence_refs"].choices = [(one.public_id, one.name) for one in pieces]  # type: ignore[attr-defined]
        if not self.waiting:
            return
        first = self.waiting[0]
        content = first.decision.content
        self.fields["evidence_refs"].initial = [one.public_id for one in pieces if may_rest_on(one, first)]
        self.fields["applicant"].initial = whom(content)
        facts = "\n".join(frame.sentence(str(fact.get("text", ""))) for fact in content.get("facts") or ())
        self.fields["reasons"].initial = "\n".join(filter(None, (facts, str(content.get("reasons") or ""))))
        self.fields["basis"].initial = frame.cited(content.get("basis") or ())
        self.fields["asks"].initial = ASKS[first.kind]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Put it before the signers."""
        return request_remedy_answer(actor=actor, at=at, **self.told)


@form_of("submit_remedy_answer")
class SubmitAnswerForm(UnansweredForm):
    """When it was handed in, how, and by which receipt."""

    button = "登记提交"
    done = "已登记。结果文书收到后，请登记复议、诉讼结果。"
    parts: ClassVar[Parts] = (
        ("复议、诉讼", ("remedy_ref",)), ("提交", ("sent_on", "way", "receipt", "proof", "late_because")), *ActForm.parts,
    )  # fmt: skip

    sent_on = DayField(label="提交日期", help_text="当面递交、网上提交的日期，或者交邮的日期。")
    way = forms.ChoiceField(label="提交方式", choices=[("", "请选择"), *AnswerWay.choices])
    receipt = WrittenField(label="回执", most=120, help_text="签收人、邮件号码或者平台回执号。")
    proof = StoredFileField(label="回执存件", required=False, help_text="PDF 或者照片，装订入卷。")
    late_because = WrittenField(label="逾期原因", most=400, required=False, help_text="没有超过期限的不填。")

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Record it."""
        told = self.told
        return submit_remedy_answer(overdue_reason=told.pop("late_because"), actor=actor, at=at, **told)
