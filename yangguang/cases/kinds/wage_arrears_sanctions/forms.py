"""Forms of the sanctions list: who and why, notice, objection, answer, decision, publication, removal."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from yangguang.base.form_fields import DayField, NamesField, WrittenField, YesNoField, offer
from yangguang.base.forms import DatedForm, Parts
from yangguang.cases.acts.by_way import PROOF, ByWay
from yangguang.cases.acts.fields import several
from yangguang.cases.acts.register import overdue_label
from yangguang.cases.models import Case, Instruction, ListedPart, SanctionsListing
from yangguang.cases.models.instruction import InstructionStatus
from yangguang.cases.rules.flow import Step
from yangguang.cases.serving import addressed_choices
from yangguang.cases.use_cases.serve_listing_paper import OWN_ACT

UNHEEDED = (InstructionStatus.UNRECTIFIED, InstructionStatus.PARTLY_RECTIFIED, InstructionStatus.DISPOSED)


class ListingForm(DatedForm):
    """Which order to pay, why, whom beside the unit."""

    parts: ClassVar[Parts] = (
        ("事由", ("instruction", "migrant_workers", "ground", "mass_event")),
        ("一并列入的责任人员", ("representative", "in_charge", "responsible")), *DatedForm.parts,
    )  # fmt: skip

    instruction = forms.ModelChoiceField(
        Instruction.objects.none(), label="责令限期支付文书", to_field_name="public_id",
        help_text="期满未支付、已经核查的限期改正指令。",
    )  # fmt: skip
    migrant_workers = YesNoField(label="拖欠的是否农民工工资")
    ground = WrittenField(label="列入事由", most=2000, lines=True, help_text="不写劳动者、投诉举报人的信息。")
    mass_event = WrittenField(
        label="引发的群体性、极端事件", most=1000, lines=True, required=False,
        help_text="数额没有达到标准，因造成严重不良社会影响列入的必填，写明证据。",
    )  # fmt: skip
    representative = NamesField(label="法定代表人或者主要负责人", most=200)
    in_charge = NamesField(label="直接负责的主管人员", most=400, required=False)
    responsible = NamesField(label="其他直接责任人员", most=400, required=False)

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "instruction", case.instructions.filter(status__in=UNHEEDED).order_by("pk"))
        party = case.parties.order_by("position", "pk").first()
        self.fields["representative"].initial = party.legal_representative if party else ""

    def given(self) -> dict[str, Any]:
        """Persons as pairs of part and name."""
        told = self.facts
        persons = [(part.value, name) for part in (ListedPart.REPRESENTATIVE, ListedPart.IN_CHARGE, ListedPart.RESPONSIBLE)
                   for name in told[part.value] or ()]  # fmt: skip
        return {name: told[name] for name in ("instruction", "ground", "mass_event", "migrant_workers")} | {
            "persons": persons
        }


class SanctionsForm(DatedForm):
    """A form that knows its listing; a term that has passed asks why, a decision asks for a code."""

    def __init__(
        self, *args: Any, listing: SanctionsListing, step: Step | None = None, asks_code: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.listing = listing
        if overdue := overdue_label(listing.case, step):
            self.fields["overdue_reason"] = WrittenField(
                label="逾期原因", most=400, help_text=f"{overdue}。逾期仍可办理，应当写明原因。"
            )
        if asks_code:
            self.fields["code"] = forms.CharField(label="动态验证码", max_length=10)
        self.order_fields([name for name in self.fields if name not in {"occurred_at", "late_reason", "code"}])
        if "who" in self.fields:
            people: Any = self.fields["who"]
            people.choices = [(one.public_id, str(one)) for one in listing.listed.order_by("position", "pk")]
        self.prepare()

    def prepare(self) -> None:
        """Fill in choices and initial values."""

    def given(self) -> dict[str, Any]:
        """What the use case is given."""
        return self.facts


class AboutOneForm(SanctionsForm):
    """About one of those listed."""

    who = forms.ChoiceField(label="当事人")


class AheadForm(AboutOneForm):
    """Whom; the paper says the rest."""


class NoticeForm(ByWay, AboutOneForm):
    """Whom, and how it was served."""

    parts: ClassVar[Parts] = (("告知谁", ("who", "leave_off_told")), PROOF, *DatedForm.parts)

    leave_off_told = forms.BooleanField(
        label="已告知可以不予列入的规定",
        required=False,
        help_text="决定作出前已经改正并书面承诺不再拖欠的，可以不予列入。",
    )

    def prepare(self) -> None:
        """What the chosen way asks for."""
        self.arrange()

    def given(self) -> dict[str, Any]:
        """Whom, what was said, how it was served."""
        return {name: self.facts[name] for name in ("who", "leave_off_told")} | {"service": self.service()}


class WaiverForm(AboutOneForm):
    """Whom, by which paper."""

    paper = WrittenField(label="放弃异议的书面材料", most=400)


class ObjectionForm(AboutOneForm):
    """What is objected."""

    objection = WrittenField(label="异议", most=4000, lines=True)
    good_reason = WrittenField(label="逾期提出的正当理由", most=400, required=False, help_text="没有逾期的不填。")


class AnswerForm(AboutOneForm):
    """What came of it."""

    verification = WrittenField(label="核实结果", most=4000, lines=True)


class VerificationForm(ByWay, AboutOneForm):
    """What came of it, and how the answer was served."""

    parts: ClassVar[Parts] = (
        ("答复谁", ("who", "verification")), PROOF, ("逾期", ("overdue_reason",)), *DatedForm.parts,
    )  # fmt: skip

    verification = WrittenField(
        label="核实结果", most=4000, lines=True, required=False, help_text="告知书已经先行制作的不填。"
    )
    overdue_reason = WrittenField(
        label="逾期原因", most=400, required=False, help_text="收到异议后超过五个工作日才告知的填写。"
    )

    def prepare(self) -> None:
        """What the chosen way asks for."""
        self.arrange()

    def given(self) -> dict[str, Any]:
        """Whom, what came of it, how it was served."""
        kept = ("who", "verification", "overdue_reason")
        return {name: self.facts[name] for name in kept} | {"service": self.service()}


class DecisionServiceForm(ByWay, SanctionsForm):
    """Which decision on whom, and how."""

    parts: ClassVar[Parts] = (("送达什么，给谁", ("paper", "sealed")), PROOF, *DatedForm.parts)

    paper = forms.ChoiceField(label="文书和受送达人")
    sealed = forms.BooleanField(
        label="决定书已加盖本机关印章", required=False, help_text="应当盖作出决定的机关的印章，不能盖内设机构章。"
    )

    def prepare(self) -> None:
        """The decisions that somebody has not got."""
        choices = addressed_choices(self.listing, but=frozenset(OWN_ACT))
        self.fields["paper"].choices = choices  # type: ignore[attr-defined]
        self.arrange()

    def given(self) -> dict[str, Any]:
        """The paper, and how it was served."""
        return {"paper": self.facts["paper"], "service": self.service()}


class PledgeForm(SanctionsForm):
    """When made good, when pledged."""

    rectified_on = DayField(label="改正日期", required=False, help_text="名册上的工资全部支付的日期。")
    pledged_on = DayField(label="书面信用承诺的日期", required=False)


class ReasonForm(SanctionsForm):
    """Why."""

    reason = WrittenField(label="理由", most=1000, lines=True)


class DecisionForm(SanctionsForm):
    """The decision to list."""

    why_listed = WrittenField(
        label="已改正并承诺仍列入的理由",
        most=1000,
        lines=True,
        required=False,
        help_text="没有改正或者没有承诺的不填。",
    )
    sealed = forms.BooleanField(label="决定书已加盖本机关印章", required=False)


class ApplicationForm(PledgeForm):
    """The application of the unit."""

    application = WrittenField(label="申请的内容", most=2000, lines=True)


class RemovalForm(ReasonForm):
    """Everybody, and why."""

    everybody = several("移出的当事人", help_text="单位移出时，其他当事人一并移出。")

    def prepare(self) -> None:
        """All of them ticked."""
        chosen: Any = self.fields["everybody"]
        chosen.choices = [(one.public_id, str(one)) for one in self.listing.listed.order_by("position", "pk")]
        chosen.initial = [ref for ref, _ in chosen.choices]


class RefusalForm(SanctionsForm):
    """Why not."""

    when_empty: ClassVar[dict[str, str]] = {"reason": "不予提前移出应当说明理由。"}
    reason = WrittenField(label="理由", most=1000, lines=True)


class RestorationForm(ReasonForm):
    """Whether serious, and the evidence."""

    serious = YesNoField(label="隐瞒有关情况、提供虚假材料是否情节严重")


class TakedownForm(SanctionsForm):
    """Where it was checked."""

    channels = WrittenField(label="已停止公开的渠道", most=400)
