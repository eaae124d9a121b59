"""The empty Word document every DOCX begins from: its page, its named styles, its page numbers."""

import io
from functools import lru_cache

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from yangguang.base.press import wordml as w

FANGSONG, HEI, KAI, TITLE = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体"
LATIN = "Times New Roman"
BODY_SIZE = 16
RED = RGBColor(0xC0, 0, 0)
LEFT, CENTRE, RIGHT, BOTH = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
# name: face, size, line, alignment, first line indent in characters, space before and after
PARAGRAPHS = {
    w.LETTERHEAD_RED: (TITLE, 34, 56, CENTRE, 0, 0, 14),
    w.LETTERHEAD: (TITLE, 22, 36, CENTRE, 0, 0, 0),
    w.NUMBER: (FANGSONG, 16, 28, CENTRE, 0, 0, 10),
    w.NUMBER_RIGHT: (FANGSONG, 14, 28, RIGHT, 0, 0, 0),
    w.HEADINGS[0]: (TITLE, 22, 36, CENTRE, 0, 14, 14),
    w.HEADINGS[1]: (HEI, 16, 28, BOTH, 2, 0, 0),
    w.HEADINGS[2]: (KAI, 16, 28, BOTH, 2, 0, 0),
    w.HEADINGS[3]: (FANGSONG, 16, 28, BOTH, 2, 0, 0),
    w.ADDRESSEE: (FANGSONG, 16, 28, BOTH, 0, 0, 0),
    w.BODY: (FANGSONG, 16, 28, BOTH, 2, 0, 0),
    w.BODY_FLUSH: (FANGSONG, 16, 28, BOTH, 0, 0, 0),
    w.FACT_FIRST: (FANGSONG, 16, 28, LEFT, 0, 0, 0),
    w.FACT_NEXT: (FANGSONG, 16, 28, LEFT, 0, 0, 0),
    w.FACT_LABEL: (FANGSONG, 11, 20, CENTRE, 0, 3, 3),
    w.FACT_VALUE: (FANGSONG, 12, 20, LEFT, 0, 3, 3),
    w.TABLE_HEAD: (HEI, 10.5, 16, CENTRE, 0, 2, 2),
    w.TABLE_HEAD_NUMBER: (HEI, 10.5, 16, CENTRE, 0, 2, 2),
    w.TABLE_CELL: (FANGSONG, 10.5, 16, LEFT, 0, 2, 2),
    w.TABLE_NUMBER: (FANGSONG, 10.5, 16, RIGHT, 0, 2, 2),
    w.TABLE_TOTAL: (HEI, 10.5, 16, CENTRE, 0, 2, 2),
    w.OPINION_ROLE: (FANGSONG, 11, 20, CENTRE, 0, 0, 0),
    w.OPINION_REVIEW: (FANGSONG, 11, 20, CENTRE, 0, 0, 0),
    w.OPINION_TEXT: (FANGSONG, 12, 20, LEFT, 2, 2, 16),
    w.OPINION_SIGNED: (FANGSONG, 12, 20, RIGHT, 0, 0, 2),
    w.QUESTION: (FANGSONG, 16, 28, BOTH, 2, 0, 0),
    w.ANSWER: (FANGSONG, 16, 28, BOTH, 2, 0, 0),
    w.SIGNATURE: (FANGSONG, 16, 28, LEFT, 0, 0, 0),
    w.SEAL_BODY: (FANGSONG, 16, 28, RIGHT, 0, 44, 0),
    w.SEAL_DATE: (FANGSONG, 16, 28, RIGHT, 0, 0, 0),
    w.ATTACHMENT_FIRST: (FANGSONG, 16, 28, LEFT, 0, 28, 0),
    w.ATTACHMENT_NEXT: (FANGSONG, 16, 28, LEFT, 3, 0, 0),
    w.PAGE_BREAK: (FANGSONG, 16, 28, LEFT, 0, 0, 0),
    w.FOOTNOTE: (FANGSONG, 12, 20, BOTH, 0, 12, 0),
    w.VERIFY: (HEI, 9, 13, LEFT, 0, 0, 0),
}
KEPT_WITH_NEXT = {*w.HEADINGS, w.QUESTION, w.SEAL_BODY}


def _in_face(style, face: str) -> None:
    style.font.name = LATIN
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), face)


def _as_in_print(style) -> None:
    """28 characters a line, and no space of its own between Chinese and figures, as in the PDF."""
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), "-4")
    style.element.get_or_add_rPr().insert_element_before(spacing, "w:kern", "w:sz", "w:szCs", "w:u", "w:lang")
    for name in ("w:autoSpaceDE", "w:autoSpaceDN"):
        off = OxmlElement(name)
        off.set(qn("w:val"), "0")
        style.element.get_or_add_pPr().insert_element_before(off, "w:spacing", "w:ind", "w:jc")


def _paragraph_style(document, name: str) -> None:
    face, size, line, alignment, indent, before, after = PARAGRAPHS[name]
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(qn("w:styleId"), name)
    _in_face(style, face)
    style.font.size = Pt(size)
    style.font.color.rgb = RED if name == w.LETTERHEAD_RED else RGBColor(0, 0, 0)
    layout = style.paragraph_format
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(line)
    layout.alignment, layout.space_before, layout.space_after = alignment, Pt(before), Pt(after)
    layout.first_line_indent = Pt(indent * size)
    layout.keep_with_next = name in KEPT_WITH_NEXT
    layout.widow_control = False
    if size == BODY_SIZE:
        _as_in_print(style)


def _character_style(document, name: str, face: str = "") -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    style.element.set(qn("w:styleId"), name)
    if face:
        _in_face(style, face)


def _red_rule(document) -> None:
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in {"val": "single", "sz": "10", "space": "6", "color": "C00000"}.items():
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    properties = document.styles[w.NUMBER].element.get_or_add_pPr()
    properties.insert_element_before(borders, "w:spacing", "w:ind", "w:jc")


@lru_cache(maxsize=1)
def empty_document() -> bytes:
    """A Word document without text, with every style this press knows."""
    document = Document()
    for name in PARAGRAPHS:
        _paragraph_style(document, name)
    for name in (w.LABEL_TEXT, w.VALUE_TEXT, w.SIGNER_TEXT, w.DATE_TEXT):
        _character_style(document, name)
    _character_style(document, w.HEI_TEXT, HEI)
    _character_style(document, w.KAI_TEXT, KAI)
    for name in (w.SEAL_BODY, w.SEAL_DATE):
        document.styles[name].paragraph_format.right_indent = Pt(16 if name == w.SEAL_BODY else 64)
    _red_rule(document)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    document.settings.odd_and_even_pages_header_footer = True
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def set_page(section, *, landscape: bool, form: bool) -> None:
    """A4 with the margins of official paper."""
    width, height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = width, height
    top, bottom, left, right = (22, 26, 24, 22) if form else (28, 30, 35, 37) if landscape else (37, 35, 28, 26)
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    section.footer_distance = Mm(14)


def usable_twips(section) -> int:
    """The width between the margins, in twentieths of a point."""
    return int((section.page_width - section.left_margin - section.right_margin) / 635)
