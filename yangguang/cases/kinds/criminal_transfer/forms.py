"""Forms of a criminal transfer: the suspicion, the task force, the report, the papers, what came in, what is asked."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from yangguang.base.form_fields import DayField, WrittenField, YesNoField
from yangguang.base.forms import DatedForm, Parts
from yangguang.cases.acts.by_way import PROOF, ByWay
from yangguang.cases.acts.fields import several
from yangguang.cases.acts.register import officers_named, officers_to_choose, overdue_label
from yangguang.cases.kinds.labour.criminal import suspicion_of
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import Case, CriminalTransfer
from yangguang.cases.rules.criminal_suspicion import CRIME
from yangguang.cases.rules.flow import Step
from yangguang.cases.serving import addressed_choices
from yangguang.cases.standing import officers_on
from yangguang.kernel import clock

HELD_WITH = {"transfer_to_police": "transfer_to_police", "record_police_opening": "end_by_police_opening"}
NONE = "没有的写“无”，不留空。"


class SuspicionForm(DatedForm):
    """What is suspected and on what; another crime names its own standard."""

    parts: ClassVar[Parts] = (
        ("线索", ("grounds",)), (f"不是{CRIME}的", ("crime", "other_standard")), *DatedForm.parts,
    )  # fmt: skip

    grounds = WrittenField(
        label="线索和依据", most=4000, lines=True,
        help_text="写明违法事实、责令支付和逃避支付的情形。系统只提示，不自动移送。不写投诉人、举报人身份。",
    )  # fmt: skip
    crime = WrittenField(label="涉嫌罪名", most=120, required=False)
    other_standard = WrittenField(
        label="该罪的追诉标准和达到的情况", most=400, lines=True, required=False,
        help_text=f"不填的，按{CRIME}和名册数额判断。职务犯罪线索移送监察机关或者人民检察院，不在这里办理。",
    )  # fmt: skip

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["grounds"].initial = suspicion_of(case, clock.today()).words


def _overdue(case: Case, step: Step | None) -> str:
    """The term this step ends too late, of the transfer or of the main line that is held or ended with it."""
    with_it = HELD_WITH.get(step.act) if step else None
    main = next((one for one in main_flow(case).steps_from(case.status) if one.act == with_it), None)
    return overdue_label(case, step) or overdue_label(case, main)


class TransferForm(DatedForm):
    """A form that knows its transfer; a term that has passed asks why."""

    def __init__(self, *args: Any, transfer: CriminalTransfer, step: Step | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.transfer = transfer
        if overdue := _overdue(transfer.case, step):
            self.fields["overdue_reason"] = WrittenField(
                label="逾期原因", most=400, help_text=f"{overdue}。逾期仍可办理，应当写明原因。"
            )
            self.order_fields([name for name in self.fields if name not in {"occurred_at", "late_reason"}])
        self.prepare()

    def prepare(self) -> None:
        """Fill in choices and initial values."""

    def given(self) -> dict[str, Any]:
        """What the use case is given."""
        return self.facts


class TaskForceForm(TransferForm):
    """Who."""

    officers = several("专案组成员", help_text="两名以上执法人员，专门负责，立即指定。")

    def prepare(self) -> None:
        """The officers of the body, those on the case ticked."""
        chosen: Any = self.fields["officers"]
        chosen.choices = officers_to_choose(self.transfer.case)
        chosen.initial = [one.public_id for one in officers_on(self.transfer.case, clock.today())]

    def given(self) -> dict[str, Any]:
        """Officers instead of their ids."""
        return {"officers": officers_named(self.facts["officers"])}


class ReportForm(TransferForm):
    """The written report."""

    police = WrittenField(label="接收的公安机关", most=120, help_text="同级公安机关。")
    report = WrittenField(
        label="移送报告",
        most=4000,
        lines=True,
        help_text="核实的违法事实、责令支付和逃避支付的情形。证据目录取自案卷。",
    )
    opinion = WrittenField(label="专案组意见", most=1000, lines=True)

    def prepare(self) -> None:
        """Begin with the suspicion."""
        self.fields["report"].initial = self.transfer.grounds


class PackageForm(TransferForm):
    """The papers the law names, one by one."""

    parts: ClassVar[Parts] = (
        ("附送材料", ("investigation", "items", "examination", "others")), ("抄送", ("procuratorate",)),
        *DatedForm.parts,
    )  # fmt: skip
    when_empty: ClassVar[dict[str, str]] = dict.fromkeys(
        ("investigation", "items", "examination", "others"), "移送材料不全。"
    )

    investigation = WrittenField(label="涉嫌犯罪案件情况的调查报告", most=4000, lines=True)
    items = WrittenField(
        label="涉案物品清单",
        most=4000,
        lines=True,
        help_text=f"逐件写明名称、数量、特征、存放地点。有物品的，先制作涉案物品移送告知书并送达当事人。{NONE}",
    )
    examination = WrittenField(label="检验报告或者鉴定结论", most=1000, lines=True, help_text=NONE)
    others = WrittenField(label="其他材料", most=1000, lines=True, help_text=NONE)
    procuratorate = WrittenField(label="抄送的人民检察院", most=120, required=False)

    def prepare(self) -> None:
        """Begin with the report."""
        self.fields["investigation"].initial = self.transfer.report


class AnswerForm(TransferForm):
    """A paper that came in; the day it came in is when it happened."""

    number = WrittenField(label="文号", most=120)
    sender = WrittenField(label="来文机关", most=120)

    def prepare(self) -> None:
        """It comes from the police as a rule."""
        self.fields["sender"].initial = self.transfer.police


class ReceiptForm(AnswerForm):
    """The receipt."""

    receiver = WrittenField(label="签收人", most=80)
    forwarded_to = WrittenField(
        label="转送的公安机关", most=120, required=False, help_text="不属于其管辖的，应当在二十四小时内转送。"
    )


class OpeningForm(AnswerForm):
    """The notice that a case was opened."""

    words = WrittenField(label="内容摘要", most=2000, lines=True, required=False)


class RefusedForm(AnswerForm):
    """The notice that none was opened, with reasons."""

    words = WrittenField(label="不予立案的理由", most=2000, lines=True)


class SentBackForm(AnswerForm):
    """The letter that brought the case back."""

    words = WrittenField(label="移回的理由和结果", most=2000, lines=True)
    court_fined = YesNoField(label="人民法院是否已判处罚金", help_text="已判处罚金的，不再给予罚款。")


class ReasonForm(TransferForm):
    """Why."""

    reason = WrittenField(label="理由", most=2000, lines=True)


class SupervisionForm(ReasonForm):
    """Whom, why."""

    procuratorate = WrittenField(label="人民检察院", most=120)


class ItemsNoticeForm(TransferForm):
    """Whom, and which things go."""

    party_ref = forms.ChoiceField(label="当事人")
    items = WrittenField(label="移送的物品", most=4000, lines=True, help_text="逐件写明名称、数量、特征。")

    def prepare(self) -> None:
        """The parties of the case."""
        parties = self.transfer.case.parties.order_by("position", "pk")
        self.fields["party_ref"].choices = [(one.public_id, one.name) for one in parties]  # type: ignore[attr-defined]
        self.fields["items"].initial = self.transfer.items


class PaperServiceForm(ByWay, TransferForm):
    """Which paper on whom, and how."""

    parts: ClassVar[Parts] = (("送达什么，给谁", ("paper",)), PROOF, *DatedForm.parts)

    paper = forms.ChoiceField(label="文书和受送达人")

    def prepare(self) -> None:
        """The papers that have not arrived."""
        self.fields["paper"].choices = addressed_choices(self.transfer)  # type: ignore[attr-defined]
        self.arrange()

    def given(self) -> dict[str, Any]:
        """The paper, and how it was served."""
        return {"paper": self.facts["paper"], "service": self.service()}


class HandoverForm(TransferForm):
    """What went, to whom."""

    items = WrittenField(label="移交的物品", most=4000, lines=True, help_text=NONE)
    materials = WrittenField(label="移交的材料", most=4000, lines=True)
    receiver = WrittenField(label="接收人", most=80)

    def prepare(self) -> None:
        """As listed when the file was sent."""
        self.fields["items"].initial = self.transfer.items


class PaymentForm(TransferForm):
    """Whom, what was paid."""

    to = WrittenField(label="告知的机关", most=200, help_text="公安机关；已到检察院、法院阶段的，一并告知。")
    paid_on = DayField(label="支付日期")
    voucher = WrittenField(label="支付凭证", most=400)

    def prepare(self) -> None:
        """The police as a rule."""
        self.fields["to"].initial = self.transfer.police
