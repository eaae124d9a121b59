"""案卷评查通报."""

from __future__ import annotations

from datetime import date

from yangguang.base.press.blocks import Table, paragraph
from yangguang.base.press.sheet import Sheet
from yangguang.supervision.documents import frame
from yangguang.supervision.models import CaseFileEvaluation
from yangguang.supervision.queries import counted_files
from yangguang.supervision.summary import grades_of, sections_of

TITLE = "案卷评查通报"


def sheet(evaluation: CaseFileEvaluation, *, dated_on: date) -> Sheet:
    """How many files of which grade, where points were lost, and every file's score. Nobody is ranked."""
    files = list(counted_files(evaluation))
    graded = Table(("等次", "件数"), tuple((one.label, str(one.count)) for one in grades_of(evaluation, files)), (4, 3))
    lost = Table(
        ("部分", "扣分处数", "扣分件数"),
        tuple((one.label, str(one.count), str(one.files)) for one in sections_of(evaluation, files)), (6, 3, 3),
    )  # fmt: skip
    return frame.paper(
        evaluation, TITLE, paragraph(evaluation.summary), paragraph("等次分布："), graded, paragraph("问题集中在："), lost,
        paragraph("各卷得分："), frame.score_table(files), dated_on=dated_on,
    )  # fmt: skip
