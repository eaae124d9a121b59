"""案卷抽取记录."""

from __future__ import annotations

from datetime import date

from yangguang.base.press.blocks import SignatureLine, Table, facts, paragraph
from yangguang.base.press.sheet import Sheet
from yangguang.supervision.documents import frame
from yangguang.supervision.models import CaseFileEvaluation
from yangguang.supervision.queries import counted_files

TITLE = "案卷抽取记录"
REPEAT = (
    "重做的方法：对名单上每件案卷计算“种子:案号”的SHA-256值，同一层内按该值从小到大排列，"
    "排在前面的为抽中，其后的依次递补；各层件数按名单件数的比例分配。"
)


def sheet(evaluation: CaseFileEvaluation, *, dated_on: date) -> Sheet:
    """The frozen list, the seed, what was drawn, and the two who were there."""
    drawn = counted_files(evaluation)
    told = facts(
        ("评查名称", evaluation.title), ("名单件数", f"{len(evaluation.listed)}件"), ("名单指纹", evaluation.list_digest),
        ("随机种子", evaluation.seed), ("抽取件数", f"{len(drawn)}件"),
    )  # fmt: skip
    sample = Table(
        ("序号", "案号", "层别"), tuple((str(one.position), one.case.number, one.stratum) for one in drawn), (2, 8, 8)
    )
    whole = Table(("案号", "层别"), tuple((one["number"], one["stratum"]) for one in evaluation.listed), (8, 8))
    return frame.paper(
        evaluation, TITLE, told, paragraph(REPEAT), paragraph("抽中的案卷："), sample, paragraph("冻结的名单："), whole,
        SignatureLine("抽取人", evaluation.drawn_by_name, dated_on),
        SignatureLine("监督抽取人", evaluation.witnessed_by_name, dated_on), dated_on=dated_on,
    )  # fmt: skip
