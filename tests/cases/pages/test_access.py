"""Each reading page of cases and records answers what stands beside it: own body, another body, the supervisor."""

import pytest
from django.urls import reverse

from tests.builders.directory import a_body, an_account
from tests.builders.samples import SAMPLES
from yangguang.base import pages
from yangguang.directory.rules.roles import Role

pytestmark = pytest.mark.django_db
KINDS = {"case_why", "clock", "approval", "document", "rendered_document", "blob", "evidence"}
OURS = {
    name: page
    for name, page in pages.register().items()
    if (name.startswith(("cases:", "records:")) and page.subject in KINDS) or name == "cases:case"
}


@pytest.mark.parametrize("name", OURS)
def test_page_answers_its_own_body_others_and_the_supervisor_as_declared(client, name):
    page, justice = OURS[name], a_body(supervises=True)
    body = a_body(under=justice)
    address = reverse(name, kwargs=SAMPLES[page.subject](body, ""))
    role = Role.CASE_HANDLER
    for account, expected in (
        (an_account(role=role, body=body), page.expects.own_in("", role)),
        (an_account(role=role), page.expects.other),
        (an_account(role="supervisor", body=justice), page.expects.superior if "supervisor" in page.allow else 403),
        (an_account(role="system_administrator", body=body), 403),
    ):
        client.force_login(account)
        assert client.get(address).status_code == expected, account.role_labels


@pytest.mark.parametrize("name", [name for name, page in OURS.items() if not page.writes])
def test_reading_page_takes_no_posted_form(client, name):
    page, body = OURS[name], a_body()
    address = reverse(name, kwargs=SAMPLES[page.subject](body, ""))
    client.force_login(an_account(role=Role.CASE_HANDLER, body=body))
    assert client.post(address).status_code == 405


def test_visitor_is_sent_to_the_sign_in_page(client):
    answer = client.get(reverse("cases:list"))
    assert answer.status_code == 302
    assert "sign-in" in answer["Location"]
