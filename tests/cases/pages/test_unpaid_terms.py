"""The case list says of an unpaid fine until when it is to be paid, and from when the court can be asked."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders import fulfilment as fine

pytestmark = [pytest.mark.django_db, pytest.mark.clause("ACL-2011:53")]


def listed(client, case, day):
    with build.on(day):
        client.force_login(build.handler_of(case))
        return client.get("/desk/cases/").content.decode()


def test_fine_within_its_term_shows_the_last_day_of_payment(client):
    page = listed(client, build.a_served_case(), build.SERVED)
    assert "缴纳罚款" in page
    assert "11月24日" in page or "2026-11-24" in page


def test_unpaid_fine_whose_court_window_has_not_begun_shows_from_when(client):
    case = fine.an_overdue_fine().case
    page = listed(client, case, date(2026, 12, 1))
    assert "申请法院强制执行" in page
    assert "2027年5月11日起" in page
    assert "剩" not in page.split("申请法院强制执行")[0].split("<tbody>")[1]


def test_unpaid_fine_whose_court_window_runs_shows_what_is_left_of_it(client):
    case = fine.an_overdue_fine().case
    page = listed(client, case, date(2027, 8, 1))
    assert "剩 9 天" in page
    assert "起可以" not in page


def test_paid_fine_shows_no_term(client):
    case = build.a_served_case()
    fine.paid(fine.fine_of(case), 500000, build.SERVED)
    page = listed(client, case, date(2026, 12, 1))
    assert "申请法院强制执行" not in page
    assert "缴纳罚款" not in page
