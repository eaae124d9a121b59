"""Each page of lists answers what stands beside it: by role, by body, by where the edition stands."""

import pytest
from django.urls import reverse

from tests.builders.directory import a_body, an_account
from tests.builders.samples import SAMPLES
from yangguang.base import pages
from yangguang.base.pages import SIGNED_IN
from yangguang.directory.rules.roles import Role

pytestmark = pytest.mark.django_db
OURS = {name: page for name, page in pages.register().items() if name.startswith("catalogues:") and page.subject}
STATES = [(name, state) for name, page in OURS.items() for state in page.expects.states]


def status(client, page, body, account, state=""):
    client.force_login(account)
    return client.get(reverse(page.name, kwargs=SAMPLES[page.subject](body, state))).status_code


def a_role_of(page):
    return Role.CASE_HANDLER if page.allow == SIGNED_IN else Role(sorted(page.allow)[0])


@pytest.mark.parametrize("name", OURS)
def test_page_answers_its_own_body_and_others_as_declared(client, name):
    page, body = OURS[name], a_body()
    role = a_role_of(page)
    assert status(client, page, body, an_account(role=role, body=body)) == page.expects.own
    assert status(client, page, a_body(), an_account(role=role, body=body)) == page.expects.other


@pytest.mark.parametrize(("name", "state"), STATES)
def test_page_answers_by_the_state_of_the_edition(client, name, state):
    page, body = OURS[name], a_body()
    account = an_account(role=a_role_of(page), body=body)
    assert status(client, page, body, account, state) == page.expects.states[state]


@pytest.mark.parametrize("name", [name for name, page in OURS.items() if page.allow != SIGNED_IN])
def test_page_is_closed_to_every_other_role(client, name):
    page, body = OURS[name], a_body()
    for role in sorted(set(Role) - set(page.allow))[:3]:
        assert status(client, page, a_body(), an_account(role=role, body=body)) == 403


@pytest.mark.parametrize("name", [name for name, page in OURS.items() if not page.writes])
def test_reading_page_takes_no_post(client, name):
    page, body = OURS[name], a_body()
    client.force_login(an_account(role=Role.CASE_HANDLER, body=body))
    assert client.post(reverse(name, kwargs=SAMPLES[page.subject](body, ""))).status_code == 405
