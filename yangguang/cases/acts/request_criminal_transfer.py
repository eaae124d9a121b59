"""提请移送公安机关."""

from __future__ import annotations

from yangguang.base.form_fields import WrittenField
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.kinds.labour.criminal import suspicion_of
from yangguang.cases.use_cases.request_criminal_transfer import request_criminal_transfer
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment


@form_of("request_criminal_transfer")
class CriminalTransferForm(ActForm):
    """The written report of the officers who verified it: what is suspected, on what, with which papers."""

    button = "提交正职负责人审批"
    done = "已提请移送。正职负责人应当自接到报告之日起三日内决定。"

    police = WrittenField(label="接收的公安机关", most=120)
    report = WrittenField(
        label="移送报告",
        most=4000,
        lines=True,
        help_text="写明违法事实、责令支付和逃避支付的情形、证据；不写投诉人、举报人身份。",
    )
    papers = WrittenField(
        label="附送材料",
        most=800,
        lines=True,
        help_text="调查报告、涉案物品清单、检验报告或者鉴定结论等；没有的写明不适用。",
    )
    opinion = WrittenField(label="承办人意见", most=1000, lines=True)

    def prepare(self) -> None:
        """Begin with what the roster says."""
        self.fields["report"].initial = suspicion_of(self.case, clock.today()).words
        self.fields[
            "papers"
        ].initial = "案件移送书；调查报告；劳动者名册；责令支付文书及送达回证；涉案物品清单：不适用；检验报告：不适用"

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Put it before the signers."""
        return request_criminal_transfer(actor=actor, at=at, **self.told)
