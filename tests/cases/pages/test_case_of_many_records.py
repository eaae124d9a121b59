"""A case with five hundred records: its page asks no more than another's, shows the newest and says how many there are."""

import pytest
from django.urls import reverse
from lxml import html

from tests.browser import look, sign_in
from tests.builders.cases import an_open_case, handler_of, with_records
from tests.builders.many import many_records

MANY, SHOWN, QUESTIONS = 500, 40, 40


@pytest.fixture
def case():
    case = with_records(an_open_case())
    many_records(case, MANY)
    return case


def rows(answer):
    return html.fromstring(answer.content.decode()).xpath("//section[@id='papers']//tbody/tr")


@pytest.mark.django_db
@pytest.mark.parametrize("tab", ["", "evidence"])
def test_page_asks_few_questions_and_shows_the_newest(client, case, django_assert_max_num_queries, tab):
    client.force_login(handler_of(case))
    address = reverse("cases:case", args=[case.public_id])
    client.get(address)  # what a process reads once
    with django_assert_max_num_queries(QUESTIONS):
        answer = client.get(address, {"tab": tab})
    words = answer.content.decode()
    assert len(rows(answer)) == SHOWN
    assert f"第{MANY}名劳动者" in words
    assert "第1名劳动者" not in "".join(row.text_content() for row in rows(answer))
    assert "更早的" in words
    assert len(words) < 150_000


@pytest.mark.django_db
@pytest.mark.parametrize("tab", ["", "evidence"])
def test_earlier_ones_are_shown_to_whoever_asks(client, case, tab):
    client.force_login(handler_of(case))
    answer = client.get(reverse("cases:case", args=[case.public_id]), {"tab": tab, "papers": "all"})
    assert len(rows(answer)) > MANY
    assert "第1名劳动者" in answer.content.decode()


@pytest.mark.django_db
def test_papers_that_lack_their_signed_pages_are_told_in_a_few_lines(client, case):
    client.force_login(handler_of(case))
    words = client.get(reverse("cases:case", args=[case.public_id])).content.decode()
    assert words.count("》的签名页") == 5
    assert f"另有 {MANY - 5} 份文书的签名页" in words


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_page_of_many_records_is_legible_at_both_widths(open_tab, live_server, transactional_db):
    case = with_records(an_open_case())
    many_records(case, MANY)
    tab = open_tab()
    sign_in(tab, handler_of(case), live_server.url)
    tab.goto(live_server.url + reverse("cases:case", args=[case.public_id]))
    look(tab, "case-of-many-records")
