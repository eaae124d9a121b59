"""Thousands of rows: every page an ordinary person opens asks a bounded number of questions and shows few rows."""

import pytest

from tests.builders.cases import an_agency, officers_of, person_of
from tests.builders.many import many_cases, many_leads

pytestmark = pytest.mark.django_db
MOST_QUESTIONS, MOST_LETTERS = 34, 400_000
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
            with django_assert_max_num_queries(MOST_QUESTIONS, info=address):
                answer = client.get(address)
            assert answer.status_code == 200, address
            assert len(answer.content.decode()) < MOST_LETTERS, address
