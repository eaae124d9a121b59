"""限期改正指令书: facts, law, each order with its own day, what follows, remedies; the workers behind it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from yangguang.base.press.plain import chinese_date
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.labour.documents.frame import cited, letter, worker_table
from yangguang.cases.kinds.labour.remedies import in_words
from yangguang.kernel.money import in_capitals, in_figures

NUMERALS = "一二三四五六七八九十"
TITLE, NUMBER_KIND = "劳动保障监察限期改正指令书", "监令"
TITLE_OF_PENALTY, NUMBER_KIND_OF_PENALTY = "责令限期改正通知书", "责改"  # of a body that is not labour inspection
WAGES_FOLLOW = (
    "请在期限届满后及时将改正情况书面报告本机关，并附支付凭证。",
    "逾期不支付劳动报酬的，本机关将依法责令你单位按照应付金额百分之五十以上一倍以下的标准向劳动者加付赔偿金；拒不改正的，"
    "依法予以处罚；涉嫌犯罪的，依法移送公安机关。",
)
OTHERS_FOLLOW = (
    "请在期限届满后及时将改正情况书面报告本机关。",
    "逾期拒不改正的，本机关将依法予以处罚；涉嫌犯罪的，依法移送公安机关。",
)
PENALTY_FOLLOWS = ("请在期限届满后及时将改正情况书面报告本机关。", "逾期不改正的，本机关将依法予以处罚。")


def named(case: Any) -> tuple[str, str]:
    """Title and kind of number of the paper in a case."""
    if case.kind == "labour":
        return TITLE, NUMBER_KIND
    return TITLE_OF_PENALTY, NUMBER_KIND_OF_PENALTY


def sheet(
    case: Any, *, party: str, facts: str, basis: Iterable[str], orders: Iterable[Any], workers: Iterable[Any],
    remedies: dict[str, str], on: date,
) -> Sheet:  # fmt: skip
    """The instruction from plain values. Workers stand in the annex with what each is owed, not with numbers or phones."""
    told, labour = list(orders), case.kind == "labour"
    pays = any(order.owed_fen for order in told)
    listed = [w for w in workers if w.unpaid_fen] if pays else []
    broken = "劳动保障法律、法规" if labour else "有关法律、法规"
    words = [
        f"经查，{facts}", f"上述行为违反{broken}的规定。依据{cited(basis)}，现责令你单位限期改正：",
        *(_order(n, order) for n, order in enumerate(told)), *_what_follows(labour=labour, pays=pays),
        in_words(remedies, "指令" if labour else "通知"),
    ]  # fmt: skip
    after = []
    if listed:
        rows = [
            (str(n), w.name, f"{w.from_month:%Y-%m}至{w.to_month:%Y-%m}", in_figures(w.unpaid_fen))
            for n, w in enumerate(listed, start=1)
        ]
        total = ("", "合计", f"{len(listed)}人", in_figures(sum(w.unpaid_fen for w in listed)))
        after = worker_table("附：劳动者应付报酬表", ("序号", "姓名", "月份", "应付金额（元）"), rows, total)
    return letter(title=named(case)[0], body_name=case.body.name, to=party, words=words, dated_on=on, after=after)


def _what_follows(*, labour: bool, pays: bool) -> tuple[str, ...]:
    """Whoever was ordered to pay is told of the compensation on top; whoever was ordered something else is not."""
    if not labour:
        return PENALTY_FOLLOWS
    return WAGES_FOLLOW if pays else OTHERS_FOLLOW


def _order(index: int, order: Any) -> str:
    money = f"共计{in_figures(order.owed_fen)}元（大写：{in_capitals(order.owed_fen)}）" if order.owed_fen else ""
    return f"{NUMERALS[index]}、{order.text.rstrip('。；')}{'，' + money if money else ''}，于{chinese_date(order.due_on)}前完成；"
