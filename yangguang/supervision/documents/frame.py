"""What every paper of a round has: whose it is, its heading, and how files are named in it (number only, no party)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from yangguang.base.events import Actor
from yangguang.base.press.blocks import Block, Heading, Letterhead, SealPlace, Table
from yangguang.base.press.sheet import Sheet
from yangguang.kernel.moment import Moment
from yangguang.records.api import Document, make_document
from yangguang.supervision.models import CaseFileEvaluation, EvaluatedFile


def paper(evaluation: CaseFileEvaluation, title: str, *blocks: Block, dated_on: date) -> Sheet:
    """A paper of the organising body, sealed at the end."""
    name = evaluation.body.name
    whole = (Letterhead(name, red=False), Heading(title), *blocks, SealPlace(name, dated_on))
    return Sheet(title=title, blocks=whole, dated_on=dated_on, body_name=name)


def made(evaluation: CaseFileEvaluation, kind: str, title: str, sheet: Sheet, *, actor: Actor, at: Moment) -> Document:
    """The paper, in the file of the round."""
    return make_document(
        kind=kind, title=title, sheet=sheet, body=evaluation.body, file_ref=evaluation.public_id, dated_on=at.day,
        actor=actor, at=at,
    )  # fmt: skip


def score_table(files: Iterable[EvaluatedFile]) -> Table:
    """File by file: how it came in, its score and grade. Nobody's name stands in it, and no sum of money."""
    rows = tuple(
        (str(one.position), one.case.number, one.body.name, one.get_taken_by_display(), one.points, one.grade)
        for one in files
    )
    return Table(("序号", "案号", "单位", "入选方式", "得分", "等次"), rows, (2, 7, 6, 4, 2, 3))
