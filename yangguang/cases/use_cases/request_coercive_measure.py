"""Ask the agency head for a sealing-up or seizure (M01)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import approvals
from yangguang.cases.events.custody import MeasureMoved
from yangguang.cases.models import Case, CoerciveMeasure, Party
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._custody import case_to_hold_for
from yangguang.cases.use_cases._lines import step_taken, told
from yangguang.cases.use_cases.request_advance_preservation import SIGNERS
from yangguang.catalogues.api import find_matter
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment

PURPOSE = "approve_coercive_measure"
CLAUSE = "ACL-2011:18.1.1"


def drawn_up(
    *, case: Case, party: Party, kind: str, matter_code: str, objects_named: str, reason: str, at: Moment
) -> CoerciveMeasure:
    """The row of a measure with the basis its matter has on the body's list of that day."""
    owner = case_to_hold_for(case, party, CLAUSE)
    matter = find_matter(owner.body, matter_code, at.day)
    return CoerciveMeasure.objects.create(
        case=owner, party=party, kind=kind, matter_code=matter_code, basis=list(matter.basis) if matter else [],
        objects_named=worded(objects_named, label="对象", field="objects_named", most=800),
        reason=worded(reason, label="必要性", field="reason", most=800),
    )  # fmt: skip


@transaction.atomic
def request_coercive_measure(
    *, case: Case, party: Party, kind: str, matter_code: str, objects_named: str, reason: str, opinion: str,
    actor: Account, at: Moment,
) -> CoerciveMeasure:  # fmt: skip
    """Basis, object, need. Refused for a body without the power, and for whoever only acts for another."""
    line = drawn_up(
        case=case, party=party, kind=kind, matter_code=matter_code, objects_named=objects_named, reason=reason, at=at
    )
    taken = step_taken(line, "request_coercive_measure", actor=actor, at=at)
    approval = approvals.request(
        subject=line.subject, purpose=PURPOSE, title=f"{line.get_kind_display()}审批：{party.name}",
        proposal={
            "line_ref": line.public_id, "objects_named": line.objects_named, "reason": line.reason, "basis": line.basis,
        }, signers=SIGNERS, opinion=worded(opinion, label="承办人意见", field="opinion"), actor=actor, at=at,
    )  # fmt: skip
    words = f"{line.get_kind_display()}{line.objects_named}"
    event = MeasureMoved("提请审批", words, (CLAUSE,), approval.proposal_digest)
    told(taken, line, event, actor=actor, at=at)
    return line
