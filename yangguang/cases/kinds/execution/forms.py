"""Forms of a fine's fulfilment."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django import forms

from yangguang.base.form_fields import DayField, WrittenField, YesNoField
from yangguang.base.forms import DatedForm, Parts
from yangguang.cases.acts.fields import FenField, StoredFileField
from yangguang.cases.kinds.execution.stages import EXECUTION
from yangguang.cases.kinds.labour.forms.lines import CourtForm
from yangguang.cases.kinds.labour.forms.serving import DemandForm
from yangguang.cases.models import Execution
from yangguang.cases.owing import owing_of, to_return
from yangguang.cases.rules.instalments import Instalment
from yangguang.cases.use_cases.record_court_answer import ANSWERS
from yangguang.cases.use_cases.suspend_execution import GROUNDS as STAYS
from yangguang.cases.use_cases.terminate_execution import GROUNDS as ENDS
from yangguang.kernel import clock
from yangguang.kernel.money import in_figures, parse_yuan
from yangguang.kernel.refusal import Refused


class FineForm(DatedForm):
    """Nothing but the day, and the row it is about."""

    def __init__(self, *args: Any, fine: Execution, **kwargs: Any) -> None:
        self.fine = fine
        super().__init__(*args, **kwargs)
        self.arrange()

    def arrange(self) -> None:
        """Fill in choices and amounts from the row."""


class ReasonForm(FineForm):
    """Why."""

    reason = WrittenField(label="理由", most=1000, lines=True)


class DeferralRequestForm(FineForm):
    """When the party asked, why, and its paper."""

    requested_on = DayField(label="申请日期")
    grounds = WrittenField(label="申请理由", most=1000, lines=True, help_text="经济困难的情况，申请延期还是分期。")
    proof = StoredFileField(label="申请书和困难证明", required=False)


class PartsForm(FineForm):
    """Each part on a line of its own."""

    plan = WrittenField(
        label="各期日期和金额", most=1000, lines=True,
        help_text="每行一期，先日期后金额，如“2026-12-31 3000”。只延期不分期的写一行。",
    )  # fmt: skip

    def arrange(self) -> None:
        """How much the parts must cover."""
        unpaid, plan = owing_of(self.fine.decision, on=clock.today()).unpaid_fen, self.fields["plan"]
        plan.help_text = f"未缴罚款 {in_figures(unpaid)} 元，各期之和应当相等。{plan.help_text}"

    def clean_plan(self) -> list[Instalment]:
        """The lines read as parts."""
        return [_part(line) for line in self.cleaned_data["plan"].splitlines() if line.strip()]

    def given(self) -> dict[str, Any]:
        """What the use case is given."""
        return dict(self.facts)


class PlanForm(PartsForm):
    """The parts, and why."""

    reason = WrittenField(label="批准理由", most=1000, lines=True)


def _part(line: str) -> Instalment:
    words = line.replace("，", " ").replace(",", "").split()
    try:
        if len(words) != 2:
            raise ValueError
        return Instalment(date.fromisoformat(words[0]), parse_yuan(words[1]))
    except (ValueError, Refused):
        raise forms.ValidationError(f"“{line.strip()}”读不出来，请写成“2026-12-31 3000”。") from None


class AdditionalPaymentForm(FineForm):
    """By the receipt of the collecting agent."""

    amount_fen = FenField(label="金额", max_length=40)
    paid_on = DayField(label="缴款日期")
    payee = WrittenField(label="收款方", most=120, help_text="由代收机构收取，本机关和执法人员不得收取。")
    receipt_number = WrittenField(label="罚款收据编号", most=80)
    proof = StoredFileField(label="收据存件", required=False, help_text="PDF 或者照片，装订入卷。")

    def arrange(self) -> None:
        """What is owed today, and who collects."""
        left = owing_of(self.fine.decision, on=clock.today()).additional_left_fen
        self.fields["amount_fen"].help_text = f"至今日应缴加处罚款 {in_figures(left)} 元。"
        self.fields["payee"].initial = (self.fine.decision.content.get("payment") or {}).get("agent", "")


class FineDemandForm(DemandForm):
    """The demand's own items, whether anybody stayed it, then how it was served."""

    parts: ClassVar[Parts] = (("催告书", ("pay_by_on", "how", "stayed")), *DemandForm.parts[1:])

    stayed = YesNoField(label="复议机关或者人民法院已决定停止执行")

    def __init__(self, *args: Any, fine: Execution, **kwargs: Any) -> None:
        self.fine = fine
        super().__init__(*args, line=fine, **kwargs)

    def prepare(self) -> None:
        """Where the money goes."""
        super().prepare()
        agent = (self.fine.decision.content.get("payment") or {}).get("agent", "代收机构")
        self.fields["how"].initial = f"缴至{agent}"

    def given(self) -> dict[str, Any]:
        """What the use case is given."""
        return super().given() | {"stayed": self.cleaned_data["stayed"]}


class AnswerForm(FineForm):
    """What the party said, and what came of looking into it."""

    answer = WrittenField(label="当事人的意见", most=2000, lines=True)
    review = WrittenField(label="复核意见", most=2000, lines=True, help_text="逐条写明是否采纳和理由。")


class PreservationForm(FineForm):
    """Why execution may be evaded, and what is to be preserved."""

    evidence = WrittenField(label="可能逃避执行的证据", most=1000, lines=True)
    property_words = WrittenField(label="申请保全的财产", most=1000, lines=True)


class FineCourtForm(CourtForm):
    """The labour line's form, and that the application bears the seal."""

    sealed = forms.BooleanField(
        label="申请书已加盖本机关印章", required=False, help_text="负责人签名、盖章、注明日期。"
    )

    def __init__(self, *args: Any, fine: Execution, **kwargs: Any) -> None:
        super().__init__(*args, line=fine, **kwargs)


class JudgementForm(FineForm):
    """Which judgment, and from which day its two years run."""

    judgement = WrittenField(label="判决书", most=200, help_text="如：示范县人民法院（2026）示行初3号行政判决书。")
    term_ended_on = DayField(label="判决确定的履行期最后一日", help_text="没有确定的，填判决书送达之日。")
    stayed = YesNoField(label="人民法院已决定停止执行")


class CourtAnswerForm(FineForm):
    """What the court answered, by which paper."""

    answer = forms.ChoiceField(label="法院的答复")
    paper = WrittenField(
        label="法院文书", most=200, help_text="名称和文号。发生时间填收到文书之日，复议期限自该日起算。"
    )

    def arrange(self) -> None:
        """The answers that may come where the row stands."""
        steps = [step.act for step in EXECUTION.steps_from(self.fine.status) if step.act in ANSWERS]
        self.fields["answer"].choices = [("", "请选择"), *((act, ANSWERS[act]) for act in steps)]  # type: ignore[attr-defined]


class HigherCourtForm(FineForm):
    """Which court, why."""

    court = WrittenField(label="上一级人民法院", most=120)
    reason = WrittenField(label="申请理由", most=1000, lines=True)


class SuspensionForm(FineForm):
    """On which ground of the law, and why."""

    ground = forms.ChoiceField(label="中止执行的情形", choices=[("", "请选择"), *STAYS.items()])
    reason = WrittenField(label="事实和理由", most=1000, lines=True)


class TerminationForm(FineForm):
    """On which ground of the law, and why."""

    ground = forms.ChoiceField(label="终结执行的情形", choices=[("", "请选择"), *ENDS.items()])
    harmless_and_unable = forms.BooleanField(
        label="没有明显社会危害，当事人确无能力履行", required=False, help_text="只在中止执行满三年时填写。"
    )
    reason = WrittenField(label="事实和理由", most=1000, lines=True)


class AlteredForm(FineForm):
    """What became of the fine."""

    fine_fen = FenField(label="变更后的罚款", max_length=40, help_text="按复议决定或者判决填写；没有罚款的填0。")


class RestitutionForm(FineForm):
    """How much, which things, by which voucher."""

    amount_fen = FenField(label="退还金额", max_length=40, required=False)
    things = WrittenField(
        label="返还的物品和恢复原状的情况", most=1000, lines=True, required=False,
        help_text="没收的财物不再没收的必填：逐件写明；已经拍卖、销毁、不能返还的，写明折价赔偿的数额和凭证。",
    )  # fmt: skip
    returned_on = DayField(label="退还日期")
    voucher = WrittenField(label="退付凭证或者返还清单编号", most=120)
    proof = StoredFileField(
        label="凭证或者签收清单存件", required=False, help_text="PDF 或者照片，装订入卷；归档以前应当补齐。"
    )

    def arrange(self) -> None:
        """How much is to be returned."""
        self.fields[
            "amount_fen"
        ].help_text = f"尚应退还 {in_figures(to_return(self.fine.decision))} 元，包括多缴的罚款和不再没收的违法所得。"
