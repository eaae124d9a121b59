"""A sheet becomes official paper: everything given is there, on the right pages, the same bytes every time."""

import hashlib
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdfium2
import pytest
import time_machine
from pypdf import PdfReader

from tests.base.press import samples
from yangguang.base.press.blocks import Heading, PageBreak, SealPlace, Table, facts, paragraph
from yangguang.base.press.docx import render_docx
from yangguang.base.press.glyphs import characters_without_glyph
from yangguang.base.press.pdf import render_pdf
from yangguang.base.press.reading import merge_pdf, page_count, page_texts, text_of_pdf
from yangguang.base.press.sheet import DRAFT_MARK, Sheet


def squeezed(text: str) -> str:
    """Text without the white space a page adds between lines and cells."""
    return re.sub(r"[\s\ufffe\u0002]+", "", text)


def words_of(value) -> list[str]:
    """Every text a block carries."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, (list, tuple)):
        return [word for part in value for word in words_of(part)]
    if hasattr(value, "__dataclass_fields__"):
        names = [name for name in value.__dataclass_fields__ if name != "face"]
        return [word for name in names for word in words_of(getattr(value, name))]
    return []


def one_page(*blocks, **more) -> Sheet:
    return Sheet(title="样张", blocks=blocks, dated_on=date(2026, 11, 10), **more)


@pytest.mark.parametrize("sample", samples.ALL)
def test_every_word_given_is_on_the_paper(sample):
    sheet = sample()
    text = re.sub("—\\d+—", "", squeezed(text_of_pdf(render_pdf(sheet))))
    for word in words_of(sheet.blocks):
        assert squeezed(word) in text


def test_decision_has_three_pages_and_full_lines():
    pages = page_texts(render_pdf(samples.penalty_decision()))
    assert len(pages) == 3
    lines = pages[1].splitlines()
    assert len([line for line in lines if line.strip()]) == 23  # 22 lines of text and the page number
    assert "— 2 —" in pages[1]


def test_decision_paper_is_a4_and_claims_pdf_a_2b():
    pdf = render_pdf(samples.penalty_decision())
    box = PdfReader(BytesIO(pdf)).pages[0].mediabox
    assert (round(box.width / 72 * 25.4), round(box.height / 72 * 25.4)) == (210, 297)
    assert b"/OutputIntents" in pdf
    assert b"<pdfaid:part>2</pdfaid:part>" in pdf


def test_same_sheet_gives_same_bytes_here_and_in_another_process():
    script = (
        "import hashlib, django; django.setup(); from tests.base.press import samples;"
        "from yangguang.base.press.pdf import render_pdf;"
        "print(hashlib.sha256(render_pdf(samples.penalty_decision())).hexdigest())"
    )
    here = [hashlib.sha256(render_pdf(samples.penalty_decision())).hexdigest() for _ in range(2)]
    there = subprocess.run(
        [sys.executable, "-c", script],
        check=True,
        capture_output=True,
        text=True,
        env={"DJANGO_SETTINGS_MODULE": "config.settings.test", "TZ": "America/New_York", "PATH": ""},
    )
    assert {*here, there.stdout.strip()} == {here[0]}


def test_inquiry_record_has_a_place_to_sign_on_every_page():
    pages = page_texts(render_pdf(samples.interview_record()))
    assert len(pages) >= 3
    for number, text in enumerate(pages, start=1):
        foot = squeezed(text)
        assert "被询问人（签名）：" in foot
        assert f"第{number}页共{len(pages)}页" in foot


def test_long_roster_repeats_its_head_and_keeps_every_row():
    sheet = one_page(
        Table(head=("序号", "姓名", "金额"), rows=[(str(n), f"工人{n}", f"{n}.00") for n in range(1, 501)])
    )
    pages = page_texts(render_pdf(sheet))
    assert len(pages) > 10
    assert all("姓名" in page for page in pages)
    assert all(f"工人{n}" in "".join(pages) for n in range(1, 501))


@pytest.mark.parametrize(
    "text",
    [
        '#panic("x")', "$ x^2 $", "@label <label>", "*粗* _斜_ `码`", "\\u{41} \\", "// 注 /* 释 */", "= 标题", "- 项", "[a](b)",
        "#include \"/etc/passwd\"", "{{ 7*7 }}", "<script>alert(1)</script>", "'\"&;--",
    ],
)  # fmt: skip
def test_markup_in_what_people_typed_comes_out_as_plain_text(text):
    sheet = one_page(Heading(text), facts(("项目", text)), paragraph(text), Table(head=(text,), rows=((text,),)))
    assert squeezed(text_of_pdf(render_pdf(sheet))).count(squeezed(text)) == 5


def test_characters_that_cannot_be_seen_do_not_reach_the_paper():
    text = squeezed(
        text_of_pdf(render_pdf(one_page(paragraph("甲\u202e乙\u200b丙\x00丁\x1b戊\ud800己\u2066庚\ufeff"))))
    )
    assert "甲乙丙丁戊己庚" in text


def test_rare_characters_of_names_are_drawn():
    pdf = render_pdf(one_page(paragraph("王䶮、李㛃、张㐆")))
    assert "王䶮、李㛃、张㐆" in text_of_pdf(pdf)
    assert b"<pdfaid:part>2</pdfaid:part>" in pdf


def test_characters_no_face_can_draw_are_named_before_printing():
    assert characters_without_glyph(samples.rectification_instruction(12)) == ""
    assert characters_without_glyph(one_page(paragraph("吴𠮷先生😀到场"))) == "😀𠮷"


def test_paper_does_not_depend_on_the_day_it_is_printed():
    sheet = samples.service_receipt()
    with time_machine.travel(date(2031, 5, 6)):
        later = render_pdf(sheet), render_docx(sheet)
    assert later == (render_pdf(sheet), render_docx(sheet))


def test_a_character_without_a_glyph_does_not_stop_the_document():
    pdf = render_pdf(one_page(paragraph("吴𠮷先生😀到场")))
    assert "先生" in text_of_pdf(pdf)
    assert b"pdfaid:part" not in pdf


def test_a_fingerprint_stays_inside_its_cell_and_the_page():
    digest = hashlib.sha256(b"x").hexdigest()
    table = Table(head=("名称", "备注", "指纹"), rows=(("录像", "甲", digest),), widths=(2, 2, 1))
    pdf = render_pdf(one_page(table, facts([("指纹", digest), ("指纹", digest)]), paragraph(digest * 2)))
    assert squeezed(text_of_pdf(pdf)).count(digest) == 5
    document = pypdfium2.PdfDocument(pdf)
    words = document[0].get_textpage()
    right_edge = (210 - 26) / 25.4 * 72
    assert max(words.get_charbox(at)[2] for at in range(words.count_chars())) <= right_edge
    words.close()
    document.close()


def test_draft_carries_its_mark_and_the_numbered_sheet_does_not():
    draft = samples.penalty_decision().as_draft()
    assert all(squeezed(DRAFT_MARK) in squeezed(page) for page in page_texts(render_pdf(draft)))
    final = draft.numbered("示人社监罚字〔2026〕第20号")
    text = squeezed(text_of_pdf(render_pdf(final)))
    assert "草稿" not in text
    assert "示人社监罚字〔2026〕第20号" in text


def test_very_long_body_name_keeps_seal_and_code_apart_from_it():
    name = "示范县新型城镇化和城乡一体化综合行政执法监督管理委员会办公室"
    sheet = replace(samples.penalty_decision(), blocks=(paragraph("正文。"), SealPlace(name, date(2026, 11, 10))))
    text = squeezed(text_of_pdf(render_pdf(sheet)))
    assert name in text
    assert "公开编号7Q2M-K9D4" in text


def test_seal_never_stands_on_a_page_without_text():
    filling = [paragraph(f"第{number}行。") for number in range(20)]
    sheet = one_page(*filling, paragraph("特此决定。"), SealPlace(samples.BUREAU, date(2026, 11, 10)))
    pages = page_texts(render_pdf(sheet))
    assert len(pages) == 2
    assert "特此决定。" in pages[1]
    assert samples.BUREAU in pages[1]


def test_landscape_sheet_and_page_break():
    pdf = render_pdf(one_page(paragraph("甲"), PageBreak(), paragraph("乙"), orientation="landscape"))
    box = PdfReader(BytesIO(pdf)).pages[0].mediabox
    assert box.width > box.height
    assert page_count(pdf) == 2


def test_merged_file_has_every_page_and_a_bookmark_for_each_part():
    parts = [("决定书", render_pdf(samples.penalty_decision())), ("送达回证", render_pdf(samples.service_receipt()))]
    merged = merge_pdf(parts)
    assert page_count(merged) == 4
    reader = PdfReader(BytesIO(merged))
    assert [(item.title, reader.get_destination_page_number(item)) for item in reader.outline] == [
        ("决定书", 0),
        ("送达回证", 3),
    ]
