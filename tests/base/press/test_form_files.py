"""What may become of a form from outside before the public downloads it (D11)."""

import io
import zipfile
from datetime import date

import pytest
import xlsxwriter
from PIL import Image

from tests.builders.catalogues import a_word_form
from yangguang.base.press.form_files import DOCX, PDF, XLSX, public_form
from yangguang.base.sheets import Column, write_rows
from yangguang.kernel.clock import beijing
from yangguang.kernel.refusal import Refused

CORE = (
    '<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/'
    'metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>周敏</dc:creator></cp:coreProperties>'
)


def changed(content, **parts):
    """The same package with parts put in or replaced."""
    told = {name.replace("__", "/"): part for name, part in parts.items()}
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as package, zipfile.ZipFile(written, "w") as new:
        for name in package.namelist():
            if name not in told:
                new.writestr(name, package.read(name))
        for name, part in told.items():
            new.writestr(name, part)
    return written.getvalue()


def a_workbook():
    return write_rows(
        [Column("name", "姓名")],
        [{"name": "张某某"}],
        title="登记表",
        filters="",
        by="周敏",
        at=beijing(date(2026, 1, 5), 9),
    )


def a_pdf():
    written = io.BytesIO()
    Image.new("RGB", (300, 400), "white").save(written, "PDF", title="周敏起草", author="周敏")
    return written.getvalue()


def refused(content, name, why):
    with pytest.raises(Refused, match=why) as refusal:
        public_form(content, name=name)
    assert refusal.value.field == "file"


def test_word_form_loses_who_made_it_and_keeps_its_words():
    content = changed(a_word_form(), **{"docProps/core.xml": CORE})
    made, kind = public_form(content, name="投诉书.docx")
    assert kind == DOCX
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert all("周敏" not in package.read(name).decode("utf-8", "ignore") for name in package.namelist())
        assert "张某某" in package.read("word/document.xml").decode()
        assert {info.date_time[0] for info in package.infolist()} == {1980}


def test_workbook_loses_who_made_it():
    made, kind = public_form(a_workbook(), name="登记表.xlsx")
    assert kind == XLSX
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert "周敏" not in package.read("docProps/core.xml").decode()


def test_pdf_is_drawn_anew_and_keeps_nothing_of_the_file():
    made, kind = public_form(a_pdf() + b"\n%/JavaScript (app.alert(1))", name="投诉书.pdf")
    assert kind == PDF
    assert b"JavaScript" not in made
    assert "周敏".encode("utf-16-be") not in made


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"word/vbaProject.bin": b"x"}, "宏"),
        ({"word/embeddings/oleObject1.bin": b"x"}, "插入的文件"),
        ({"word/comments.xml": "<w:comments xmlns:w='w'/>"}, "批注"),
        ({"word/media/a.jpeg": b"\xff\xd8\xff\xe1\x00\x10Exif\x00\x00MM"}, "拍摄信息"),
        ({"word/header9.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}, "实体"),
        ({"word/footer9.xml": "<a xmlns:w='w'><w:ins w:author='周敏'/></a>"}, "修订"),
        ({"word/media/a.png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\x08eXIfMM\x00*"}, "拍摄信息"),
        ({"word/media/a.jpeg": b"\xff\xd8\xff\xe1\x00\x40http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta/>"}, "拍摄信息"),
        ({"word/footer9.xml": "<a xmlns:w='w'><w:rPr><w:vanish/></w:rPr></a>"}, "隐藏"),
        ({"word/footer9.xml": "<a xmlns:w='w'><w:rPr><w:vanish w:val='true' /></w:rPr></a>"}, "隐藏"),
    ],
    ids=["macro", "embedded", "comments", "photo", "entity", "tracked", "png", "xmp", "hidden", "hidden-by-value"],
)
def test_word_form_that_carries_something_is_refused(parts, why):
    refused(changed(a_word_form(), **parts), "投诉书.docx", why)


def test_file_of_another_kind_or_too_large_is_refused():
    refused(b"\xd0\xcf\x11\xe0" + b"0" * 600, "投诉书.doc", "种类不符")
    refused(a_word_form(), "投诉书.pdf", "种类不符")
    refused(b"%PDF-1.4" + b"0" * (5 * 1024 * 1024), "投诉书.pdf", "超过 5 MB")
    refused(b"%PDF-1.4 nothing", "投诉书.pdf", "打不开")


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("word/people.xml", '<w15:people xmlns:w15="x"><w15:person w15:author="周敏"/></w15:people>'),
        ("package/services/metadata/core-properties/a1.psmdcp", CORE),
    ],
)
def test_word_form_loses_who_worked_on_it_wherever_that_stands(part, words):
    made, _ = public_form(changed(a_word_form(), **{part: words}), name="投诉书.docx")
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert "周敏" not in package.read(part).decode()


def test_change_of_layout_that_names_its_author_is_refused():
    with zipfile.ZipFile(io.BytesIO(a_word_form())) as package:
        words = package.read("word/document.xml").decode()
    tracked = words.replace("<w:p>", '<w:p><w:pPr><w:pPrChange w:id="1" w:author="周敏"/></w:pPr>', 1)
    assert tracked != words
    refused(changed(a_word_form(), **{"word/document.xml": tracked}), "投诉书.docx", "修订痕迹")


def test_workbook_loses_the_folder_it_lay_in_and_who_shared_it():
    with zipfile.ZipFile(io.BytesIO(a_workbook())) as package:
        words = package.read("xl/workbook.xml").decode()
    said = '<fileSharing userName="周敏"/><x15ac:absPath url="C:\\Users\\zhoumin\\"/>'
    head, rest = words.split(">", 2)[0] + ">", words.split(">", 1)[1]
    told = head + rest.replace(">", ' xmlns:x15ac="y">' + said, 1)
    made, _ = public_form(changed(a_workbook(), **{"xl/workbook.xml": told}), name="登记表.xlsx")
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        left = package.read("xl/workbook.xml").decode()
    assert "周敏" not in left
    assert "zhoumin" not in left
    assert "<sheets" in left


def test_words_that_could_be_hidden_and_are_not_do_no_harm():
    shown = "<a xmlns:w='w'><w:rPr><w:vanish w:val='0'/><w:webHidden/></w:rPr></a>"
    public_form(changed(a_word_form(), **{"word/footer9.xml": shown}), name="投诉书.docx")


@pytest.mark.parametrize("hide", ["hide", "very_hidden"])
def test_workbook_with_a_hidden_sheet_is_refused(hide):
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        workbook.add_worksheet("登记表")
        behind = workbook.add_worksheet("名册")
        behind.write_string(0, 0, "张三 13800000000")
        getattr(behind, hide)()
    refused(content.getvalue(), "登记表.xlsx", "隐藏")


@pytest.mark.parametrize(
    "part", ["xl/pivotCache/pivotCacheRecords1.xml", "xl/connections.xml", "xl/queryTables/queryTable1.xml"]
)
def test_workbook_that_carries_data_nobody_sees_is_refused(part):
    refused(changed(a_workbook(), **{part: "<a/>"}), "登记表.xlsx", "外部数据")


def test_picture_that_cannot_be_unpacked_is_refused_in_words():
    content = bytearray(changed(a_word_form(), **{"word/media/image1.png": b"\x89PNG" + b"0" * 500}))
    place = bytes(content).index(b"\x89PNG")
    content[place + 10] ^= 1
    refused(bytes(content), "投诉书.docx", "已经损坏")


@pytest.mark.parametrize(
    ("make", "name", "ending", "other"),
    [(a_workbook, "登记表.xlsx", ".xlsx", "Word"), (a_word_form, "投诉书.docx", ".docx", "Excel")],
)
@pytest.mark.parametrize(
    "part", [{"xl__vbaProject.bin": b"x", "word__vbaProject.bin": b"x"}, {"docProps/app.xml": b"<!DOCTYPE a><a/>"}, {"x.rels": b"<a"}],
    ids=["macro", "entity", "broken"],
)  # fmt: skip
def test_what_to_do_is_said_of_the_very_kind_of_file(make, name, ending, other, part):
    with pytest.raises(Refused) as refusal:
        public_form(changed(make(), **part), name=name)
    assert ending in refusal.value.remedy
    assert other not in f"{refusal.value.reason}{refusal.value.remedy}"
