"""What the papers of the labour lines share: a letter of the body, a form, the list of workers behind a paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from yangguang.base.press.blocks import (
    Addressee,
    Block,
    DocumentNumber,
    Heading,
    Letterhead,
    PageBreak,
    SealPlace,
    Table,
    paragraph,
)
from yangguang.base.press.sheet import Sheet
from yangguang.kernel.money import in_figures
from yangguang.statutes import clause


def letter(
    *, title: str, body_name: str, to: str, words: Iterable[str], dated_on: date, after: Iterable[Block] = ()
) -> Sheet:
    """A letter of the body: head, number, title, addressee, text, seal; then what is attached."""
    return Sheet(
        title=title, dated_on=dated_on, body_name=body_name,
        blocks=(
            Letterhead(body_name), DocumentNumber(""), Heading(title), Addressee(to),
            *(paragraph(text) for text in words), SealPlace(body_name, dated_on), *after,
        ),
    )  # fmt: skip


def form(*, title: str, body_name: str, blocks: Iterable[Block], dated_on: date) -> Sheet:
    """A form of the file."""
    return Sheet(
        title=title, dated_on=dated_on, body_name=body_name, form=True,
        blocks=(Letterhead(body_name, red=False), Heading(title), DocumentNumber(""), *blocks),
    )  # fmt: skip


def cited(clauses: Iterable[str]) -> str:
    """Clauses as a paper cites them."""
    return "、".join(f"《{clause(one).law.citation}》{clause(one).article}" for one in clauses)


def worker_table(
    title: str, head: tuple[str, ...], rows: Iterable[tuple[str, ...]], totals: tuple[str, ...]
) -> list[Block]:
    """The list of workers behind a paper, on pages of its own."""
    numbers = tuple(range(2, len(head)))
    return [
        PageBreak(), Heading(title, level=1),
        Table(head=head, rows=tuple(rows), widths=(2, 4, *(5 for _ in numbers)), numbers=numbers, totals=totals),
    ]  # fmt: skip


def annex_blocks(annex: Iterable[Mapping[str, Any]], sums: tuple[int, int, int]) -> list[Block]:
    """The annex of a disposition: each worker's wages, compensation and both."""
    rows = [
        (
            str(n),
            line["name"],
            in_figures(line["wages_fen"]),
            in_figures(line["extra_fen"]),
            in_figures(line["total_fen"]),
        )
        for n, line in enumerate(annex, start=1)
    ]
    head = ("序号", "姓名", "劳动报酬（元）", "加付赔偿金（元）", "合计（元）")
    return worker_table("附：人员金额表", head, rows, ("", "合计", *(in_figures(s) for s in sums)))
