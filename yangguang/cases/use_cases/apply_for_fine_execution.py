"""Ask the court to enforce a fine that nobody paid (T03)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.base import local_values
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.execution.court_gates import PAPERS
from yangguang.cases.kinds.execution.documents import court_papers
from yangguang.cases.kinds.execution.documents.fulfilment_papers import amount_words, whom_of
from yangguang.cases.models import Decision, Execution
from yangguang.cases.owing import additional_owed, judged, owing_of
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._execution import locked_execution, move_case, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CLAUSE = "ACL-2011:53"


@transaction.atomic
def apply_for_fine_execution(
    *, decision: Decision, papers: Sequence[str], situation: str, sealed: bool, stayed: bool | None, actor: Account,
    at: Moment, late_because: str = "",
) -> Execution:  # fmt: skip
    """The agency head signs. What was judged in a lawsuit goes another way: by the judgment."""
    row = locked_execution(decision)
    owing = owing_of(row.decision, on=at.day)
    additional = additional_owed(row.decision, on=at.day)
    if not owing.unpaid_fen + additional:
        raise Refused("当事人已履行，不得申请强制执行。", "AJI-2018:155.1", remedy="请核对缴款。")
    if judged(row.decision):
        raise Refused("经过诉讼的应当依判决申请执行。", "AJL-2017:95", remedy="请办理“按判决申请执行”。")
    assets = worded(situation, label="执行标的情况", field="situation", most=1000)
    keep_secret(row.case, {"situation": assets, "late_because": late_because})
    given = {"papers": list(papers), "stayed": stayed, "late_because": late_because, "sealed": sealed}
    taken = step_taken(row, "apply_for_fine_execution", actor=actor, at=at, given=given)
    body = row.case.body
    court = str(local_values.value("court", chain=body.public_id, on=at.day))
    document = make_document(
        kind="court_execution_application", title="强制执行申请书", number_kind="监执", body=body,
        file_ref=row.case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=court_papers.court_application(
            row.case, court=court, number=row.decision.number, party=whom_of(row.decision), situation=assets,
            papers=[PAPERS[one] for one in papers], head=actor.name, late_because=late_because.strip(), on=at.day,
            kind="行政处罚决定书", asks=f"由被申请人缴纳{amount_words(owing, additional)}",
            under="《中华人民共和国行政处罚法》第七十二条第一款第四项、《中华人民共和国行政强制法》第五十三条、第五十四条",
        ),
    )  # fmt: skip
    row.applied_on = at.day
    row.save()
    move_case(row.case, "enter_execution", actor=actor, at=at)
    told(taken, row, f"{document.number}，{court}，{in_figures(owing.unpaid_fen + additional)}元", actor=actor, at=at)
    return row
