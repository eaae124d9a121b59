"""What anybody may try when a decision is not obeyed or has fallen: execute it oneself, make it anew, say what follows."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.builders.labour import front_desk
from tests.cases.any_history.acts import NOTHING, one_of
from tests.cases.any_history.world import World
from yangguang.base import vault
from yangguang.cases.rules.instalments import Instalment
from yangguang.cases.use_cases.approve_execution_agreement import approve_execution_agreement
from yangguang.cases.use_cases.demand_payment import demand_payment
from yangguang.cases.use_cases.drop_execution_agreement import drop_execution_agreement
from yangguang.cases.use_cases.execute import Executing, execute
from yangguang.cases.use_cases.impose_additional_fine import impose_additional_fine
from yangguang.cases.use_cases.order_execution import order_execution
from yangguang.cases.use_cases.propose_execution_agreement import propose_execution_agreement
from yangguang.cases.use_cases.remake_decision import RemakePlan, remake_decision
from yangguang.cases.use_cases.reopen_case import reopen_case
from yangguang.cases.use_cases.resume_execution import resume_execution
from yangguang.cases.use_cases.settle_unheeded_instruction import settle_unheeded_instruction
from yangguang.cases.use_cases.sign_execution_agreement import sign_execution_agreement
from yangguang.cases.use_cases.suspend_execution import suspend_execution


def _fine(w: World) -> Any:
    return one_of(w, w.case.decisions.filter(fine_fen__gt=0).order_by("-pk"))


def _impose(w: World) -> None:
    impose_additional_fine(decision=_fine(w), actor=w.person("agency_head"), at=w.moment())


def _demand(w: World) -> None:
    demand_payment(
        decision=_fine(w), pay_by_on=w.now.date() + timedelta(days=w.pick([5, 12, 20])), how="缴至示范县农村商业银行",
        stayed=w.mostly(False, True), service=front_desk(), actor=w.handler(), at=w.moment(),
    )  # fmt: skip


def _order_execution(w: World) -> None:
    order_execution(
        decision=_fine(w),
        stayed=w.mostly(False, True),
        good_reason=w.mostly(False, True, None),
        reason="有存款而不缴纳。",
        actor=w.person("agency_head"),
        at=w.moment(),
    )


def _execute(w: World) -> None:
    executing = Executing(
        how=w.mostly("transfer", "auction", "threats"), words="划拨存款。", amount_fen=w.pick([10000, 400000]),
        voucher=w.mostly("国库收款书3号", ""), to_treasury=w.mostly(True, False), certificate_shown=w.mostly(True, False),
        utility_cut=w.mostly(False, True), stayed=w.mostly(False, True), urgent_reason=w.mostly("", "正在转移存款。"),
    )  # fmt: skip
    execute(decision=_fine(w), executing=executing, officers=w.two(), actor=w.handler(), at=w.moment())


def _stay_execution(w: World) -> None:
    ground = w.mostly("unable", "no_ground")
    suspend_execution(decision=_fine(w), ground=ground, reason="停工。", actor=w.person("agency_head"), at=w.moment())


def _resume_execution(w: World) -> None:
    resume_execution(decision=_fine(w), reason="已经复工。", actor=w.person("agency_head"), at=w.moment())


def _agree(w: World) -> None:
    """One of the turns of an agreement: drawn up, approved, signed, or dropped."""
    told = {"decision": _fine(w), "at": w.moment()}
    turn = w.pick(["propose", "approve", "sign", "drop"])
    if turn == "propose":
        plan = [Instalment(w.now.date() + timedelta(days=w.pick([5, 30])), w.pick([500000, 300000, 400000]))]
        propose_execution_agreement(
            plan=plan, harms=w.mostly(False, True), harmless="没有第三人。", measures=w.mostly("已整改。", ""),
            remitted_fen=w.pick([0, 10000]), actor=w.handler(), **told,
        )  # fmt: skip
    elif turn == "approve":
        approve_execution_agreement(actor=w.person("agency_head"), **told)
    elif turn == "sign":
        copy = vault.store_upload(b"%PDF-1.4\n%%EOF\n", name="协议.pdf")
        sign_execution_agreement(signed_as="party", signed_by="罗玉梅", signed_copy=copy, actor=w.handler(), **told)
    else:
        drop_execution_agreement(reason="当事人不同意。", actor=w.handler(), **told)


def _remake(w: World) -> None:
    ground, start = w.mostly(
        ("facts", "investigation"),
        ("procedure", "notice"),
        ("unfit", "notice"),
        ("procedure", "review"),
        ("facts", "review"),
    )
    plan = RemakePlan(one_of(w, w.case.decisions.order_by("-pk")).public_id, ground, start, "重新核实。")
    remake_decision(case_id=w.case.pk, plan=plan, actor=w.person("agency_head"), at=w.moment())


def _reopen(w: World) -> None:
    reopen_case(
        case_id=w.case.pk, paper="示政复决字〔2026〕第12号", reason=w.mostly("决定被撤销。", ""), actor=w.person("agency_head"),
        at=w.moment(),
    )  # fmt: skip


def _settle_unheeded(w: World) -> None:
    until = w.now.date() + timedelta(days=w.mostly(20, -1))
    settle_unheeded_instruction(
        instruction=one_of(w, w.case.instructions.order_by("-pk")), follows=w.mostly("watched", "passed_on", "ordered_again"),
        words=w.mostly("列入重点检查。", ""), watch_until=until, actor=w.person("agency_head"), at=w.moment(),
    )  # fmt: skip


HELPERS = {"_fine"}
ACTS = {
    name.strip("_"): act
    for name, act in globals().items()
    if name.startswith("_") and callable(act) and name not in HELPERS and getattr(act, "__module__", "") == __name__
}
__all__ = ["ACTS", "NOTHING"]
