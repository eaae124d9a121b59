"""An adopted edition is kept as four files that say what the page says; no cell of them starts a formula."""

import csv
import io
import json
import zipfile

import pytest
from python_calamine import load_workbook

from tests.builders.catalogues import OVERTIME, a_draft, a_drafter, a_head, cells_of
from tests.builders.standing import released
from yangguang.base import verifying
from yangguang.base.harmless import harmless
from yangguang.bulletin.api import PublicList, list_files, pages_on_disk
from yangguang.catalogues.use_cases.adopt_edition import adopt_edition
from yangguang.catalogues.use_cases.put_entry import put_entry
from yangguang.catalogues.use_cases.submit_for_review import submit_for_review
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

FORMULAS = ["=1+1", "＝cmd", "+1", "＋1", "-1", "－1", "@a", "＠a", "\ufeff=1", " =1", "\t=1", "﹢1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_cell_that_would_start_a_formula_is_harmless(text):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "警告", "1-2", "（=1）", "LD-01"])
def test_any_other_cell_stays_as_it_is(text):
    assert harmless(text) == text


@pytest.mark.django_db
def test_adopted_edition_is_downloaded_from_the_portal_as_it_lies(client):
    draft = a_draft()
    drafter = a_drafter(draft.body)
    typed = cells_of(violation="＝HYPERLINK(1)", source="=1+1")
    put_entry(edition=draft, entry=draft.entries.get(), code=OVERTIME, cells=typed, official=False, actor=drafter,
              at=Moment.now())  # fmt: skip
    submit_for_review(edition=draft, in_force_from=clock.today(), opinion="", actor=drafter, at=Moment.now())
    edition = adopt_edition(edition=draft, opinion="", actor=a_head(draft.body), at=Moment.now())
    ref = edition.public_id
    assert client.get(f"/lists/{ref}/files/csv").status_code == 404
    released(edition)
    page = client.get(f"/lists/{ref}").content.decode()
    files = {}
    for suffix in list_files.files_of(ref):
        assert f"/lists/{ref}/files/{suffix}" in page
        files[suffix] = client.get(f"/lists/{ref}/files/{suffix}")
        assert files[suffix].content == pages_on_disk.list_file_of(ref, suffix).read_bytes()
    assert list(files) == ["xlsx", "csv", "json", "pdf"]
    cells = PublicList.objects.get(ref=ref).rows[0]["cells"]
    (head, row) = csv.reader(io.StringIO(files["csv"].content.decode("utf-8-sig")))
    assert head[0] == "编号"
    assert "'＝HYPERLINK(1)" in row
    assert "'=1+1" in row
    sheet = load_workbook(io.BytesIO(files["xlsx"].content)).get_sheet_by_index(0).to_python()
    assert "＝HYPERLINK(1)" in [str(cell) for cell in sheet[-1]]
    assert "=1+1" in [str(cell) for cell in sheet[-1]]
    inside = zipfile.ZipFile(io.BytesIO(files["xlsx"].content)).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in inside, "text that begins like a formula is text"
    assert json.loads(files["json"].content)["rows"] == [{"code": OVERTIME, **cells}]
    assert files["pdf"].content.startswith(b"%PDF")
    for strange in ("exe", "html"):
        assert client.get(f"/lists/{ref}/files/{strange}").status_code == 404
    ((_, _, found),) = verifying.run({"public_pages"})
    assert not [line for line in found if ref in line]
