"""Ask the agency head to preserve evidence that may be lost (R01)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import approvals
from yangguang.base.approvals import Signer
from yangguang.cases.events.custody import PreservationMoved
from yangguang.cases.models import AdvancePreservation, Case, Party
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._custody import case_to_hold_for
from yangguang.cases.use_cases._lines import step_taken, told
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

PURPOSE = "approve_advance_preservation"
CLAUSE = "APL-2021:56#approval"
SIGNERS = (
    Signer(Role.CASE_HANDLER, "承办人意见"), Signer(Role.UNIT_HEAD, "承办机构负责人意见"),
    Signer(Role.AGENCY_HEAD, "机关负责人意见"),
)  # fmt: skip


@transaction.atomic
def request_advance_preservation(
    *, case: Case, party: Party, objects_named: str, proves: str, reason: str, opinion: str, actor: Account, at: Moment,
    instead_of_seizure: bool = False,
) -> AdvancePreservation:  # fmt: skip
    """What, what it proves, why it may be lost. Refused without that reason, and for anything that is no evidence."""
    owner = case_to_hold_for(case, party, CLAUSE)
    if not reason.strip():
        raise Refused("应当写明证据可能灭失或者以后难以取得的情况。", CLAUSE, field="reason", remedy="请写明具体情况。")
    line = AdvancePreservation.objects.create(
        case=owner, party=party, objects_named=worded(objects_named, label="拟登记保存的证据", field="objects_named", most=800),
        proves=proves.strip(), reason=worded(reason, label="可能灭失或者难以取得的情况", field="reason", most=800),
    )  # fmt: skip
    given = {"instead_of_seizure": instead_of_seizure}
    taken = step_taken(line, "request_advance_preservation", actor=actor, at=at, given=given)
    approval = approvals.request(
        subject=line.subject, purpose=PURPOSE, title=f"先行登记保存审批：{party.name}",
        proposal={
            "acting_body_ref": owner.acting_body.public_id if owner.acting_body else "", "line_ref": line.public_id,
            "objects_named": line.objects_named, "proves": line.proves, "reason": line.reason, "basis": [CLAUSE],
        }, signers=SIGNERS, opinion=worded(opinion, label="承办人意见", field="opinion"), actor=actor, at=at,
    )  # fmt: skip
    event = PreservationMoved("提请审批", line.objects_named, (CLAUSE,), approval.proposal_digest)
    told(taken, line, event, actor=actor, at=at)
    return line
