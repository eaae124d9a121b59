"""当场告知, 当场听取, 当场决定: short forms that lead on to one another."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.fields import FenField, basis_choices, several
from yangguang.cases.acts.find_circumstances import MARK, choices_of
from yangguang.cases.acts.proposal import amount_words, assistant
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.kinds.penalty.documents.prior_notice import penalty_words
from yangguang.cases.kinds.summary.gates import kind_of
from yangguang.cases.kinds.summary.numbers import free_numbers
from yangguang.cases.rules import on_the_spot as rules
from yangguang.cases.rules.circumstances import Effect
from yangguang.cases.standing import current_notices
from yangguang.cases.use_cases.find_circumstances import Circumstance
from yangguang.cases.use_cases.give_notice_on_the_spot import give_notice_on_the_spot
from yangguang.cases.use_cases.penalise_on_the_spot import Written, penalise_on_the_spot
from yangguang.cases.use_cases.record_statement_on_the_spot import ANSWERS, Heard, record_statement_on_the_spot
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures
from yangguang.records.api import evidence_of

KINDS = (("warning", "警告"), ("fine", "罚款"))
RECTIFIED = (("ordered", "责令改正"), ("done", "已经改正"), ("impossible", "不能改正"))
LENIENCY = (("", "无"), ("lighter", "从轻"), ("mitigated", "减轻"))
MILDER = ("kind_1", "text_1", "evidence_1")
MAKES_MILDER = (Effect.MUST_BE_MILDER, Effect.MAY_BE_MILDER)


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
        ("从轻、减轻的情节", MILDER), ("改正", ("rectified", "rectification_note")), *ActForm.parts,
    )  # fmt: skip
    shown_when: ClassVar[dict[str, str]] = dict.fromkeys(MILDER, "leniency=lighter|mitigated")

    number = forms.ChoiceField(label="决定书号码", help_text="从领用的号段中按顺序取号。")
    penalties = several("处罚种类")
    fine = FenField(label="罚款金额", required=False, max_length=40)
    leniency = forms.ChoiceField(label="从轻、减轻", choices=LENIENCY, required=False)
    kind_1 = forms.ChoiceField(label="情节", required=False)
    text_1 = WrittenField(label="具体情况", most=1000, lines=True, required=False, help_text="写明时间、做法和结果。")
    evidence_1 = several("证据", required=False, help_text="现场取得、已经入卷的证据；没有证据的不能从轻、减轻。")
    additional_fine = forms.BooleanField(label="逾期不缴纳的加处罚款", required=False)
    rectified = forms.ChoiceField(label="改正情况", choices=RECTIFIED)
    rectification_note = WrittenField(label="改正要求或者情况", most=400, lines=True)

    def prepare(self) -> None:
        """As told, lighter if the party was right."""
        self.fields["penalties"].choices = KINDS  # type: ignore[attr-defined]
        self.fields["kind_1"].choices = choices_of(self.case, MAKES_MILDER)  # type: ignore[attr-defined]
        kept = evidence_of(self.case.public_id).filter(excluded_on=None)
        self.fields["evidence_1"].choices = [(e.public_id, e.name) for e in kept]  # type: ignore[attr-defined]
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
            range_ref=run, additional_fine=told["additional_fine"], leniency=told["leniency"], circumstances=self._found(),
            rectification={"status": told["rectified"], "note": told["rectification_note"]},
        )  # fmt: skip
        return penalise_on_the_spot(
            case_id=self.case.pk, written=written, seen_version=told["seen_version"], actor=actor, at=at
        )

    def _found(self) -> tuple[Circumstance, ...]:
        """The circumstance that lightens; one left over from a choice that was taken back says nothing."""
        told = self.cleaned_data
        kind, _, name = told["kind_1"].partition(MARK)
        text, refs = told["text_1"], tuple(told["evidence_1"])
        return (Circumstance(kind, text, refs, name),) if told["leniency"] and (kind or text.strip() or refs) else ()

    def aside(self) -> dict[str, Any]:
        """What the party was told, and what it answered."""
        rows = [("告知的处罚", penalty_words(one.content)) for one in current_notices(self.case)]
        points = [point for one in self.case.statements.all() for point in one.points.all()]
        rows += [("意见", point.text) for point in points] + [("复核", point.answer) for point in points]
        return {"title": "告知和意见", "note": "", "rows": rows, "source": ""}
