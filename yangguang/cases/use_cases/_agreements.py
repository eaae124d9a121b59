"""What approving and signing an agreement on the execution of a fine have in common."""

from __future__ import annotations

from datetime import date

from yangguang.base.form_fields import BETWEEN_NAMES
from yangguang.cases.agents import agents_of, stands
from yangguang.cases.agreements import WAITING, owed_of
from yangguang.cases.models import (
    AgreementSigner,
    AgreementState,
    Execution,
    ExecutionAgreement,
    ExecutionStatus,
    Party,
)
from yangguang.cases.rules.execution_agreement import agreement_fault
from yangguang.cases.rules.instalments import Instalment
from yangguang.cases.standing import parties_of_decision
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "ACL-2011:42.1"
ENTITLE = "由当事人本人、法定代表人、负责人签字；由他人签字的，请先登记授权委托书，再选择代理人。"


def parts_of_agreement(agreement: ExecutionAgreement) -> list[Instalment]:
    """The parts as they were written down."""
    return [Instalment(date.fromisoformat(one["due_on"]), int(one["fen"])) for one in agreement.instalments]


def end_agreements(row: Execution) -> None:
    """Nothing is left to agree on once the line is at its end or before the court: what waits is not signed any more, and
    what was being performed has been kept, or ended with the decision or the execution.
    """
    row.agreements.filter(state__in=WAITING).update(
        state=AgreementState.DROPPED, drop_reason=f"履行情况：{row.standing}"
    )
    kept = row.status == ExecutionStatus.FULFILLED
    ended = AgreementState.KEPT if kept else AgreementState.ENDED
    row.agreements.filter(state=AgreementState.SIGNED).update(state=ended)


def may_sign(agreement: ExecutionAgreement, signed_as: str, names: str, *, on: date) -> None:
    """Every party of the decision is signed for, by itself or whoever stands for it, and nobody else signs."""
    if signed_as not in AgreementSigner.values:
        raise Refused(
            "请选择签字人的身份。", CLAUSE, field="signed_as", remedy="当事人本人签字的选当事人，代理人签字的选代理人。"
        )
    signed = {one.strip() for one in BETWEEN_NAMES.split(names) if one.strip()}
    own, agents = _entitled(agreement, on=on)
    by_agent = signed_as == AgreementSigner.AGENT
    mine = {party: own[party] | (agents[party] if by_agent else set()) for party in own}
    strangers = signed - set().union(*mine.values())
    if by_agent and not signed & set().union(*agents.values()):
        strangers = signed
    if strangers:
        who = "案卷中登记的代理人，或者代理已经终止" if by_agent else "当事人本人或者其法定代表人、负责人"
        raise Refused(f"{'、'.join(sorted(strangers))}不是{who}。", CLAUSE, field="signed_by", remedy=ENTITLE)
    if missing := [party for party, names_of in mine.items() if not names_of & signed]:
        raise Refused(
            f"还没有{'、'.join(missing)}一方的签字。", CLAUSE, field="signed_by", remedy="各方签字人用顿号分开填写。"
        )  # fmt: skip


def _entitled(agreement: ExecutionAgreement, *, on: date) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Who may sign for each party, as the file knows them: itself or its head, and its agents of that day."""
    decision = agreement.execution.decision
    own: dict[str, set[str]] = {}
    agents: dict[str, set[str]] = {}
    for party in Party.objects.filter(pk__in=parties_of_decision(decision)).order_by("position", "pk"):
        own[party.name] = {party.name, party.legal_representative} - {""}
        agents[party.name] = {one.name for one in agents_of(decision.case).filter(party=party) if stands(one, on)}
    return own, agents


def holds_still(agreement: ExecutionAgreement, at: Moment) -> None:
    """What it says still fits what is owed. Raises Refused where something was paid or a day has passed meanwhile."""
    fault = agreement_fault(
        parts_of_agreement(agreement), owed=owed_of(agreement.execution, on=at.day), remitted_fen=agreement.remitted_fen,
        measures=agreement.measures, on=at.day,
    )  # fmt: skip
    if fault:
        raise Refused(f"拟订以后情况有了变化：{fault.reason}", CLAUSE, remedy="请放弃这份协议，重新拟订。")
