"""当场告知, 当场听取, 当场决定, 当场交付, 当场收缴: short forms that lead on to one another."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from yangguang.base.form_fields import DayField, WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.fields import FenField, StoredFileField, basis_choices, several
from yangguang.cases.acts.proposal import amount_words, assistant
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.kinds.penalty.documents.prior_notice import penalty_words
from yangguang.cases.kinds.summary.gates import fined_decision, kind_of, party_of
from yangguang.cases.kinds.summary.numbers import free_numbers
from yangguang.cases.models import CollectionGround
from yangguang.cases.owing import fine_now
from yangguang.cases.rules import on_the_spot as rules
from yangguang.cases.standing import current_notices
from yangguang.cases.use_cases.collect_on_the_spot import Collecting, collect_on_the_spot
from yangguang.cases.use_cases.deliver_on_the_spot import Delivery, deliver_on_the_spot
from yangguang.cases.use_cases.give_notice_on_the_spot import give_notice_on_the_spot
from yangguang.cases.use_cases.penalise_on_the_spot import Written, penalise_on_the_spot
from yangguang.cases.use_cases.record_statement_on_the_spot import ANSWERS, Heard, record_statement_on_the_spot
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures
from yangguang.records.api import Document

KINDS = (("warning", "警告"), ("fine", "罚款"))
RECTIFIED = (("ordered", "责令改正"), ("done", "已经改正"), ("impossible", "不能改正"))
LENIENCY = (("", "无"), ("lighter", "从轻"), ("mitigated", "减轻"))


def limit_words(case: Any) -> str:
    """The highest fine on the spot for this party, as it stands beside the amount."""
    return f"对本案当事人当场罚款不超过 {in_figures(rules.cap_fen(kind_of(case), clock.today()))} 元。"


@form_of("give_notice_on_the_spot")
class NoticeForm(ActForm):
    """What is proposed and why; the rights are told by word of mouth and ticked."""

    button = "已口头告知，下一步"
    done = "已告知。请听取当事人的意见。"
    onward = "record_statement_on_the_spot"

    parts: ClassVar[Parts] = (
        ("拟作出的处罚", ("penalties", "fine", "workers", "basis", "reasons")), ("口头告知", ("told_orally",)), *ActForm.parts,
    )  # fmt: skip

    penalties = several("处罚种类")
    fine = FenField(label="罚款金额", required=False, max_length=40)
    workers = forms.IntegerField(
        label="涉及人数", min_value=0, max_value=9999, required=False, help_text="罚款按人数计算的填写。"
    )
    basis = several("处罚依据")
    reasons = WrittenField(label="理由", most=600, lines=True, help_text="为什么违法、为什么这样处理，一两句。")
    told_orally = forms.BooleanField(label="已口头告知拟处罚的内容、事实、理由、依据，以及陈述、申辩的权利")

    def prepare(self) -> None:
        """Warning and fine only; the clauses of the matter."""
        self.fields["penalties"].choices = KINDS  # type: ignore[attr-defined]
        clauses = basis_choices(self.case)
        self.fields["basis"].choices = clauses  # type: ignore[attr-defined]
        if len(clauses) == 1:
            self.fields["basis"].initial = [clauses[0][0]]
        self.fields["fine"].help_text = f"{limit_words(self.case)}{amount_words(self.case)}"
        self.fields["workers"].initial = self.case.circumstances.get("workers")

    def clean_fine(self) -> int:
        """Nothing is proposed on the spot that could not be decided on the spot."""
        fine = int(self.cleaned_data["fine"])
        if fine > rules.cap_fen(kind_of(self.case), clock.today()):
            raise forms.ValidationError(f"{limit_words(self.case)}应当处更重罚款的，请转普通程序。")
        return fine

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Give it."""
        told = self.cleaned_data
        proposal = {"penalties": told["penalties"], "fine_fen": told["fine"], "basis": told["basis"],
                    "reasons": told["reasons"], "workers": told["workers"]}  # fmt: skip
        return give_notice_on_the_spot(
            case_id=self.case.pk, proposal=proposal, seen_version=told["seen_version"], actor=actor, at=at
        )

    def aside(self) -> dict[str, Any]:
        """The discretion assistant."""
        return assistant(self.case)


@form_of("record_statement_on_the_spot")
class HeardForm(ActForm):
    """What the party answers, and what is answered to that."""

    button = "记下意见，下一步"
    done = "意见已记录。请填写决定书。"
    onward = "penalise_on_the_spot"

    parts: ClassVar[Parts] = (
        ("当事人的意见", ("answered", "opinion", "adopted", "re_examined", "made_by", "needs_investigation")),
        *ActForm.parts,
    )  # fmt: skip
    shown_when: ClassVar[dict[str, str]] = {
        "opinion": "answered=points", "adopted": "answered=points", "re_examined": "answered=points",
        "made_by": "answered=points",
    }  # fmt: skip

    answered = forms.ChoiceField(
        label="当事人",
        choices=list(ANSWERS.items()),
        widget=forms.RadioSelect,
        help_text="当事人只是沉默的，不算放弃。",
    )
    opinion = WrittenField(label="意见", most=1000, lines=True, required=False)
    adopted = forms.BooleanField(label="采纳", required=False)
    re_examined = WrittenField(label="复核意见和理由", most=600, lines=True, required=False)
    made_by = WrittenField(label="陈述人", most=60, required=False, help_text="本人陈述的不填。")
    needs_investigation = forms.BooleanField(
        label="当事人提出的新事实需要进一步调查", required=False, help_text="勾选的，应当转普通程序。"
    )

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Record it."""
        told = self.told
        seen, case_id = told.pop("seen_version"), told.pop("case_id")
        return record_statement_on_the_spot(case_id=case_id, heard=Heard(**told), seen_version=seen, actor=actor, at=at)

    def aside(self) -> dict[str, Any]:
        """What the party was told."""
        notices = current_notices(self.case)
        rows = [("拟处罚", penalty_words(one.content)) for one in notices] + [
            ("理由", n.content["reasons"]) for n in notices
        ]
        return {"title": "已告知的内容", "note": "", "rows": rows, "source": ""}


@form_of("penalise_on_the_spot")
class DecisionForm(ActForm):
    """The numbered form: penalty, amount, order to rectify."""

    button = "作出当场处罚决定"
    done = "决定书已生成。请打印，由执法人员签名后当场交付。"
    consequence = "号码使用后不能收回；写错的可以在交付以前作废，另用一个号码。"
    onward = "deliver_on_the_spot"

    parts: ClassVar[Parts] = (
        ("决定", ("number", "penalties", "fine", "leniency", "additional_fine")),
        ("改正", ("rectified", "rectification_note")), *ActForm.parts,
    )  # fmt: skip
    shown_when: ClassVar[dict[str, str]] = {}

    number = forms.ChoiceField(label="决定书号码", help_text="从领用的号段中按顺序取号。")
    penalties = several("处罚种类")
    fine = FenField(label="罚款金额", required=False, max_length=40)
    leniency = forms.ChoiceField(label="从轻、减轻", choices=LENIENCY, required=False)
    additional_fine = forms.BooleanField(label="逾期不缴纳的加处罚款", required=False)
    rectified = forms.ChoiceField(label="改正情况", choices=RECTIFIED)
    rectification_note = WrittenField(label="改正要求或者情况", most=400, lines=True)

    def prepare(self) -> None:
        """As told, lighter if the party was right."""
        self.fields["penalties"].choices = KINDS  # type: ignore[attr-defined]
        numbers = free_numbers(self.case, clock.today())
        self.fields["number"].choices = numbers or [("", "没有可用的号码")]  # type: ignore[attr-defined]
        if not numbers:
            self.fields["number"].required = False
            self.fields["number"].help_text = "本人和本机构没有可用的号段，请承办机构负责人发放。"
        self.fields["fine"].help_text = f"{limit_words(self.case)}不得高于告知的数额。"
        for notice in current_notices(self.case):
            self.fields["penalties"].initial = notice.content["penalties"]
            if notice.fine_fen:
                self.fields["fine"].initial = in_figures(notice.fine_fen)

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Decide."""
        told = self.cleaned_data
        run, _, number = told["number"].partition(":")
        written = Written(
            penalties=tuple(told["penalties"]), fine_fen=told["fine"], number=int(number) if number else None,
            range_ref=run, additional_fine=told["additional_fine"], leniency=told["leniency"],
            rectification={"status": told["rectified"], "note": told["rectification_note"]},
        )  # fmt: skip
        return penalise_on_the_spot(
            case_id=self.case.pk, written=written, seen_version=told["seen_version"], actor=actor, at=at
        )

    def aside(self) -> dict[str, Any]:
        """What the party was told, and what it answered."""
        rows = [("告知的处罚", penalty_words(one.content)) for one in current_notices(self.case)]
        points = [point for one in self.case.statements.all() for point in one.points.all()]
        rows += [("意见", point.text) for point in points] + [("复核", point.answer) for point in points]
        return {"title": "告知和意见", "note": "", "rows": rows, "source": ""}


@form_of("deliver_on_the_spot")
class DeliveryForm(ActForm):
    """Signed for, or the refusal noted on the decision."""

    button = "已当场交付"
    done = "已交付。缴款和复议期限从今天起算。"

    parts: ClassVar[Parts] = (("交付", ("recipient", "refused_to_sign", "refusal_note")), *ActForm.parts)
    shown_when: ClassVar[dict[str, str]] = {
        "refusal_note": "refused_to_sign=true",
        "recipient": "refused_to_sign=false",
    }

    recipient = WrittenField(label="签收人", most=60, required=False)
    refused_to_sign = forms.BooleanField(label="当事人拒绝签收", required=False, help_text="在决定书上注明即为交付。")
    refusal_note = WrittenField(label="在决定书上注明的情况", most=300, lines=True, required=False)

    def prepare(self) -> None:
        """A person signs for itself."""
        party = party_of(self.case)
        if party is not None:
            self.fields["recipient"].initial = party.name if party.kind == "person" else party.legal_representative

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Hand it over."""
        told = self.cleaned_data
        facts = Delivery(told["recipient"], told["refused_to_sign"], told["refusal_note"])
        return deliver_on_the_spot(
            case_id=self.case.pk, delivery=facts, seen_version=told["seen_version"], actor=actor, at=at
        )

    def aside(self) -> dict[str, Any]:
        """Which decision it is."""
        rows = [("决定书", one.number) for one in self.case.decisions.filter(status="decided")]
        return {"title": "要交付的决定书", "note": "", "rows": rows, "source": ""}

    @property
    def to_print(self) -> list[Document]:
        """The decision, to be printed and signed."""
        return [one.document for one in self.case.decisions.filter(status="decided") if one.document]


@form_of("collect_on_the_spot")
class CollectionForm(ActForm):
    """In which of the three cases, against which receipt."""

    button = "登记当场收缴"
    done = "已登记。请在期限内交机关。"

    parts: ClassVar[Parts] = (
        ("收缴", ("ground", "reason", "asked_by_party", "receipt_number", "proof")), ("水上收缴", ("afloat", "ashore_on")),
        *ActForm.parts,
    )  # fmt: skip
    shown_when: ClassVar[dict[str, str]] = {
        "reason": "ground=hard_to_execute|remote", "asked_by_party": "ground=remote", "ashore_on": "afloat=true",
    }  # fmt: skip

    ground = forms.ChoiceField(label="当场收缴情形")
    reason = WrittenField(label="理由", most=400, lines=True, required=False)
    asked_by_party = forms.BooleanField(label="当事人提出当场缴纳", required=False)
    receipt_number = WrittenField(label="财政专用票据编号", most=80, help_text="不出具专用票据的，当事人有权拒绝缴纳。")
    proof = StoredFileField(
        label="专用票据存件", required=False, help_text="PDF 或者照片，装订入卷；归档以前应当补齐。"
    )
    afloat = forms.BooleanField(label="在水上收缴", required=False)
    ashore_on = DayField(label="抵岸日期", required=False)

    def prepare(self) -> None:
        """How much, and which of the three cases it can be: a larger fine is never a small one."""
        grounds = list(CollectionGround.choices)
        if (decision := fined_decision(self.case)) is not None:
            small = rules.small_fine_fen(decision.decided_on)
            told = f"收缴 {in_figures(fine_now(decision))} 元。小额指 {in_figures(small)} 元以下，限当场处罚。"
            self.fields["ground"].help_text = told
            if decision.fine_fen > small:
                grounds = [one for one in grounds if one[0] != CollectionGround.SMALL_FINE]
        self.fields["ground"].choices = [("", "请选择"), *grounds]  # type: ignore[attr-defined]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Collect it."""
        told = self.told
        seen, case_id = told.pop("seen_version"), told.pop("case_id")
        return collect_on_the_spot(
            case_id=case_id, collecting=Collecting(**told), seen_version=seen, actor=actor, at=at
        )
