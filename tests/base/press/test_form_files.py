"""What may become of a form from outside before the public downloads it (D11)."""

import io
import zipfile
from datetime import date

import pytest
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
    ],
    ids=["macro", "embedded", "comments", "photo", "entity", "tracked"],
)
def test_word_form_that_carries_something_is_refused(parts, why):
    refused(changed(a_word_form(), **parts), "投诉书.docx", why)


def test_file_of_another_kind_or_too_large_is_refused():
    refused(b"\xd0\xcf\x11\xe0" + b"0" * 600, "投诉书.doc", "种类不符")
    refused(a_word_form(), "投诉书.pdf", "种类不符")
    refused(b"%PDF-1.4" + b"0" * (5 * 1024 * 1024), "投诉书.pdf", "超过 5 MB")
    refused(b"%PDF-1.4 nothing", "投诉书.pdf", "打不开")
