"""Thousands of rows: every page an ordinary person opens asks a bounded number of questions and shows few rows."""

from datetime import date

import pytest

from tests.builders.cases import an_agency, officers_of, person_of
from tests.builders.counting import counted_to
from tests.builders.many import many_cases, many_leads
from yangguang.cases.models import Clock
from yangguang.kernel import chance
from yangguang.records.models import Evidence

CASE_LISTS = (
    "/desk/cases/", "/desk/cases/?page=40", "/desk/cases/?page=120", "/desk/cases/?view=mine&sort=due&page=9",
    "/desk/cases/?stage=investigated&kind=labour&year=2025", "/desk/cases/?sort=-opened&page=100", "/desk/cases/?view=overdue",
    "/desk/cases/?no=2025+17", "/desk/cases/?party=第17建筑",
)  # fmt: skip
pytestmark = pytest.mark.django_db
MOST_QUESTIONS, MOST_LETTERS = 34, 400_000
MOST_OF_THE_CASE_LIST, MOST_OF_A_CASE = 12, 40
LISTS = (
    "/desk/", "/desk/cases/", "/desk/cases/?view=mine&sort=due&page=40", "/desk/cases/?no=2025+17",
    "/desk/cases/?party=第17建筑&stage=investigated", "/desk/leads/", "/desk/leads/?q=第17&page=2", "/desk/leads/?view=mine",
    "/desk/approvals/", "/desk/search/?q=建筑公司", "/desk/search/?q=2025〕17号", "/desk/reviews/", "/desk/officers",
    "/desk/bodies", "/desk/clauses/", "/desk/lists",
)  # fmt: skip


def test_lists_of_thousands_ask_few_questions_and_show_few_rows(client, django_assert_max_num_queries):
    body = an_agency()
    handler, head = officers_of(body)[0].account, person_of(body, "unit_head")
    cases = many_cases(body, 2000)
    many_leads(body, 2000, by=handler)
    for account in (handler, head):
        client.force_login(account)
        for address in (*LISTS, f"/desk/cases/{cases[17].public_id}/"):
            most = MOST_OF_A_CASE if cases[17].public_id in address else MOST_QUESTIONS
            with django_assert_max_num_queries(most, info=address):
                answer = client.get(address)
            assert answer.status_code == 200, address
            assert len(answer.content.decode()) < MOST_LETTERS, address


@pytest.mark.parametrize("account", ["handler", "unit_head"])
def test_the_case_list_asks_a_dozen_questions_on_any_page_in_any_order(account, client, django_assert_max_num_queries):
    body = an_agency()
    cases = many_cases(body, 3000)
    Clock.objects.filter(case_id__gt=cases[999].pk).update(stopped_on=date(2026, 6, 1))
    client.force_login(officers_of(body)[0].account if account == "handler" else person_of(body, "unit_head"))
    client.get("/desk/")  # which notes in the session that somebody is there
    for address in (*CASE_LISTS, f"/desk/cases/?page=90&after={cases[1900].pk}"):
        with django_assert_max_num_queries(MOST_OF_THE_CASE_LIST, info=address):
            assert client.get(address).status_code == 200


def test_every_page_of_the_case_list_together_shows_each_case_once_the_nearest_day_first(client):
    body = an_agency()
    cases = many_cases(body, 130)
    Clock.objects.filter(case__in=cases[30:]).update(stopped_on=date(2026, 6, 1))
    client.force_login(officers_of(body)[0].account)
    shown = [row["case"] for page in range(1, 8) for row in client.get(f"/desk/cases/?page={page}").context["rows"]]
    assert [case.pk for case in shown] == [c.pk for c in cases[:30]] + [c.pk for c in reversed(cases[30:])]


def test_a_list_is_counted_and_paged_to_its_limit_and_says_that_there_is_more(client, monkeypatch):
    counted_to(monkeypatch, 50)
    body = an_agency()
    many_cases(body, 60)
    client.force_login(officers_of(body)[0].account)
    answer = client.get("/desk/cases/?page=3")
    assert "共 50+ 件" in answer.content.decode()
    assert len(answer.context["rows"]) == 10, "the last page ends where the count does"


def test_a_case_with_five_hundred_records_asks_no_more_than_forty_questions(client, django_assert_max_num_queries):
    body = an_agency()
    (case,) = many_cases(body, 1)
    Evidence.objects.bulk_create(
        Evidence(
            public_id=chance.public_id(), body=body, file_ref=case.public_id, kind="documentary_evidence", name=f"工资表{n}",
            source="用人单位", proves="欠薪数额", obtained_on=case.opened_on, collector_names=["陈立", "周敏"],
            added_at=case.touched_at,
        )
        for n in range(500)
    )  # fmt: skip
    client.force_login(officers_of(body)[0].account)
    client.get("/desk/")
    with django_assert_max_num_queries(MOST_OF_A_CASE):
        assert client.get(f"/desk/cases/{case.public_id}/").status_code == 200
