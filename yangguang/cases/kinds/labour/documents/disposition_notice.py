"""行政处理事先告知书: what is proposed, on which facts and law, and the right to be heard."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from yangguang.base.press.plain import chinese_date
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.labour.documents.frame import annex_blocks, cited, letter
from yangguang.kernel.money import in_figures


def sheet(case: Any, *, party: str, content: Mapping[str, Any], until: date | None, days: int, on: date) -> Sheet:
    """The notice from the proposed content; `until` is the last day of the term to be heard, `days` its length where the
    notice is made before it is served.
    """
    term = f"在{chinese_date(until)}前" if until else f"自收到本告知书之日起{days}个工作日内"
    extra = (
        f"，并按应付金额的百分之{content['percent']}加付赔偿金{in_figures(content['extra_fen'])}元"
        if content["extra_fen"]
        else ""
    )
    words = (
        f"本机关对你单位立案调查的{case.title}一案（{case.number}），现已查明：{content['findings']}",
        f"依据{cited(content['basis'])}，本机关拟责令你单位向{len(content['annex'])}名劳动者支付劳动报酬"
        f"{in_figures(content['wages_fen'])}元{extra}，合计{in_figures(content['total_fen'])}元（详见附表）。",
        f"理由：{content['reasons']}",
        f"依据《劳动保障监察条例》第十九条，你单位有权陈述、申辩，请{term}提出；逾期未提出的，本机关将依法作出决定。"
        "你单位提出的事实、理由和证据成立的，本机关予以采纳。",
    )
    sums = (content["wages_fen"], content["extra_fen"], content["total_fen"])
    return letter(
        title="行政处理事先告知书", body_name=case.body.name, to=party, words=words, dated_on=on,
        after=annex_blocks(content["annex"], sums),
    )  # fmt: skip
