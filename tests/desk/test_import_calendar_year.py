"""Importing the next year's notice settles the provisional dates."""

from datetime import date

import pytest

from tests.builders.directory import an_account
from tests.builders.disclosure import a_publication, the_people
from tests.builders.legal_review import a_review
from yangguang.base import calendars
from yangguang.base.models import LedgerEntry
from yangguang.desk.use_cases.import_calendar_year import import_calendar_year
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.workdays import add_workdays

pytestmark = pytest.mark.django_db
ROWS = "\n".join(
    ["date,kind,name", "2027-01-01,放假,元旦", "2027-02-05,放假,春节", "2027-02-06,放假,春节", "2027-02-07,放假,春节",
     "2027-02-08,放假,春节", "2027-02-09,放假,春节", "2027-02-20,上班,春节", "2027-04-05,放假,清明节", "2027-05-01,放假,劳动节",
     "2027-05-03,放假,劳动节", "2027-06-09,放假,端午节", "2027-09-15,放假,中秋节", "2027-10-01,放假,国庆节",
     "2027-10-04,放假,国庆节", "2027-10-05,放假,国庆节"]
)  # fmt: skip


def _import(**changes):
    values = {"text": ROWS, "source": "国办发明电〔2026〕7号"} | changes
    return import_calendar_year(actor=an_account(role="system_administrator"), at=Moment.now(), **values)


def test_provisional_date_is_settled_by_the_notice():
    assert add_workdays(date(2026, 12, 28), 8, calendars.in_force()).provisional
    _import()
    assert not add_workdays(date(2026, 12, 28), 8, calendars.in_force()).provisional
    assert LedgerEntry.objects.get(event="CalendarYearImported").facts["year"] == 2027


def test_open_reviews_and_withdrawals_are_worked_out_again_as_well():
    review, publication = a_review(), a_publication(the_people(), state="published")
    day = date(2026, 12, 30)
    type(review).objects.update(requested_on=day, due_on=day, due_provisional=True)
    type(publication).objects.update(withdrawal_ground="annulled", ground_received_on=day, withdraw_by=day)
    _import()
    review.refresh_from_db()
    publication.refresh_from_db()
    assert (review.due_on, review.due_provisional) == (date(2027, 1, 11), False)
    assert publication.withdraw_by == date(2027, 1, 5)


def test_year_that_is_known_is_refused():
    _import()
    with pytest.raises(Refused, match="已经有了"):
        _import()


def test_notice_without_its_number_is_refused():
    with pytest.raises(Refused, match="通知文号"):
        _import(source=" ")


def test_faulty_row_is_refused_with_its_line():
    with pytest.raises(Refused, match="行"):
        _import(text=ROWS + "\n2027-13-01,放假,元旦")
