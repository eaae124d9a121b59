"""An edited Word file read back into blocks by its named styles; what cannot be read is refused with its place."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Literal

from lxml import etree

from yangguang.base.press import blocks as b
from yangguang.base.press import wordml as w
from yangguang.base.press.docx_safety import NOT_WORD, RESAVE, parsed, safe_members
from yangguang.base.press.docx_tables import blocks_of_table
from yangguang.base.press.docx_text import Piece, cannot_read, local, piece_of
from yangguang.base.press.plain import bare_label, read_chinese_date
from yangguang.kernel.refusal import Refused

_PASSED_OVER = {"sectPr", "bookmarkStart", "bookmarkEnd", "proofErr", ""}
_NUMBERED = re.compile(r"^\d{1,3}[．.、]")
_FACES: dict[str, Literal["hei", "kai"]] = {w.HEI_TEXT: "hei", w.KAI_TEXT: "kai"}


def read_docx(content: bytes) -> list[b.Block]:
    """The blocks of a Word file made by this press, with what people changed in it; `Refused` for anything else."""
    members = safe_members(content)
    if not {"word/document.xml", "word/styles.xml"} <= members.keys():
        raise Refused(NOT_WORD, remedy=RESAVE)
    styles = _style_names(parsed(members["word/styles.xml"]))
    body = parsed(members["word/document.xml"]).find(f"{w.NAMESPACE}body")
    if body is None:
        raise Refused(NOT_WORD, remedy=RESAVE)
    try:
        return _blocks_of(body, styles)
    except ValueError as error:
        raise Refused("文件里有一处不合格式，无法读回。", remedy="请重新下载文书后再修改。") from error


def _style_names(root: etree._Element) -> dict[str, str]:
    named = {}
    for style in root.iter(f"{w.NAMESPACE}style"):
        name = style.find(f"{w.NAMESPACE}name")
        if name is not None:
            named[style.get(f"{w.NAMESPACE}styleId", "")] = name.get(f"{w.NAMESPACE}val", "")
    return named


def _blocks_of(body: etree._Element, styles: dict[str, str]) -> list[b.Block]:
    found: list[b.Block] = []
    paragraphs = tables = 0
    seal: Piece | None = None
    for element in body:
        name = local(element)
        if name == "tbl":
            tables += 1
            found.extend(blocks_of_table(element, f"第 {tables} 个表格", styles))
        elif name == "p":
            paragraphs += 1
            piece = piece_of(element, f"第 {paragraphs} 段", styles)
            seal = _take(piece, seal, found)
        elif name not in _PASSED_OVER:
            raise cannot_read(f"第 {paragraphs + 1} 段处", name)
    if seal:
        raise Refused(f"{seal.place}的落款下没有日期，无法读回。", remedy="请在下一段按“落款日期”样式写上日期。")
    return found


def _take(piece: Piece, seal: Piece | None, found: list[b.Block]) -> Piece | None:
    """One paragraph taken in; the name over a seal waits for its date."""
    if seal:
        if piece.style != w.SEAL_DATE:
            raise Refused(f"{seal.place}的落款下没有日期，无法读回。", remedy="请在下一段按“落款日期”样式写上日期。")
        found.append(b.SealPlace(seal.text, day_in(piece.text, piece.place)))
    elif piece.style == w.SEAL_BODY:
        return piece
    elif piece.breaks_page:
        found.append(b.PageBreak())
    elif piece.style in _JOINED:
        _JOINED[piece.style](piece, found)
    elif piece.style in _ALONE:
        found.append(_ALONE[piece.style](piece))
    elif piece.text.strip() and piece.style != w.VERIFY:
        raise Refused(
            f"{piece.place}“{piece.text.strip()[:12]}”的样式是“{piece.style or '正文'}”，不是文书模板的样式，无法读回。",
            remedy=f"请在 Word 中把这一段改为“{w.BODY}”等文书样式。",
        )
    return None


def day_in(text: str, place: str) -> date | None:
    """The date written there; `Refused` with its place when it is not one."""
    try:
        return read_chinese_date(text)
    except ValueError:
        raise Refused(
            f"{place}的日期“{text.strip()[:20]}”无法读回。", remedy="请写成 2026年11月21日 的样子。"
        ) from None


def _paragraph(piece: Piece) -> b.Paragraph:
    runs = tuple(b.Run(part.text, _FACES.get(part.style, "body"), part.underline) for part in piece.stretches)
    return b.Paragraph(runs, indent=piece.style == w.BODY)


def _signature(piece: Piece) -> b.SignatureLine:
    label, rest = piece.split_at(w.SIGNER_TEXT) or (piece.text.partition("：")[0], piece.text.partition("：")[2])
    dated = piece.split_at(w.DATE_TEXT)
    if not dated:
        return b.SignatureLine(label, rest, dated=False)
    return b.SignatureLine(label, rest[: len(rest) - len(dated[1])], day_in(dated[1], piece.place))


def _fact_row(piece: Piece) -> tuple[b.Fact, ...]:
    row: list[list[str]] = []
    in_label = False
    for part in piece.stretches:
        if part.style == w.LABEL_TEXT:
            if not in_label:
                row.append(["", ""])
            row[-1][0] += part.text
        elif row and (part.style == w.VALUE_TEXT or part.text.strip("：\u3000 ")):
            row[-1][1] += part.text.removeprefix("：") if in_label and part.style != w.VALUE_TEXT else part.text
        in_label = part.style == w.LABEL_TEXT
    if not row and piece.text.strip():
        label, colon, value = piece.text.partition("：")
        row = [[label, value]] if colon else []
    if not row or not all(bare_label(label) for label, _ in row):
        raise Refused(
            f"{piece.place}“{piece.text[:12]}”没有“项目：内容”的样子，无法读回。", remedy="请写成“项目：内容”。"
        )
    return tuple(b.Fact(label, value) for label, value in row)


def _facts(piece: Piece, found: list[b.Block]) -> None:
    row = _fact_row(piece)
    last = found[-1] if found else None
    if piece.style == w.FACT_NEXT and isinstance(last, b.Facts) and not last.bordered:
        found[-1] = replace(last, rows=(*last.rows, row))
    else:
        found.append(b.Facts((row,), bordered=False))


def _question(piece: Piece, found: list[b.Block]) -> None:
    found.append(b.QuestionAnswer(piece.text.removeprefix("问："), ""))


def _answer(piece: Piece, found: list[b.Block]) -> None:
    last = found[-1] if found else None
    if not isinstance(last, b.QuestionAnswer):
        raise Refused(f"{piece.place}是“答”，前面没有“问”，无法读回。", remedy="请补上“问”或者改变这一段的样式。")
    begins = piece.text.startswith("答：")
    before = f"{last.answer}\n" if last.answer else ""
    found[-1] = replace(last, answer=before + (piece.text.removeprefix("答：") if begins else piece.text))


def _attachment(piece: Piece, found: list[b.Block]) -> None:
    last = found[-1] if found else None
    if piece.style == w.ATTACHMENT_NEXT and isinstance(last, b.Attachments):
        names = last.names if len(last.names) > 1 else (_NUMBERED.sub("", last.names[0]),)
        found[-1] = b.Attachments((*names, _NUMBERED.sub("", piece.text)))
    else:
        found.append(b.Attachments((piece.text.removeprefix("附件："),)))


def _heading_of(level: int) -> Callable[[Piece], b.Block]:
    return lambda piece: b.Heading(piece.text, level)


_ALONE: dict[str, Callable[[Piece], b.Block]] = {
    w.LETTERHEAD_RED: lambda piece: b.Letterhead(piece.text),
    w.LETTERHEAD: lambda piece: b.Letterhead(piece.text, red=False),
    w.NUMBER: lambda piece: b.DocumentNumber(piece.text),
    w.NUMBER_RIGHT: lambda piece: b.DocumentNumber(piece.text),
    w.ADDRESSEE: lambda piece: b.Addressee(piece.text),
    w.BODY: _paragraph,
    w.BODY_FLUSH: _paragraph,
    w.SIGNATURE: _signature,
    w.FOOTNOTE: lambda piece: b.Footnote(piece.text),
    **{name: _heading_of(level) for level, name in enumerate(w.HEADINGS)},
}
_JOINED: dict[str, Callable[[Piece, list[b.Block]], None]] = {
    w.FACT_FIRST: _facts,
    w.FACT_NEXT: _facts,
    w.QUESTION: _question,
    w.ANSWER: _answer,
    w.ATTACHMENT_FIRST: _attachment,
    w.ATTACHMENT_NEXT: _attachment,
}
