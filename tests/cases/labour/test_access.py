"""Pages of the labour lines answer as declared beside them: own body, other bodies, other roles."""

import pytest
from django.urls import reverse

from tests.builders.directory import a_body, an_account
from tests.builders.samples import SAMPLES
from yangguang.base import pages
from yangguang.directory.rules.roles import Role

pytestmark = pytest.mark.django_db
SUBJECTS = {"lead", "lead_act", "roster_act", "order", "order_act", "fulfilment_act"}
OURS = {name: page for name, page in pages.register().items() if page.subject in SUBJECTS}


def address(page, body):
    return reverse(page.name, kwargs=SAMPLES[page.subject](body, ""))


@pytest.mark.parametrize("name", OURS)
def test_page_answers_its_own_body_and_no_other(client, name):
    page, body = OURS[name], a_body()
    where = address(page, body)
    role = Role(sorted(page.allow)[0])
    client.force_login(an_account(role=role, body=body))
    assert client.get(where).status_code == page.expects.own
    client.force_login(an_account(role=role, body=a_body()))
    assert client.get(where).status_code == page.expects.other


@pytest.mark.parametrize("name", OURS)
def test_page_is_closed_to_the_publisher(client, name):
    page, body = OURS[name], a_body()
    client.force_login(an_account(role=Role.PUBLISHER, body=body))
    assert client.get(address(page, body)).status_code == 403
