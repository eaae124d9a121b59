"""Papers of fulfilment: deferral granted or refused, the decision on the additional fine, letters to courts, orders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from yangguang.base.press.blocks import Heading, PageBreak, Table, facts
from yangguang.base.press.plain import chinese_date
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.labour.documents.frame import cited, form, letter
from yangguang.cases.kinds.labour.remedies import in_words
from yangguang.cases.models import Decision, Restitution
from yangguang.cases.owing import Owing
from yangguang.cases.rules.instalments import Instalment
from yangguang.cases.rules.publicity import WILL_BE_PUBLIC
from yangguang.cases.rules.shares import whom
from yangguang.kernel.money import in_capitals, in_figures
from yangguang.statutes.additional_fine import daily_percent


def whom_of(decision: Decision) -> str:
    """The parties of a decision."""
    named = whom(decision.content)
    return named or "、".join(decision.case.parties.order_by("position", "pk").values_list("name", flat=True))


def amount_words(owing: Owing, additional_fen: int) -> str:
    """The fine and what was added to it, apart and together."""
    fine = f"罚款{in_figures(owing.unpaid_fen)}元（大写：{in_capitals(owing.unpaid_fen)}）"
    if not additional_fen:
        return fine
    return f"{fine}、加处罚款{in_figures(additional_fen)}元，共计{in_figures(owing.unpaid_fen + additional_fen)}元"


def deferral_notice(case: Any, *, number: str, to: str, plan: Sequence[Instalment], reason: str, on: date) -> Sheet:
    """Which part is to be paid until when."""
    parts = "；".join(
        f"第{place}期{in_figures(one.fen)}元，{chinese_date(one.due_on)}前" for place, one in enumerate(plan, start=1)
    )
    words = (
        f"你（单位）申请延期（分期）缴纳{number}行政处罚决定书的罚款。经审查：{reason}",
        f"依据《中华人民共和国行政处罚法》第六十六条第二款，准予按下列日期和金额缴纳：{parts}。",
        f"任何一期到期没有缴清的，未缴的罚款依法每日按{daily_percent(on=on)}%加处罚款，本机关可以依法申请人民法院强制执行。",
    )
    return letter(title="准予延期（分期）缴纳罚款通知书", body_name=case.body.name, to=to, words=words, dated_on=on)


def deferral_refusal(case: Any, *, number: str, to: str, reason: str, on: date) -> Sheet:
    """Why not."""
    words = (
        f"你（单位）申请延期（分期）缴纳{number}行政处罚决定书的罚款。依据《中华人民共和国行政处罚法》第六十六条第二款，不予批准。",
        f"理由：{reason}",
        "请按决定书载明的期限缴纳罚款。",
    )
    return letter(title="不予延期（分期）缴纳罚款通知书", body_name=case.body.name, to=to, words=words, dated_on=on)


def additional_fine_decision(
    case: Any, *, number: str, to: str, owing: Owing, basis: Iterable[str], remedies: dict[str, str], on: date
) -> Sheet:
    """What was not paid, what is added to it a day and until when, how to contest it; then the computation day by day."""
    rows = tuple(
        (
            f"{one.first:%Y-%m-%d}—{one.last:%Y-%m-%d}", str(one.days), in_figures(one.base_fen), one.reason or "计算",
            in_figures(one.fen),
        )
        for one in (owing.accrual.stretches if owing.accrual else ())
    )  # fmt: skip
    added = f"{in_figures(owing.additional_fen)}元（大写：{in_capitals(owing.additional_fen)}）"
    over = f"，缴款期限已于{chinese_date(owing.due_on)}届满" if owing.due_on else ""
    words = (
        f"{number}行政处罚决定书对你（单位）处以罚款{in_figures(owing.fine_fen)}元{over}，尚有"
        f"{in_figures(owing.unpaid_fen)}元没有缴纳。",
        f"依据{cited(basis)}，本机关决定：自逾期之日起，每日按未缴罚款的{daily_percent(on=on)}%加处罚款，计算至"
        f"{chinese_date(on)}为{added}；此后照此按日计算，至缴清之日为止。加处罚款的数额不超过罚款的数额；行政复议、"
        "行政诉讼期间和批准延期、分期缴纳的期间不计算。",
        "请将罚款和加处罚款按照行政处罚决定书载明的方式缴纳。仍不缴纳的，本机关可以依法强制执行或者申请人民法院强制执行。",
        in_words(remedies, "决定"),
        WILL_BE_PUBLIC,
    )
    table = Table(
        head=("起止", "日数", "未缴罚款（元）", "是否计算", "加处（元）"), rows=rows, widths=(6, 2, 4, 5, 4),
        numbers=(1, 2, 4), totals=(),
    )  # fmt: skip
    computed = facts(
        [
            ("决定书", number),
            ("罚款", f"{in_figures(owing.fine_fen)}元"),
            ("计算至", chinese_date(on)),
            ("加处合计", added),
        ]
    )
    after = (PageBreak(), Heading("加处罚款计算单", level=1), computed, table)
    return letter(title="加处罚款决定书", body_name=case.body.name, to=to, words=words, dated_on=on, after=after)


def to_court(case: Any, *, title: str, court: str, asks: str, head: str, on: date) -> Sheet:
    """A short application to a court, signed by the head."""
    words = (f"申请人：{case.body.name}。", asks, f"负责人（签名）：{head}")
    return letter(title=title, body_name=case.body.name, to=court, words=words, dated_on=on)


def execution_order(
    case: Any, *, title: str, number: str, to: str, order: str, ground: str, reason: str, under: str, on: date
) -> Sheet:
    """Suspended, resumed or ended, and why."""
    words = (f"{number}行政处罚决定书的执行中，{ground}。{reason}", f"依据{under}，{order}。")
    return letter(title=title, body_name=case.body.name, to=to, words=words, dated_on=on)


def restitution_record(case: Any, *, number: str, restitution: Restitution, on: date) -> Sheet:
    """What was given back, when, by which voucher."""
    table = facts(
        [("案号", case.number), ("决定书", number), ("退还金额", f"{in_figures(restitution.amount_fen)}元"),
         ("返还的物品和恢复原状", restitution.things or "无"), ("退还日期", chinese_date(restitution.returned_on)),
         ("凭证", restitution.voucher)],
    )  # fmt: skip
    return form(title="退还记录", body_name=case.body.name, blocks=[table], dated_on=on)
