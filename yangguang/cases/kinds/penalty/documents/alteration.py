"""变更行政处罚决定书."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from yangguang.base.press.blocks import Block
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.kinds.penalty.documents.prior_notice import penalty_words
from yangguang.cases.kinds.summary.documents.decision import remedies_words
from yangguang.cases.models import Decision, DecisionKind, Party
from yangguang.cases.rules.publicity import WILL_BE_PUBLIC

TITLE = "变更行政处罚决定书"


def sheet(
    decision: Decision,
    *,
    before: Mapping[str, Any],
    content: Mapping[str, Any],
    dated_on: Any,
    parties: Iterable[Party],
) -> Sheet:
    """Which decision, what it said, why it is altered, what it says now; what is not named here stays as it was."""
    case = decision.case
    text: list[str | Block] = [frame.party_facts(parties)]
    text.append(
        f"本机关于{frame.chinese_date(decision.decided_on)}作出{_named(decision)}（{decision.number}），决定："
        f"{penalty_words(before)}"
    )
    text.append(
        f"经审查：{frame.sentence(content['reasons'])}依据{frame.cited(['APL-2021:75.2'])}的规定，本机关决定将上述处罚变更为："
        f"{penalty_words(content)}"
    )
    if told := str(content.get("fulfilment") or "").strip():
        text.append(f"履行方式和期限：{frame.sentence(told)}")
    text.append("原决定的其他内容不变。已经多缴的款项，本机关依法退还。")
    text.append(_remedies(content["remedies"]))
    text.append(WILL_BE_PUBLIC)
    return frame.letter(case, title=TITLE, text=text, dated_on=dated_on)


def _named(decision: Decision) -> str:
    return "当场处罚决定" if decision.kind == DecisionKind.ON_THE_SPOT else "行政处罚决定"


def _remedies(remedies: Mapping[str, str]) -> str:
    if remedies.get("first") == "reconsideration":
        return remedies_words(remedies)
    return (
        f"如不服本决定，可以自收到本决定书之日起{remedies['reconsideration_term']}内向{remedies['reconsideration_body']}申请"
        f"行政复议，也可以自收到本决定书之日起{remedies['litigation_term']}内向{remedies['court']}提起行政诉讼。"
    )
