"""行政处理决定书: facts, evidence, what was heard, law, what each worker is to be paid, by when, remedies."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.labour.documents.frame import annex_blocks, cited, letter
from yangguang.cases.kinds.labour.remedies import in_words
from yangguang.cases.rules.publicity import WILL_BE_PUBLIC
from yangguang.kernel.money import in_capitals, in_figures


def sheet(case: Any, *, party: str, content: Mapping[str, Any], on: date) -> Sheet:
    """The decision from the reviewed content."""
    words = [
        f"{_who(content['parties'][0])}",
        f"本机关对{case.title}一案（{case.number}）立案调查，现已查明：{content['findings']}",
        *(f"上述事实有下列证据证实：{one['text']}（{'、'.join(one['evidence'])}）。" for one in content["facts"]),
        f"{content['instruction']}。期满未全部履行。", f"{content['heard']}",
        f"本机关认为：{content['reasons']}", f"依据{cited(content['basis'])}，决定如下：",
        f"一、责令{party}向{len(content['annex'])}名劳动者支付劳动报酬{in_figures(content['wages_fen'])}元；",
    ]  # fmt: skip
    if content["extra_fen"]:
        words.append(
            f"二、按应付金额的百分之{content['percent']}向上述劳动者加付赔偿金{in_figures(content['extra_fen'])}元；"
        )
    words += [
        f"以上合计{in_figures(content['total_fen'])}元（大写：{in_capitals(content['total_fen'])}），各人金额见附表。",
        f"{content['fulfilment']}", in_words(content["remedies"], "决定"),
        "逾期不申请行政复议、不提起行政诉讼又不履行的，本机关将依法申请人民法院强制执行。",
        WILL_BE_PUBLIC,
    ]  # fmt: skip
    sums = (content["wages_fen"], content["extra_fen"], content["total_fen"])
    return letter(
        title="劳动保障监察行政处理决定书", body_name=case.body.name, to=party, words=words, dated_on=on,
        after=annex_blocks(content["annex"], sums),
    )  # fmt: skip


def _who(party: Mapping[str, Any]) -> str:
    parts = [f"当事人：{party['name']}"]
    parts += [
        f"{label}：{party[key]}"
        for key, label in (("code", "统一社会信用代码"), ("address", "住所"), ("legal_representative", "法定代表人"))
        if party.get(key)
    ]
    return "；".join(parts) + "。"
