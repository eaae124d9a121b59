"""Acts on a case's instructions and dispositions as its pages offer them: title, button, form, one use case each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from yangguang.base.forms import DatedForm
from yangguang.cases.kinds.labour.delivery_gates import is_to_be_handed_over
from yangguang.cases.kinds.labour.forms import lines, serving
from yangguang.cases.kinds.labour.forms import wages as forms
from yangguang.cases.kinds.labour.stages import DISPOSITION, INSTRUCTION
from yangguang.cases.models import Disposition, Instruction
from yangguang.cases.policy import may_take
from yangguang.cases.use_cases.annul_disposition import annul_disposition
from yangguang.cases.use_cases.annul_instruction import annul_instruction
from yangguang.cases.use_cases.apply_for_court_execution import apply_for_court_execution
from yangguang.cases.use_cases.check_fulfilment import check_fulfilment
from yangguang.cases.use_cases.check_rectification import check_rectification
from yangguang.cases.use_cases.demand_fulfilment import demand_fulfilment
from yangguang.cases.use_cases.extend_instruction import extend_instruction
from yangguang.cases.use_cases.give_disposition_notice import give_disposition_notice
from yangguang.cases.use_cases.hand_over_papers import hand_over_papers
from yangguang.cases.use_cases.instruct_on_the_spot import instruct_on_the_spot
from yangguang.cases.use_cases.issue_demand import issue_demand
from yangguang.cases.use_cases.issue_disposition_notice import issue_disposition_notice
from yangguang.cases.use_cases.post_order import post_order
from yangguang.cases.use_cases.propose_disposition_again import propose_disposition_again
from yangguang.cases.use_cases.propose_instruction import propose_instruction
from yangguang.cases.use_cases.re_examine_disposition import re_examine_disposition
from yangguang.cases.use_cases.record_disposition_statement import record_disposition_statement
from yangguang.cases.use_cases.redraft_disposition import redraft_disposition
from yangguang.cases.use_cases.replace_instruction import replace_instruction
from yangguang.cases.use_cases.request_disposition_closing import request_disposition_closing
from yangguang.cases.use_cases.request_disposition_decision import request_disposition_decision
from yangguang.cases.use_cases.serve_disposition import serve_disposition
from yangguang.cases.use_cases.serve_instruction import serve_instruction
from yangguang.cases.use_cases.settle_unheeded_instruction import settle_unheeded_instruction
from yangguang.directory.api import Account


@dataclass(frozen=True)
class LineAct:
    """One act: title, words on the button, form, the use case, and what it is given from the form."""

    title: str
    words: str
    form: type[Any]
    run: Callable[..., Any]
    given: Callable[[Any], dict[str, Any]] = lambda form: form.facts


def _served(form: Any) -> dict[str, Any]:
    return {"service": form.service()}


ON_INSTRUCTION = {
    "issue_instruction": LineAct("提请作出指令", "提交审批", forms.OpinionForm, propose_instruction),
    "serve_instruction": LineAct("送达指令", "登记送达", serving.ServiceForm, serve_instruction, _served),
    "check_rectification": LineAct(
        "核查改正情况", "登记核查", forms.CheckForm, check_rectification,
        lambda form: {"findings": form.findings(), "payments": form.payments()},
    ),
    "instruct_on_the_spot": LineAct(
        "当场作出并交付指令", "当场作出并登记交付", lines.OnTheSpotForm, instruct_on_the_spot, lambda form: form.given()
    ),
    "hand_over_papers": LineAct("交存当场文书", "登记交存", lines.HandOverForm, hand_over_papers),
    "post_order": LineAct("张贴责令", "登记张贴", lines.PostingForm, post_order, lambda form: form.given()),
    "extend_instruction": LineAct("延长改正期限", "延长并制作通知书", lines.LaterDayForm, extend_instruction),
    "settle_unheeded_instruction": LineAct(
        "说明未改正的后续处理", "记录后续处理", lines.UnheededForm, settle_unheeded_instruction
    ),
    "annul_instruction": LineAct("撤销指令", "撤销指令", forms.ReasonForm, annul_instruction),
    "replace_instruction": LineAct("变更指令", "变更，另拟指令", forms.ReasonForm, replace_instruction),
}  # fmt: skip
ON_DISPOSITION = {
    "issue_disposition_notice": LineAct("先行制作处理前告知书", "制作告知书", DatedForm, issue_disposition_notice),
    "issue_demand": LineAct("先行制作催告书", "制作催告书", serving.DemandItems, issue_demand),
    "give_disposition_notice": LineAct("处理前告知", "制作告知书并登记送达", serving.ServiceForm, give_disposition_notice, _served),
    "record_disposition_statement": LineAct(
        "记录陈述申辩", "记录", forms.StatementForm, record_disposition_statement
    ),
    "re_examine_disposition": LineAct("复核意见", "记录复核意见", forms.OpinionForm, re_examine_disposition),
    "redraft_disposition": LineAct(
        "修改拟处理内容", "保存拟稿", forms.DispositionForm, redraft_disposition, lambda form: form.given()
    ),
    "propose_disposition_again": LineAct(
        "变更后重新告知", "保存拟稿，准备重新告知", forms.DispositionForm, propose_disposition_again,
        lambda form: form.given(),
    ),
    "decide_disposition": LineAct(
        "提请作出行政处理决定", "提交承办机构负责人审批", forms.DecisionOpinionForm, request_disposition_decision
    ),
    "serve_disposition": LineAct("送达处理决定", "登记送达", serving.DecisionServiceForm, serve_disposition, _served),
    "check_fulfilment": LineAct(
        "核查履行", "登记核查", forms.FulfilmentForm, check_fulfilment,
        lambda form: {"finding": form.facts["finding"], "payments": form.payments()},
    ),
    "demand_fulfilment": LineAct(
        "催告", "制作催告书并登记送达", serving.DemandForm, demand_fulfilment, lambda form: form.given()
    ),
    "apply_for_court_execution": LineAct("申请法院强制执行", "签发申请书", lines.CourtForm, apply_for_court_execution),
    "request_disposition_closing": LineAct(
        "提请收口", "提交承办机构负责人审批", lines.ClosingForm, request_disposition_closing
    ),
    "annul_disposition": LineAct("撤销处理决定", "撤销处理决定", forms.AnnulmentForm, annul_disposition),
}  # fmt: skip
ON_A_FORM = frozenset(
    {"issue_instruction", "decide_disposition"}
)  # the handler asks, the last signature carries it out
REVIEW_PAGES = {
    "request_disposition_review": ("提交法制审核", "legal_review:request"),
    "exempt_disposition_from_review": ("确认免予法制审核", "legal_review:exempt"),
}


def acts_on(line: Instruction | Disposition) -> dict[str, LineAct]:
    """The acts a line knows."""
    return ON_INSTRUCTION if isinstance(line, Instruction) else ON_DISPOSITION


def possible(line: Instruction | Disposition, account: Account) -> list[tuple[str, str]]:
    """Name and title of the acts this person may begin now, in the order of the law."""
    flow = INSTRUCTION if isinstance(line, Instruction) else DISPOSITION
    known = {name: act.title for name, act in acts_on(line).items()}
    found = []
    for step in flow.steps_from(line.status):
        by = ("case_handler",) if step.act in ON_A_FORM else step.by
        title = known.get(step.act) or REVIEW_PAGES.get(step.act, ("", ""))[0]
        if step.act == "hand_over_papers" and not is_to_be_handed_over(line):  # type: ignore[arg-type]
            continue
        if title and may_take(account, line.case, by):
            found.append((step.act, title))
    return found
