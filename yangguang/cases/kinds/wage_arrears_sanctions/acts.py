"""Acts on a listing as its page offers them: title, button, form, one use case each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from yangguang.cases.kinds.wage_arrears_sanctions import forms
from yangguang.cases.kinds.wage_arrears_sanctions.stages import WAGE_ARREARS_SANCTIONS
from yangguang.cases.models import SanctionsListing
from yangguang.cases.policy import may_take
from yangguang.cases.serving import addressed_choices
from yangguang.cases.use_cases.annul_listing import annul_listing
from yangguang.cases.use_cases.confirm_takedown import confirm_takedown
from yangguang.cases.use_cases.decline_to_list import decline_to_list
from yangguang.cases.use_cases.extend_listing_term import extend_listing_term
from yangguang.cases.use_cases.issue_list_notice import issue_list_notice
from yangguang.cases.use_cases.issue_objection_answer import issue_objection_answer
from yangguang.cases.use_cases.notify_listing import notify_listing
from yangguang.cases.use_cases.put_on_list import put_on_list
from yangguang.cases.use_cases.record_objection import record_objection
from yangguang.cases.use_cases.record_pledge import record_pledge
from yangguang.cases.use_cases.refuse_delisting import refuse_delisting
from yangguang.cases.use_cases.remove_from_list import remove_from_list
from yangguang.cases.use_cases.request_delisting import request_delisting
from yangguang.cases.use_cases.restore_listing import restore_listing
from yangguang.cases.use_cases.serve_listing_paper import OWN_ACT, serve_listing_paper
from yangguang.cases.use_cases.verify_objection import verify_objection
from yangguang.cases.use_cases.waive_objection import waive_objection
from yangguang.directory.api import Account


@dataclass(frozen=True)
class ListingAct:
    """One act: title, words on the button, form, the use case, whether it asks for a fresh code."""

    title: str
    words: str
    form: type[forms.SanctionsForm]
    run: Callable[..., Any]
    asks_code: bool = False


ACTS = {
    "issue_list_notice": ListingAct("先行制作列入前告知书", "制作告知书", forms.AheadForm, issue_list_notice),
    "notify_listing": ListingAct("列入前告知", "制作告知书并登记送达", forms.NoticeForm, notify_listing),
    "waive_objection": ListingAct("登记书面放弃异议", "登记", forms.WaiverForm, waive_objection),
    "record_objection": ListingAct("登记异议", "登记异议", forms.ObjectionForm, record_objection),
    "issue_objection_answer": ListingAct(
        "先行制作核实结果告知书", "制作告知书", forms.AnswerForm, issue_objection_answer
    ),
    "verify_objection": ListingAct("核实异议并告知", "制作告知书并登记送达", forms.VerificationForm, verify_objection),
    "record_pledge": ListingAct("登记改正和信用承诺", "登记", forms.PledgeForm, record_pledge),
    "extend_listing_term": ListingAct("延长列入决定期限", "批准延长", forms.ReasonForm, extend_listing_term),
    "put_on_list": ListingAct("列入名单", "作出列入决定", forms.DecisionForm, put_on_list, asks_code=True),
    "decline_to_list": ListingAct("不予列入", "作出不予列入决定", forms.ReasonForm, decline_to_list, asks_code=True),
    "serve_listing_paper": ListingAct("送达名单决定", "登记送达", forms.DecisionServiceForm, serve_listing_paper),
    "request_delisting": ListingAct("登记提前移出申请", "登记申请", forms.ApplicationForm, request_delisting),
    "remove_from_list": ListingAct("准予提前移出", "作出移出决定", forms.RemovalForm, remove_from_list, asks_code=True),
    "refuse_delisting": ListingAct("不予提前移出", "作出不予移出决定", forms.RefusalForm, refuse_delisting, asks_code=True),
    "annul_listing": ListingAct("撤销列入", "撤销列入", forms.ReasonForm, annul_listing),
    "restore_listing": ListingAct("恢复列入", "恢复列入", forms.RestorationForm, restore_listing, asks_code=True),
    "confirm_takedown": ListingAct("确认停止公开", "确认", forms.TakedownForm, confirm_takedown),
}  # fmt: skip


def possible(line: SanctionsListing, account: Account) -> list[tuple[str, str]]:
    """Name and title of the acts this person may begin now, in the order of the law."""
    return [
        (step.act, ACTS[step.act].title) for step in WAGE_ARREARS_SANCTIONS.steps_from(line.status)
        if step.act in ACTS and _fits(line, step.act) and may_take(account, line.case, step.by)
    ]  # fmt: skip


def _fits(line: SanctionsListing, act: str) -> bool:
    """Whether an act makes sense where the listing stands, beyond what its table says."""
    if act == "serve_listing_paper":
        return bool(addressed_choices(line, but=frozenset(OWN_ACT)))
    return act != "confirm_takedown" or line.taken_down_on is None
