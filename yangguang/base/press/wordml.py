"""The words of WordprocessingML this press writes and reads: style names, and small pieces of XML."""

from xml.sax.saxutils import escape, quoteattr

from yangguang.base.press.plain import chinese_date

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACE = f"{{{W}}}"

# Paragraph styles: what a paragraph is called in Word, and so how it is read back.
LETTERHEAD_RED, LETTERHEAD = "文书机关红头", "文书机关"
NUMBER, NUMBER_RIGHT = "文书文号", "文书文号居右"
HEADINGS = ("文书标题", "文书一级标题", "文书二级标题", "文书三级标题")
ADDRESSEE, BODY, BODY_FLUSH = "文书主送", "文书正文", "文书正文顶格"
FACT_FIRST, FACT_NEXT, FACT_LABEL, FACT_VALUE = "文书要素首行", "文书要素行", "表单项目", "表单内容"
TABLE_HEAD, TABLE_HEAD_NUMBER = "表格表头", "表格数字表头"
TABLE_CELL, TABLE_NUMBER, TABLE_TOTAL = "表格内容", "表格数字", "表格合计"
OPINION_ROLE, OPINION_REVIEW, OPINION_TEXT, OPINION_SIGNED = "意见角色", "意见角色法制审核", "意见内容", "意见签名"
QUESTION, ANSWER, SIGNATURE = "笔录问", "笔录答", "文书签名行"
SEAL_BODY, SEAL_DATE = "落款机关", "落款日期"
ATTACHMENT_FIRST, ATTACHMENT_NEXT = "附件首项", "附件次项"
PAGE_BREAK, FOOTNOTE, VERIFY = "文书分页", "文书附注", "文书核验"

# Character styles: parts of a paragraph that are read back one by one.
LABEL_TEXT, VALUE_TEXT = "项目名", "项目值"
SIGNER_TEXT, DATE_TEXT, HEI_TEXT, KAI_TEXT = "签名人", "签名日期", "黑体字", "楷体字"

BLANK_NAME = "\u3000" * 6
REVIEW_NOTE = "（法制审核栏）"


def run(text: str, style: str = "", *, underline: bool = False) -> str:
    """A run of text; newlines become line breaks."""
    if not text:
        return ""
    marks = (f"<w:rStyle w:val={quoteattr(style)}/>" if style else "") + ('<w:u w:val="single"/>' if underline else "")
    lines = [f'<w:t xml:space="preserve">{escape(line)}</w:t>' if line else "" for line in text.split("\n")]
    return f"<w:r>{f'<w:rPr>{marks}</w:rPr>' if marks else ''}{'<w:br/>'.join(lines)}</w:r>"


def para(style: str, *runs: str) -> str:
    """A paragraph in a named style."""
    return f"<w:p><w:pPr><w:pStyle w:val={quoteattr(style)}/></w:pPr>{''.join(runs)}</w:p>"


def cell(width: int, *paragraphs: str, span: int = 1) -> str:
    """A table cell of so many twips."""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}<w:vAlign w:val="center"/></w:tcPr>'
        f"{''.join(paragraphs)}</w:tc>"
    )


def row(*cells: str, head: bool = False) -> str:
    """A table row that stays on one page; a head is repeated on every page."""
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{''.join(cells)}</w:tr>"


def table(widths: list[int], *rows: str) -> str:
    """A bordered table with fixed columns."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def signed(signer: str, signed_on, *, dated: bool = True) -> str:
    """The name on its line and the date, blanks where there is none yet."""
    gap = run("\u3000") + run(chinese_date(signed_on), DATE_TEXT) if dated else ""
    return run(signer or BLANK_NAME, SIGNER_TEXT, underline=True) + gap
