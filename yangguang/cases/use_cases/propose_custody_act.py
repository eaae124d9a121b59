"""Put before the agency head what a handler wants done with held things: settle, report, extend, release."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from yangguang.base import approvals, ledger
from yangguang.base.approvals import Signer
from yangguang.base.models import Approval
from yangguang.cases.events.custody import MeasureMoved, PreservationMoved
from yangguang.cases.kinds.custody.held import Line, held_items
from yangguang.cases.models import AdvancePreservation, ReleaseGround
from yangguang.cases.policy import may_take
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import take_step
from yangguang.cases.use_cases._lines import FLOW_OF, locked_line
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import chosen

HANDLER, HEAD = Signer(Role.CASE_HANDLER, "承办人意见"), Signer(Role.AGENCY_HEAD, "机关负责人意见")
UNIT = Signer(Role.UNIT_HEAD, "承办机构负责人意见")
AT_ONCE = frozenset({"approve_after_the_fact", "release_coercive_measure", "dispose_of_preserved_items"})
BACK = "解除后应当立即退还财物。"


@transaction.atomic
def propose_custody_act(
    *, line: Line, act: str, told: dict[str, Any], opinion: str, actor: Account, at: Moment
) -> Approval:
    """Every gate of the act is asked already. What hurries goes to the agency head without a stop on the way."""
    row = locked_line(line)
    flow = FLOW_OF[type(row)]
    chosen(act, {one.act for one in flow.steps}, label="提请的事项", clause="ACL-2011:18.1.1", field="act")
    step = flow.step(act, row.status)
    if not may_take(actor, row.case, (Role.CASE_HANDLER,)):
        raise Refused(f"您不能提请{step.label}。", step.clauses[:1], remedy="有权提请的是本案承办人。")
    if act == "release_coercive_measure":
        _is_whole_release(row, told)
    taking = take_step.Taking(flow, row.case, act, actor, at, {flow.name: row, **told})
    verdicts = take_step.verdicts_for(taking, step)
    if failing := [v for v in verdicts if not v.holds]:
        clauses = tuple(dict.fromkeys(c for v in failing for c in v.clauses))
        remedy = failing[0].remedy if len(failing) == 1 else ""
        raise Refused(failing[0].reason, clauses, remedy=remedy, verdicts=verdicts)
    acting = row.case.acting_body.public_id if row.case.acting_body else ""
    approval = approvals.request(
        subject=row.subject, purpose=act, title=f"{step.label}审批：{row.party.name}",
        proposal={**told, "line_ref": row.public_id, "acting_body_ref": acting},
        signers=(HANDLER, HEAD) if act in AT_ONCE else (HANDLER, UNIT, HEAD),
        opinion=worded(opinion, label="承办人意见", field="opinion"), actor=actor, at=at,
    )  # fmt: skip
    event = PreservationMoved if isinstance(row, AdvancePreservation) else MeasureMoved
    moved = event(f"提请{step.label}", row.number, step.clauses, approval.proposal_digest)
    ledger.record(moved, subject=row.subject, actor=actor, at=at)
    return approval


def _is_whole_release(row: Line, told: dict[str, Any]) -> None:
    """On a ground of the law; everything still held is returned at once, or its owner is told to come for it."""
    ground = str(told.get("release_ground", ""))
    chosen(ground, ReleaseGround.values, label="解除情形", clause="ACL-2011:28.1", field="release_ground")
    ways = told.get("ways") or {}
    if any(ways.get(item.public_id) not in {"return", "collect"} for item in held_items(row)):
        raise Refused(BACK, "ACL-2011:28.2", field="ways", remedy="请为每件物品选择当场退还，或者通知领取。")
