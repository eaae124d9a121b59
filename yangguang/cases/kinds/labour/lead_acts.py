"""Acts on a lead as its pages offer them: title, button, form, and the one use case each carries out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from yangguang.cases.kinds.labour.forms import leads as forms
from yangguang.cases.kinds.labour.policy import keeps_lead, may_take_lead
from yangguang.cases.kinds.labour.stages import COMPLAINT, LEAD
from yangguang.cases.models import Lead
from yangguang.cases.models.lead import OPEN_STATUSES
from yangguang.cases.use_cases._lead_steps import overdue_clock
from yangguang.cases.use_cases.answer_complainant import answer_complainant
from yangguang.cases.use_cases.ask_for_completion import ask_for_completion
from yangguang.cases.use_cases.decline_acceptance import decline_acceptance
from yangguang.cases.use_cases.decline_to_open import decline_to_open
from yangguang.cases.use_cases.explain_lead_overdue import TELLERS, explain_lead_overdue
from yangguang.cases.use_cases.merge_lead import merge_lead
from yangguang.cases.use_cases.pass_on_lead import pass_on_lead
from yangguang.cases.use_cases.propose_opening import propose_opening
from yangguang.cases.use_cases.record_complaint_withdrawal import record_complaint_withdrawal
from yangguang.cases.use_cases.record_completion import record_completion
from yangguang.cases.use_cases.redirect_complaint import redirect_complaint
from yangguang.cases.use_cases.transfer_lead import transfer_lead
from yangguang.directory.api import Account, Role
from yangguang.kernel import clock

EMPLOYER = ("employer_name", "employer_code", "employer_address", "employer_contact", "employer_phone")


@dataclass(frozen=True)
class LeadAct:
    """One act: its title, the words on its button, its form and its use case."""

    title: str
    words: str
    form: type[forms.AboutLead]
    run: Callable[..., Any]


def _completed(*, lead: Lead, actor: Account, at: Any, **facts: Any) -> Lead:
    employer = forms.employer_of({name: facts.pop(name) for name in EMPLOYER})
    return record_completion(lead=lead, employer=employer, actor=actor, at=at, **facts)


ACTS = {
    "propose_opening": LeadAct("提请受理、立案", "提交承办机构负责人审批", forms.OpeningForm, propose_opening),
    "ask_for_completion": LeadAct("告知补正", "告知补正", forms.WantedForm, ask_for_completion),
    "record_completion": LeadAct("登记补正材料", "登记补正材料", forms.CompletedForm, _completed),
    "redirect_complaint": LeadAct("告知其他途径", "制作告知书", forms.RedirectForm, redirect_complaint),
    "decline_acceptance": LeadAct("不予受理", "制作不予受理通知书", forms.DeclineForm, decline_acceptance),
    "decline_to_open": LeadAct("不予立案", "决定不予立案", forms.ReasonForm, decline_to_open),
    "transfer_lead": LeadAct("移送有管辖权机关", "制作移送函", forms.TransferForm, transfer_lead),
    "merge_lead": LeadAct("并入同一用人单位的线索", "并入", forms.MergeForm, merge_lead),
    "explain_overdue": LeadAct("说明逾期原因", "写入期限记录", forms.OverdueReasonForm, explain_lead_overdue),
    "pass_on_lead": LeadAct("转交承办人", "转交", forms.PassOnForm, pass_on_lead),
    "record_complaint_withdrawal": LeadAct(
        "登记撤回投诉", "登记撤回", forms.ReasonForm, record_complaint_withdrawal
    ),
    "answer_complainant": LeadAct("答复投诉人", "制作结果告知书", forms.AnswerForm, answer_complainant),
}  # fmt: skip
STEPS_OF = {"propose_opening": ("accept_complaint", "open_case")}


def act_of(lead: Lead, name: str) -> LeadAct | None:
    """One act by name, if the line this lead runs on knows it."""
    flow = COMPLAINT if lead.is_complaint else LEAD
    known = {step.act for step in flow.steps} | {"pass_on_lead", "explain_overdue", *STEPS_OF}
    return ACTS.get(name) if name in known else None


def acts_for(lead: Lead, account: Account) -> list[tuple[str, LeadAct]]:
    """The acts this person may begin now, in the order of the law."""
    flow = COMPLAINT if lead.is_complaint else LEAD
    steps = {step.act: step for step in flow.steps_from(lead.status)}
    found = []
    for name, act in ACTS.items():
        if name == "pass_on_lead":
            ours = account.pk == lead.registered_by_id or keeps_lead(account, lead) or account.holds(Role.UNIT_HEAD)
            fits = lead.status in OPEN_STATUSES and ours
        elif name == "explain_overdue":
            fits = may_take_lead(account, lead, TELLERS) and overdue_clock(lead, clock.today()) is not None
        elif name == "propose_opening":
            fits = bool(steps.keys() & set(STEPS_OF[name])) and may_take_lead(account, lead, (Role.CASE_HANDLER,))
        else:
            fits = name in steps and may_take_lead(account, lead, steps[name].by)
        if fits:
            found.append((name, act))
    return found
