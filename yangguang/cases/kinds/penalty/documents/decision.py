"""行政处罚决定书、不予行政处罚决定书."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from yangguang.base.press.blocks import Block
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.kinds.penalty.documents.prior_notice import discretion_words, each_with_its_evidence, penalty_words
from yangguang.cases.models import Case, Party
from yangguang.cases.rules.exemptions import grounds_of, lacking, resting_on
from yangguang.cases.rules.publicity import WILL_BE_PUBLIC
from yangguang.statutes import clause

TITLES = {
    "penalty": "行政处罚决定书",
    "no_penalty": "不予行政处罚决定书",
    "violation_not_established": "不予行政处罚决定书（违法事实不成立）",
}

LATE = "APL-2021:72.1.1#rate"


def sheet(
    case: Case, *, kind: str, content: Mapping[str, Any], dated_on: date, parties: Iterable[Party] | None = None
) -> Sheet:
    """Parties (all of the case unless some are decided apart), facts and evidence, notice and answer, law and
    discretion, decision, payment, remedies, publication.
    """
    text: list[str | Block] = [frame.party_facts(parties or case.parties.order_by("position", "pk"))]
    text.append(f"本机关于{frame.chinese_date(case.opened_on)}对{case.title}一案（{case.number}）立案调查，现已查明：")
    text += [f"{frame.sentence(fact['text'])}{_proven(fact)}" for fact in content["facts"]]
    text += [frame.sentence(told)] if (told := str(content.get("response") or "")) else []
    text += _penalty(content) if kind == "penalty" else _no_penalty(kind, content)
    text.append(_remedies(content["remedies"]))
    if kind == "penalty":
        text.append("逾期不申请行政复议、不提起行政诉讼，又不履行本决定的，本机关将依法申请人民法院强制执行。")
    text.append(WILL_BE_PUBLIC)
    return frame.letter(case, title=TITLES[kind], text=text, dated_on=dated_on)


def _proven(fact: Mapping[str, Any]) -> str:
    return f"以上事实有{fact['evidence']}证明。" if fact["evidence"] else ""


def _penalty(content: Mapping[str, Any]) -> list[str]:
    parts = [
        f"本机关认为：{frame.sentence(content['reasons'])}依据{frame.cited(content['basis'])}的规定，应当给予行政处罚。"
        f"{discretion_words(content)}",
        f"违法所得和退赔情况：{frame.sentence(content['illegal_gains']['note'])}",
        f"综上，本机关决定给予以下行政处罚：{penalty_words(content)}", _rectification(content),
    ]  # fmt: skip
    if content.get("fine_fen"):
        parts.append(_payment(content.get("payment") or {}))
    if told := str(content.get("fulfilment") or "").strip():
        parts.append(f"履行方式和期限：{frame.sentence(told)}")
    return parts


def _rectification(content: Mapping[str, Any]) -> str:
    told: Mapping[str, Any] = content.get("rectification") or {}
    head = {"ordered": "责令改正", "done": "改正情况", "impossible": "不能改正的情况"}.get(
        str(told.get("status")), "改正要求"
    )
    return f"{head}：{frame.sentence(str(told.get('note') or ''))}"


def _payment(payment: Mapping[str, Any]) -> str:
    rate = clause(LATE).amount(unit="percent")
    late = (
        f"逾期不缴纳的，依据{frame.cited([LATE])}的规定，每日按罚款数额的{rate}%加处罚款，加处罚款的数额不超出罚款的数额。"
        if payment["additional_fine"]
        else "逾期不加处罚款。"
    )
    return (
        f"请{payment['term']}，持本决定书到{payment['agent']}缴纳罚款。作出决定的机关与收缴罚款的机构分离，本机关及执法人员"
        f"不收取罚款。{late}"
    )


def _no_penalty(kind: str, content: Mapping[str, Any]) -> list[str]:
    reasons = frame.sentence(str(content.get("reasons") or ""))
    if kind != "no_penalty":
        return [
            f"本机关认为：{reasons}违法事实不成立。",
            f"依据{frame.cited(['APL-2021:57.1'])}的规定，本机关决定不予行政处罚。",
        ]
    why, law = ground_words(content)
    basis = frame.cited([*law, "APL-2021:57.1"])
    shown = each_with_its_evidence(resting_on(str(content.get("outcome")), content.get("circumstances") or ()))
    circumstance = f"本案属于“{why}”的情形。{f'认定这一情形的事实和证据：{shown}' if shown else ''}" if why else ""
    parts = [f"本机关认为：{reasons}{circumstance}", f"依据{basis}的规定，本机关决定不予行政处罚。"]
    if (content.get("rectification") or {}).get("note"):
        parts.append(_rectification(content))
    if how := str((content.get("education") or {}).get("how") or "").strip():
        parts.append(f"本机关已对当事人进行教育：{frame.sentence(how)}")
    return parts


def ground_words(content: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
    """The ground on which nothing is imposed, in words and with its clause; empty where there is none."""
    rows, named = list(content.get("circumstances") or ()), grounds_of(str(content.get("outcome")))
    grounds = [one for one in named if not lacking(one, rows)] or named
    return "，或者".join(one.label for one in grounds), tuple(one.clause for one in grounds)


def _remedies(remedies: Mapping[str, str]) -> str:
    return (
        f"如不服本决定，可以自收到本决定书之日起{remedies['reconsideration_term']}内向{remedies['reconsideration_body']}申请"
        f"行政复议，也可以自收到本决定书之日起{remedies['litigation_term']}内向{remedies['court']}提起行政诉讼。行政复议、"
        "行政诉讼期间，本决定不停止执行，法律另有规定的除外。"
    )
