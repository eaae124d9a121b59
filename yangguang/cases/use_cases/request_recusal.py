"""Record that a party asks somebody to withdraw, or that they declare an interest themselves (APL-2021:43)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases import standing
from yangguang.cases.events.investigating import RecusalRequested
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case, Recusal, RecusedRole
from yangguang.cases.rules.limitation import LABOUR_FIELD
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases._withdrawing import leave_the_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.cases.withdrawn import concerns, recusals_of
from yangguang.directory.api import Account, Officer
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import chosen

CLAUSE, CHAIR_CLAUSE = "APL-2021:43.2", "APL-2021:64.1.4"
DECIDE_BY = "decide_recusal_by"
OF_ACCOUNT = frozenset({RecusedRole.UNIT_HEAD, RecusedRole.REVIEWER, RecusedRole.AGENCY_HEAD})


@transaction.atomic
def request_recusal(
    *, case_id: int, by_officer: bool, reason: str, actor: Account, at: Moment, officer: Officer | None = None,
    role: str = RecusedRole.OFFICER, account: Account | None = None, name: str = "", seen_version: int | None = None,
) -> Recusal:  # fmt: skip
    """`officer` names an officer, `account` a head, a reviewer or the chair, `name` anybody else.

    A person's own declaration (`by_officer`) stands at once; a party's request waits for its decision and stops nothing
    but the decision about the party.
    """
    case = lock_case(case_id, seen_version=seen_version)
    if not reason.strip():
        raise Refused("请写明利害关系或者申请理由。", CLAUSE, field="reason")
    chosen(role, dict(RecusedRole.choices), label="身份", clause=CLAUSE, field="who")
    recusal = Recusal(case=case, role=role, declared_by_officer=by_officer, reason=reason.strip(), requested_on=at.day)
    _names_somebody(case, recusal, officer, account, name)
    given = {"officers": [officer] if recusal.officer else []}
    taken = take(Taking(FLOWS["penalty"], case, "request_recusal", actor, at, given))
    if by_officer:
        recusal.granted, recusal.decided_on = True, at.day
    recusal.save()
    if by_officer:
        leave_the_case(recusal, on=at.day)
    elif case.field == LABOUR_FIELD:  # LSP-2004:28 is a rule of labour inspection; no other names a number of days
        run_clocks.start(case, DECIDE_BY, on=at.day, event="收到回避申请", about_ref=recusal.public_id)
    announce(taken, RecusalRequested(recusal.person, by_officer, recusal.get_role_display()), actor=actor, at=at)
    return recusal


def _names_somebody(case: Case, recusal: Recusal, officer: Officer | None, account: Account | None, name: str) -> None:
    """Who it is about, once they really have that part in this case. Raises Refused otherwise, and for one already gone."""
    role = recusal.role
    if role == RecusedRole.OFFICER and officer is not None:
        recusal.officer = officer
    elif role == RecusedRole.CHAIR and account is not None:
        hearing = standing.hearing_set(case)
        if hearing is None or hearing.chair_id != account.pk:
            raise Refused("他不是本案听证的主持人。", CHAIR_CLAUSE, field="who", remedy="请核对听证通知书。")
        recusal.account = account
    elif role in OF_ACCOUNT and account is not None:
        if account.body_id not in {case.body_id, case.acting_body_id} or not account.holds(role):
            raise Refused("他不担任这项职务。", CLAUSE, field="who", remedy="请另选。")
        recusal.account = account
    elif role not in OF_ACCOUNT | {RecusedRole.OFFICER, RecusedRole.CHAIR} and name.strip():
        recusal.name = name.strip()
    else:
        raise Refused(
            "请写明申请谁回避。", CLAUSE, field="who", remedy="从列表中选择；列表里没有的，选择身份并填写姓名。"
        )
    if any(one.granted and _same(one, recusal) for one in recusals_of(case)):
        raise Refused(f"{recusal.person}已经回避。", CLAUSE, field="who", remedy="请核对申请谁回避。")


def _same(one: Recusal, other: Recusal) -> bool:
    account = other.account or (other.officer.account if other.officer else None)
    same_officer = other.officer_id is not None and one.officer_id == other.officer_id
    return same_officer or concerns(one, account) or bool(other.name and one.name == other.name)
