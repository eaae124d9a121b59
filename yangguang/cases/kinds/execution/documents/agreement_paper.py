"""执行协议书: between the agency and the party, signed by both."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yangguang.base.press.blocks import Block, SealPlace, SignatureLine, facts, paragraph
from yangguang.base.press.plain import chinese_date
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.execution.documents.fulfilment_papers import amount_words, whom_of
from yangguang.cases.kinds.labour.documents.frame import cited, form
from yangguang.cases.models import ExecutionAgreement
from yangguang.cases.owing import Owing
from yangguang.cases.rules.instalments import Instalment
from yangguang.kernel.money import in_capitals, in_figures

TITLE = "执行协议书"


def sheet(
    agreement: ExecutionAgreement, *, plan: Sequence[Instalment], owing: Owing, additional_fen: int, on: date
) -> Sheet:
    """What is owed, in which parts it is paid, what is put right and remitted for it, and what follows a breach."""
    decision = agreement.execution.decision
    body, party = decision.case.body.name, whom_of(decision)
    parts = "；".join(
        f"第{place}期{in_figures(one.fen)}元，{chinese_date(one.due_on)}前" for place, one in enumerate(plan, start=1)
    )
    words = [
        f"{decision.number}行政处罚决定书已经生效，当事人尚未履行：{amount_words(owing, additional_fen)}。"
        f"依据{cited(['ACL-2011:42.1'])}，双方达成协议如下：",
        f"一、未缴的罚款分阶段缴纳：{parts}。行政决定确定的罚款数额不减免。",
        f"二、{_remission(agreement, additional_fen, plan[-1].due_on, on)}",
        f"三、本协议不损害公共利益和他人合法权益：{agreement.harmless}",
        f"四、当事人应当履行本协议。任何一期到期没有缴清的，依据{cited(['ACL-2011:42.2'])}恢复执行，减免不再适用，"
        "本机关可以依法申请人民法院强制执行。",
        "五、本协议自双方签字、盖章之日起生效，一式两份，双方各执一份。",
    ]
    blocks: list[Block] = [facts([("行政机关", body), ("当事人", party), ("决定书", decision.number)])]
    blocks += [paragraph(one) for one in words]
    blocks += [SignatureLine("当事人（签名、盖章）"), SignatureLine("签订日期"), SealPlace(body, on)]
    return form(title=TITLE, body_name=body, blocks=blocks, dated_on=on)


def _remission(agreement: ExecutionAgreement, additional_fen: int, last: date, on: date) -> str:
    """What was added goes on growing until both have signed: the rest is told as of the day of the paper."""
    remitted, rest = agreement.remitted_fen, additional_fen - agreement.remitted_fen
    done = f"当事人采取补救措施：{agreement.measures}" if agreement.measures else "没有约定补救措施。"
    if remitted:
        done += f"减免加处的罚款{in_figures(remitted)}元（大写：{in_capitals(remitted)}）。"
    if rest <= 0:
        return done
    other = "其余" if remitted else ""
    return f"{done}{other}加处的罚款（截至{chinese_date(on)}为{in_figures(rest)}元）在{chinese_date(last)}前缴清。"
