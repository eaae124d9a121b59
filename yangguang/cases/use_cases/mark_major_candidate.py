"""Put a violation that has been dealt with forward for the quarter's publication (G01)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.major_violations import MajorViolationMoved
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.major_labour_violations.public_rows import batch_of, before_the_quarter, quarter_of
from yangguang.cases.kinds.wage_arrears_sanctions import papers
from yangguang.cases.models import Case, MajorKind, MajorStatus, MajorViolation, Party
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lines import step_taken, told
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import chosen

CLAUSE = "MVP-2016:5"


@transaction.atomic
def mark_major_candidate(
    *, case: Case, party: Party, kind: str, standard: str, facts: str, handling: str, actor: Account, at: Moment
) -> MajorViolation:
    """In the quarter of the act, which ends its clock. One at a time for each party."""
    row = lock_case(case.pk)
    if party.case_id != row.pk:
        raise Refused("当事人不是本案当事人。", CLAUSE, field="party", remedy="请重新选择。")
    chosen(kind, MajorKind.values, label="情形", clause=CLAUSE, field="kind")
    if row.major_violations.filter(party=party).exclude(status=MajorStatus.EXPIRED).exists():
        raise Refused("该当事人已经列为候选或者公布。", CLAUSE, remedy="请在现有的公布中办理。")
    typed = {
        "facts": worded(facts, label="主要违法事实", field="facts", most=2000),
        "handling": worded(handling, label="处理情况", field="handling", most=2000),
    }
    keep_secret(row, typed)
    year, quarter = quarter_of(at.day)
    line = MajorViolation.objects.create(
        case=row, party=party, kind=MajorKind(kind), year=year, quarter=quarter, marked_on=at.day,
        standard=worded(standard, label="情节认定的依据", field="standard", most=400), **typed,
    )  # fmt: skip
    taken = step_taken(line, "mark_major_candidate", actor=actor, at=at)
    run_clocks.start(
        row, "publish_major_by", on=before_the_quarter(at.day), event="本季度开始", about_ref=line.public_id
    )
    rows = [("情形", line.get_kind_display()), ("情节认定的依据", line.standard), *_items(line)]
    papers.form(line, kind="major_candidate_form", title="重大劳动保障违法行为候选表", rows=rows, actor=actor, at=at)
    event = MajorViolationMoved("列为候选", f"{party.name}，{batch_of(line)}", (CLAUSE, "LSR-2004:22"))
    told(taken, line, event, actor=actor, at=at)
    return line


def _items(line: MajorViolation) -> list[tuple[str, str]]:
    return [("违法主体", line.party.name), ("主要违法事实", line.facts), ("处理情况", line.handling)]
