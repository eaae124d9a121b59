"""Gates about the decision itself: reasons, statutory items, payment, remedies, rectification, gains, education."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from yangguang.cases import standing
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.kinds.criminal_transfer.queries import (
    a_court_has_fined,
    has_gone_away,
    newest_of,
    stands_with_police,
    was_given_back,
)
from yangguang.cases.kinds.labour.criminal import suspicion_of
from yangguang.cases.models import Case, CaseKind, DecisionStatus
from yangguang.cases.norms import norms_of
from yangguang.cases.rules import decision_content as content_of
from yangguang.cases.rules.criminal_suspicion import SuspicionStage
from yangguang.cases.rules.higher_fine import decisive
from yangguang.cases.rules.on_the_spot import missing_on_the_spot
from yangguang.catalogues.api import (
    ListKind,
    Measure,
    Standard,
    find_in_force,
    range_of,
    standards_in_force,
    statutory_range_of,
)
from yangguang.kernel.money import in_figures
from yangguang.kernel.refusal import Refused

NEGATIVE = "violation_not_established"
FALLEN = frozenset({DecisionStatus.ANNULLED, DecisionStatus.VOIDED})
INSTEAD = "涉嫌犯罪的案件不得以行政处罚代替移送。"


@gate("draft_prepared", label="已有代拟稿", clauses=("APL-2021:57.1",), remedy="请先拟制决定；处罚决定先经审核。")
def draft_prepared(attempt: Attempt) -> str:
    """Nothing is drafted that could be decided from where the case stands."""
    return "" if standing.drafts_to_decide(attempt.case) else "还没有可以提请决定的代拟稿。"


@gate(
    "rectification_ordered",
    label="已责令改正",
    clauses=("APL-2021:28.1",),
    remedy="请写明责令改正的要求，或者已经改正的核查记录。",
)
def rectification_ordered(attempt: Attempt) -> str:
    """No order to rectify and no word that it is done or cannot be done."""
    settled = content_of.rectification_is_settled(standing.draft_content(attempt))
    return "" if settled else "实施行政处罚应当责令改正或者限期改正。"


@gate(
    "illegal_gains_settled",
    label="违法所得已认定",
    clauses=("APL-2021:28.2",),
    remedy="请写明违法所得和退赔情况；没有的填“无”。",
)
def illegal_gains_settled(attempt: Attempt) -> str:
    """Nobody has said whether there were gains."""
    settled = content_of.gains_are_settled(standing.draft_content(attempt))
    return "" if settled else "未认定违法所得及退赔情况。"


@gate("discretion_explained", label="裁量理由已说明", clauses=("APL-2021:34",), remedy="请写明裁量档次和理由。")
def discretion_explained(attempt: Attempt) -> str:
    """No tier or no reasons, or an amount outside the standard without a word on why, for any party."""
    standard = _standard_of(attempt)
    shares = standing.draft_shares(attempt)
    return next(filter(None, (_unexplained(attempt.case, standard, one, attempt.at.day) for one in shares)), "")


@gate("decision_items_complete", label="决定书载明事项齐全", clauses=("APL-2021:59.1", "APL-2021:52.2"))
def decision_items_complete(attempt: Attempt) -> str:
    """A statutory item is missing."""
    asked = missing_on_the_spot if attempt.case.kind == CaseKind.SUMMARY else content_of.missing_items
    shares = standing.draft_shares(attempt)
    if _names_a_predecessor(attempt.case, shares):
        return "代拟稿中的当事人已经变更名称，应当重新拟制。"
    missing = tuple(dict.fromkeys(item for share in shares for item in asked(share)))
    return f"处罚决定书载明事项不全：缺少{'、'.join(missing)}。" if missing else ""


def _names_a_predecessor(case: Case, shares: list[dict[str, Any]]) -> bool:
    """A party became somebody else after the draft was written."""
    if not standing.has_taken(case, "record_succession"):
        return False
    now = {one.public_id: one.name for one in standing.parties_of(case)}
    return any(now.get(p.get("ref"), p["name"]) != p["name"] for share in shares for p in share.get("parties") or ())


@gate("fine_payment_items", label="缴款事项齐全", clauses=("FCS-1997:7.1",), remedy="请补写缴款事项。")
def fine_payment_items(attempt: Attempt) -> str:
    """A fine without agent, amount, term or word on the additional fine."""
    missing = any(content_of.missing_payment_items(share) for share in standing.draft_shares(attempt))
    return "罚款决定书未载明代收机构、数额、期限和是否加处罚款。" if missing else ""


@gate(
    "remedies_stated", label="已写明救济途径", clauses=("APL-2021:59.1", "LSR-2004:19#remedies"),
    remedy="请系统管理员录入复议机关和管辖法院，再重新拟稿。",
)  # fmt: skip
def remedies_stated(attempt: Attempt) -> str:
    """The reconsideration body, the court or a term is not stated."""
    missing = content_of.missing_remedies(standing.draft_content(attempt))
    return "未告知申请行政复议、提起行政诉讼的途径和期限。" if missing else ""


@gate(
    "no_penalty_instead", label="没有以罚代刑", clauses=("APL-2021:8.2", "TCR-2020:11.1", "APL-2021:35.2"),
    remedy="请先办理移送涉嫌犯罪。",
)  # fmt: skip
def no_penalty_instead(attempt: Attempt) -> str:
    """The file or the roster says the criminal line was reached, and nothing came back from the police."""
    case, found = attempt.case, attempt.case.circumstances
    if attempt.act == "transfer_to_police":
        return INSTEAD if _was_fined_instead(case) else ""
    if attempt.act == "close_case" and has_gone_away(case):
        return ""
    fined_again = attempt.act.startswith("decide_") and standing.draft_content(attempt).get("fine_fen")
    if stands_with_police(case):
        raise Refused(
            INSTEAD, ("APL-2021:8.2", "TCR-2020:11.1"), remedy="案件已经移送，请等候公安机关答复；退回的，先办理恢复。"
        )
    if fined_again and a_court_has_fined(case):
        return INSTEAD
    if was_given_back(case):
        return ""
    if found.get("criminal_line_reached"):
        return INSTEAD
    seen = suspicion_of(attempt.case, attempt.at.day)
    if seen.bars_penalty:
        clauses = tuple(dict.fromkeys((*seen.clauses, "APL-2021:8.2", "TCR-2020:11.1")))
        reason = seen.words if seen.stage is SuspicionStage.IN_DOUBT else f"{INSTEAD}{seen.words}"
        raise Refused(reason, clauses, remedy=seen.follows)
    return ""


def _was_fined_instead(case: Case) -> bool:
    """A fine was decided after the suspicion was on record, and still stands."""
    newest = newest_of(case)
    fined = [one for one in standing.decisions_of(case) if one.fine_fen and one.status not in FALLEN]
    return newest is not None and any(one.decided_on >= newest.suspected_on for one in fined)


@gate(
    "education_recorded",
    label="已对当事人进行教育",
    clauses=("APL-2021:33.3",),
    remedy="请填写教育的时间、方式和人员。",
)
def education_recorded(attempt: Attempt) -> str:
    """Nobody wrote down that the party was educated; nothing was violated, nothing to teach."""
    content = standing.draft_content(attempt)
    if content.get("outcome") == NEGATIVE or content_of.education_is_recorded(content):
        return ""
    return "不予行政处罚应当对当事人进行教育。"


def _standard_of(attempt: Attempt) -> Standard | None:
    """The discretion standard in force on the day, or None where the body's list does not have the violation."""
    case, day = attempt.case, attempt.at.day
    if find_in_force(ListKind.DISCRETION_STANDARDS, case.body, day) is None:
        return None
    return next((s for s in standards_in_force(case.body, day) if s.code == case.violation_code), None)


def _unexplained(case: Case, standard: Standard | None, content: Mapping[str, Any], day: date) -> str:
    discretion: Mapping[str, Any] = content.get("discretion") or {}
    fixed = standard is not None and standard.statutory.is_fixed
    told = all(str(discretion.get(name) or "").strip() for name in ("tier", "reasons"))
    return "未说明裁量理由。" if not told and not fixed else _amount_fault(case, standard, content, day)


def _amount_fault(case: Case, standard: Standard | None, content: Mapping[str, Any], day: date) -> str:
    fine = int(content.get("fine_fen") or 0)
    if standard is None or standard.measure is not Measure.FINE or not fine:
        return ""
    discretion: Mapping[str, Any] = content.get("discretion") or {}
    higher = {one.clause for one in decisive(norms_of(case, content, day))}
    if higher and (discretion.get("several_acts") or not higher & set(standard.basis)):
        return ""  # another norm than this standard's measures the fine
    facts = {**case.circumstances, "party_kind": content.get("party_kind")}
    low, high = statutory_range_of(standard, facts)
    if fine > high or (fine < low and discretion.get("leniency") != "mitigated"):
        return f"罚款 {in_figures(fine)} 元超出法定幅度 {in_figures(low)}—{in_figures(high)} 元。"
    low, high = range_of(standard, facts)
    if not low <= fine <= high and not str(discretion.get("outside_reason") or "").strip():
        return f"罚款 {in_figures(fine)} 元超出裁量档次 {in_figures(low)}—{in_figures(high)} 元，未说明理由。"
    return ""
