"""劳动保障监察案件处理报批表: what the inspectors propose to order, and everybody's opinion before the head decides."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from yangguang.base.models import Approval
from yangguang.base.press.blocks import facts
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.labour.documents.frame import form
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.models import Case, Party
from yangguang.cases.review_column import review_column
from yangguang.kernel.money import in_figures

TITLE = "劳动保障监察案件处理报批表"
SIX = ("单位名称", "案由", "违法事实", "陈述申辩", "处理依据", "处理建议")


def entries(title: str, party: str, content: Mapping[str, Any]) -> dict[str, str]:
    """What the law wants on the form (LSP-2004:33), from the reviewed draft."""
    findings = str(content.get("findings") or "")
    found = [findings, *(_proven(one, findings) for one in content.get("facts") or ())]
    heard = str(content.get("heard") or "").replace("你单位", "该单位")
    told = (
        party, title, "".join(map(frame.sentence, found)), heard, frame.cited(content.get("basis") or ()),
        suggestion(content),
    )  # fmt: skip
    return dict(zip(SIX, (words.strip() for words in told), strict=True))


def suggestion(content: Mapping[str, Any]) -> str:
    """What is proposed and why."""
    if not content.get("total_fen") or not str(content.get("reasons") or "").strip():
        return ""
    extra = f"，加付赔偿金{in_figures(content['extra_fen'])}元" if content.get("extra_fen") else ""
    return (
        f"{frame.sentence(str(content['reasons']))}建议责令向{len(content['annex'])}名劳动者支付劳动报酬"
        f"{in_figures(content['wages_fen'])}元{extra}，合计{in_figures(content['total_fen'])}元，"
        f"自收到决定书之日起{content['fulfil_days']}日内履行。"
    )


def sheet(
    case: Case, *, party: Party, content: Mapping[str, Any], digest: str, approval: Approval | None, on: date
) -> Sheet:
    """The six entries, then the opinions in order; legal review before the head, who decides last (L11)."""
    told = entries(case.title, party.name, content)
    table = facts(
        [("案号", case.number), ("立案日期", frame.chinese_date(case.opened_on))],
        *((label, words) for label, words in told.items() if label != SIX[0]),
    )  # fmt: skip
    signed = frame.opinions(approval)
    opinions = [*signed[:-1], *review_column(case, digest), *signed[-1:]]
    blocks = [frame.party_facts([party], bordered=True), table, *opinions]
    return form(title=TITLE, body_name=case.body.name, blocks=blocks, dated_on=on)


def _proven(fact: Mapping[str, Any], findings: str) -> str:
    """A fact with its evidence; its words are not said again where the findings have them."""
    if not fact.get("evidence"):
        return ""
    words, evidence = str(fact["text"]).rstrip("。"), "、".join(fact["evidence"])
    return f"上述事实有下列证据证实：{evidence}" if words in findings else f"{words}（证据：{evidence}）"
