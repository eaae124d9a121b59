"""案卷整改通知."""

from __future__ import annotations

from datetime import date

from yangguang.base.press.blocks import Addressee, paragraph
from yangguang.base.press.sheet import Sheet
from yangguang.kernel.written_days import in_words
from yangguang.supervision.documents import frame
from yangguang.supervision.models import FixingOrder

TITLE = "案卷整改通知"


def sheet(order: FixingOrder, *, dated_on: date) -> Sheet:
    """One file: what is to be put right until when; an archived file only by a note added to it."""
    file = order.file
    return frame.paper(
        file.evaluation, TITLE, Addressee(f"{file.body.name}："),
        paragraph(f"{file.evaluation.title}中，你单位{file.case.number}一卷存在问题，现要求整改如下。"), paragraph(order.demand),
        paragraph(f"请于{in_words(order.due_on)}前完成整改并报告。案卷已经归档的，整改只能追加说明，不得改动原件。"),
        dated_on=dated_on,
    )  # fmt: skip
