"""Approval forms on screen: which wait for this person, who may read one, and what is proposed, in words."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from yangguang.base.guards import asked_once
from yangguang.base.models import Approval, ApprovalStep
from yangguang.base.models.approval import ApprovalState
from yangguang.base.worded_once import worded_once
from yangguang.cases.kinds.labour.queries import leads_visible_to
from yangguang.cases.models import Case, Lead
from yangguang.cases.queries import cases_visible_to
from yangguang.cases.use_cases.sign_approval import may_sign
from yangguang.directory.api import ROLE_LABELS, Account, Body, Entrustment, Role, supervised_body_ids

PURPOSES = {
    "open_case": "立案", "accept_complaint": "受理投诉并立案", "open_lead": "立案", "issue_instruction": "限期改正指令",
    "decide": "作出决定", "decide_disposition": "案件处理", "close_case": "结案", "annul_case_opening": "撤销立案",
    "approve_criminal_transfer": "移送公安机关", "inspect_on_site": "现场检查", "report_urgent_inspection": "现场检查补报",
    "extend_investigation": "延长调查", "extend_decision_term": "延长办案期限", "suspend_investigation": "中止调查",
    "resume_investigation": "恢复调查", "query_assets": "查询账户、房产、车辆", "close_disposition": "行政处理收口",
    "answer_remedy": "复议答复、诉讼答辩",
    "serve_by_announcement": "公告送达",
    "assess_grade": "评定守法诚信等级", "approve_advance_preservation": "先行登记保存",
    "dispose_of_preserved_items": "处理登记保存物品", "approve_coercive_measure": "查封、扣押",
    "approve_after_the_fact": "补办批准", "extend_coercive_measure": "延长查封、扣押",
    "release_coercive_measure": "解除查封、扣押",
}  # fmt: skip


@asked_once
def steps_waiting_for(account: Account) -> list[ApprovalStep]:
    """The places of approval forms that wait for this person, oldest first."""
    found = _waiting(tuple(sorted(account.role_names)), account.actor_ref, account.body_id)
    return [step for step in found if may_sign(account, step.approval, step.role)]


@worded_once
def _waiting(roles: tuple[str, ...], ref: str, body: int) -> QuerySet[ApprovalStep]:
    """Where one of the roles is the next to sign, in a body's name or in that of one that entrusts it, and nobody else is named."""
    rows = ApprovalStep.objects.filter(
        approval__state=ApprovalState.PENDING, approval__purpose__in=PURPOSES, signed_at=None, role__in=roles
    )
    rows = rows.filter(Q(signer_ref="") | Q(signer_ref=ref))
    earlier = ApprovalStep.objects.filter(approval=OuterRef("approval"), signed_at=None, order__lt=OuterRef("order"))
    first = rows.exclude(Exists(earlier.order_by()))
    signed = ApprovalStep.objects.filter(signed_by_ref=ref, approval__state=ApprovalState.PENDING)
    waiting = first.filter(approval__chain__in=_chains(body)).exclude(approval__in=signed.values("approval"))
    return waiting.select_related("approval").order_by("approval_id")


def steps_being_signed(case: Case) -> list[ApprovalStep]:
    """The waiting places of the forms of one case."""
    rows = ApprovalStep.objects.filter(approval__state=ApprovalState.PENDING, approval__purpose__in=PURPOSES)
    waiting = rows.filter(approval__file_ref=case.public_id, signed_at=None).select_related("approval")
    first: dict[int, ApprovalStep] = {}
    for step in waiting.order_by("approval_id", "order"):
        first.setdefault(step.approval_id, step)
    return list(first.values())


def _chains(body: int) -> QuerySet[Body, str]:
    """In whose name forms run that its people sign: its own, and those that entrust it."""
    entrusting = Entrustment.objects.filter(entrusted_id=body).order_by().values("entrusting_id")
    return Body.objects.filter(Q(pk=body) | Q(pk__in=entrusting)).values_list("public_id", flat=True)


def approval_visible_to(account: Account, ref: str) -> Approval | None:
    """One form: for whoever sees its case, asked for it, signs or signed on it, and the head of its body; else None."""
    approval = Approval.objects.filter(public_id=ref, purpose__in=PURPOSES).first()
    if approval is None:
        return None
    if cases_visible_to(account).filter(_concerns(approval)).exists():
        return approval
    if leads_visible_to(account).filter(public_id=approval.subject_ref).exists():
        return approval
    asked = approval.requested_by_ref == account.actor_ref
    ours = account.body.public_id in {approval.chain, approval.proposal.get("acting_body_ref")}
    heads = ours and bool(account.role_names & {Role.UNIT_HEAD, Role.AGENCY_HEAD})
    signs = any(
        may_sign(account, approval, step.role) if step.signed_at is None else step.signed_by_ref == account.actor_ref
        for step in approval.steps.order_by("order")
    )
    watched = Body.objects.filter(pk__in=supervised_body_ids(account), public_id=approval.chain).exists()
    opens = ours and not approval.file_ref and _is_of_the_unit(account, approval)
    return approval if asked or heads or signs or watched or opens else None


def _concerns(approval: Approval) -> Q:
    """The case a form is in the file of; an opening form lies in the file of the case it led to."""
    return Q(public_id=approval.file_ref) | Q(leads__public_id=approval.subject_ref)


def _is_of_the_unit(account: Account, approval: Approval) -> bool:
    """A handler of the unit that asks to open a case, of which there is no file yet."""
    same_unit = account.unit is None or account.unit.public_id == approval.proposal.get("unit_ref")
    return account.holds(Role.CASE_HANDLER) and same_unit


def waits_for(account: Any, approval: Approval, step: ApprovalStep | None) -> bool:
    """Whether a waiting place is this person's to sign, who has not signed on the form yet."""
    if step is None or step.signer_ref not in {"", account.actor_ref} or not may_sign(account, approval, step.role):
        return False
    return not approval.steps.filter(signed_by_ref=account.actor_ref).exists()


def case_of(approval: Approval) -> Case | None:
    """The case a form is about, or the one opened on it; a form to open one that still waits has none."""
    wanted = approval.proposal.get("case_ref") or approval.file_ref
    found = Case.objects.select_related("body").filter(public_id=wanted).first()
    if found is None and (lead := Lead.objects.filter(public_id=wanted).select_related("case__body").first()):
        return lead.case
    return found


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
