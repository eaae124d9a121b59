"""Gates about who acts: two officers, certificates of that day, conflicts, recusal, the agency head."""

from __future__ import annotations

from yangguang.cases import standing
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.rules.limitation import LABOUR_FIELD
from yangguang.cases.withdrawn import CLAUSE, MUST_WITHDRAW, has_withdrawn, recusals_of
from yangguang.directory.api import Role, certificate_facts, fault, qualifies
from yangguang.kernel.refusal import Refused
from yangguang.statutes import clause

OFFICERS = "APL-2021:42.1#officers"
QUALIFIED = "APL-2021:42.1#qualified"
ALONE = frozenset({
    "pass_review", "pass_disposition_review", "decide_penalty", "decide_no_penalty", "decide_violation_not_established",
    "decide_disposition",
})  # fmt: skip


@gate(
    "two_officers", label="两名以上执法人员", clauses=(OFFICERS, "LSR-2004:16.1#officers"),
    remedy="请指定两名以上持证执法人员。",
)  # fmt: skip
def two_officers(attempt: Attempt) -> str:
    """Fewer than two different officers."""
    officers = {officer.pk for officer in standing.acting_officers(attempt)}
    least = clause(OFFICERS).amount("least", unit="person")
    return "" if len(officers) >= least else "执法人员少于两人。"


@gate("certificates_valid", label="执法证件当日有效", clauses=(QUALIFIED,), remedy="请另选持证人员，或者先办理换证。")
def certificates_valid(attempt: Attempt) -> str:
    """Any officer without a certificate that carries this field and area on the day of the act."""
    case, day = attempt.case, attempt.at.day
    for officer in standing.acting_officers(attempt):
        held = certificate_facts(officer)
        left = officer.left_on is not None and officer.left_on <= day
        if not left and qualifies(held, field=case.field, area=case.area, on=day):
            continue
        why = "已离岗" if left else "；".join(fault(c, field=case.field, area=case.area, on=day) for c in held)
        return (
            f"执法人员{officer.name}的执法证件在{day:%Y年%-m月%-d日}无效或者不含本类别、本区域"
            f"（{why or '没有执法证件'}）。"
        )
    return ""


@gate(
    "certificate_shown", label="出示执法证件", clauses=("APL-2021:55.1", "LSR-2004:16.1#identity"),
    remedy="请在笔录中记明出示证件的时间和证件编号。",
)  # fmt: skip
def certificate_shown(attempt: Attempt) -> str:
    """The record does not say that certificates were shown."""
    return "" if attempt.given.get("certificate_shown") is True else "未记录主动出示执法证件。"


@gate(
    "badge_worn", label="佩戴监察标志", clauses=("LSR-2004:16.1#identity",), remedy="请佩戴劳动保障监察标志后再检查。"
)
def badge_worn(attempt: Attempt) -> str:
    """A labour inspection at which nobody says that the badges were worn; other fields have no such badge."""
    worn = attempt.case.field != LABOUR_FIELD or attempt.given.get("badge_worn") is True
    return "" if worn else "未佩戴劳动保障监察标志。"


@gate("no_conflict", label="没有应当回避的情形", clauses=(CLAUSE, "LSR-2004:16.2"), remedy="请更换承办人员。")
def no_conflict(attempt: Attempt) -> str:
    """An officer declared an interest, or was found to have one by the day of the act; what was done before stands.

    Whoever reviews or decides acts alone: there it is the reviewer or the head who must have none.
    """
    if attempt.act in ALONE:
        if attempt.case.pk and has_withdrawn(attempt.actor, attempt.case):
            raise Refused(MUST_WITHDRAW, CLAUSE, remedy="请由其他人员办理。")
        return ""
    officers = {one.pk for one in standing.acting_officers(attempt)}
    told = {officer.pk for officer in attempt.given.get("conflicted", ())}
    if attempt.case.pk:
        told |= {
            one.officer_id
            for one in recusals_of(attempt.case)
            if one.granted and one.decided_on and one.decided_on <= attempt.at.day
        }
    return MUST_WITHDRAW if officers & told else ""


@gate("recusal_settled", label="回避申请已决定", clauses=("APL-2021:43.3",), remedy="请机关负责人先决定回避申请。")
def recusal_settled(attempt: Attempt) -> str:
    """A requested recusal nobody has decided."""
    waiting = any(one.granted is None for one in recusals_of(attempt.case))
    return "回避申请尚未决定，不得作出处罚或者处理决定。" if waiting else ""


@gate("head_decides", label="由机关负责人决定", clauses=("APL-2021:57.1",), remedy="请提交机关负责人签发。")
def head_decides(attempt: Attempt) -> str:
    """Whoever signs is not an agency head of the body in whose name the case runs."""
    heads = attempt.actor.holds(Role.AGENCY_HEAD) and attempt.actor.body_id == attempt.case.body_id
    return "" if heads else "应当由行政机关负责人作出决定。"
