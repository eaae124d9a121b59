"""A PDF from outside leaves as pictures only: what was known is black, and nothing hidden in the file comes along."""

import io
import json
import subprocess
import sys
from datetime import date

import pypdfium2
import pytest
from PIL import ImageStat
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Text
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from yangguang.base.press.blocks import Heading, paragraph
from yangguang.base.press.inside import parts_of_pdf
from yangguang.base.press.pdf import render_pdf
from yangguang.base.press.rebuilding import Box
from yangguang.base.press.sheet import Sheet
from yangguang.disclosure.foreign_papers import rebuild
from yangguang.disclosure.rules.redaction import Known
from yangguang.kernel.refusal import Refused

WORDS = "经查，你单位拖欠王小芸工资，联系电话13800138000。"


@pytest.fixture
def doctored(tmp_path):
    """A real decision with white words on it, properties, a note, a bookmark and an attachment."""
    sheet = Sheet(
        title="行政处罚决定书", blocks=(Heading("行政处罚决定书"), paragraph(WORDS)), dated_on=date(2026, 1, 5)
    )
    writer = PdfWriter(clone_from=io.BytesIO(render_pdf(sheet)))
    page = writer.pages[0]
    font = {"/Type": NameObject("/Font"), "/Subtype": NameObject("/Type1"), "/BaseFont": NameObject("/Helvetica")}
    fonts = page["/Resources"].setdefault(NameObject("/Font"), DictionaryObject()).get_object()
    fonts[NameObject("/White")] = DictionaryObject({NameObject(key): value for key, value in font.items()})
    white = StreamObject()
    white.set_data(b"BT /White 12 Tf 1 1 1 rg 100 300 Td (110101199003071233) Tj ET")
    page[NameObject("/Contents")] = writer._add_object(_after(page, white))
    writer.add_metadata({"/Author": "王小芸"})
    writer.add_annotation(0, Text(text="丁海的手机13900139000", rect=(50, 50, 90, 90)))
    writer.add_outline_item(title="王小芸笔录", page_number=0)
    writer.add_attachment("王小芸.txt", "王小芸的笔录".encode())
    path = tmp_path / "foreign.pdf"
    with path.open("wb") as file:
        writer.write(file)
    return path


def _after(page, stream):
    whole = StreamObject()
    whole.set_data(b"q\n" + page.get_contents().get_data() + b"\nQ\n" + stream.get_data())
    return whole


def said_by(content):
    return "\n".join(part.text for part in parts_of_pdf(content))


def test_nothing_of_the_file_but_its_pictures_comes_along(doctored):
    for hidden in ("王小芸", "110101199003071233", "13900139000", "丁海"):
        assert hidden in said_by(doctored.read_bytes())
    made = rebuild(doctored, [Known("王小芸"), Known("丁海")], named="公开.pdf")
    reader = PdfReader(io.BytesIO(made.content))
    assert [page.extract_text() for page in reader.pages] == [""]
    assert not reader.attachments
    assert not reader.outline
    assert "/Annots" not in reader.pages[0]
    said = said_by(made.content)
    for hidden in ("王小芸", "丁海", "1101011990", "13900139000", "13800138000"):
        assert hidden not in said
    assert {span.kind for _, span in made.hidden} == {"自然人姓名", "电话号码", "证件号码"}


def darkness(content, box):
    """How dark a part of the first page is drawn, 0 for black."""
    picture = pypdfium2.PdfDocument(content)[0].render(scale=2).to_pil().convert("L")
    wide, high = picture.size
    piece = picture.crop((int(box[0] * wide), int(box[1] * high), int(box[2] * wide), int(box[3] * high)))
    return ImageStat.Stat(piece).mean[0]


def test_known_words_are_black_in_the_picture_and_others_are_not(doctored):
    from yangguang.base.press.foreign import page_signs

    (page,) = page_signs(doctored)
    text = "".join(sign.sign for sign in page)
    made = rebuild(doctored, [Known("王小芸")], named="公开.pdf")

    def place(words):
        signs = page[text.index(words) : text.index(words) + len(words)]
        return signs[0].left, signs[0].top, signs[-1].right, signs[0].bottom

    assert darkness(made.content, place("王小芸")) < 30
    assert darkness(made.content, place("13800138000")) < 30
    assert darkness(made.content, place("你单位")) > 120


def test_box_that_a_person_drew_is_black(doctored):
    made = rebuild(doctored, [], boxes=[Box(1, 0.1, 0.8, 0.3, 0.9)], named="公开.pdf")
    assert darkness(made.content, (0.12, 0.82, 0.28, 0.88)) < 5
    with pytest.raises(Refused, match="不在文件里"):
        rebuild(doctored, [], boxes=[Box(2, 0.1, 0.8, 0.3, 0.9)], named="公开.pdf")


@pytest.mark.clause("APL-2021:50")
def test_file_name_that_says_a_known_name_is_refused(doctored):
    with pytest.raises(Refused, match="文件名：自然人姓名“王某某”") as refusal:
        rebuild(doctored, [Known("王小芸")], named="王小芸.pdf")
    assert refusal.value.clause == "APL-2021:50"


def test_file_that_cannot_be_opened_is_refused(tmp_path):
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(Refused, match="打不开"):
        rebuild(path, [], named="公开.pdf")


def test_command_writes_the_rebuilt_file_and_tells_what_is_black(doctored, tmp_path):
    out = tmp_path / "out.pdf"
    words = ["redact", "--pdf", str(doctored), "--out", str(out), "--name", "王小芸", "--box", "1:10,80,30,90"]
    done = subprocess.run([sys.executable, "-m", "yangguang", *words], capture_output=True, check=True)
    told = json.loads(done.stdout)
    assert {one["kind"] for one in told["hidden"]} >= {"自然人姓名", "电话号码"}
    assert told["pages_to_look_at"] == []
    assert said_by(out.read_bytes()).find("王小芸") == -1
