"""An official document as lines of public text. Tables of people are never published row by row: count and totals only."""

from __future__ import annotations

from collections.abc import Iterable

from yangguang.base.press.blocks import (
    Addressee,
    Attachments,
    Block,
    Facts,
    Heading,
    Letterhead,
    Paragraph,
    SealPlace,
    Table,
)
from yangguang.base.press.plain import chinese_date

TITLE, RIGHT = "# ", "> "  # how a line says that it is a title, or stands at the right


def lines(blocks: Iterable[Block]) -> tuple[str, ...]:
    """The text of a document, one line a paragraph."""
    return tuple(line for block in blocks for line in _lines_of(block) if line.strip(f"{TITLE}{RIGHT}"))


def _lines_of(block: Block) -> list[str]:
    match block:
        case Letterhead(body=body):
            return [f"{TITLE}{body}"]
        case Heading(text=text):
            return [f"{TITLE}{text}"]
        case Addressee(text=text):
            return [text]
        case Paragraph():
            return [block.text]
        case Facts(rows=rows):
            return [f"{fact.label}：{fact.value}" for row in rows for fact in row if fact.value]
        case Table():
            return [_counted(block)]
        case Attachments(names=names):
            return [f"附件：{'；'.join(names)}"]
        case SealPlace(body=body, dated_on=day):
            return [f"{RIGHT}{body}", *([f"{RIGHT}{chinese_date(day)}"] if day else [])]
    return []


def _counted(table: Table) -> str:
    sums = [f"{head} {total}" for head, total in zip(table.head, table.totals, strict=False)
            if total and any(sign.isdigit() for sign in total)]  # fmt: skip
    joined = f"，合计：{'，'.join(sums)}" if sums else ""
    return f"（附表共 {len(table.rows)} 行{joined}；逐人内容不公开。）"
