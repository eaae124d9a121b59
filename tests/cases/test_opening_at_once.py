"""Two handlers who put the same lead up at the same moment leave one opening form."""

import threading
from datetime import date

import pytest
from django.db import connections

from tests.builders import cases as build
from tests.builders.labour import a_complaint, a_labour_agency
from tests.cases.refusing import refusal_of
from yangguang.base.models import Approval
from yangguang.cases.use_cases.request_opening import request_opening
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

DAY = date(2026, 11, 18)


@pytest.mark.django_db
def test_opening_of_a_lead_nobody_registered_is_refused():
    body = a_labour_agency()
    opening, handler = build.an_opening(body, lead_ref="x" * 26), build.officers_of(body)[0].account
    with build.on(DAY) as at:
        refusal = refusal_of(request_opening, opening=opening, opinion="建议立案。", actor=handler, at=at)
    assert refusal.reason == "这条线索不能再提请立案。"


@pytest.mark.django_db(transaction=True)
def test_two_openings_of_one_lead_at_once_leave_one_form():
    body = a_labour_agency()
    lead = a_complaint(body, day=DAY, source="patrol")
    opening = build.an_opening(body, lead_ref=lead.public_id)
    start, results = threading.Barrier(2), []

    def ask(handler, at):
        try:
            start.wait(timeout=10)
            request_opening(opening=opening, opinion="建议立案。", actor=handler, at=at)
            results.append("asked")
        except Refused as refused:
            results.append(refused.reason)
        finally:
            connections.close_all()

    at = Moment.now()
    threads = [threading.Thread(target=ask, args=(officer.account, at)) for officer in build.officers_of(body)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert sorted(results) == sorted(["asked", "同一事项已经在审批中。"])
    assert Approval.objects.filter(subject_ref=lead.public_id, state="pending").count() == 1
