"""The party of a public penalty asks on its page that it be public no longer, and reads the answer under a number."""

import re

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from tests.builders.disclosure import a_publication
from yangguang.bulletin.models import Letter
from yangguang.disclosure import letter_box

pytestmark = [pytest.mark.django_db, pytest.mark.clause("CRR-2025:cond")]
TYPED = {"done": "11月20日缴清", "promise": "on", "name": "卢志远", "contact": "13900001111"}


@pytest.fixture
def published(people):
    letter_box.announce_key()
    return a_publication(people, state="published", penalties=["warning"], fine_fen=0)


def post(client, publication, **given):
    page = client.get(f"/repair/?n={publication.notice_ref}").content.decode()
    once = re.search(r'name="once" value="([a-z2-7]{26})"', page)[1]
    return client.post("/repair/", TYPED | {"n": publication.notice_ref, "once": once} | given)


def test_page_of_the_decision_leads_to_the_form_which_says_when(client, published):
    assert f"/repair/?n={published.notice_ref}" in client.get(f"/decisions/{published.notice_ref}").content.decode()
    assert "履行完毕后可以申请信用修复" in client.get(f"/repair/?n={published.notice_ref}").content.decode()


def test_application_travels_sealed_and_reaches_the_desk(client, published):
    with CaptureQueriesContext(connections["default"]) as asked:
        answered = post(client, published)
    assert answered.status_code == 302
    assert asked.captured_queries == []
    assert "卢志远" not in str(list(Letter.objects.values()))
    assert "已收到" in client.get(answered.url).content.decode()
    letter_box.collect()
    assert (published.repairs.get().asked_by_name, published.objections.count()) == ("卢志远", 0)


def test_application_without_the_commitment_is_not_sent(client, published):
    answered = post(client, published, promise="")
    assert answered.status_code == 200
    assert not Letter.objects.exists()


@pytest.mark.parametrize("state", ["withdrawn", "no_penalty", "made_up"])
def test_there_is_no_form_where_nothing_can_be_repaired(client, people, state):
    if state == "made_up":
        assert client.get(f"/repair/?n={'z' * 26}").status_code == 404
        return
    given = (
        {"kind": "no_penalty", "fine_fen": 0, "state": "published"} if state == "no_penalty" else {"state": "withdrawn"}
    )
    gone = a_publication(people, **given)
    assert client.get(f"/repair/?n={gone.notice_ref}").status_code == 404
