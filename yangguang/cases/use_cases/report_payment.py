"""Tell police, procuratorate or court in writing what the employer has paid since (C15)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.cases.events.criminal import PaymentReported
from yangguang.cases.kinds.criminal_transfer.documents import papers
from yangguang.cases.kinds.labour.queries import totals_of
from yangguang.cases.models import CriminalTransfer
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures
from yangguang.kernel.refusal import Refused

CLAUSE = "WPI-2013:6.1"


@transaction.atomic
def report_payment(
    *, transfer: CriminalTransfer, to: str, paid_on: date, voucher: str, actor: Account, at: Moment
) -> CriminalTransfer:
    """From the roster, where the payments were put on record first."""
    line = locked_line(transfer)
    receiver = worded(to, label="告知的机关", field="to", most=200)
    proof = worded(voucher, label="支付凭证", field="voucher", most=400)
    totals = totals_of(line.case)
    if not totals.paid_fen:
        raise Refused(
            "名册上没有支付记录。", CLAUSE, remedy="请先在劳动者名册登记支付和凭证，再告知公安机关。", field="voucher"
        )
    if paid_on > at.day:
        raise Refused("支付日期不能晚于告知的日期。", CLAUSE, field="paid_on", remedy="请核对日期。")
    taken = step_taken(line, "report_payment", actor=actor, at=at)
    left = f"尚欠{in_figures(totals.unpaid_fen)}元" if totals.unpaid_fen else "已全部付清"
    papers.letter(
        line.case, kind="payment_letter", title="劳动报酬支付情况告知函", number_kind="付告", to=receiver,
        words=[f"{line.case.title}一案移送后，用人单位于{paid_on.isoformat()}支付劳动报酬，至今共支付{in_figures(totals.paid_fen)}元，{left}。",
               f"支付凭证：{proof}。依据《最高人民法院关于审理拒不支付劳动报酬刑事案件适用法律若干问题的解释》第六条，现予告知。"],
        actor=actor, at=at,
    )  # fmt: skip
    line.save()
    told(taken, line, PaymentReported(receiver, paid_on, totals.unpaid_fen), actor=actor, at=at)
    return line
