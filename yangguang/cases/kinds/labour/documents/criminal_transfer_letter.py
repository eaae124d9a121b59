"""涉嫌犯罪案件移送书: what is suspected, the order to pay that was not heeded, the sums, and what is sent along."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.labour.documents.frame import letter, worker_table
from yangguang.kernel.money import in_capitals, in_figures


def sheet(
    *,
    case_title: str,
    case_number: str,
    body_name: str,
    to: str,
    report: str,
    papers: str,
    workers: Iterable[Any],
    on: date,
) -> Sheet:
    """The letter from plain values, with the unpaid workers behind it."""
    owing = [w for w in workers if w.unpaid_fen]
    total = sum(w.unpaid_fen for w in owing)
    money = (
        f"截至移送之日，尚欠{len(owing)}名劳动者报酬共计{in_figures(total)}元（大写：{in_capitals(total)}）。"
        if owing
        else ""
    )
    words = [
        f"本机关办理的{case_title}一案（{case_number}），{report}{money}",
        "依据《中华人民共和国行政处罚法》第二十七条第一款、《行政执法机关移送涉嫌犯罪案件的规定》，现将本案移送你局，请依法处理，"
        "并将立案或者不予立案的决定书面通知本机关。",
        f"附送材料：{papers}。",
    ]  # fmt: skip
    rows = [
        (str(n), w.name, f"{w.from_month:%Y-%m}至{w.to_month:%Y-%m}", in_figures(w.unpaid_fen))
        for n, w in enumerate(owing, start=1)
    ]
    sums = ("", "合计", f"{len(owing)}人", in_figures(total))
    after = worker_table("附：尚欠劳动报酬表", ("序号", "姓名", "月份", "尚欠金额（元）"), rows, sums) if rows else ()
    return letter(title="涉嫌犯罪案件移送书", body_name=body_name, to=to, words=words, dated_on=on, after=after)
