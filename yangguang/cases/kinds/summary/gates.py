"""Gates of the summary procedure: limits, one act one decision, notice and answer there and then, handing over, collecting."""

from __future__ import annotations

from collections.abc import Iterator

from yangguang.base.guards import asked_once
from yangguang.cases import standing
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.models import (
    Case,
    CaseKind,
    CollectionGround,
    Decision,
    DecisionStatus,
    OnTheSpotCollection,
    Party,
    PartyKind,
    ServiceMethod,
)
from yangguang.cases.rules import on_the_spot as rules
from yangguang.kernel.money import in_figures

STANDING = (DecisionStatus.DECIDED, DecisionStatus.SERVED)
TO_ORDINARY = "请转普通程序办理；现场材料随案转入。"


def party_of(case: Case) -> Party | None:
    """The one party of a penalty on the spot."""
    return case.parties.order_by("position", "pk").first()


def kind_of(case: Case) -> str:
    """Which limit holds for the party: organisation or person."""
    party = party_of(case)
    return "organisation" if party is not None and party.kind == PartyKind.ORGANISATION else "person"


@gate(
    "summary_limit", label="符合简易程序条件", clauses=(rules.CITIZEN, rules.ORGANISATION), remedy=TO_ORDINARY,
)  # fmt: skip
def summary_limit(attempt: Attempt) -> str:
    """More than the law lets be decided on the spot, or another kind of penalty than warning and fine."""
    beyond = rules.beyond_summary(standing.draft_content(attempt), kind_of(attempt.case), attempt.at.day)
    return "不符合简易程序适用条件，应当适用普通程序。" if beyond else ""


@gate(
    "not_split", label="没有拆分同一违法行为", clauses=("APL-2021:29#no_second_fine", rules.CITIZEN), remedy=TO_ORDINARY,
)  # fmt: skip
def not_split(attempt: Attempt) -> str:
    """Another decision on the spot stands for the same act, or together those of one check pass the limit."""
    case, fine = attempt.case, int(standing.draft_content(attempt).get("fine_fen") or 0)
    cap = rules.cap_fen(kind_of(case), attempt.at.day)
    return "同一违法行为不得拆分适用简易程序。" if rules.is_split(fine, _beside(case), cap) else ""


@gate(
    "notified_on_the_spot", label="已当场告知并听取", clauses=("APL-2021:44", "APL-2021:62", "LSP-2004:34"),
    remedy="请先当场告知拟处罚的内容、事实、理由、依据和权利，听取并答复意见；当事人明确放弃的，请登记。",
)  # fmt: skip
def notified_on_the_spot(attempt: Attempt) -> str:
    """Nobody was told, or nobody wrote down what was answered."""
    told = standing.current_notices(attempt.case)
    heard = [one for one in told if one.statement_waived_on or one.statements.exists()]
    return "" if told and len(heard) == len(told) else "未当场告知并听取陈述申辩。"


@gate(
    "reconsideration_first_stated", label="已写明先申请复议", clauses=("ARL-2023:23.1.1", "ARL-2023:23.2"),
    remedy="请删去可以直接起诉的文字；救济途径由系统写入决定书。",
)  # fmt: skip
def reconsideration_first_stated(attempt: Attempt) -> str:
    """The decision does not say that reconsideration comes first, or somewhere says otherwise."""
    first = rules.names_reconsideration_first(standing.draft_content(attempt))
    return "" if first else "当场处罚应当告知先申请行政复议。"


@gate(
    "delivered_on_the_spot", label="决定书当场交付", clauses=("APL-2021:52.1",),
    remedy="请由当事人签收；拒绝签收的，在决定书上注明情况；当场同意电子送达的，可以当场电子送达。",
)  # fmt: skip
def delivered_on_the_spot(attempt: Attempt) -> str:
    """Neither signed for, nor refused with a note on the decision, nor sent at once; or not on the day it was made."""
    given = attempt.given
    sent = given.get("method") == ServiceMethod.ELECTRONIC
    refused = given.get("refused_to_sign") is True
    answered = str(given.get("refusal_note" if refused else "recipient") or "").strip()
    decision = attempt.case.decisions.filter(status=DecisionStatus.DECIDED).order_by("-pk").first()
    same_day = decision is not None and attempt.at.day == decision.decided_on
    return "" if (answered or sent) and same_day else "当场处罚决定书应当当场交付，拒签的应当注明。"


@gate(
    "collect_on_the_spot_allowed", label="属于可以当场收缴的情形",
    clauses=("APL-2021:68.1.1", "APL-2021:68.1.2", "APL-2021:69"),
    remedy="请由当事人在缴款期限内到代收机构缴纳。",
)  # fmt: skip
def collect_on_the_spot_allowed(attempt: Attempt) -> str:
    """None of the three cases, or one of them without what it asks for. Ordinary procedure knows only the third."""
    given, decision = attempt.given, fined_decision(attempt.case)
    ground, reason = str(given.get("ground") or ""), str(given.get("reason") or "").strip()
    on_the_spot = () if attempt.case.kind == CaseKind.SUMMARY else ("只有当场处罚可以用这一情形",)
    known = {
        CollectionGround.SMALL_FINE.value: (*on_the_spot, *_not_small(decision)),
        CollectionGround.HARD_TO_EXECUTE.value: (*on_the_spot, *(() if reason else ("没有写明事后难以执行的理由",))),
        CollectionGround.REMOTE.value: (
            *(() if reason else ("没有写明缴纳确有困难的理由",)),
            *(() if given.get("asked_by_party") is True else ("当事人没有提出当场缴纳",)),
        ),
    }
    if decision is None or ground not in known:
        return "不符合当场收缴罚款的情形。"
    return f"不符合当场收缴罚款的情形：{'；'.join(known[ground])}。" if known[ground] else ""


def _not_small(decision: Decision | None) -> tuple[str, ...]:
    """Why a fine is none of the small ones; nothing when it is."""
    if decision is None or decision.fine_fen <= (small := rules.small_fine_fen(decision.decided_on)):
        return ()
    return (f"罚款 {in_figures(decision.fine_fen)} 元，超过小额罚款 {in_figures(small)} 元",)


@gate(
    "fiscal_receipt", label="已出具专用票据", clauses=("APL-2021:70",),
    remedy="请填写专用票据编号；不出具专用票据的，当事人有权拒绝缴纳。",
)  # fmt: skip
def fiscal_receipt(attempt: Attempt) -> str:
    """No number of a receipt of the finance authority."""
    return "" if str(attempt.given.get("receipt_number") or "").strip() else "未出具财政部门统一制发的专用票据。"


@gate("fine_in_officers_hands", label="有当场收缴的罚款", clauses=("APL-2021:71#officer",))
def fine_in_officers_hands(attempt: Attempt) -> str:
    """Nothing was collected on the spot, or it has been handed in."""
    one = collection_of(attempt.case)
    return "" if one and not one.remitted_on else "没有待交机关的当场收缴罚款。"


@gate("fine_in_agencys_hands", label="罚款已交机关", clauses=("APL-2021:71#body",), remedy="请先登记交机关。")
def fine_in_agencys_hands(attempt: Attempt) -> str:
    """The officer has not handed it in, or it is at the bank already."""
    one = collection_of(attempt.case)
    return "" if one and one.remitted_on and not one.banked_on else "没有待缴银行的当场收缴罚款。"


@gate("awaits_filing", label="尚待报备", clauses=("APL-2021:52.3",))
def awaits_filing(attempt: Attempt) -> str:
    """It has been filed."""
    return "当场处罚已经报所属机关备案。" if is_filed(attempt.case) else ""


@gate("filed_with_authority", label="已报所属机关备案", clauses=("APL-2021:52.3", "LSP-2004:32"), remedy="请先报备。")
def filed_with_authority(attempt: Attempt) -> str:
    """A decision on the spot nobody has filed."""
    on_the_spot = attempt.case.kind == CaseKind.SUMMARY
    return "当场处罚尚未报所属机关备案。" if on_the_spot and not is_filed(attempt.case) else ""


@gate(
    "collected_fine_banked", label="收缴的罚款已缴银行", clauses=("APL-2021:71#officer", "APL-2021:71#body"),
    remedy="请先登记交机关、缴银行。",
)  # fmt: skip
def collected_fine_banked(attempt: Attempt) -> str:
    """A fine collected on the spot has not reached the bank."""
    one = collection_of(attempt.case)
    return "当场收缴的罚款尚未缴付银行。" if one and not one.banked_on else ""


def fined_decision(case: Case) -> Decision | None:
    """The decision in force whose fine may be paid."""
    return case.decisions.filter(status=DecisionStatus.SERVED, fine_fen__gt=0).order_by("-pk").first()


@asked_once
def collection_of(case: Case) -> OnTheSpotCollection | None:
    """The fine collected on the spot, or None; nothing is asked before there is a decision."""
    if not standing.decisions_of(case):
        return None
    return OnTheSpotCollection.objects.filter(case=case).first()


def is_filed(case: Case) -> bool:
    """Whether the decision was filed with the authority."""
    return case.on_the_spot.filed_on is not None


def _beside(case: Case) -> Iterator[tuple[bool, int]]:
    """Other standing decisions on the spot of this body against the party: the same act or not, and the fine of each."""
    codes = [party.code for party in case.parties.exclude(code="")]
    rows = Decision.objects.filter(body=case.body, case__kind=CaseKind.SUMMARY, status__in=STANDING)
    rows = rows.filter(case__parties__code__in=codes).exclude(case=case).select_related("case").distinct()
    for one in rows.order_by("pk"):
        same = one.case.violation_code == case.violation_code and _overlap(one.case, case)
        if same or one.case.discovered_on == case.discovered_on:
            yield same, one.fine_fen


def _overlap(first: Case, second: Case) -> bool:
    """Whether what happened in both cases happened at one time."""
    began = [one.violation_began_on or one.opened_on for one in (first, second)]
    ended = [one.violation_ended_on or one.discovered_on or one.opened_on for one in (first, second)]
    return max(began) <= min(ended)
