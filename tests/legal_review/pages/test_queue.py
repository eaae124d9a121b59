"""The queue of reviews: the earliest due first, one cost however many wait."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.builders.cases import an_agency
from tests.builders.legal_review import a_major_case, a_review, passed, the_reviewer

pytestmark = pytest.mark.django_db
QUEUE = "/desk/reviews/"


def test_earliest_due_review_stands_first_and_closed_ones_stand_apart(client):
    body = an_agency()
    done = passed(a_review(a_major_case(body=body)))
    later, sooner = (a_review(a_major_case(body=body)) for _ in range(2))
    type(later).objects.filter(pk=sooner.pk).update(due_on=date(2026, 1, 5))
    client.force_login(the_reviewer(later))
    page = client.get(QUEUE).content.decode()
    assert page.index(sooner.case.number) < page.index(later.case.number)
    assert done.case.number not in page
    assert done.case.number in client.get(f"{QUEUE}?view=closed").content.decode()


def test_queue_costs_the_same_for_one_review_and_for_three(client):
    body = an_agency()
    client.force_login(the_reviewer(a_review(a_major_case(body=body))))
    client.get(QUEUE)
    with CaptureQueriesContext(connection) as one:
        client.get(QUEUE)
    for _ in range(2):
        a_review(a_major_case(body=body))
    with CaptureQueriesContext(connection) as three:
        client.get(QUEUE)
    assert len(three) <= len(one)
