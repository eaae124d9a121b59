"""Papers of a criminal transfer: forms and letters of a few facts, the catalogue of the evidence, the letter to the police."""

from __future__ import annotations

from collections.abc import Iterable

from yangguang.base.models import Approval
from yangguang.base.press.blocks import Block, facts, paragraph
from yangguang.cases.kinds.labour.documents import criminal_transfer_letter
from yangguang.cases.kinds.labour.queries import workers_of
from yangguang.cases.kinds.penalty.documents import evidence_list, frame, short_form
from yangguang.cases.models import Case, CriminalTransfer
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import Document, evidence_of, make_document

SIDE = "side"


def form(
    case: Case, *, kind: str, title: str, rows: Iterable[tuple[str, str]], actor: Account, at: Moment,
    approval: Approval | None = None,
) -> Document:  # fmt: skip
    """A form of the file: the case, what is written, who agreed."""
    return make_document(
        kind=kind, title=title, body=case.body, file_ref=case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=short_form.sheet(case, title=title, rows=rows, dated_on=at.day, approval=approval), volume=SIDE,
    )  # fmt: skip


def text(case: Case, *, kind: str, title: str, words: Iterable[str], actor: Account, at: Moment) -> Document:
    """A report or a list of the file in running words."""
    blocks: list[Block] = [facts([("案号", case.number), ("案由", case.title)]), *(paragraph(one) for one in words)]
    return make_document(
        kind=kind, title=title, body=case.body, file_ref=case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=frame.form(case, title=title, blocks=blocks, dated_on=at.day),
    )  # fmt: skip


def letter(
    case: Case, *, kind: str, title: str, number_kind: str, to: str, words: Iterable[str], actor: Account, at: Moment
) -> Document:
    """A numbered letter of the body to another authority."""
    return make_document(
        kind=kind, title=title, number_kind=number_kind, body=case.body, file_ref=case.public_id, dated_on=at.day,
        actor=actor, at=at, sheet=frame.letter(case, title=title, text=words, dated_on=at.day, to=to),
    )  # fmt: skip


def catalogue(case: Case, *, actor: Account, at: Moment) -> Document:
    """The evidence of the file that was not excluded, piece by piece."""
    table = evidence_list.table(evidence_of(case.public_id).filter(excluded_on=None))
    return make_document(
        kind="evidence_catalogue", title="证据目录", body=case.body, file_ref=case.public_id, dated_on=at.day, actor=actor,
        at=at, sheet=frame.form(case, title="证据目录", blocks=[table], dated_on=at.day),
    )  # fmt: skip


def transfer_letter(line: CriminalTransfer, *, papers: str, actor: Account, at: Moment) -> Document:
    """涉嫌犯罪案件移送书 with the unpaid workers behind it."""
    case = line.case
    return make_document(
        kind="criminal_transfer_letter", title="涉嫌犯罪案件移送书", number_kind="涉罪移", body=case.body,
        file_ref=case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=criminal_transfer_letter.sheet(
            case_title=case.title, case_number=case.number, body_name=case.body.name, to=line.police,
            report=line.report, papers=papers, workers=list(workers_of(case)), on=at.day,
        ),
    )  # fmt: skip
