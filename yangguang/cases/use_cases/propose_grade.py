"""Put an employer's grade of compliance and integrity for a year before its signers (LSR-2004:22)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import approvals, ledger
from yangguang.base.approvals import Signer
from yangguang.base.models import Approval
from yangguang.cases.counterparts import counterparts_visible_to
from yangguang.cases.events.counterparts import GradeProposed
from yangguang.cases.kinds.labour.queries import in_whose_name
from yangguang.cases.models import Counterpart, Grade
from yangguang.cases.policy import of_register
from yangguang.cases.use_cases._counterparts import locked
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean

PURPOSE = "assess_grade"
CLAUSE = "LSR-2004:22"
SIGNERS = (
    Signer(Role.CASE_HANDLER, "承办人意见"), Signer(Role.UNIT_HEAD, "承办机构负责人意见"),
    Signer(Role.AGENCY_HEAD, "机关负责人意见"),
)  # fmt: skip


@transaction.atomic
def propose_grade(
    *, counterpart: Counterpart, year: int, grade: str, ground: str, source: str, opinion: str, actor: Account,
    at: Moment,
) -> Approval:  # fmt: skip
    """National law names the file, not the criteria: ground and source (the province's or city's measure) are written."""
    row = locked(counterpart)
    if not actor.holds(Role.CASE_HANDLER) or not counterparts_visible_to(actor).filter(pk=row.pk).exists():
        raise Refused("您不能提请评定守法诚信等级。", CLAUSE, remedy="请由承办人提请。")
    if row.is_person:
        raise Refused("守法诚信等级评价的对象是用人单位。", CLAUSE, remedy="公民不评定等级。")
    if grade not in Grade.values:
        raise Refused("等级只有A级、B级、C级。", CLAUSE, field="grade")
    if not 0 < year <= at.day.year:
        raise Refused("评价年度不能晚于今年。", CLAUSE, field="year", remedy="请核对年度。")
    words = clean(ground, label="评价理由", most=400, least=1, lines=True, field="ground")
    basis = clean(source, label="评价依据", most=200, least=1, field="source")
    body, acting_body = in_whose_name(actor, at.day)
    subject = of_register(row, actor, body=body)
    approval = approvals.request(
        subject=subject, purpose=PURPOSE, title=f"守法诚信等级评价：{row.name}",
        proposal={
            "counterpart_ref": row.public_id, "counterpart": row.name, "grade_year": year, "grade": grade,
            "grade_words": str(Grade(grade).label), "grade_ground": words, "grade_source": basis,
            "unit_ref": actor.unit.public_id if actor.unit else "",
            "acting_body_ref": acting_body.public_id if acting_body else "",
        },
        signers=SIGNERS,
        opinion=clean(opinion, label="承办人意见", most=1000, least=1, lines=True, field="opinion"), actor=actor, at=at,
    )  # fmt: skip
    ledger.record(GradeProposed(row.name, year, grade), subject=subject, actor=actor, at=at)
    return approval
