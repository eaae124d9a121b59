"""Let a major violation out to the public with the four items of the law (G03)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.cases.events.major_violations import MajorViolationPublished
from yangguang.cases.kinds.major_labour_violations.public_rows import batch_of, missing_items, words_of
from yangguang.cases.kinds.wage_arrears_sanctions import papers
from yangguang.cases.models import MajorViolation
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account, Proof, proven
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "MVP-2016:6"


@transaction.atomic
def publish_major_violation(
    *, violation: MajorViolation, proof: Proof | None, secrecy_note: str, until: date, until_basis: str, actor: Account,
    at: Moment, overdue_reason: str = "",
) -> MajorViolation:  # fmt: skip
    """Within the release that disclosure takes a fresh code for. How long it stays is a rule of the place, named beside the day."""
    proven(actor, proof, purpose="release")
    line = locked_line(violation)
    if missing := missing_items(line):
        raise Refused("公布事项不全。", CLAUSE, remedy=f"请先补全：{'、'.join(missing)}。")
    basis = worded(until_basis, label="公布期限的依据", field="until_basis", most=200)
    if until <= at.day:
        raise Refused("公布期限应当晚于公布之日。", CLAUSE, field="until", remedy="请核对日期。")
    given = {"secrecy_note": secrecy_note, "public_words": words_of(line), "overdue_reason": overdue_reason}
    taken = step_taken(line, "publish_major_violation", actor=actor, at=at, given=given)
    line.published_on, line.until, line.until_basis = at.day, until, basis
    line.save()
    rows = [
        ("违法主体", line.party.name),
        ("公布内容", words_of(line)),
        ("保密审查", secrecy_note),
        ("公布至", f"{until}（{basis}）"),
    ]
    papers.form(line, kind="major_publication", title="重大劳动保障违法行为公布稿", rows=rows, actor=actor, at=at)
    event = MajorViolationPublished(line.public_id, line.party.name, batch_of(line))
    told(taken, line, event, actor=actor, at=at)
    return line
