"""What a granted recusal brings about, and what every decision about one shares."""

from __future__ import annotations

from datetime import date

from yangguang.cases.events.investigating import RecusalDecided
from yangguang.cases.kinds.penalty.documents import recusal_decision
from yangguang.cases.models import Assignment, Case, Clock, LeadKeeper, Recusal
from yangguang.cases.policy import assignments_of
from yangguang.cases.use_cases import run_clocks
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CLAUSE, TERM, DECIDE_BY = "APL-2021:43.3", "LSP-2004:28", "decide_recusal_by"


def leave_the_case(recusal: Recusal, *, on: date) -> None:
    """Who has withdrawn handles neither the case nor its leads any more; what was done until then stands."""
    account = recusal.account_id or (recusal.officer.account_id if recusal.officer else None)
    rows = [
        one.pk
        for one in assignments_of(recusal.case)
        if one.ends_on is None
        and (one.officer_id == recusal.officer_id or (account is not None and one.officer.account_id == account))
    ]
    Assignment.objects.filter(pk__in=rows).update(ends_on=on, reason="回避")
    if account is not None:
        LeadKeeper.objects.filter(lead__case_id=recusal.case_id, account_id=account, ends_on=None).update(ends_on=on)


def waiting(case: Case, recusal_id: int, *, reason: str, at: Moment) -> Recusal:
    """The request to be decided, locked. Raises Refused when it is not of the case, decided, or the words are missing."""
    rows = Recusal.objects.select_for_update(of=("self",)).select_related("officer", "account")
    recusal = rows.filter(pk=recusal_id, case=case).first()
    if recusal is None:
        raise Refused("本案没有这项回避申请。", CLAUSE, field="recusal_id", remedy="请刷新页面后另选。")
    if recusal.granted is not None:
        raise Refused("这项回避申请已经决定。", CLAUSE)
    if at.day < recusal.requested_on:
        raise Refused("决定回避的日期不能早于申请的日期。", CLAUSE, field="occurred_at")
    if not reason.strip():
        raise Refused("请写明决定的理由。", CLAUSE, field="reason")
    return recusal


def settle(case: Case, recusal: Recusal, *, late: str, actor: Account, at: Moment) -> RecusalDecided:
    """Keep the decision with its paper; its term ends. Raises Refused when it comes late without a reason."""
    for clock in Clock.objects.filter(case=case, kind=DECIDE_BY, about_ref=recusal.public_id, stopped_on=None):
        if run_clocks.is_over(clock, at) and not clock.overdue_reason:
            if not late.strip():
                raise Refused(
                    "决定回避申请已经逾期，应当写明逾期原因。", TERM, field="overdue_reason", remedy="逾期仍应当决定。"
                )
            clock.overdue_reason = late.strip()[:400]
            clock.save(update_fields=["overdue_reason"])
    run_clocks.stop(case, DECIDE_BY, on=at.day, event="决定回避", about_ref=recusal.public_id)
    recusal.decided_on = at.day
    recusal.save()
    if recusal.granted:
        leave_the_case(recusal, on=at.day)
    make_document(
        kind="recusal_decision", title=recusal_decision.TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day,
        sheet=recusal_decision.sheet(case, recusal, dated_on=at.day), actor=actor, at=at,
    )  # fmt: skip
    return RecusalDecided(
        recusal.person, bool(recusal.granted), recusal.get_role_display(), recusal.get_decided_by_display()
    )
