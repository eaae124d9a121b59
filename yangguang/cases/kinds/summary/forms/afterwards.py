"""What follows a penalty on the spot: handing in, banking, filing, converting, voiding a form written wrongly."""

from __future__ import annotations

from typing import Any

from yangguang.base.components.texts import cn_date
from yangguang.base.form_fields import WrittenField
from yangguang.cases.acts.fields import StoredFileField
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.kinds.summary.gates import collection_of
from yangguang.cases.models import DecisionStatus
from yangguang.cases.rules.altering import in_words
from yangguang.cases.use_cases.convert_to_ordinary import convert_to_ordinary
from yangguang.cases.use_cases.file_with_authority import file_with_authority
from yangguang.cases.use_cases.remit_to_agency import remit_to_agency
from yangguang.cases.use_cases.remit_to_bank import remit_to_bank
from yangguang.cases.use_cases.void_on_the_spot_decision import void_on_the_spot_decision
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures


class RemittanceForm(ActForm):
    """What is handed on: it stands beside the form, so that nobody looks for the receipt."""

    def aside(self) -> dict[str, Any]:
        """How much, against which receipt, taken by whom, on which days."""
        if (one := collection_of(self.case)) is None:
            return {}
        rows = [
            ("金额", f"{in_figures(one.amount_fen)} 元"), ("专用票据", one.receipt_number),
            ("收缴", f"{cn_date(one.collected_on)}　{one.collected_by_name}"),
        ]  # fmt: skip
        rows += [("抵岸", cn_date(one.ashore_on))] if one.ashore_on else []
        rows += [("交机关", f"{cn_date(one.remitted_on)}　{one.remittance_number}")] if one.remitted_on else []
        return {"title": "当场收缴的罚款", "note": "", "rows": rows, "source": ""}


@form_of("remit_to_agency")
class AgencyRemittanceForm(RemittanceForm):
    """The slip."""

    button = "登记交机关"
    done = "已登记。机关应当在期限内缴付银行。"

    voucher = WrittenField(label="交款单编号", most=80)
    proof = StoredFileField(label="交款单存件", required=False, help_text="PDF 或者照片，装订入卷；归档以前应当补齐。")

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Record it."""
        return remit_to_agency(actor=actor, at=at, overdue_reason=self.overdue_reason, **self.told)


@form_of("remit_to_bank")
class BankRemittanceForm(RemittanceForm):
    """The receipt of the bank."""

    button = "登记缴银行"
    done = "已登记，收缴的罚款已经缴付银行。"

    voucher = WrittenField(label="银行缴款回单编号", most=80)
    proof = StoredFileField(
        label="缴款回单存件", required=False, help_text="PDF 或者照片，装订入卷；归档以前应当补齐。"
    )

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Record it."""
        return remit_to_bank(actor=actor, at=at, overdue_reason=self.overdue_reason, **self.told)


@form_of("file_with_authority")
class FilingForm(ActForm):
    """Who received it."""

    button = "登记报备"
    done = "已报备。"

    filed_with = WrittenField(label="接收人", most=80, help_text="所属行政机关收存备案联的人员。")

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Record it."""
        return file_with_authority(actor=actor, at=at, overdue_reason=self.overdue_reason, **self.told)


@form_of("convert_to_ordinary")
class ConversionForm(ActForm):
    """Why, and who knows."""

    button = "转普通程序"
    done = "已转为线索，现场材料随转。请在线索中提请立案。"
    consequence = "本案不再当场处罚；现场材料转入新的线索，按普通程序办理。"

    reason = WrittenField(
        label="理由", most=400, lines=True, help_text="例如：需要进一步调查，或者拟处罚超过简易程序限额。"
    )
    informed_head = WrittenField(label="知悉的承办机构负责人", most=80)

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Turn it over."""
        return convert_to_ordinary(actor=actor, at=at, **self.told)


@form_of("void_on_the_spot_decision")
class SpoiltForm(ActForm):
    """What was written wrongly."""

    button = "作废决定书"
    done = "决定书已作废，号码留痕。请另用一个号码填写。"
    consequence = "号码作废后不再使用；当事人已经拿到的决定书不能作废，应当撤销。"

    reason = WrittenField(label="作废原因", most=400, lines=True)

    def aside(self) -> dict[str, Any]:
        """Which form it is: number, penalty, day, by whom."""
        decision = self.case.decisions.filter(status=DecisionStatus.DECIDED).order_by("-pk").first()
        if decision is None:
            return {}
        rows = [
            ("文号", decision.number), ("处罚", in_words(decision.content)),
            ("填写", f"{cn_date(decision.decided_on)}　{decision.decided_by_name}"),
        ]  # fmt: skip
        return {"title": "要作废的决定书", "note": "", "rows": rows, "source": ""}

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Void it."""
        return void_on_the_spot_decision(actor=actor, at=at, **self.told)
