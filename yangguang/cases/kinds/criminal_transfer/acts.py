"""Acts on a criminal transfer as its page offers them: title, button, form, one use case each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from yangguang.cases.kinds.criminal_transfer import forms
from yangguang.cases.kinds.criminal_transfer.stages import CRIMINAL_TRANSFER
from yangguang.cases.models import CriminalTransfer
from yangguang.cases.policy import may_take
from yangguang.cases.serving import addressed_choices
from yangguang.cases.standing import steps_of
from yangguang.cases.use_cases.ask_police_reconsideration import ask_police_reconsideration
from yangguang.cases.use_cases.form_task_force import form_task_force
from yangguang.cases.use_cases.hand_over_case_items import hand_over_case_items
from yangguang.cases.use_cases.issue_items_notice import issue_items_notice
from yangguang.cases.use_cases.receive_back import receive_back
from yangguang.cases.use_cases.record_acknowledgement import record_acknowledgement
from yangguang.cases.use_cases.record_police_opening import record_police_opening
from yangguang.cases.use_cases.record_police_refusal import record_police_refusal
from yangguang.cases.use_cases.record_reconsideration_refusal import record_reconsideration_refusal
from yangguang.cases.use_cases.report_criminal_transfer import report_criminal_transfer
from yangguang.cases.use_cases.report_payment import report_payment
from yangguang.cases.use_cases.request_procuratorial_supervision import request_procuratorial_supervision
from yangguang.cases.use_cases.serve_transfer_paper import serve_transfer_paper
from yangguang.cases.use_cases.take_back_case import take_back_case
from yangguang.cases.use_cases.transfer_to_police import transfer_to_police
from yangguang.directory.api import Account


@dataclass(frozen=True)
class TransferAct:
    """One act: title, words on the button, form, the use case."""

    title: str
    words: str
    form: type[forms.TransferForm]
    run: Callable[..., Any]


ACTS = {
    "form_task_force": TransferAct("指定专案组", "指定", forms.TaskForceForm, form_task_force),
    "report_criminal_transfer": TransferAct("书面报告", "报正职负责人审批", forms.ReportForm, report_criminal_transfer),
    "transfer_to_police": TransferAct("移送公安机关", "制作移送材料并登记移送", forms.PackageForm, transfer_to_police),
    "record_acknowledgement": TransferAct("登记公安回执", "登记回执", forms.ReceiptForm, record_acknowledgement),
    "record_police_opening": TransferAct("登记公安立案", "登记立案", forms.OpeningForm, record_police_opening),
    "hand_over_case_items": TransferAct("移交物品和材料", "登记移交", forms.HandoverForm, hand_over_case_items),
    "record_police_refusal": TransferAct("登记公安不予立案", "登记不予立案", forms.RefusedForm, record_police_refusal),
    "ask_police_reconsideration": TransferAct("提请公安复议", "提请复议", forms.ReasonForm, ask_police_reconsideration),
    "record_reconsideration_refusal": TransferAct(
        "登记公安维持不予立案", "登记复议决定", forms.OpeningForm, record_reconsideration_refusal
    ),
    "request_procuratorial_supervision": TransferAct(
        "建议检察院立案监督", "提出建议", forms.SupervisionForm, request_procuratorial_supervision
    ),
    "take_back_case": TransferAct("收回处理", "收回处理", forms.ReasonForm, take_back_case),
    "receive_back": TransferAct("登记司法机关移回", "登记移回", forms.SentBackForm, receive_back),
    "issue_items_notice": TransferAct("制作涉案物品移送告知书", "制作告知书", forms.ItemsNoticeForm, issue_items_notice),
    "serve_transfer_paper": TransferAct("送达移送文书", "登记送达", forms.PaperServiceForm, serve_transfer_paper),
    "report_payment": TransferAct("告知支付情况", "制作告知函", forms.PaymentForm, report_payment),
}  # fmt: skip
ONCE = frozenset({"record_reconsideration_refusal"})


def possible(line: CriminalTransfer, account: Account) -> list[tuple[str, str]]:
    """Name and title of the acts this person may begin now, in the order of the law."""
    done = {one.act for one in steps_of(line.case) if one.line_ref == line.public_id}
    return [
        (step.act, ACTS[step.act].title) for step in CRIMINAL_TRANSFER.steps_from(line.status)
        if step.act in ACTS and not (step.act in ONCE and step.act in done) and may_take(account, line.case, step.by)
        and (step.act != "serve_transfer_paper" or addressed_choices(line))
    ]  # fmt: skip
