"""A sheet as DOCX for Word and WPS: every block in its named style, so that an edited file can be read back."""

import io
import zipfile
from datetime import datetime
from functools import singledispatch

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml

from yangguang.base.press import blocks as b
from yangguang.base.press import wordml as w
from yangguang.base.press.docx_styles import empty_document, set_page, usable_twips
from yangguang.base.press.plain import chinese_date
from yangguang.base.press.sheet import Sheet

LABEL_TWIPS = 1720
_EPOCH = (1980, 1, 1, 0, 0, 0)
_FACES = {"body": "", "hei": w.HEI_TEXT, "kai": w.KAI_TEXT}


def render_docx(sheet: Sheet) -> bytes:
    """The sheet as a Word document; the same sheet gives the same bytes."""
    document = Document(io.BytesIO(empty_document()))
    section = document.sections[0]
    set_page(section, landscape=sheet.orientation == "landscape", form=sheet.form)
    width = usable_twips(section)
    parts, before = [], None
    for block in sheet.blocks:
        if isinstance(block, b.DocumentNumber) and not (isinstance(before, b.Letterhead) and before.red):
            parts.append(w.para(w.NUMBER_RIGHT, w.run(block.text)))
        else:
            parts.append(_xml(block, width))
        before = block
    parts += [w.para(w.VERIFY, w.run(line)) for line in _verify_lines(sheet)]
    body = document.element.body
    for element in parse_xml(f'<w:body xmlns:w="{w.W}">{"".join(parts)}<w:p/></w:body>'):
        body.insert(len(body) - 1, element)
    _dress(document, section, sheet)
    return _same_every_time(document)


def _verify_lines(sheet: Sheet) -> list[str]:
    code = sheet.code
    return [line for line in (f"公开编号 {code.number}", code.link, *code.lines) if line] if code else []


@singledispatch
def _xml(block: b.Block, width: int) -> str:
    raise TypeError(f"no way to write {type(block).__name__}")


@_xml.register
def _(block: b.Letterhead, width: int) -> str:
    return w.para(w.LETTERHEAD_RED if block.red else w.LETTERHEAD, w.run(block.body))


@_xml.register
def _(block: b.DocumentNumber, width: int) -> str:
    return w.para(w.NUMBER, w.run(block.text))


@_xml.register
def _(block: b.Heading, width: int) -> str:
    return w.para(w.HEADINGS[block.level], w.run(block.text))


@_xml.register
def _(block: b.Addressee, width: int) -> str:
    return w.para(w.ADDRESSEE, w.run(block.text))


@_xml.register
def _(block: b.Paragraph, width: int) -> str:
    runs = [w.run(run.text, _FACES[run.face], underline=run.underline) for run in block.runs]
    return w.para(w.BODY if block.indent else w.BODY_FLUSH, *runs)


@_xml.register
def _(block: b.Facts, width: int) -> str:
    if not block.bordered:
        lines = [w.run("\u3000\u3000").join(map(_fact_line, row)) for row in block.rows]
        return "".join(w.para(w.FACT_NEXT if index else w.FACT_FIRST, line) for index, line in enumerate(lines))
    most = max(len(row) for row in block.rows)
    value = (width - most * LABEL_TWIPS) // most
    return w.table([LABEL_TWIPS, value] * most, *(_form_row(row, most, value) for row in block.rows))


def _fact_line(fact: b.Fact) -> str:
    return w.run(fact.label, w.LABEL_TEXT) + w.run("：") + w.run(fact.value, w.VALUE_TEXT)


def _form_row(row: tuple[b.Fact, ...], most: int, value: int) -> str:
    cells = []
    for index, fact in enumerate(row):
        span = (most - index) * 2 - 1 if index == len(row) - 1 else 1
        wide = value + (span - 1) // 2 * (value + LABEL_TWIPS)
        cells.append(w.cell(LABEL_TWIPS, w.para(w.FACT_LABEL, w.run(fact.label))))
        cells.append(w.cell(wide, w.para(w.FACT_VALUE, w.run(fact.value)), span=span))
    return w.row(*cells)


@_xml.register
def _(block: b.Table, width: int) -> str:
    part = max(1, width // sum(block.widths))
    widths = [columns * part for columns in block.widths]

    def cells(texts, style: str, number_style: str) -> str:
        styles = [number_style if index in block.numbers else style for index in range(len(texts))]
        return "".join(
            w.cell(wide, w.para(named, w.run(text))) for wide, text, named in zip(widths, texts, styles, strict=True)
        )

    rows = [w.row(cells(block.head, w.TABLE_HEAD, w.TABLE_HEAD_NUMBER), head=True)]
    rows += [w.row(cells(row, w.TABLE_CELL, w.TABLE_NUMBER)) for row in block.rows]
    rows += [w.row(cells(block.totals, w.TABLE_TOTAL, w.TABLE_TOTAL))] if block.totals else []
    return w.table(widths, *rows)


@_xml.register
def _(block: b.Opinion, width: int) -> str:
    note = w.run("\n" + w.REVIEW_NOTE) if block.review else ""
    role = w.para(w.OPINION_REVIEW if block.review else w.OPINION_ROLE, w.run(block.role), note)
    signed = w.para(w.OPINION_SIGNED, w.run("签名："), w.signed(block.signer, block.signed_on))
    said = w.para(w.OPINION_TEXT, w.run(block.text))
    rest = width - LABEL_TWIPS
    return w.table([LABEL_TWIPS, rest], w.row(w.cell(LABEL_TWIPS, role), w.cell(rest, said, signed)))


@_xml.register
def _(block: b.QuestionAnswer, width: int) -> str:
    question = w.para(w.QUESTION, w.run("问："), w.run(block.question))
    return question + w.para(w.ANSWER, w.run("答："), w.run(block.answer))


@_xml.register
def _(block: b.SignatureLine, width: int) -> str:
    signed = w.signed(block.signer, block.signed_on, dated=block.dated)
    return w.para(w.SIGNATURE, w.run(block.label, w.LABEL_TEXT), w.run("："), signed)


@_xml.register
def _(block: b.SealPlace, width: int) -> str:
    return w.para(w.SEAL_BODY, w.run(block.body)) + w.para(
        w.SEAL_DATE, w.run(chinese_date(block.dated_on), w.DATE_TEXT)
    )


@_xml.register
def _(block: b.Attachments, width: int) -> str:
    several = len(block.names) > 1
    lines = []
    for index, name in enumerate(block.names):
        prefix = ("" if index else "附件：") + (f"{index + 1}．" if several else "")
        style = w.ATTACHMENT_NEXT if index else w.ATTACHMENT_FIRST
        lines.append(w.para(style, w.run(prefix), w.run(name)))
    return "".join(lines)


@_xml.register
def _(block: b.PageBreak, width: int) -> str:
    return w.para(w.PAGE_BREAK, '<w:r><w:br w:type="page"/></w:r>')


@_xml.register
def _(block: b.Footnote, width: int) -> str:
    return w.para(w.FOOTNOTE, w.run(block.text))


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _dress(document, section, sheet: Sheet) -> None:
    """Page numbers, the place to sign on every page, the draft mark, and what the file says of itself."""
    labels = "\u3000\u3000".join(f"{label}：{'＿' * 7}" for label in sheet.every_page_signature)
    counted = w.run("第") + _field("PAGE") + w.run("页\u3000共") + _field("NUMPAGES") + w.run("页")
    for footer, side in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        first = footer.paragraphs[0]
        if labels:
            first.insert_paragraph_before(labels)
        content = counted if labels else w.run("— ") + _field("PAGE") + w.run(" —")
        for element in parse_xml(f'<w:p xmlns:w="{w.W}">{content}</w:p>'):
            first._p.append(element)
        first.alignment = WD_ALIGN_PARAGRAPH.CENTER if labels else side
    for header in (section.header, section.even_page_header) if sheet.watermark else ():
        header.paragraphs[0].text = sheet.watermark
        header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    about = document.core_properties
    about.title, about.author, about.last_modified_by, about.comments = sheet.title[:255], sheet.body_name[:255], "", ""
    about.created = about.modified = datetime(*sheet.dated_on.timetuple()[:3])  # noqa: DTZ001 - a day, not an instant


def _same_every_time(document) -> bytes:
    """The package written again without the moment at which each part was written."""
    saved, written = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(member, source.read(name))
    return written.getvalue()
