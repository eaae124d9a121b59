"""案卷评查反馈意见."""

from __future__ import annotations

from datetime import date

from yangguang.base.press.blocks import Addressee, Table, paragraph
from yangguang.base.press.sheet import Sheet
from yangguang.directory.api import Body
from yangguang.kernel.written_days import in_words
from yangguang.supervision.documents import frame
from yangguang.supervision.models import CaseFileEvaluation
from yangguang.supervision.queries import counted_files
from yangguang.supervision.summary import problems_of

TITLE = "案卷评查反馈意见"


def sheet(evaluation: CaseFileEvaluation, body: Body, *, dated_on: date) -> Sheet:
    """To one evaluated body: its files, what was found in each, and until when it may object."""
    files = list(counted_files(evaluation).filter(body=body))
    found = Table(
        ("案号", "页码", "问题"),
        tuple((one.case.number, row["page"], row["fact"]) for one in files for row in problems_of(one))
        or (("各卷", "", "没有发现扣分的问题"),),
        (6, 2, 10),
    )
    until = evaluation.objections_until or dated_on
    return frame.paper(
        evaluation, TITLE, Addressee(f"{body.name}："), paragraph(f"{evaluation.title}的初步结果反馈如下。"),
        frame.score_table(files), paragraph("发现的问题："), found,
        paragraph(f"对评分有异议的，请于{in_words(until)}前书面提出并说明理由，由另一名评查人复评，两次评分都保留。"),
        dated_on=dated_on,
    )  # fmt: skip
