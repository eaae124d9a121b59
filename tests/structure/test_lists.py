"""Every list of the desk offers exactly its filtered rows as a sheet, through one component and one writer."""

import inspect
import re

import pytest

from tests.builders import cases as build
from tests.builders.directory import a_body, an_account
from tests.builders.samples import SAMPLES
from tests.structure.source import PACKAGE, place, python_files, templates
from tests.structure.test_authorization_matrix import address_of
from yangguang.base import pages
from yangguang.base.models import LedgerEntry
from yangguang.directory.api import Role

LISTS = [path for path in templates() if "{% pager" in path.read_text(encoding="utf-8") and "portal" not in path.parts]
PAGES = [path for path in python_files() if "pages" in path.relative_to(PACKAGE).parts]
LISTING = sorted(
    page.name for page in pages.register().values()
    if page.site == "desk" and "is_export(" in inspect.getsource(page.view.__wrapped__)
)  # fmt: skip


def name_of(template):
    return str(template).partition("/templates/")[2]


def pages_showing(template):
    return [path for path in PAGES if f'"{name_of(template)}"' in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("template", LISTS, ids=name_of)
def test_list_offers_its_rows_through_the_one_component(template):
    assert "{% list_actions %}" in template.read_text(encoding="utf-8")


@pytest.mark.parametrize("template", LISTS, ids=name_of)
def test_page_behind_a_list_answers_with_its_rows_as_a_sheet(template):
    showing = pages_showing(template)
    assert showing
    for path in showing:
        text = path.read_text(encoding="utf-8")
        assert "workbook(" in text or "exports.on_record(" in text, place(path)


def test_no_template_draws_the_button_of_a_list_by_hand():
    drawn = [
        place(path) for path in templates() if re.search(r'href="[^"]*format=.?xlsx', path.read_text(encoding="utf-8"))
    ]
    assert drawn == []


def test_sheets_are_written_in_one_place_where_no_text_becomes_a_formula():
    writing = [place(path) for path in python_files() if "import xlsxwriter" in path.read_text(encoding="utf-8")]
    assert [one.partition(":")[0] for one in writing] == ["yangguang/base/sheets.py"]


def test_lists_were_found():
    assert {
        "cases:list",
        "cases:leads",
        "cases:approvals",
        "legal_review:queue",
        "desk:ledger",
        "disclosure:queue",
    } <= set(LISTING)
    assert len(LISTING) > 15


WITHOUT = {
    "desk:today": "each of its rows stands in the list it opens", "desk:calendar": "a year of days, kept by the State",
    "desk:search": "finds places, one of each kind", "catalogues:import": "shows what is about to be read in",
    "disclosure:flowcharts": "a dozen drawings, one for each kind of proceeding",
    "disclosure:windows": "the board of one hall, printed as such on A4 and A3",
}  # fmt: skip


def shown_by(page):
    """The templates a page names."""
    source = inspect.getsource(page.view.__wrapped__)
    return [path for path in templates() if f'"{name_of(path)}"' in source]


def test_every_page_that_stands_for_no_one_thing_and_shows_a_table_is_a_list_with_a_sheet():
    found = {
        page.name
        for page in pages.register().values()
        if page.site == "desk" and "<" not in page.address
        for template in shown_by(page)
        if "<tbody" in template.read_text(encoding="utf-8")
    }
    assert found - set(LISTING) == set(WITHOUT) & found


def test_every_page_is_printed_without_its_navigation_and_breaks_between_rows():
    sheet = (PACKAGE / "base/static/css/print.css").read_text(encoding="utf-8")
    hidden = sheet.partition("display: none !important")[0]
    for part in (
        ".desk-nav",
        ".top-bar",
        ".phone-head",
        ".phone-bar",
        ".portal-nav",
        ".actions",
        ".pager",
        ".submit-bar",
    ):
        assert f"  {part},\n" in hidden
    for rule in ("size: A4", "break-inside: avoid", "break-after: avoid", "table-header-group", "counter(page)"):
        assert rule in sheet
    ground = (PACKAGE / "base/templates/layouts/ground.html").read_text(encoding="utf-8")
    assert "css/print.css" in ground
    whole = [path for path in templates() if "<html" in path.read_text(encoding="utf-8")]
    unprinted = [place(path) for path in whole if "print.css" not in path.read_text(encoding="utf-8")]
    assert unprinted == []


@pytest.mark.django_db
@pytest.mark.parametrize("name", LISTING)
def test_list_as_a_sheet_opens_for_its_readers_and_leaves_a_line(name, client):
    page = pages.register()[name]
    body = a_body() if page.subject else build.an_agency()
    known = SAMPLES[page.subject](body, "") if page.subject else {}
    roles = {role.value for role in Role} if page.allow == pages.SIGNED_IN else page.allow
    roles = {one for one in roles if page.expects.own_in("", one) == 200} or roles
    role = sorted(roles & {"case_handler", "unit_head", "publisher", "archivist"} or roles)[0]
    client.force_login(an_account(role=role, body=body))
    before = LedgerEntry.objects.filter(event="DataExported").count()
    answer = client.get(address_of(page, known), {"format": "xlsx"})
    assert answer["Content-Type"].endswith("spreadsheetml.sheet"), answer.status_code
    assert answer.content[:2] == b"PK"
    assert LedgerEntry.objects.filter(event="DataExported").count() == before + 1
