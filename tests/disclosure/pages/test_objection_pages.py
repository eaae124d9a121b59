"""The publisher finds the objection on the day's list, reads it and answers; others see it without who asked."""

import pytest
from django.urls import reverse

from tests.builders.directory import an_account
from tests.builders.disclosure import an_objection, the_people
from yangguang.desk.today.rows import day_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def objection(people):
    return an_objection(people)


def page_of(client, objection, name="objection"):
    return client.get(reverse(f"disclosure:{name}", args=[objection.public_id]))


def test_publisher_finds_it_on_the_days_list_and_in_the_queue(client, people, objection):
    assert [row for row in day_of(people.first).later if row.what == "答复公示异议"]
    client.force_login(people.first)
    assert objection.receipt in client.get(reverse("disclosure:objections")).content.decode()


def test_publisher_reads_who_asks_and_answers(client, people, objection):
    client.force_login(people.first)
    assert "13900001111" in page_of(client, objection).content.decode()
    address = reverse("disclosure:answer_objection", args=[objection.public_id])
    given = {"outcome": "not_corrected", "reply": "与决定书一致。", "remedies": ""}
    refused = client.post(address, given).content.decode()
    assert "说明理由和救济渠道" in refused
    assert "与决定书一致。" in refused
    assert client.post(address, given | {"remedies": "可以依法申请行政复议。"}).status_code == 302
    objection.refresh_from_db()
    assert objection.answered_by_name == people.first.name


def test_head_of_the_agency_reads_it_without_who_asked(client, people, objection):
    client.force_login(people.head)
    page = page_of(client, objection).content.decode()
    assert "罚款数额写错了" in page
    assert "13900001111" not in page
    assert "卢志远</dd>" not in page


def test_publisher_of_another_body_finds_nothing(client, objection):
    client.force_login(the_people().first)
    assert page_of(client, objection).status_code == 404
    assert page_of(client, objection, "answer_objection").status_code == 404
    assert objection.receipt not in client.get(reverse("disclosure:objections")).content.decode()


def test_handler_has_no_such_list(client, people, objection):
    client.force_login(an_account(role="case_handler", body=people.body))
    assert client.get(reverse("disclosure:objections")).status_code == 403
