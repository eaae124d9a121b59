"""The whole site in four stages: before, during and after enforcement, and what to do about it (D19)."""

import re
from datetime import date

import pytest
from django.urls import reverse

from tests.builders.disclosure import a_publication, the_people
from tests.builders.public_entries import an_entry

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D19")]


@pytest.fixture(autouse=True)
def _pages_apart(settings, tmp_path):
    settings.PAGES_DIR = tmp_path / "pages"


def test_column_shows_every_stage_and_how_much_there_is(client):
    people = the_people()
    a_publication(people, state="published")
    a_publication(people, state="withdrawn")
    words = client.get(reverse("portal:column")).content.decode()
    assert re.findall(r"<h2[^>]*>([^<]+)</h2>", words)[:4] == ["事前公开", "事中公示", "事后公开", "监督和救济"]
    assert re.search(r"执法决定</a>\s*1\s*<", words)
    assert reverse("portal:column") in client.get("/").content.decode()


def test_every_entry_of_the_column_opens(client):
    words = client.get(reverse("portal:column")).content.decode()
    main = words[words.index("<main") : words.index("</main")]
    addresses = set(re.findall(r'href="(/[^"]*)"', main)) - {"/"}
    assert len(addresses) > 12
    assert {address: client.get(address).status_code for address in addresses} == dict.fromkeys(addresses, 200)


@pytest.mark.parametrize(
    ("kind", "label", "since"),
    [("wage_arrears_sanctions", "欠薪失信名单", "起列入"), ("major_labour_violations", "重大劳动保障违法行为", "公布")],
)
def test_entries_are_counted_apart_from_lists_and_their_day_is_called_what_it_is(client, kind, label, since):
    ref = an_entry(kind)
    words = client.get(reverse("portal:column")).content.decode()
    assert re.search(rf"/lists/kind/{kind}\">{label}</a>\s*1\s*<", words)
    assert re.search(r"清单、基准和制度</a>\s*0\s*<", words)
    for address in (f"/lists/kind/{kind}", "/lists/", "/", f"/lists/{ref}", f"/bodies/{'b' * 26}"):
        told = client.get(address).content.decode()
        assert f"2026年10月9日{since}" in told or f"2026-10-09</span> {since}" in told, address
        assert "起施行" not in told, address
    other = "major_labour_violations" if kind == "wage_arrears_sanctions" else "wage_arrears_sanctions"
    assert ref not in client.get(f"/lists/kind/{other}").content.decode()
    (item,) = client.get("/feeds/lists.json").json()["items"]
    assert item["content_text"] == f"{label}，{date(2026, 10, 9)}{since}"


def test_each_kind_of_list_has_an_address_of_its_own_and_the_old_one_leads_there(client):
    ref = an_entry("wage_arrears_sanctions")
    assert client.get("/lists/?kind=wage_arrears_sanctions").headers["Location"] == "/lists/kind/wage_arrears_sanctions"
    words = client.get("/lists/kind/wage_arrears_sanctions").content.decode()
    assert f"/lists/{ref}" in words
    assert 'href="/lists/kind/major_labour_violations"' in words
    assert client.get("/lists/kind/nothing_of_the_kind").status_code == 404
    assert client.get("/lists/?kind=nothing_of_the_kind").status_code == 200
