"""Put a drafted instruction before its signers: handler, unit head, agency head (I01)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import approvals, ledger
from yangguang.base.approvals import Signer
from yangguang.base.models import Approval
from yangguang.cases.events.wages import InstructionProposed
from yangguang.cases.kinds.labour.stages import INSTRUCTION
from yangguang.cases.models import Instruction
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import take_step
from yangguang.cases.use_cases._lines import locked_line
from yangguang.cases.use_cases._roster import locked_case
from yangguang.cases.use_cases.draft_instruction import PURPOSE
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def propose_instruction(*, instruction: Instruction, opinion: str, actor: Account, at: Moment) -> Approval:
    """Ask for the instruction. Every gate of its issue is asked here already, so that nothing goes up in vain."""
    row = locked_line(instruction)
    case = locked_case(row.case, actor, "提请作出指令")
    step = INSTRUCTION.step("issue_instruction", row.status)
    taking = take_step.Taking(INSTRUCTION, case, step.act, actor, at, {"instruction": row})
    verdicts = take_step.verdicts_for(taking, step)
    failing = [v for v in verdicts if not v.holds]
    if failing:
        clauses = tuple(dict.fromkeys(c for v in failing for c in v.clauses))
        reason = failing[0].reason if len(failing) == 1 else f"现在还不能提请：{len(failing)} 个条件没有满足。"
        raise Refused(reason, clauses, remedy=failing[0].remedy if len(failing) == 1 else "", verdicts=verdicts)
    orders = list(row.orders.order_by("position"))
    approval = approvals.request(
        subject=row.subject, purpose=PURPOSE, title=f"限期改正指令审批：{row.party.name}",
        proposal={
            "instruction": row.public_id, "facts": row.facts, "basis": row.basis,
            "acting_body_ref": case.acting_body.public_id if case.acting_body else "",
            "orders": [{"text": o.text, "due_on": o.due_on, "owed_fen": o.owed_fen} for o in orders],
        },
        signers=(
            Signer(Role.CASE_HANDLER, "承办人意见"), Signer(Role.UNIT_HEAD, "承办机构负责人意见"),
            Signer(Role.AGENCY_HEAD, "机关负责人意见"),
        ),
        opinion=worded(opinion, label="承办人意见", field="opinion"), actor=actor, at=at,
    )  # fmt: skip
    event = InstructionProposed(approval.proposal_digest, sum(o.owed_fen for o in orders))
    ledger.record(event, subject=row.subject, actor=actor, at=at)
    return approval
