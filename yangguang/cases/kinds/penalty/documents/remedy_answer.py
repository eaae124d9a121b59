"""行政复议答复书, 行政诉讼答辩状: to the authority that reviews the decision; and the letter that passes an application on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from yangguang.base.press.blocks import Block, facts
from yangguang.base.press.sheet import Sheet
from yangguang.cases.contested import how_to_answer
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.models import HandedInApplication, Remedy

FORWARDING = "行政复议申请转送函"


@dataclass(frozen=True)
class Reply:
    """What the body has to say: who contests, its facts and reasons, the basis, what it asks the authority for."""

    applicant: str
    reasons: str
    basis: str
    asks: str


def answer(remedy: Remedy, reply: Reply, *, listed: int, dated_on: date) -> Sheet:
    """Who against whom, which decision, facts and reasons, basis, what is asked, what goes with it (`listed` pieces)."""
    case, how = remedy.case, how_to_answer(remedy)
    text: list[str | Block] = [
        facts([(how.applicant, reply.applicant)], [(how.ourselves, case.body.name)], bordered=False)
    ]
    told = "行政复议申请" if how.applicant == "申请人" else "行政诉讼"
    text += [
        f"{how.applicant}不服本机关作出的{remedy.number_contested}，提起{told}（{remedy.number}）。本机关于"
        f"{frame.chinese_date(remedy.received_on)}收到副本，现{'答复' if how.applicant == '申请人' else '答辩'}如下：",
        *_part("一、事实和理由", reply.reasons), *_part("二、作出行政行为的依据", reply.basis),
        *_part("三、请求", reply.asks), f"附：证据目录（{listed}件）、证据材料及所依据的规范性文件。",
    ]  # fmt: skip
    return frame.letter(case, title=how.title, text=text, dated_on=dated_on, to=remedy.authority)


def forwarding(row: HandedInApplication, *, why: str, dated_on: date) -> Sheet:
    """The application goes to the authority, with why the decision is upheld and the papers that go along."""
    text = [
        f"{row.applicant}不服本机关作出的{row.decision.number}，于{frame.chinese_date(row.received_on)}经本机关提交行政复议申请。"
        f"本机关审查认为应当维持原决定：{frame.sentence(why)}",
        f"依据{frame.cited(['ARL-2023:32.2'])}的规定，现将申请书及附件转送你机关。",
    ]
    return frame.letter(row.case, title=FORWARDING, text=text, dated_on=dated_on, to=row.authority)


def _part(head: str, words: str) -> Sequence[str]:
    return [head, *(line.strip() for line in words.splitlines() if line.strip())]
