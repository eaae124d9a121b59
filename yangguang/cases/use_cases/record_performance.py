"""Record that the body did what a reconsideration decision or a judgment ordered it to do (ARL-2023:66, AJL-2017:72)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.cases.events.contesting import OrderPerformed
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import Remedy
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.rules.remedies import CLAUSES, PERFORM
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases._outcome_terms import CLOCK
from yangguang.cases.use_cases._overdue import explain
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_days import in_words
from yangguang.records.api import make_document

TITLE = "履行复议决定、判决的记录"


@transaction.atomic
def record_performance(
    *, case_id: int, remedy_ref: str, performed_on: date, performed: str, paper: str, actor: Account, at: Moment,
    overdue_reason: str = "", seen_version: int | None = None,
) -> Remedy:  # fmt: skip
    """`performed`: what was done; `paper` what shows it. After its term it is recorded all the same, with the reason."""
    case, clauses = lock_case(case_id, seen_version=seen_version), CLAUSES[PERFORM]
    rows = case.remedies.select_for_update().filter(public_id=remedy_ref, outcome=PERFORM)
    remedy = next((one for one in rows if one.awaits_performance), None)
    if remedy is None:
        raise Refused("请选择责令履行、还没有履行的复议或者诉讼。", clauses, field="remedy_ref")
    if not (remedy.outcome_received_on or at.day) <= performed_on <= at.day:
        raise Refused("履行日期应当在收到文书以后，不晚于登记。", clauses, field="performed_on", remedy="请核对日期。")
    done = worded(performed, label="履行的情况", field="performed", most=1000)
    shown = worded(paper, label="履行的凭据", field="paper", most=200)
    keep_secret(case, {"performed": done, "paper": shown})
    taken = take(Taking(main_flow(case), case, "record_performance", actor, at))
    late = explain(case, (CLOCK,), remedy.public_id, overdue_reason, at, done_on=performed_on)
    told = {"performed_on": performed_on.isoformat(), "performed": done, "performed_paper": shown}
    remedy.outcome_terms = {**remedy.outcome_terms, **told}
    remedy.save(update_fields=["outcome_terms"])
    run_clocks.stop(case, CLOCK, on=performed_on, event="履行", about_ref=remedy.public_id)
    rows_told = [
        ("责令履行的文书", remedy.outcome_paper), ("责令履行的事项", str(remedy.outcome_terms["perform"])),
        ("履行日期", in_words(performed_on)), ("履行的情况", done), ("履行的凭据", shown),
    ]  # fmt: skip
    make_document(
        kind="performance_record", title=TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day, volume="side",
        sheet=short_form.sheet(case, title=TITLE, rows=rows_told, dated_on=at.day), actor=actor, at=at,
    )  # fmt: skip
    event = OrderPerformed(remedy.public_id, remedy.number, performed_on, done, shown, late)
    announce(taken, event, actor=actor, at=at)
    return remedy
