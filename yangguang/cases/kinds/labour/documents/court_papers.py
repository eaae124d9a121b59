"""Papers on the way to the court: the demand, and the application to enforce a disposition."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from yangguang.base.press.plain import chinese_date
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.labour.documents.frame import letter
from yangguang.kernel.money import in_capitals, in_figures


def demand_notice(case: Any, *, number: str, party: str, left_fen: int, pay_by_on: date, how: str, on: date) -> Sheet:
    """催告书: term, way, exact amount, the right to speak."""
    words = (
        f"本机关作出的{number}行政处理决定书已经送达，履行期限届满，你单位尚未履行。依据《中华人民共和国行政强制法》第三十五条、"
        "第五十四条，现催告如下：",
        f"一、履行期限：{chinese_date(pay_by_on)}前；", f"二、履行方式：{how.rstrip('。；')}；",
        f"三、金额：{in_figures(left_fen)}元（大写：{in_capitals(left_fen)}），由你单位支付给决定书附表所列的劳动者；",
        "四、你单位收到本催告书后有权进行陈述和申辩。",
        "本催告书送达十日后仍未履行的，本机关将依法申请人民法院强制执行。",
    )  # fmt: skip
    return letter(title="催告书", body_name=case.body.name, to=party, words=words, dated_on=on)


def court_application(
    case: Any, *, court: str, number: str, party: str, left_fen: int, situation: str, papers: Iterable[str], head: str,
    late_because: str, on: date,
) -> Sheet:  # fmt: skip
    """强制执行申请书: against whom, for what, what was done before, what is attached; the head signs."""
    words = [
        f"申请人：{case.body.name}。被申请人：{party}。",
        f"申请事项：强制执行{number}行政处理决定书，由被申请人支付劳动报酬和加付赔偿金共计{in_figures(left_fen)}元"
        f"（大写：{in_capitals(left_fen)}）。",
        "事实和理由：决定书已经依法送达，被申请人在法定期限内没有申请行政复议、提起行政诉讼，经催告仍不履行。依据《中华人民共和国行政"
        "强制法》第五十三条、第五十四条、《保障农民工工资支付条例》第四十二条提出申请。",
        f"执行标的情况：{situation}", *([f"逾期申请的理由：{late_because}"] if late_because else []),
        f"附：{'；'.join(papers)}。", f"负责人（签名）：{head}",
    ]  # fmt: skip
    return letter(title="强制执行申请书", body_name=case.body.name, to=court, words=words, dated_on=on)
