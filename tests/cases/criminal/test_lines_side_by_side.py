"""Transfer, disposition, sanctions list and publication in one case: each with its days and its own end (real cases 2, 3, 7)."""

from datetime import date

import pytest

from tests.builders import criminal, sanctions
from tests.builders import major_violations as major
from tests.builders.cases import handler_of, on
from tests.builders.labour import (
    CHECKED,
    a_concluded_labour_case,
    a_decided_disposition,
    a_labour_agency,
    a_proposed_disposition,
    a_roster,
    an_accepted_complaint,
    an_issued_instruction,
)
from tests.cases.labour.test_on_the_spot_and_posted import posted
from yangguang.cases.kinds.labour.queries import totals_of
from yangguang.cases.models import Clock
from yangguang.cases.use_cases.check_rectification import OrderFinding, check_rectification
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db
OWED_BY_THE_DECORATOR = 333_452_00


def with_the_police(case, day):
    """The police open a case some days after `day`."""
    criminal.a_principal(case.body)
    line = criminal.with_a_task_force(criminal.suspected(case, day=day), day=day)
    later = date(day.year, day.month, day.day + 1)
    return criminal.a_sent_transfer(criminal.an_approved_transfer(line, day=later), day=later)


def test_real_case_2_of_28_workers_goes_to_the_police_and_before_the_public_in_the_third_quarter():
    share, rest = divmod(OWED_BY_THE_DECORATOR, 28)
    case = a_concluded_labour_case(
        case=a_roster(an_accepted_complaint(a_labour_agency()), owed=[share + rest, *[share] * 27])
    )
    assert totals_of(case).unpaid_fen == OWED_BY_THE_DECORATOR
    line = with_the_police(case, criminal.REPORTED)
    assert line.unpaid_fen == OWED_BY_THE_DECORATOR
    public = major.marked(case, day=criminal.RECEIVED, kind="unpaid_wages", handling="已移送公安机关立案查处。")
    assert (public.year, public.quarter) == (2026, 3)
    public = major.confirmed(public, day=criminal.ANSWERED)
    public = major.published(public, day=date(2026, 9, 28), until=date(2027, 9, 28))
    assert (public.status, public.published_on) == ("published", date(2026, 9, 28))
    assert (
        Clock.objects.get(case=case, kind="publish_major_by", about_ref=public.public_id).stopped_on
        == public.published_on
    )


@pytest.mark.history("P10.31")
@pytest.mark.clause("WPI-2013:4.2")
def test_order_posted_for_an_employer_who_fled_counts_and_the_case_goes_to_the_police():
    case = a_roster(an_accepted_complaint(), owed=criminal.OWED)
    line = posted(an_issued_instruction(case))
    with pytest.raises(Refused, match="责令支付的期限未满"):
        criminal.suspected(case, day=date(2026, 9, 16))
    with on(CHECKED) as at:
        findings = [OrderFinding(one.public_id, "期满未支付。") for one in line.orders.order_by("position")]
        check_rectification(instruction=line, findings=findings, actor=handler_of(case), at=at)
    assert with_the_police(case, criminal.REPORTED).status == "sent"


@pytest.mark.history("P10.38")
def test_disposition_list_transfer_and_publication_of_one_case_run_side_by_side():
    case = a_concluded_labour_case(owed=criminal.OWED)
    disposition = a_decided_disposition(case)
    listing = sanctions.a_listing(
        sanctions.a_notified_listing(sanctions.a_proposed_listing(case), day=date(2026, 10, 13)), day=date(2026, 10, 21)
    )
    transfer = with_the_police(case, date(2026, 10, 21))
    public = major.marked(case, day=date(2026, 10, 23), kind="unpaid_wages", handling="已作出行政处理决定。")
    for line in (disposition, listing, transfer, public):
        line.refresh_from_db()
    case.refresh_from_db()
    assert (disposition.status, listing.status, transfer.status, public.status) == (
        "decided",
        "listed",
        "sent",
        "candidate",
    )
    assert case.status == "transferred_to_police"
    running = set(Clock.objects.filter(case=case, stopped_on=None).values_list("kind", "about_ref"))
    assert {("serve_by", disposition.public_id), ("listed_until", listing.public_id)} <= running
    assert ("publish_major_by", public.public_id) in running


@pytest.mark.clause("MWR-2019:41.2")
def test_wages_are_ordered_paid_while_the_police_have_the_case():
    line = criminal.an_acknowledged_transfer()
    disposition = a_proposed_disposition(line.case, day=criminal.ANSWERED)
    assert disposition.status == "proposed"
