"""Papers both lines make: the list of things with the signatures of the spot, the receipt, letters with the list behind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from yangguang.base.models import Approval
from yangguang.base.press.blocks import Block, Heading, SignatureLine, Table, facts
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame, short_form
from yangguang.cases.models import Case, CaseItem
from yangguang.cases.rules.witnesses import NOBODY, Witness
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import Document, make_document

HEAD = ("序号", "名称", "规格型号", "数量", "状况", "照片", "保管地点")
WIDTHS = (2, 6, 5, 3, 5, 3, 6)
INVENTORY = "涉案物品清单"


def table_of(items: Iterable[CaseItem]) -> Table:
    """The list, thing by thing."""
    rows = tuple(
        (str(one.position), one.name, one.spec, one.quantity, one.condition, one.photo, one.kept_at) for one in items
    )
    return Table(head=HEAD, rows=rows, widths=WIDTHS)


def listed(items: Sequence[CaseItem]) -> list[Block]:
    """The list behind a letter."""
    return [Heading("附：物品清单", level=1), table_of(items)]


def inventory(
    case: Case,
    *,
    items: Sequence[CaseItem],
    of: str,
    signers: Sequence[str],
    officers: Sequence[str],
    copies: int,
    on: date,
    witness: Witness = NOBODY,
) -> Sheet:
    """The list as it is signed on the spot by everybody there."""
    blocks: list[Block] = [
        facts(
            [("案号", case.number), ("所附文书", of)], ("份数", f"一式{copies}份"),
            *([("见证人", witness.words)] if witness.name else []),
        ), table_of(items),
        *(SignatureLine(who, signed_on=on) for who in signers),
        *([SignatureLine(witness.place, witness.name, on)] if witness.name else []),
        *(SignatureLine("执法人员", name, on) for name in officers),
    ]  # fmt: skip
    return frame.form(case, title=INVENTORY, blocks=blocks, dated_on=on)


def receipt(case: Case, *, items: Sequence[CaseItem], received_by: str, officers: Sequence[str], on: date) -> Sheet:
    """What went back, to whom, signed by both sides."""
    blocks: list[Block] = [
        facts([("案号", case.number), ("领取人", received_by)]), table_of(items), SignatureLine("领取人", received_by, on),
        *(SignatureLine("经办人", name, on) for name in officers),
    ]  # fmt: skip
    return frame.form(case, title="退还物品签收单", blocks=blocks, dated_on=on)


def letter(
    case: Case, *, kind: str, title: str, number_kind: str, to: str, words: Iterable[str], items: Sequence[CaseItem],
    actor: Account, at: Moment,
) -> Document:  # fmt: skip
    """A numbered letter of the body with the list of things behind it."""
    text: list[str | Block] = [*words, *(listed(items) if items else [])]
    sheet = frame.letter(case, title=title, text=text, dated_on=at.day, to=to)
    return make_document(
        kind=kind, title=title, number_kind=number_kind, body=case.body, file_ref=case.public_id, sheet=sheet,
        dated_on=at.day, actor=actor, at=at,
    )  # fmt: skip


def form(
    case: Case, *, kind: str, title: str, sheet: Sheet | None = None, rows: Iterable[tuple[str, str]] = (),
    approval: Approval | None = None, actor: Account, at: Moment,
) -> Document:  # fmt: skip
    """A form of the file: a sheet of its own, or the case with a few facts and opinions."""
    made = sheet or short_form.sheet(case, title=title, rows=rows, dated_on=at.day, approval=approval)
    return make_document(
        kind=kind, title=title, body=case.body, file_ref=case.public_id, sheet=made, dated_on=at.day, actor=actor, at=at,
        volume="side" if approval else "main",
    )  # fmt: skip
