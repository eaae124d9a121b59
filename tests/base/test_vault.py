"""The vault knows a file by its content, not by what it calls itself."""

import io

import docx
import pytest
import xlsxwriter

from yangguang.base import vault
from yangguang.kernel.refusal import Refused

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def a_workbook():
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.add_worksheet().write(0, 0, "编号")
    return content.getvalue()


def a_text_document():
    content = io.BytesIO()
    docx.Document().save(content)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"), [(a_workbook(), XLSX), (a_text_document(), DOCX), (b"PK\x03\x04 something else", "")]
)
def test_office_files_are_told_apart_by_their_parts(content, kind):
    assert vault.sniff(content) == kind


@pytest.mark.django_db
def test_workbook_under_the_name_of_a_text_document_is_refused():
    with pytest.raises(Refused, match="种类不符"):
        vault.store_upload(a_workbook(), name="名册.docx")


@pytest.mark.django_db
def test_content_comes_back_as_it_was_stored():
    content = a_workbook()
    assert vault.read(vault.store_upload(content, name="名册.xlsx")) == content
