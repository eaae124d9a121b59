"""What a decision must say before it may be made: six statutory items, payment, remedies, reasons (R03)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from yangguang.cases.rules.exemptions import grounds_of
from yangguang.cases.rules.severity import ORDER
from yangguang.statutes import keeps

Content = Mapping[str, Any]


@keeps("APL-2021:59.1")
def missing_items(content: Content) -> tuple[str, ...]:
    """Which of the statutory items of a penalty decision are missing, in words."""
    parties = content.get("parties") or ()
    facts = content.get("facts") or ()
    items = {
        "当事人的姓名或者名称、地址": bool(parties) and all(p.get("name") and p.get("address") for p in parties),
        "违法事实和证据": bool(facts) and all(f.get("text") and f.get("evidence") for f in facts),
        "处罚的种类和依据": bool(content.get("penalties")) and bool(content.get("basis")),
        "履行方式和期限": _says(content, "fulfilment"),
        "申请行政复议、提起行政诉讼的途径和期限": not missing_remedies(content),
        "行政机关名称和决定理由": bool(content.get("body_name")) and _says(content, "reasons"),
    }
    return tuple(label for label, there in items.items() if not there)


@keeps("FCS-1997:7.1")
def missing_payment_items(content: Content) -> tuple[str, ...]:
    """Which payment items a decision with a fine lacks; none is asked without a fine."""
    if not content.get("fine_fen"):
        return ()
    payment = content.get("payment") or {}
    items = {
        "代收机构": bool(str(payment.get("agent") or "").strip()),
        "罚款数额": int(content.get("fine_fen") or 0) > 0,
        "缴款期限": bool(str(payment.get("term") or "").strip()),
        "是否加处罚款": isinstance(payment.get("additional_fine"), bool),
    }
    return tuple(label for label, there in items.items() if not there)


@keeps("LSR-2004:19#remedies")
def missing_remedies(content: Content) -> tuple[str, ...]:
    """Which remedies are not stated: the reconsideration body, the court, and both terms."""
    remedies = content.get("remedies") or {}
    wanted = {
        "reconsideration_body": "行政复议机关", "reconsideration_term": "申请行政复议的期限",
        "court": "人民法院", "litigation_term": "提起行政诉讼的期限",
    }  # fmt: skip
    return tuple(label for name, label in wanted.items() if not str(remedies.get(name) or "").strip())


@keeps("APL-2021:28.1")
def rectification_is_settled(content: Content) -> bool:
    """Rectification is ordered, already done, or cannot be done, and the words say so."""
    rectification = content.get("rectification") or {}
    return rectification.get("status") in {"ordered", "done", "impossible"} and bool(
        str(rectification.get("note") or "").strip()
    )


@keeps("APL-2021:28.2")
def gains_are_settled(content: Content) -> bool:
    """Whether there were illegal gains, how much, and what was paid back; 无 is an answer, nothing is not."""
    gains = content.get("illegal_gains") or {}
    return isinstance(gains.get("fen"), int) and bool(str(gains.get("note") or "").strip())


@keeps("APL-2021:33.3")
def education_is_recorded(content: Content) -> bool:
    """When and how the party was educated, by whom."""
    education = content.get("education") or {}
    return all(str(education.get(name) or "").strip() for name in ("on", "by", "how"))


@keeps("APL-2021:57.1")
def outcome_fault(kind: str, outcome: str) -> str:
    """Why an outcome does not belong to a kind of decision: an exemption names its ground, the others are what they are."""
    if kind == "no_penalty":
        return "" if grounds_of(outcome) else "请选择不予处罚的情形。"
    return "" if outcome == kind else "不予处罚的情形与决定种类不符。"


def fine_fault(penalties: Iterable[str], fine_fen: int) -> str:
    """Why a fine and the kinds of penalty contradict each other; empty when they do not."""
    penalties = set(penalties)
    if penalties - set(ORDER):
        return "请从列表中选择处罚种类。"
    if ("fine" in penalties) == (fine_fen > 0):
        return ""
    return "填写了罚款金额，处罚种类应当包含罚款。" if fine_fen else "处罚种类包含罚款，应当填写罚款金额。"


def _says(content: Content, name: str) -> bool:
    return bool(str(content.get(name) or "").strip())
