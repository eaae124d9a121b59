"""What the papers of a case share: the head of a letter, the head of a form, who a party is, opinions of an approval."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from yangguang.base.models import Approval
from yangguang.base.press.blocks import (
    Addressee,
    Block,
    DocumentNumber,
    Facts,
    Heading,
    Letterhead,
    Opinion,
    SealPlace,
    facts,
    paragraph,
)  # fmt: skip
from yangguang.base.press.sheet import Sheet
from yangguang.cases.models import Case, Party
from yangguang.kernel import clock
from yangguang.statutes import UnknownClause, clause


def letter(
    case: Case, *, title: str, to: str, text: Iterable[str | Block], dated_on: date, numbered: bool = True
) -> Sheet:
    """A letter in the body's name: head, number, title, addressee, text, seal."""
    blocks: list[Block] = [Letterhead(case.body.name)]
    if numbered:
        blocks.append(DocumentNumber(""))
    blocks += [Heading(title), Addressee(to)]
    blocks += [paragraph(part) if isinstance(part, str) else part for part in text]
    blocks.append(SealPlace(case.body.name, dated_on))
    return Sheet(title=title, blocks=tuple(blocks), dated_on=dated_on, body_name=case.body.name)


def form(case: Case, *, title: str, blocks: Iterable[Any], dated_on: date, sign_pages: bool = False) -> Sheet:
    """A form kept in the file: plain head, title, its blocks. `sign_pages` puts signature lines on every page."""
    head: list[Block] = [Letterhead(case.body.name, red=False), Heading(title)]
    signers = ("被询问人", "执法人员") if sign_pages else ()
    return Sheet(
        title=title, blocks=(*head, *blocks), dated_on=dated_on, body_name=case.body.name, form=True,
        every_page_signature=signers,
    )  # fmt: skip


def party_facts(parties: Iterable[Party]) -> Facts:
    """Who the parties are, as every paper names them."""
    rows: list[tuple[str, str]] = []
    for party in parties:
        rows.append(("当事人", party.name))
        rows += [
            (label, value)
            for label, value in (
                ("证件号码", party.code), ("法定代表人或者负责人", party.legal_representative), ("住所", party.address),
            )
            if value
        ]  # fmt: skip
    return facts(*(rows or [("当事人", "未登记")]), bordered=False)


def opinions(approval: Approval | None) -> list[Opinion]:
    """The boxes of an approval form with what was written in them."""
    if approval is None:
        return []
    return [
        Opinion(
            step.label, step.opinion, step.signed_by_name, clock.legal_day(step.signed_at) if step.signed_at else None
        )
        for step in approval.steps.order_by("order")
    ]


def cited(clause_ids: Iterable[str]) -> str:
    """Clauses as a paper names them: 《劳动保障监察条例》第二十五条."""
    return "、".join(_cite(clause_id) for clause_id in clause_ids)


def _cite(clause_id: str) -> str:
    try:
        return clause(clause_id).cite()
    except UnknownClause:
        return clause_id


def chinese_date(day: date) -> str:
    """A date in running text."""
    return f"{day.year}年{day.month}月{day.day}日"
