"""The whole site in four stages: before, during and after enforcement, and what to do about it (D19)."""

import re

import pytest
from django.urls import reverse

from tests.builders.disclosure import a_publication, the_people

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
