"""Let a third party keep what was sealed up (M09)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.custody import MeasureMoved
from yangguang.cases.kinds.custody import papers
from yangguang.cases.models import CoerciveMeasure, MeasureKind
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSES = ("ACL-2011:26.2", "ACL-2011:26.3")


@transaction.atomic
def entrust_custody(
    *, measure: CoerciveMeasure, custodian: str, terms: str, may_be_used: bool, actor: Account, at: Moment
) -> CoerciveMeasure:
    """Only what was sealed up, never what was seized; nobody uses it, and the body pays."""
    line = locked_line(measure)
    if line.kind != MeasureKind.SEALING_UP:
        raise Refused(
            "委托第三人保管限于查封的场所、设施或者财物。", CLAUSES[0], remedy="扣押的财物由本机关自行妥善保管。"
        )
    taken = step_taken(line, "entrust_custody", actor=actor, at=at, given={"may_be_used": may_be_used})
    line.custodian = worded(custodian, label="受托保管人", field="custodian", most=120)
    line.save()
    rows = [
        ("受托保管人", line.custodian), ("查封决定书", line.number), ("约定", worded(terms, label="约定", field="terms", most=800)),
        ("使用", "不得使用、出借、损毁"), ("保管费用", "由本机关承担"),
    ]  # fmt: skip
    papers.form(line.case, kind="custody_agreement", title="委托保管协议", rows=rows, actor=actor, at=at)
    told(taken, line, MeasureMoved("委托保管", line.custodian, CLAUSES), actor=actor, at=at)
    return line
