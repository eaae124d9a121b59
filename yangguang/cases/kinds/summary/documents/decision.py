"""当场处罚决定书: the preprinted form of APL-2021:52.2, numbered in advance and signed by the officers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from yangguang.base.press.blocks import Block, DocumentNumber, Heading, Letterhead, SignatureLine, facts, paragraph
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.kinds.penalty.documents.prior_notice import circumstance_words, penalty_words
from yangguang.cases.kinds.summary.documents.record import shown_in_words
from yangguang.cases.models import Case
from yangguang.cases.rules.publicity import WILL_BE_PUBLIC
from yangguang.statutes import clause

LATE = "APL-2021:72.1.1#rate"
TITLE = "当场处罚决定书"
RECTIFY = {"ordered": "责令改正", "done": "改正情况", "impossible": "不能改正的情况"}


def sheet(case: Case, *, content: Mapping[str, Any], dated_on: date) -> Sheet:
    """Party, act with time and place, basis, penalty, payment, remedies, signatures."""
    blocks: list[Block] = [Letterhead(case.body.name), DocumentNumber(""), Heading(TITLE)]
    blocks.append(frame.party_facts(case.parties.order_by("position", "pk"), bordered=True))
    happened = f"{content['happened_at']}，在{content['place']}"
    blocks += [paragraph(part) for part in (
        f"违法行为：{happened}查明，{''.join(frame.sentence(fact['text']) for fact in content['facts'])}",
        f"处罚依据和种类：{frame.sentence(content['reasons'])}{circumstance_words(content)}"
        f"依据{frame.cited(content['basis'])}的规定，决定当场给予以下行政处罚：{penalty_words(content)}",
        _rectification(content), str(content.get("response") or ""), _payment(content), remedies_words(content["remedies"]),
        WILL_BE_PUBLIC,
    ) if part]  # fmt: skip
    blocks.append(facts(("执法人员和证件", shown_in_words(content["signed_by"]))))
    blocks += [SignatureLine("执法人员", one["name"], dated_on) for one in content["signed_by"]]
    blocks.append(SignatureLine("当事人签收"))
    return Sheet(title=TITLE, blocks=tuple(blocks), dated_on=dated_on, body_name=case.body.name, form=True)


def remedies_words(remedies: Mapping[str, str]) -> str:
    """Reconsideration first; the court only afterwards, within the term that runs from the reconsideration decision."""
    return (
        f"不服本决定的，应当先申请行政复议：自收到本决定书之日起{remedies['reconsideration_term']}内，"
        f"向{remedies['reconsideration_body']}申请。对行政复议决定不服的，自收到复议决定书之日起"
        f"{remedies['litigation_term']}内，向{remedies['court']}提起行政诉讼。复议、诉讼期间本决定不停止执行，法律另有规定的除外。"
    )


def _rectification(content: Mapping[str, Any]) -> str:
    told: Mapping[str, Any] = content.get("rectification") or {}
    head = RECTIFY.get(str(told.get("status")), "改正要求")
    return f"{head}：{frame.sentence(str(told.get('note') or ''))}"


def _payment(content: Mapping[str, Any]) -> str:
    if not content.get("fine_fen"):
        return ""
    payment = content["payment"]
    rate = clause(LATE).amount(unit="percent")
    late = (
        f"逾期不缴纳的，依据{frame.cited([LATE])}的规定，每日按罚款数额的{rate}%加处罚款，加处罚款的数额不超出罚款的数额。"
        if payment["additional_fine"]
        else "逾期不加处罚款。"
    )
    return (
        f"罚款缴纳：{payment['term']}，持本决定书到{payment['agent']}缴纳；依法当场收缴的，执法人员出具专用票据。{late}"
    )
