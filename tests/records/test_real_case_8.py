"""The printed file of real case 8 in docs/ is the one the code makes: same contents, same bookmarks, same pages.

`YANGGUANG_WRITE_DOCS=1` writes it anew.
"""

import io
import os
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.base.press.test_binding import bookmarks
from tests.builders.real_case_8 import the_file_of_real_case_8
from yangguang.base import vault
from yangguang.base.press.reading import page_texts
from yangguang.records.api import bound_files_of, every_volume

PRINTED = Path(__file__).parents[2] / "docs" / "case-file-of-real-case-8.pdf"
MOST_BYTES = 1_500_000


@pytest.mark.django_db
@pytest.mark.duty("R04")
@pytest.mark.clause("LSR-2004:30.1#fine")
def test_printed_file_of_real_case_8_is_what_the_code_makes():
    case = the_file_of_real_case_8()
    assert (case.status, case.outcome) == ("archived", "penalty")
    made = vault.read(bound_files_of(case.public_id).get().blob)
    if os.environ.get("YANGGUANG_WRITE_DOCS"):
        PRINTED.write_bytes(made)
    kept = PRINTED.read_bytes()
    assert len(kept) < MOST_BYTES
    assert list(bookmarks(PdfReader(io.BytesIO(kept)))) == list(bookmarks(PdfReader(io.BytesIO(made))))
    assert contents_of(kept) == contents_of(made)
    for volume in every_volume(case.public_id):
        for entry in volume.entries:
            assert entry.title in contents_of(kept)


def contents_of(pdf):
    """The words of the contents of both volumes."""
    rows = "序号 文号 责任者 题名 日期 页号"  # stands again at the head of a second page
    return "".join(text for text in page_texts(pdf) if rows in text.replace("\r\n", " ")).replace("\r\n", "")
