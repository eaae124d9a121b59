"""Whatever a file carries is read: what is seen, what is hidden in it, and what hangs on it; or it is said that it cannot be."""

import io

import pytest
from pypdf import PdfWriter
from pypdf.annotations import Text
from pypdf.generic import NameObject, TextStringObject

from yangguang.base.press.inside import Part, Unreadable, parts_of_html, parts_of_pdf


def a_pdf(**said) -> bytes:
    """A PDF of one empty page that says things in the places asked for."""
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    if "title" in said:
        writer.add_metadata({"/Title": said["title"]})
    if "bookmark" in said:
        writer.add_outline_item(title=said["bookmark"], page_number=0)
    if "note" in said:
        writer.add_annotation(0, Text(text=said["note"], rect=(50, 50, 90, 90)))
    if "attached" in said:
        writer.add_attachment(said.get("named", "附件.txt"), said["attached"])
    if "spoken" in said:
        writer.root_object[NameObject("/Hidden")] = TextStringObject(said["spoken"])
    if "password" in said:
        writer.encrypt(said["password"])
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def said_by(content: bytes) -> str:
    return "\n".join(part.text for part in parts_of_pdf(content))


@pytest.mark.parametrize("place", ["title", "bookmark", "note", "spoken"])
def test_words_anywhere_in_a_pdf_are_read(place):
    assert "王小芸" in said_by(a_pdf(**{place: "证人王小芸"}))


def test_attachment_is_read_with_its_name():
    assert "王小芸" in said_by(a_pdf(attached="王小芸的笔录".encode()))
    assert "丁海" in said_by(a_pdf(attached=b"-", named="丁海.txt"))


def test_pdf_in_a_pdf_is_read_too():
    assert "王小芸" in said_by(a_pdf(attached=a_pdf(note="王小芸"), named="a.pdf"))


def test_words_written_in_another_encoding_are_read():
    from pypdf.generic import ByteStringObject

    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.root_object[NameObject("/Hidden")] = ByteStringObject("王小芸".encode("gb18030"))
    written = io.BytesIO()
    writer.write(written)
    assert "王小芸" in said_by(written.getvalue())


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (a_pdf(password="x"), "加密"),
        (b"%PDF-1.7 nothing", "读不完整"),
        (b"", "读不完整"),
        (a_pdf(attached=b"\xff\xfe\x00\xd8picture"), "附件读不出文字"),
        (a_pdf(attached=a_pdf(attached=a_pdf(attached=a_pdf()))), "附件里还有附件"),
    ],
    ids=["locked", "damaged", "empty", "picture", "nested"],
)
def test_what_cannot_be_read_is_said_to_be_so(content, words):
    with pytest.raises(Unreadable, match=words):
        parts_of_pdf(content)


def test_page_is_read_block_by_block_whatever_marks_are_within():
    parts = parts_of_html('<p title="丁海">王<b>小</b>芸</p><p>到场</p><!-- 康平 --><svg><path d="M1 2 3"/></svg>')
    assert parts == [
        Part("网页属性 title", "丁海"), Part("网页文字", "王小芸"), Part("网页文字", "到场"), Part("网页注释", " 康平 "),
    ]  # fmt: skip
