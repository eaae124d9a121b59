"""Papers on the way to the court: the demand, and the application to enforce a disposition or a fine."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from yangguang.base.press.plain import chinese_date
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.labour.documents.frame import letter
from yangguang.kernel.money import in_capitals, in_figures


def demand_notice(
    case: Any, *, number: str, party: str, pay_by_on: date, how: str, amount: str, on: date, kind: str
) -> Sheet:
    """催告书: term, way, exact amount, the right to speak."""
    words = (
        f"本机关作出的{number}{kind}已经送达，履行期限届满，你（单位）尚未履行。依据《中华人民共和国行政强制法》第三十五条、"
        "第五十四条，现催告如下：",
        f"一、履行期限：{chinese_date(pay_by_on)}前；", f"二、履行方式：{how.rstrip('。；')}；",
        f"三、金额：{amount}；",
        "四、你（单位）收到本催告书后有权进行陈述和申辩。",
        "本催告书送达十日后仍未履行的，本机关将依法申请人民法院强制执行。",
    )  # fmt: skip
    return letter(title="催告书", body_name=case.body.name, to=party, words=words, dated_on=on)


def wages_amount(left_fen: int) -> str:
    """What is left of a disposition, and to whom it goes."""
    return f"{in_figures(left_fen)}元（大写：{in_capitals(left_fen)}），由你单位支付给决定书附表所列的劳动者"


def court_application(
    case: Any, *, court: str, number: str, party: str, situation: str, papers: Iterable[str], head: str,
    late_because: str, on: date, kind: str, asks: str, under: str,
) -> Sheet:  # fmt: skip
    """强制执行申请书: against whom, for what, what was done before, what is attached; the head signs."""
    words = [
        f"申请人：{case.body.name}。被申请人：{party}。",
        f"申请事项：强制执行{number}{kind}，{asks}。",
        f"事实和理由：决定书已经依法送达，当事人申请行政复议、提起行政诉讼的期限已经届满，经催告仍不履行。依据{under}提出申请。",
        f"执行标的情况：{situation}", *([f"逾期申请的理由：{late_because}"] if late_because else []),
        f"附：{'；'.join(papers)}。", f"负责人（签名）：{head}",
    ]  # fmt: skip
    return letter(title="强制执行申请书", body_name=case.body.name, to=court, words=words, dated_on=on)
