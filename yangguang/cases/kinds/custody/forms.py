"""Forms about held things: asking, the list of the spot, what becomes of each thing. Made for a phone: no field needs a script."""

from __future__ import annotations

from typing import Any

from django import forms

from yangguang.base.form_fields import DayField, WrittenField, YesNoField, offer
from yangguang.base.forms import DatedForm
from yangguang.cases.acts.fields import FenField, StoredFileField
from yangguang.cases.kinds.custody.held import Line, held_items
from yangguang.cases.models import GOES_BACK, Case, ItemFate, MeasureKind, Party, ReleaseGround
from yangguang.catalogues.api import ActKind, matters_in_force
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused

CHOOSE = ("", "请选择")
FATES = [CHOOSE, *[row for row in ItemFate.choices if row[0] not in {"", ItemFate.DESTROYED}]]
WAYS = [CHOOSE, ("return", "当场退还"), ("collect", "通知领取")]


def powers_of(case: Case) -> list[tuple[str, str]]:
    """The coercion matters of the body's list in force today; none where it has no such power."""
    try:
        rows = matters_in_force(case.body, clock.today())
    except Refused:
        return []
    return [(row.code, f"{row.name}（{row.code}）") for row in rows if row.act_kind is ActKind.COERCION]


class AboutAPartyForm(DatedForm):
    """Whose things, which, and the handler's opinion."""

    party = forms.ModelChoiceField(Party.objects.none(), label="当事人", to_field_name="public_id")
    objects_named = WrittenField(label="对象", most=800, lines=True, help_text="写明名称、数量、所在地点。")
    opinion = WrittenField(label="承办人意见", most=2000, lines=True)

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case = case
        offer(self, "party", case.parties.order_by("position", "pk"))
        self.initial.setdefault("party", case.parties.first())


class PreservationForm(AboutAPartyForm):
    """What may be lost, what it proves, why."""

    proves = WrittenField(
        label="证明内容", most=400, required=False, help_text="证明哪一项事实；不是证据的不能登记保存。"
    )
    reason = WrittenField(label="可能灭失或者以后难以取得的情况", most=800, lines=True, required=False)
    instead_of_seizure = YesNoField(label="是否用来代替查封、扣押（控制财物）")


class MeasureForm(AboutAPartyForm):
    """Which power of the list, sealed or seized, why it is needed."""

    matter_code = forms.ChoiceField(label="强制事项", help_text="取自本机关行政执法事项清单中的行政强制事项。")
    kind = forms.ChoiceField(label="种类", choices=MeasureKind.choices)
    reason = WrittenField(label="必要性", most=800, lines=True, help_text="情节显著轻微的，可以不采取强制措施。")

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        self.fields["matter_code"].choices = powers_of(case)  # type: ignore[attr-defined]


class OpinionForm(DatedForm):
    """What the agency head is told."""

    opinion = WrittenField(label="承办人意见", most=2000, lines=True)


class AboutALineForm(DatedForm):
    """A form that knows its line."""

    def __init__(self, *args: Any, custody: Line, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.custody = custody


class EachItemForm(AboutALineForm):
    """One choice beside each thing that is still held."""

    prefix_of = "fate_"
    choices_of: Any = FATES
    note = WrittenField(label="说明", most=400, lines=True, required=False)
    opinion = WrittenField(label="承办人意见", most=2000, lines=True)

    def __init__(self, *args: Any, custody: Line, **kwargs: Any) -> None:
        super().__init__(*args, custody=custody, **kwargs)
        for item in held_items(custody):
            name = f"{self.prefix_of}{item.public_id}"
            self.fields[name] = forms.ChoiceField(
                label=f"{item.position}　{item}", choices=self.choices_of, required=False, help_text=item.condition
            )

    def chosen(self) -> dict[str, str]:
        """Each thing something was chosen for."""
        given = self.cleaned_data
        return {
            name.removeprefix(self.prefix_of): value
            for name, value in given.items()
            if name.startswith(self.prefix_of) and value
        }


class FatesForm(EachItemForm):
    """What becomes of each preserved thing."""


class ReleaseForm(EachItemForm):
    """On which ground, and how each thing goes back."""

    prefix_of = "way_"
    choices_of = WAYS
    release_ground = forms.ChoiceField(label="解除情形", choices=[CHOOSE, *ReleaseGround.choices])


class LateReportForm(OpinionForm):
    """The report after an urgent measure."""

    late_reason = WrittenField(
        label="超时说明", most=400, required=False, help_text="超过时限才报告的，写明原因；没有超过的不填。"
    )


class ExtensionForm(OpinionForm):
    """Why the matter is complex."""

    reason = WrittenField(
        label="情况复杂的理由", most=400, lines=True, required=False, help_text="写入延长决定书，书面告知当事人后生效。"
    )


class ToldForm(DatedForm):
    """When and how the party was told in writing."""

    told_on = DayField(label="书面告知日期")
    proof_number = WrittenField(label="告知凭证", most=80, help_text="送达回证或者邮件编号。")


class ExaminationForm(DatedForm):
    """Who tests what, from when to when, and when the party was told."""

    institution = WrittenField(label="鉴定机构", most=120)
    about = WrittenField(label="检测、鉴定事项", most=400, lines=True)
    began_on = DayField(label="开始日期", required=False)
    planned_end = DayField(label="期满日期", required=False)
    told_on = DayField(label="书面告知当事人的日期", required=False, help_text="没有书面告知的日子照常计入期限。")


class EndedForm(DatedForm):
    """When the test was over."""

    ended_on = DayField(label="结束日期")


class CustodyForm(DatedForm):
    """Who keeps what was sealed up, on which terms."""

    custodian = WrittenField(label="受托保管人", most=120)
    terms = WrittenField(label="约定", most=800, lines=True)
    may_be_used = YesNoField(label="是否允许保管人使用、出借")


class ChosenItemsForm(AboutALineForm):
    """Some things of a line."""

    items = forms.MultipleChoiceField(label="物品", widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, custody: Line, **kwargs: Any) -> None:
        super().__init__(*args, custody=custody, **kwargs)
        rows = [one for one in custody.items.order_by("position", "pk") if self.may_be_chosen(one)]
        self.fields["items"].choices = [(one.public_id, f"{one.position}　{one}") for one in rows]  # type: ignore[attr-defined]

    def may_be_chosen(self, item: Any) -> bool:
        """Things nobody has decided about."""
        return not item.fate


class ReturnForm(ChosenItemsForm):
    """Who signed for what."""

    received_by = WrittenField(label="签收人", most=80)
    receipt_number = WrittenField(label="签收单编号", most=80)
    proof = StoredFileField(label="签收单存件", required=False, help_text="PDF 或者照片，装订入卷；归档以前应当补齐。")

    def may_be_chosen(self, item: Any) -> bool:
        """Things that go back and nobody has signed for."""
        return item.fate in GOES_BACK and item.returned_on is None


class SaleForm(ChosenItemsForm):
    """What was sold, to whom, for how much, why it could not be kept."""

    proceeds_fen = FenField(label="变卖价款（元）")
    buyer = WrittenField(label="买受人", most=120)
    reason = WrittenField(label="理由", most=400, lines=True)


class ConfiscationForm(DatedForm):
    """Confiscated or destroyed, by which voucher."""

    how = forms.ChoiceField(
        label="处理", choices=[(one.value, one.label) for one in (ItemFate.CONFISCATED, ItemFate.DESTROYED)]
    )
    voucher = WrittenField(label="处理凭证", most=200, help_text="没收物品入库单、拍卖或者销毁记录的编号。")


class HandoverForm(DatedForm):
    """To whom the things go, and when the party was told."""

    to = WrittenField(label="接收机关", most=120)
    receipt = WrittenField(label="移交清单签收", most=200)
    told_on = DayField(label="书面告知当事人的日期", required=False)
