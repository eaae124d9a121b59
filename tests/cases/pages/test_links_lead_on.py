"""No page about a case sends its reader to a page that turns them away."""

import re

import pytest
from django.urls import reverse

from tests.builders.directory import a_body, an_account
from tests.builders.samples import SAMPLES
from yangguang.cases.pages.case import READERS

pytestmark = pytest.mark.django_db
LINK = re.compile(r'<a [^>]*href="(/desk/[^"#]*)')


def turned_away(client, address: str) -> list[str]:
    """The links of a page whose own page refuses the reader."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    links = set(LINK.findall(answer.content.decode()))
    assert links
    return [one for one in sorted(links) if client.get(one).status_code in (403, 404)]


@pytest.mark.parametrize("role", READERS)
@pytest.mark.parametrize("subject", ["case", "approval"])
def test_every_link_on_a_closed_case_and_its_forms_opens_for_whoever_reads_it(client, subject, role):
    justice = a_body(supervises=True)
    body = a_body(under=justice)
    page = {"case": "cases:case", "approval": "cases:approval"}[subject]
    address = reverse(page, kwargs=SAMPLES[subject](body, "closed"))
    client.force_login(an_account(role=role, body=justice if role == "supervisor" else body))
    assert turned_away(client, address) == []
