"""What the papers of a case share: the head of a letter, the head of a form, who a party is, opinions of an approval."""

from __future__ import annotations

import re
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
from yangguang.cases.models import Case, Party, PartyKind
from yangguang.kernel import clock
from yangguang.statutes import UnknownClause, clause

NAMED_BESIDE = re.compile(r"（[^）]*）$")  # the year or number beside the name of a law


def letter(
    case: Case, *, title: str, text: Iterable[str | Block], dated_on: date, to: str = "", numbered: bool = True
) -> Sheet:
    """A letter in the body's name: head, number, title, addressee (a decision names its parties instead), text, seal."""
    blocks: list[Block] = [Letterhead(case.body.name)]
    if numbered:
        blocks.append(DocumentNumber(""))
    blocks += [Heading(title), *([Addressee(f"{to}：")] if to else [])]
    blocks += [paragraph(part) if isinstance(part, str) else part for part in text]
    blocks.append(SealPlace(case.body.name, dated_on))
    return Sheet(title=title, blocks=tuple(blocks), dated_on=dated_on, body_name=case.body.name)


def form(
    case: Case, *, title: str, blocks: Iterable[Any], dated_on: date, sign_pages: str = "", numbered: bool = False
) -> Sheet:
    """A form kept in the file: plain head, title, its blocks. `sign_pages` says who signs every page beside the officers."""
    head: list[Block] = [Letterhead(case.body.name, red=False), Heading(title)]
    head += [DocumentNumber("")] if numbered else []
    signers = (sign_pages, "执法人员") if sign_pages else ()
    return Sheet(
        title=title, blocks=(*head, *blocks), dated_on=dated_on, body_name=case.body.name, form=True,
        every_page_signature=signers,
    )  # fmt: skip


def party_facts(parties: Iterable[Party], *, bordered: bool = False) -> Facts:
    """Who the parties are, as every paper names them; `bordered` in a form of the file."""
    rows: list[Any] = []
    for party in parties:
        known = [("当事人", party.name), *(row for row in _particulars(party) if row[1])]
        pairs = [known[n : n + 2] for n in range(0, len(known), 2)]
        rows += pairs if bordered else known
    return facts(*(rows or [("当事人", "未登记")]), bordered=bordered)


def _particulars(party: Party) -> list[tuple[str, str]]:
    person = party.kind == PartyKind.PERSON
    head = "" if person else party.legal_representative
    return [
        ("公民身份号码" if person else "统一社会信用代码", party.code), ("法定代表人或者负责人", head),
        ("住址" if person else "住所", party.address),
    ]  # fmt: skip


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
    """Clauses as a paper names them, each once, a law named once: 《劳动保障监察条例》第二十五条、第三十条."""
    laws: dict[str, list[str]] = {}
    for clause_id in clause_ids:
        law, article = _cite(clause_id)
        laws.setdefault(law, []).append(article)
    return "、".join(law + "、".join(dict.fromkeys(articles)) for law, articles in laws.items())


def sentence(text: str) -> str:
    """Typed words as a sentence of a paper: one full stop, whatever the person typed at the end."""
    return f"{text.strip().rstrip('。；;.')}。" if text.strip() else ""


def _cite(clause_id: str) -> tuple[str, str]:
    try:
        found = clause(clause_id)
    except UnknownClause:
        return clause_id, ""
    return f"《{NAMED_BESIDE.sub('', found.law.name)}》", found.article


def chinese_date(day: date) -> str:
    """A date in running text."""
    return f"{day.year}年{day.month}月{day.day}日"
