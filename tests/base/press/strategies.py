"""Blocks of every kind with any text in them, for tests that must hold for whatever people type."""

from datetime import date

from hypothesis import strategies as st

from yangguang.base.press import blocks as b
from yangguang.base.press.plain import bare_label, plain
from yangguang.base.press.sheet import Code, Sheet

texts = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "#panic",
            "$x$",
            "<w:p>&amp;]]>",
            "签名：",
            "问：答：",
            "　　",
            "一\n二",
            "\u202e倒",
            "王䶮",
            "😀",
            "2026年1月1日",
        ]
    ),
)
labels = texts.filter(lambda text: bare_label(plain(text)))
days = st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2100, 12, 31)))
runs = st.builds(b.Run, texts, st.sampled_from(["body", "hei", "kai"]), st.booleans())
rows_of_facts = st.lists(st.lists(st.builds(b.Fact, labels, texts), min_size=1, max_size=3), min_size=1, max_size=4)


@st.composite
def tables(draw):
    """A table of up to four columns and six rows."""
    columns = draw(st.integers(1, 4))
    row = st.lists(texts, min_size=columns, max_size=columns)
    return b.Table(
        head=draw(row),
        rows=draw(st.lists(row, max_size=6)),
        widths=draw(st.lists(st.integers(1, 9), min_size=columns, max_size=columns)),
        numbers=sorted(draw(st.sets(st.integers(0, columns - 1)))),
        totals=draw(st.one_of(st.just([]), row)),
    )


@st.composite
def signature_lines(draw):
    """A line to sign on, dated or not."""
    dated = draw(st.booleans())
    return b.SignatureLine(draw(texts), draw(texts), draw(days) if dated else None, dated)


any_block = st.one_of(
    st.builds(b.Letterhead, texts, st.booleans()),
    st.builds(b.DocumentNumber, texts),
    st.builds(b.Heading, texts, st.integers(0, 3)),
    st.builds(b.Addressee, texts),
    st.builds(b.Paragraph, st.lists(runs, max_size=4), st.booleans()),
    st.builds(b.Facts, rows_of_facts, st.booleans()),
    tables(),
    st.builds(b.Opinion, texts, texts, texts, days, st.booleans()),
    st.builds(b.QuestionAnswer, texts, texts),
    signature_lines(),
    st.builds(b.SealPlace, texts, days),
    st.builds(b.Attachments, st.lists(texts, min_size=1, max_size=4)),
    st.just(b.PageBreak()),
    st.builds(b.Footnote, texts),
)
sheets = st.builds(
    Sheet,
    title=texts,
    blocks=st.lists(any_block, max_size=6),
    dated_on=st.dates(date(1990, 1, 1), date(2100, 12, 31)),
    number=texts,
    body_name=texts,
    orientation=st.sampled_from(["portrait", "landscape"]),
    form=st.booleans(),
    watermark=texts,
    every_page_signature=st.lists(texts, max_size=2),
    code=st.one_of(st.none(), st.builds(Code, texts, texts, st.lists(texts, max_size=2))),
)
