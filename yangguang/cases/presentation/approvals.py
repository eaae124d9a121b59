"""Approval forms on screen: which wait for this person, who may read one, and what is proposed, in words."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Min, Q

from yangguang.base.models import Approval, ApprovalStep
from yangguang.base.models.approval import ApprovalState
from yangguang.cases.models import Case, DecisionDraft
from yangguang.cases.queries import cases_visible_to
from yangguang.cases.use_cases.sign_approval import may_sign
from yangguang.directory.api import ROLE_LABELS, Account, Role, supervised_body_ids
from yangguang.kernel import money

PURPOSES = {
    "open_case": "立案", "decide": "作出决定", "close_case": "结案", "annul_case_opening": "撤销立案",
}  # fmt: skip
DECISIONS = frozenset({"decide"})
WORDS = {
    "title": "案由", "facts": "基本事实", "source": "案件来源", "ground": "结案情形", "summary": "办理情况", "reason": "理由",
    "recording_note": "音像记录说明", "overdue_reason": "逾期原因", "field": "执法类别", "area": "执法区域",
    "matter_code": "执法事项", "violation_code": "违法行为", "discovered_on": "发现日期", "reported_on": "登记日期",
    "violation_began_on": "违法行为开始", "violation_ended_on": "违法行为终了", "fulfilment": "履行方式", "reasons": "理由",
    "remark": "说明", "content": "内容", "amount_fen": "金额（元）", "fine_fen": "罚款（元）",
}  # fmt: skip


def steps_waiting_for(account: Account) -> list[ApprovalStep]:
    """The places of approval forms that wait for this person, oldest first."""
    rows = ApprovalStep.objects.filter(
        approval__state=ApprovalState.PENDING, signed_at=None, role__in=account.role_names
    )
    rows = rows.filter(Q(signer_ref="") | Q(signer_ref=account.actor_ref))
    unsigned = Q(approval__steps__signed_at=None)
    first = rows.annotate(first=Min("approval__steps__order", filter=unsigned)).filter(order=F("first"))
    signed = ApprovalStep.objects.filter(signed_by_ref=account.actor_ref, approval__state=ApprovalState.PENDING)
    waiting = first.filter(approval__chain__in=chains_of(account)).exclude(approval__in=signed.values("approval"))
    found = waiting.select_related("approval").order_by("approval_id")
    return [step for step in found if may_sign(account, step.approval, step.role)]


def chains_of(account: Account) -> list[str]:
    """The bodies in whose name forms run that this person signs: its own, and those that entrust it."""
    entrusting = account.body.entrusted_by.values_list("entrusting__public_id", flat=True)
    return [account.body.public_id, *entrusting]


def approval_visible_to(account: Account, ref: str) -> Approval | None:
    """One form: for whoever sees its case, has signed on it, or is a signer in its body; else None."""
    approval = Approval.objects.filter(public_id=ref).first()
    if approval is None:
        return None
    if approval.file_ref and cases_visible_to(account).filter(public_id=approval.file_ref).exists():
        return approval
    asked = approval.requested_by_ref == account.actor_ref
    places = list(approval.steps.order_by("order"))
    signs = any(may_sign(account, approval, step.role) or step.signed_by_ref == account.actor_ref for step in places)
    supervises = supervised_body_ids(account)
    watched = bool(supervises) and Case.objects.filter(public_id=approval.file_ref, body_id__in=supervises).exists()
    return approval if asked or signs or watched else None


def case_of(approval: Approval) -> Case | None:
    """The case a form is about; a form to open one has none yet."""
    wanted = approval.proposal.get("case_ref") or approval.file_ref
    return Case.objects.select_related("body").filter(public_id=wanted).first()


def proposal_in_words(approval: Approval) -> list[tuple[str, str]]:
    """What the signers are asked, as labels and values; what only machines need is left out."""
    told = dict(approval.proposal)
    rows = []
    for party in told.get("parties") or ():
        if isinstance(party, dict):
            rows.append(("当事人", "　".join(str(party.get(key) or "") for key in ("name", "code") if party.get(key))))
    if told.get("draft_ref"):
        draft = DecisionDraft.objects.filter(public_id=told["draft_ref"]).first()
        rows.append(("提请决定", draft.get_kind_display() if draft else ""))
        fine = (draft.content or {}).get("fine_fen") if draft else None
        if fine:
            rows.append(("罚款", f"{money.in_figures(int(fine))} 元"))
    for key, label in WORDS.items():
        value = told.get(key)
        if value not in (None, "", [], {}):
            rows.append((label, _shown(key, value)))
    return rows


def _shown(key: str, value: Any) -> str:
    if key.endswith("_fen"):
        return money.in_figures(int(value))
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)


def opinions_of(approval: Approval) -> list[dict[str, Any]]:
    """The places of the form in their order, signed or waiting."""
    places = list(approval.steps.order_by("order"))
    waiting = (
        next((p for p in places if p.signed_at is None), None) if approval.state == ApprovalState.PENDING else None
    )
    return [
        {
            "label": one.label, "role": ROLE_LABELS[Role(one.role)], "opinion": one.opinion, "name": one.signed_by_name,
            "at": one.signed_at, "agrees": one.agrees, "waiting": one == waiting, "step": one,
        }
        for one in places
    ]  # fmt: skip
