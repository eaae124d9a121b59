"""A sheet is data: it goes to JSON and back unchanged, and whatever is in it can be printed."""

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from tests.base.press import samples
from tests.base.press.strategies import sheets
from yangguang.base.press.blocks import Facts, Heading, Paragraph, Run, SignatureLine, Table, paragraph
from yangguang.base.press.pdf import render_pdf
from yangguang.base.press.plain import chinese_date, plain, read_chinese_date
from yangguang.base.press.reading import page_count
from yangguang.base.press.sheet import Sheet


@pytest.mark.parametrize("sample", samples.ALL)
def test_sample_goes_to_json_and_back(sample):
    assert Sheet.from_json(sample().to_json()) == sample()


@given(sheets)
@settings(max_examples=150, deadline=None)
def test_any_sheet_goes_to_json_and_back(sheet):
    text = sheet.to_json()
    assert Sheet.from_json(text) == sheet
    assert Sheet.from_json(text).to_json() == text


@given(sheets)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_sheet_can_be_printed(sheet):
    assert page_count(render_pdf(sheet)) >= 1


def test_sheet_of_an_unknown_version_is_refused():
    content = json.loads(samples.penalty_decision().to_json()) | {"version": 99}
    with pytest.raises(ValueError, match="not known"):
        Sheet.from_json(json.dumps(content))


def test_block_of_an_unknown_kind_is_refused():
    content = json.loads(samples.penalty_decision().to_json()) | {"blocks": [{"kind": "magic"}]}
    with pytest.raises(ValueError, match="not known"):
        Sheet.from_json(json.dumps(content))


def test_malformed_blocks_are_refused():
    for wrong in (
        lambda: Table(head=("甲", "乙"), rows=(("一",),)),
        lambda: Table(head=(), rows=()),
        lambda: Table(head=("甲",), rows=(), numbers=(1,)),
        lambda: Table(head=("甲",), rows=(), widths=(0,)),
        lambda: Facts(()),
        lambda: Heading("题", level=4),
        lambda: SignatureLine("签名", signed_on=date(2026, 1, 1), dated=False),
        lambda: Sheet(title="", blocks=(), dated_on=date(2026, 1, 1), orientation="sideways"),
    ):
        with pytest.raises(ValueError, match="."):
            wrong()


def test_numbering_a_draft_fills_the_number_and_takes_the_mark_away():
    sheet = samples.penalty_decision().as_draft().numbered("甲〔2026〕第1号")
    assert (sheet.number, sheet.watermark) == ("甲〔2026〕第1号", "")
    assert [block.text for block in sheet.blocks if block.kind == "document_number"] == ["甲〔2026〕第1号"]


def test_equal_words_are_equal_paragraphs():
    assert Paragraph((Run("甲"), Run(""), Run("乙"))) == paragraph("甲乙")


def test_text_loses_what_paper_cannot_show():
    assert plain("a\r\nb\u2028c\td\x00\u202ee\ufeff") == "a\nb\nc de"
    assert plain("䶮㛃，（）“”") == "䶮㛃，（）“”"


def test_dates_are_written_in_chinese_and_read_back():
    assert chinese_date(date(2026, 11, 1)) == "2026年11月1日"
    assert read_chinese_date(" 2026年11月01日") == date(2026, 11, 1)
    assert read_chinese_date(chinese_date(None)) is None
    with pytest.raises(ValueError, match="二〇二六"):
        read_chinese_date("二〇二六年一月一日")
