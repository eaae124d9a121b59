"""Ask the next higher court to look again at a refusal (T05)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.kinds.execution.documents import fulfilment_papers
from yangguang.cases.kinds.execution.stages import COURT_REVIEW
from yangguang.cases.models import Clock, Decision, Execution
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._execution import locked_execution, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CLAUSES = ("ACL-2011:56.2#apply", "ACL-2011:58.3")
TITLE = "复议申请书"


@transaction.atomic
def ask_court_reconsideration(*, decision: Decision, court: str, reason: str, actor: Account, at: Moment) -> Execution:
    """Within fifteen days of the ruling, once."""
    row = locked_execution(decision)
    terms = Clock.objects.filter(
        case=row.case, kind__in=COURT_REVIEW, about_ref=row.decision.public_id, stopped_on=None
    )
    running = terms.order_by("-pk").first()
    if running is not None and at.day > run_clocks.due_of(running).day:
        raise Refused("超过申请复议的期限。", running.clause)
    if row.reconsidered_on:
        raise Refused("上一级人民法院已经复议。", CLAUSES, remedy="请核对裁定。")
    higher = worded(court, label="上一级人民法院", field="court", most=120)
    words = worded(reason, label="申请理由", field="reason", most=1000)
    taken = step_taken(row, "ask_court_reconsideration", actor=actor, at=at)
    make_document(
        kind="court_reconsideration_application", title=TITLE, number_kind="监执", body=row.case.body,
        file_ref=row.case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=fulfilment_papers.to_court(
            row.case, title=TITLE, court=higher, on=at.day, head=actor.name,
            asks=f"不服{row.court_paper}，请求准予执行{row.decision.number}行政处罚决定书。理由：{words}",
        ),
    )  # fmt: skip
    row.reconsidered_on = at.day
    row.save()
    told(taken, row, higher, actor=actor, at=at)
    return row
