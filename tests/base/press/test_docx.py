"""A sheet becomes a Word file and comes back as the same blocks; what cannot be read is refused with its place."""

import io
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from docx.shared import Mm
from hypothesis import given, settings

from tests.base.press import samples
from tests.base.press.strategies import sheets
from yangguang.base.press import blocks as b
from yangguang.base.press import wordml as w
from yangguang.base.press.docx import render_docx
from yangguang.base.press.docx_reading import read_docx
from yangguang.base.press.sheet import Sheet
from yangguang.kernel.refusal import Refused


def of(*blocks: b.Block) -> Sheet:
    return Sheet(title="样张", blocks=blocks, dated_on=date(2026, 11, 10))


def edited(sheet: Sheet, change) -> bytes:
    """The sheet's Word file after someone changed it in Word."""
    document = Document(io.BytesIO(render_docx(sheet)))
    change(document)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def styled(document, style: str, number: int = 0):
    return [paragraph for paragraph in document.paragraphs if paragraph.style.name == style][number]


@pytest.mark.parametrize("sample", samples.ALL)
def test_sample_goes_to_word_and_back(sample):
    assert tuple(read_docx(render_docx(sample()))) == sample().blocks


@given(sheets)
@settings(max_examples=120, deadline=None)
def test_any_sheet_goes_to_word_and_back(sheet):
    assert tuple(read_docx(render_docx(sheet))) == sheet.blocks


def test_same_sheet_gives_the_same_word_file_here_and_in_another_process():
    script = (
        "import hashlib; from tests.base.press import samples; from yangguang.base.press.docx import render_docx;"
        "print(hashlib.sha256(render_docx(samples.opening_approval())).hexdigest())"
    )
    runs = [
        subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True, env={"TZ": zone})
        for zone in ("Asia/Shanghai", "America/New_York")
    ]
    assert runs[0].stdout == runs[1].stdout


def test_word_page_is_a4_with_official_margins():
    section = Document(io.BytesIO(render_docx(samples.penalty_decision()))).sections[0]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(length / Mm(1)) for length in margins] == [37, 35, 28, 26]
    assert (round(section.page_width / Mm(1)), round(section.page_height / Mm(1))) == (210, 297)


def test_inquiry_record_in_word_has_its_signature_line_in_every_footer():
    section = Document(io.BytesIO(render_docx(samples.interview_record()))).sections[0]
    for footer in (section.footer, section.even_page_footer):
        assert "被询问人（签名）" in footer.paragraphs[0].text


def test_edited_words_come_back():
    def change(document):
        styled(document, w.BODY).runs[0].text = "本机关改写了这一段。"
        styled(document, w.FACT_FIRST).runs[2].text = "示范县晨光电子有限公司"
        styled(document, w.SEAL_DATE).runs[0].text = "2026年11月12日"

    blocks = read_docx(edited(samples.penalty_decision(), change))
    assert b.paragraph("本机关改写了这一段。") in blocks
    assert blocks[3].rows[0] == (b.Fact("当事人", "示范县晨光电子有限公司"),)
    assert blocks[-1] == b.SealPlace(samples.BUREAU, date(2026, 11, 12))


def test_paragraph_added_in_word_comes_back():
    def change(document):
        styled(document, w.BODY).insert_paragraph_before("新增一段。", style=w.BODY)

    assert b.paragraph("新增一段。") in read_docx(edited(samples.penalty_decision(), change))


def test_answer_written_on_two_paragraphs_is_one_answer():
    sheet = of(b.QuestionAnswer("何时？", "去年。"), b.QuestionAnswer("何地？", "厂里。"))

    def change(document):
        styled(document, w.QUESTION, 1).insert_paragraph_before("记不清是几月。", style=w.ANSWER)

    assert read_docx(edited(sheet, change))[0].answer == "去年。\n记不清是几月。"


def test_words_split_into_many_runs_by_word_stay_one_text():
    def change(document):
        paragraph = styled(document, w.BODY)
        paragraph.add_run("其一、")
        paragraph.add_run("其二。")

    assert read_docx(edited(of(b.paragraph("正文，")), change)) == [b.paragraph("正文，其一、其二。")]


def test_tables_joined_by_word_are_read_as_the_blocks_they_were():
    sheet = of(
        b.facts(("案由", "欠薪")),
        b.Opinion("承办人意见", "同意", "张三", date(2026, 1, 2)),
        b.Table(("甲",), (("1",),)),
    )

    def change(document):
        first, *others = document.tables
        for table in others:
            for row in list(table._tbl.tr_lst):
                first._tbl.append(row)
            table._tbl.getparent().remove(table._tbl)

    assert [replace(block) for block in read_docx(edited(sheet, change))] == list(sheet.blocks)


def _add_picture(document):
    from PIL import Image

    picture = io.BytesIO()
    Image.new("RGB", (2, 2)).save(picture, "PNG")
    picture.seek(0)
    styled(document, w.BODY).add_run().add_picture(picture)


def _track_change(document):
    from docx.oxml import parse_xml

    paragraph = styled(document, w.BODY)._p
    paragraph.append(parse_xml(f'<w:ins xmlns:w="{w.W}" w:id="1" w:author="x"><w:r><w:t>加</w:t></w:r></w:ins>'))


def _foreign_style(document):
    styled(document, w.BODY).style = document.styles["Normal"]


def _wrong_date(document):
    styled(document, w.SEAL_DATE).runs[0].text = "二〇二六年十一月十日"


def _no_date(document):
    paragraph = styled(document, w.SEAL_DATE)._p
    paragraph.getparent().remove(paragraph)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_add_picture, "第 2 段有图片"),
        (_track_change, "第 2 段有未接受的修订"),
        (_foreign_style, "第 2 段“正文一。”的样式是“正文”"),
        (_wrong_date, "的日期“二〇二六年十一月十日”无法读回"),
        (_no_date, "落款下没有日期"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(change, said):
    sheet = of(b.Heading("题"), b.paragraph("正文一。"), b.SealPlace("某局", date(2026, 11, 10)))
    with pytest.raises(Refused) as refusal:
        read_docx(edited(sheet, change))
    assert said in refusal.value.reason
    assert refusal.value.remedy


def test_merged_cell_in_a_roster_is_refused_with_its_place():
    def change(document):
        cells = document.tables[0].rows[1].cells
        cells[0].merge(cells[1])

    with pytest.raises(Refused, match="第 1 个表格第 2 行有 1 格，表头有 2 格"):
        read_docx(edited(of(b.Table(("甲", "乙"), (("1", "2"),))), change))
