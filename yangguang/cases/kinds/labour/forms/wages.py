"""Forms of the roster, the contract chain, instructions and dispositions."""

from __future__ import annotations

from typing import Any

from django import forms

from yangguang.base.form_fields import DayField, WrittenField, YesNoField, offer
from yangguang.base.forms import DatedForm
from yangguang.cases.kinds.labour.disposition_draft import QUESTIONS
from yangguang.cases.kinds.labour.forms.fields import MoneyField
from yangguang.cases.kinds.labour.fulfilment import payable_of
from yangguang.cases.kinds.labour.instruction_basis import basis_of, in_words, likely_basis
from yangguang.cases.kinds.labour.queries import links_of, workers_of
from yangguang.cases.models import (
    Case,
    ChainLevel,
    ChainRelation,
    ContractLink,
    Instruction,
    InstructionStatus,
    OrderKind,
    Party,
)
from yangguang.cases.use_cases.check_rectification import OrderFinding
from yangguang.cases.use_cases.draft_instruction import OrderEntry
from yangguang.cases.use_cases.record_worker_payments import WagePayment
from yangguang.kernel import clock
from yangguang.kernel.money import in_figures

OUTCOMES = [
    ("", "按名册自动判断"), (InstructionStatus.RECTIFIED, "已改正"), (InstructionStatus.PARTLY_RECTIFIED, "部分改正"),
    (InstructionStatus.UNRECTIFIED, "未改正"),
]  # fmt: skip
PAID_BY_REF = "wages_"
ON_A_PAGE = 100  # a form of more fields is refused by the server


class WorkerForm(DatedForm):
    """One worker of the roster."""

    name = WrittenField(label="姓名", most=60)
    person_id = WrittenField(label="身份证号码", most=30)
    phone = WrittenField(label="联系电话", most=40, required=False)
    from_month = WrittenField(label="欠薪起始月", most=20, help_text="如 2026-05。")
    to_month = WrittenField(label="欠薪截止月", most=20)
    owed_fen = MoneyField(label="应付金额（元）")
    agent = WrittenField(label="班组或者代理人", most=60, required=False)


class WorkerCorrectionForm(WorkerForm):
    """One worker of the roster, corrected."""

    reason = WrittenField(label="更正理由", most=200, help_text="写入账目。")


class RosterFileForm(DatedForm):
    """A filled sheet, or the one that was checked before."""

    machinery = DatedForm.machinery | {"kept"}
    file = forms.FileField(
        label="劳动者名册（.xlsx）", help_text="用本页的模板填写，列名不要改动。",
        widget=forms.FileInput(attrs={"accept": ".xlsx"}), error_messages={"empty": "文件是空的，请重新选择。"},
    )  # fmt: skip
    kept = forms.CharField(widget=forms.HiddenInput, required=False, max_length=400)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].required = not self.data.get("kept")


class ReasonForm(DatedForm):
    """Why."""

    reason = WrittenField(label="理由", most=200, lines=True)


class AnnulmentForm(ReasonForm):
    """Why, and when the ruling came in that asks for it."""

    received_on = DayField(
        label="收到复议决定、裁判文书的日期",
        required=False,
        help_text="撤回公开的期限从这一天起算；本机关自行撤销的可不填。",
    )


class OpinionForm(DatedForm):
    """What the handler tells the signers."""

    opinion = WrittenField(label="意见", most=2000, lines=True)


class PaymentsForm(DatedForm):
    """Payments of one day: an amount beside each worker who is still owed; of a long roster, one page of them."""

    paid_on = DayField(label="支付日期")
    voucher = WrittenField(label="支付凭证", most=120, help_text="银行流水号、签领表编号等。")

    def __init__(self, *args: Any, case: Case, after: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        payable = payable_of(case)
        owed = [w for w in workers_of(case) if payable.get(w.public_id) and w.position > after]
        for worker in owed[:ON_A_PAGE]:
            label = f"{worker.position}　{worker.name}（本次支付，元）"
            hint = f"尚欠 {in_figures(payable[worker.public_id])} 元"
            self.fields[f"{PAID_BY_REF}{worker.public_id}"] = MoneyField(label=label, required=False, help_text=hint)
        self.next_after = owed[ON_A_PAGE - 1].position if len(owed) > ON_A_PAGE else 0

    def payments(self) -> list[WagePayment]:
        """Every amount that was filled in."""
        given = self.cleaned_data
        return [
            WagePayment(name.removeprefix(PAID_BY_REF), amount, given["paid_on"], given["voucher"])
            for name, amount in given.items()
            if name.startswith(PAID_BY_REF) and amount
        ]


class LinkForm(DatedForm):
    """One link of the chain."""

    level = forms.ChoiceField(label="层级", choices=ChainLevel.choices)
    above = forms.ModelChoiceField(
        ContractLink.objects.none(), label="上一级（由谁发包）", required=False, to_field_name="public_id"
    )
    relation = forms.ChoiceField(label="承接方式", choices=ChainRelation.choices)
    name = WrittenField(label="名称或者姓名", most=120)
    code = WrittenField(label="统一社会信用代码", most=30, required=False)
    qualified = forms.BooleanField(label="具备合法经营资格", required=False, initial=True)
    hired_workers = forms.BooleanField(label="招用了名册中的劳动者", required=False)
    price_overdue_fen = MoneyField(label="未按约定拨付的工程款（元）", required=False)
    note = WrittenField(label="说明", most=200, required=False)

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "above", links_of(case))


class LinkCorrectionForm(LinkForm):
    """One link of the chain, corrected."""

    reason = WrittenField(label="更正理由", most=200, help_text="写入账目。")

    def __init__(self, *args: Any, case: Case, link: ContractLink, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        offer(self, "above", links_of(case).exclude(pk=link.pk))


class InstructionForm(DatedForm):
    """The draft of an instruction: the order to pay, and up to two more, each with its own day."""

    party = forms.ModelChoiceField(Party.objects.none(), label="被责令单位", to_field_name="public_id")
    facts_found = WrittenField(label="违法事实", most=4000, lines=True)
    basis = forms.MultipleChoiceField(
        label="依据", widget=forms.CheckboxSelectMultiple, help_text="取自本案的执法事项和违法行为。"
    )
    pays = forms.BooleanField(label="责令支付名册中尚欠的劳动报酬", required=False, initial=True)
    pay_due_on = DayField(label="支付期限", required=False)
    order_1 = WrittenField(label="其他要求（一）", most=800, lines=True, required=False)
    due_1 = DayField(label="期限（一）", required=False)
    order_2 = WrittenField(label="其他要求（二）", most=800, lines=True, required=False)
    due_2 = DayField(label="期限（二）", required=False)

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "party", case.parties.order_by("position", "pk"))
        today = clock.today()
        basis: Any = self.fields["basis"]
        basis.choices = [(one, in_words(one)) for one in basis_of(case, today)]
        basis.initial = likely_basis(case, today)

    def orders(self) -> list[OrderEntry]:
        """The orders in their order."""
        given = self.cleaned_data
        found = [OrderEntry(OrderKind.PAY_WAGES, "支付拖欠的劳动报酬", given["pay_due_on"])] if given["pays"] else []
        return found + [
            OrderEntry(OrderKind.OTHER, given[f"order_{n}"], given[f"due_{n}"]) for n in (1, 2) if given[f"order_{n}"]
        ]


class CheckForm(PaymentsForm):
    """What became of an instruction's orders, with what was paid."""

    paid_on = DayField(label="支付日期", required=False)
    voucher = WrittenField(label="支付凭证", most=120, required=False)

    def __init__(self, *args: Any, instruction: Instruction, **kwargs: Any) -> None:
        super().__init__(*args, case=instruction.case, **kwargs)
        self.open_orders = list(instruction.orders.order_by("position"))
        for order in self.open_orders:
            label = f"第{order.position}项（期限{order.due_on:%Y-%m-%d}）核查情况"
            self.fields[f"finding_{order.public_id}"] = WrittenField(label=label, most=400, required=False)
            if order.kind != OrderKind.PAY_WAGES:
                self.fields[f"outcome_{order.public_id}"] = forms.ChoiceField(
                    label=f"第{order.position}项核查结果", choices=OUTCOMES, required=False
                )

    def findings(self) -> list[OrderFinding]:
        """The orders about which something was written."""
        given = self.cleaned_data
        return [
            OrderFinding(o.public_id, given[f"finding_{o.public_id}"], given.get(f"outcome_{o.public_id}", ""))
            for o in self.open_orders
            if given[f"finding_{o.public_id}"]
        ]


class FulfilmentForm(PaymentsForm):
    """What was found about a disposition's fulfilment, with what was paid."""

    paid_on = DayField(label="支付日期", required=False)
    voucher = WrittenField(label="支付凭证", most=120, required=False)
    finding = WrittenField(label="核查情况", most=400, lines=True)


class DispositionForm(DatedForm):
    """What would be decided."""

    percent = forms.IntegerField(
        label="加付赔偿金比例（%）", min_value=0, max_value=100, initial=50, help_text="只责令支付的填0。"
    )
    findings = WrittenField(label="查明的事实", most=4000, lines=True)
    reasons = WrittenField(label="处理理由", most=4000, lines=True)
    fulfil_days = forms.IntegerField(label="履行期限（收到决定书后几日）", min_value=1, max_value=365)
    legal_relations = forms.IntegerField(label="涉及几个法律关系", min_value=1, max_value=99, initial=1)
    parts = (
        ("拟处理内容", ("percent", "fulfil_days", "findings", "reasons")),
        ("是否属于重大执法决定", (*QUESTIONS, "legal_relations")), *DatedForm.parts,
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in QUESTIONS.items():
            self.fields[name] = YesNoField(label=label, help_text="决定是否属于重大执法决定。")

    def given(self) -> dict[str, Any]:
        """What the use case is given."""
        facts = dict(self.facts)
        told = {name: facts.pop(name) for name in ("percent", "findings", "reasons", "fulfil_days")}
        return {**told, "answers": facts}


class StatementForm(DatedForm):
    """What the party says, or its waiver."""

    statement = WrittenField(label="陈述申辩的内容，或者放弃的原话", most=4000, lines=True)
    waives = forms.BooleanField(label="当事人明确放弃陈述申辩", required=False)


class OverdueForm(DatedForm):
    """The moment, and why an own term has passed if it has."""

    overdue_reason = WrittenField(label="逾期原因", most=400, required=False, help_text="没有逾期的不填。")


class DecisionOpinionForm(OverdueForm):
    """What the handler tells the signers of a disposition, and why an own term has passed if it has."""

    opinion = WrittenField(label="承办人意见", most=1000, lines=True)
