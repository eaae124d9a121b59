"""Ask the court to enforce a disposition that nobody fulfilled (H07)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.base import local_values
from yangguang.cases.events.wages import DispositionMoved
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.execution.court_gates import PAPERS
from yangguang.cases.kinds.execution.documents import court_papers
from yangguang.cases.kinds.labour.fulfilment import left_of
from yangguang.cases.models import Disposition, Instruction
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import decision_of, locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_capitals, in_figures
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CLAUSE = "MWR-2019:42"


@transaction.atomic
def apply_for_court_execution(
    *, disposition: Disposition | Instruction, papers: Sequence[str], situation: str, stayed: bool | None, actor: Account,
    at: Moment, late_because: str = "",
) -> Disposition:  # fmt: skip
    """The agency head signs. An instruction alone is no title: first there must be a disposition."""
    if isinstance(disposition, Instruction):
        raise Refused("应当先作出行政处理决定。", CLAUSE, remedy="请核查改正情况，期满未改正的提出行政处理。")
    row = locked_line(disposition)
    assets = worded(situation, label="执行标的情况", field="situation", most=1000)
    keep_secret(row.case, {"situation": assets, "late_because": late_because})
    if row.decision is not None and not left_of(row):
        raise Refused("当事人已履行，不得申请强制执行。", "ACL-2011:53", remedy="请核查履行。")
    given = {"papers": list(papers), "stayed": stayed, "late_because": late_because}
    taken = step_taken(row, "apply_for_court_execution", actor=actor, at=at, given=given)
    left, body = left_of(row), row.case.body
    court = str(local_values.value("court", chain=body.public_id, on=at.day))
    document = make_document(
        kind="court_execution_application", title="强制执行申请书", number_kind="监执", body=body,
        file_ref=row.case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=court_papers.court_application(
            row.case, court=court, number=decision_of(row).number, party=row.party.name, situation=assets,
            papers=[PAPERS[one] for one in papers], head=actor.name, late_because=late_because.strip(), on=at.day,
            kind="行政处理决定书",
            asks=f"由被申请人支付劳动报酬和加付赔偿金共计{in_figures(left)}元（大写：{in_capitals(left)}）",
            under="《中华人民共和国行政强制法》第五十三条、第五十四条、《保障农民工工资支付条例》第四十二条",
        ),
    )  # fmt: skip
    row.applied_on = at.day
    row.save()
    words = f"{document.number}，{court}，{in_figures(left)}元"
    told(taken, row, DispositionMoved("申请法院强制执行", words, "", (CLAUSE, "ACL-2011:53")), actor=actor, at=at)
    return row
