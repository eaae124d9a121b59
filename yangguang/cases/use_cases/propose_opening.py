"""Put a lead before the unit head: accept the complaint and open its case, or open the case of another lead (L04, P03)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.base import approvals, ledger
from yangguang.base.approvals import Signer
from yangguang.base.models import Approval
from yangguang.cases.events.labour import OpeningProposed
from yangguang.cases.models import Lead
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lead_opening import opening_of
from yangguang.cases.use_cases._lead_steps import checked_step, locked
from yangguang.cases.use_cases.open_case import check_opening
from yangguang.directory.api import Account, Officer, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

ACCEPTANCE, OPENING = "accept_complaint", "open_lead"


@transaction.atomic
def propose_opening(
    *, lead: Lead, title: str, officers: Sequence[Officer], opinion: str, actor: Account, at: Moment,
    party_kind: str = "organisation", matter_code: str = "", violation_code: str = "", criteria_met: bool = False,
) -> Approval:  # fmt: skip
    """Ask the unit head to open. Only a handler who looks after the lead asks; the proposal names title and officers."""
    row = locked(lead)
    row.matter_code, row.violation_code = matter_code or row.matter_code, violation_code or row.violation_code
    if len({officer.pk for officer in officers}) != len(officers):
        raise Refused("同一执法人员选择了两次。", "APL-2021:42.1#officers", field="officers", remedy="请另选。")
    act = ACCEPTANCE if row.is_complaint else "open_case"
    checked_step(
        row,
        act,
        actor=actor,
        at=at,
        given={"officers": list(officers), "criteria_met": criteria_met},
        by=(Role.CASE_HANDLER,),
    )
    name = worded(title, label="案由", field="title", most=200)
    opening = opening_of(
        row, title=name, officers=officers, party_kind=party_kind, circumstances={"opening_criteria_met": criteria_met}
    )
    check_opening(opening, actor=actor, at=at, asking=True)
    row.save(update_fields=["matter_code", "violation_code"])
    approval = approvals.request(
        subject=row.subject, purpose=ACCEPTANCE if row.is_complaint else OPENING, title=f"立案审批：{name}",
        proposal=opening.as_proposal(),
        signers=(Signer(Role.CASE_HANDLER, "承办人意见"), Signer(Role.UNIT_HEAD, "承办机构负责人意见")),
        opinion=worded(opinion, label="承办人意见", field="opinion"), actor=actor, at=at,
    )  # fmt: skip
    names = [officer.name for officer in officers]
    ledger.record(OpeningProposed(row.number, names, row.violation_code), subject=row.subject, actor=actor, at=at)
    return approval
