"""Pass an application for reconsideration on where the decision is upheld, or record that it was put right (ARL-2023:32.2)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.contesting import ApplicationHandled
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.penalty.documents import remedy_answer
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import HandedInApplication, HandedInOutcome
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases._overdue import explain
from yangguang.cases.use_cases.receive_application import CLAUSE, IN_FORCE, TERM
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import chosen
from yangguang.records.api import make_document


@transaction.atomic
def forward_application(
    *, case_id: int, application_ref: str, outcome: str, words: str, actor: Account, at: Moment, receipt: str = "",
    overdue_reason: str = "", seen_version: int | None = None,
) -> HandedInApplication:  # fmt: skip
    """`words`: why the decision is upheld, or how it was put right. `receipt`: who signed for what was passed on. Raises
    Refused where the decision is said to be put right and nothing was done.
    """
    case = lock_case(case_id, seen_version=seen_version)
    row = case.handed_in.select_for_update(of=("self",)).filter(public_id=application_ref, outcome="").first()
    if row is None:
        raise Refused("请选择还没有处理的复议申请。", CLAUSE, field="application_ref")
    row.case = case
    if at.day < row.received_on:
        raise Refused("转送不早于收到申请的日期。", CLAUSE, field="occurred_at", remedy="请核对办理日期。")
    chosen(outcome, HandedInOutcome.values, label="处理", clause=CLAUSE, field="outcome")
    why = worded(words, label="理由", field="words", most=1000)
    keep_secret(case, {"words": why})
    forwarded = outcome == HandedInOutcome.FORWARDED
    if forwarded:
        row.receipt = worded(receipt, label="回执", field="receipt", most=120)
    else:
        _is_put_right(row)
    taken = take(Taking(main_flow(case), case, "forward_application", actor, at))
    late = explain(case, (TERM,), row.public_id, overdue_reason, at)
    row.outcome, row.handled_on = outcome, at.day
    if forwarded:
        row.letter = make_document(
            kind="forwarding_letter", title=remedy_answer.FORWARDING, number_kind="复转", body=case.body,
            file_ref=case.public_id, sheet=remedy_answer.forwarding(row, why=why, dated_on=at.day), dated_on=at.day,
            actor=actor, at=at, volume="side",
        )  # fmt: skip
    row.save()
    run_clocks.stop(case, TERM, on=at.day, event=row.get_outcome_display(), about_ref=row.public_id)
    event = ApplicationHandled(row.public_id, row.decision.number, row.get_outcome_display(), row.authority, late)
    announce(taken, event, actor=actor, at=at)
    return row


def _is_put_right(row: HandedInApplication) -> None:
    """The very decision fell since, or was altered."""
    altered = row.case.alterations.filter(decision=row.decision, fallen_on=None, altered_on__gte=row.received_on)
    if row.decision.status in IN_FORCE and not altered.exists():
        raise Refused(
            "收到申请以后还没有撤销或者变更决定。",
            CLAUSE,
            field="outcome",
            remedy="请先办理撤销或者变更；维持原决定的，应当转送。",
        )
