"""What waits on the way of a fine: a request for deferral without an answer, three years of standing still, money to return."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from yangguang.cases.agreements import broken_agreement
from yangguang.cases.confiscated import GONE
from yangguang.cases.models import (
    AgreementState,
    Case,
    Clock,
    Decision,
    DecisionStatus,
    Deferral,
    ExecutionAgreement,
    ExecutionStatus,
)  # fmt: skip
from yangguang.cases.owing import comes_back
from yangguang.cases.rules.other_penalties import CONFISCATIONS
from yangguang.cases.rules.remedies import CHANGES
from yangguang.cases.rules.shares import whom

HEAD, HANDLER = "agency_head", "case_handler"


@dataclass(frozen=True)
class FineWaits:
    """What somebody of a role has to do about a fine, and since when."""

    decision: Decision
    role: str
    what: str
    since: date
    clause: str

    @property
    def party(self) -> str:
        """Whose fine it is."""
        return whom(self.decision.content)


def waits_of(cases: QuerySet[Case], today: date) -> list[FineWaits]:
    """The fines of these cases that somebody has to do something about."""
    return [*_asked(cases), *_agreements(cases, today), *_stood_still(cases, today), *_to_return(cases)]


def _asked(cases: QuerySet[Case]) -> Iterator[FineWaits]:
    rows = Deferral.objects.filter(granted=None, decision__case__in=cases).select_related("decision__case")
    for one in rows.order_by("requested_on", "pk"):
        yield FineWaits(one.decision, HEAD, "答复延期分期缴纳罚款的申请", one.requested_on, "APL-2021:66.2")


def _agreements(cases: QuerySet[Case], today: date) -> Iterator[FineWaits]:
    """Those the head has not answered, those the party has not signed, and those it does not keep."""
    states = (AgreementState.PROPOSED, AgreementState.APPROVED, AgreementState.SIGNED)
    rows = ExecutionAgreement.objects.filter(state__in=states, execution__case__in=cases)
    for one in rows.select_related("execution__decision__case", "plan").order_by("pk"):
        decision = one.execution.decision
        if one.state == AgreementState.PROPOSED:
            yield FineWaits(decision, HEAD, "批准执行协议", one.proposed_on, "ACL-2011:42.1")
        elif one.state == AgreementState.APPROVED:
            yield FineWaits(
                decision, HANDLER, "与当事人签订执行协议", one.approved_on or one.proposed_on, "ACL-2011:42.1"
            )
        elif (since := broken_agreement(one.execution, on=today)) is not None:
            yield FineWaits(decision, HEAD, "当事人没有履行执行协议，应当恢复执行", since, "ACL-2011:42.2")


def _stood_still(cases: QuerySet[Case], today: date) -> Iterator[FineWaits]:
    due = Clock.objects.filter(kind="end_stay_by", stopped_on=None, due_on__lte=today, case__in=cases)
    for clock in due.order_by("due_on", "pk"):
        decision = Decision.objects.select_related("case").filter(public_id=clock.about_ref).first()
        if decision is not None:
            yield FineWaits(decision, HEAD, "中止执行已满三年，决定是否终结执行", clock.due_on, "ACL-2011:39.2")


def _to_return(cases: QuerySet[Case]) -> Iterator[FineWaits]:
    fallen = Q(status=DecisionStatus.ANNULLED) | Q(remedies__outcome__in=CHANGES)
    taken = Q(payments__isnull=False) | Q(other_executions__penalty__in=CONFISCATIONS) | Q(case__items__fate__in=GONE)
    rows = Decision.objects.filter(fallen, taken, case__in=cases).exclude(execution__status=ExecutionStatus.RETURNED)
    for decision in rows.select_related("case").distinct().order_by("pk"):
        if comes_back(decision):
            yield FineWaits(decision, HANDLER, "退还决定失效、变更以前所缴的款物", decision.decided_on, "ACL-2011:41")
