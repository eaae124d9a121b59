"""Histories that look odd and are lawful: each can be told, on its days, without a way around anything."""

from datetime import date, timedelta

import pytest

from tests.builders import cases as build
from tests.builders import legal_review as reviewing
from tests.cases.refusing import asked
from yangguang.cases.use_cases.collect_evidence import collect_evidence
from yangguang.cases.use_cases.re_examine import re_examine
from yangguang.cases.use_cases.request_hearing import request_hearing
from yangguang.cases.use_cases.request_recusal import request_recusal
from yangguang.cases.use_cases.waive_rights import waive_rights
from yangguang.legal_review.api import LegalReview
from yangguang.legal_review.use_cases.exempt_from_review import exempt_from_review

pytestmark = pytest.mark.django_db

ONE_DAY = timedelta(days=1)


def hearing_asked(case, day, **more):
    notice = case.notices.get(superseded_on=None)
    with build.on(day) as at:
        return request_hearing(
            case_id=case.pk, notice_ref=notice.public_id, actor=build.handler_of(case), at=at, **more
        )


def waived(case, day, hour):
    notice = case.notices.get(superseded_on=None)
    with build.on(day, hour) as at:
        waive_rights(
            case_id=case.pk, notice_ref=notice.public_id, statement=True, hearing=True, form="written",
            proof="声明书一份", actor=build.handler_of(case), at=at,
        )  # fmt: skip
    with build.on(day, hour) as at:
        re_examine(case_id=case.pk, answers={}, actor=build.handler_of(case), at=at)
    case.refresh_from_db()
    return case


@pytest.mark.history("P10.8")
@pytest.mark.clause("APL-2021:62")
def test_party_that_waives_everything_is_told_decided_and_served_on_one_day():
    case = waived(build.a_notified_case(hearing_told=True), build.NOTIFIED, 15)
    build.drafted(case, day=build.NOTIFIED)
    case.refresh_from_db()
    with build.on(build.NOTIFIED, 16) as at:
        head = build.person_of(case.body, "unit_head")
        exempt_from_review(case_id=case.pk, draft_id=case.drafts.get().pk, actor=head, at=at)
    case.refresh_from_db()
    build.decision_signed(case, day=build.NOTIFIED, hour=17)
    build.served(case, "penalty_decision", build.NOTIFIED, hour=19)
    decision = build.the_decision(case)
    assert (decision.decided_on, decision.served_on) == (build.NOTIFIED, build.NOTIFIED)


@pytest.mark.history("P10.10")
@pytest.mark.clause("CPL-2023:85.4")
def test_request_posted_on_the_last_day_and_received_three_days_later_is_in_time():
    case = build.a_notified_case(hearing_told=True)
    last = date(2026, 11, 2)
    asked_for = hearing_asked(case, last + 3 * ONE_DAY, posted_on=last)
    assert (asked_for.posted_on, asked_for.late_reason) == (last, "")


@pytest.mark.history("P10.11")
@pytest.mark.clause("CPL-2023:86")
def test_request_after_the_term_is_taken_with_a_hospital_s_word():
    case = build.a_notified_case(hearing_told=True)
    assert hearing_asked(case, date(2026, 11, 5), late_reason="住院治疗，附出院证明。").late_reason


@pytest.mark.history("P10.15")
@pytest.mark.clause("APL-2021:60")
def test_draft_returned_three_times_passes_the_fourth_and_is_decided_late():
    case = reviewing.a_major_case()
    for week in range(3):
        asked_on = reviewing.REQUESTED + 7 * week * ONE_DAY
        reviewing.sent_back(reviewing.a_review(case, day=asked_on), day=asked_on + ONE_DAY)
        case.refresh_from_db()
    asked_on = reviewing.REQUESTED + 21 * ONE_DAY
    reviewing.passed(reviewing.a_review(case, day=asked_on), day=asked_on + ONE_DAY)
    case.refresh_from_db()
    late = date(2027, 1, 20)
    build.decision_signed(case, day=late, overdue_reason="三次退回修改。")
    assert [r.status for r in LegalReview.objects.filter(case=case).order_by("pk")] == [*["returned"] * 3, "passed"]
    assert build.the_decision(case).decided_on == late
    assert case.clocks.get(kind="decide_by").overdue_reason == "三次退回修改。"


@pytest.mark.history("P10.17")
@pytest.mark.clause("APL-2021:43.3")
def test_investigation_goes_on_while_a_recusal_waits():
    case = build.with_records(build.an_open_case())
    first, second = build.officers_of(case.body)
    day = build.OPENED + 2 * ONE_DAY
    with build.on(day) as at:
        request_recusal(
            case_id=case.pk, officer=second, by_officer=False, reason="亲属", actor=build.handler_of(case), at=at
        )
        taken = collect_evidence(
            case_id=case.pk, kind="documentary_evidence", name="排班表", source="当事人提供", proves="加班时间",
            obtained_on=day, officers=[first, second], certificate_shown=True, actor=build.handler_of(case), at=at,
        )  # fmt: skip
    assert taken.pk
    assert not asked("recusal_settled", case).holds


@pytest.mark.history("P10.21")
@pytest.mark.clause("LSR-2004:25#fine")
def test_same_employer_a_year_later_is_a_new_case_with_a_warning_and_a_fine():
    first = build.a_served_case()
    a_year = date(2027, 10, 12) - build.OPENED
    later = build.with_records(
        build.an_open_case(
            body=first.body, day=build.OPENED + a_year, reported_on=date(2027, 9, 28), discovered_on=date(2027, 9, 28),
            violation_began_on=date(2027, 6, 1), violation_ended_on=date(2027, 8, 31), parties=(build.a_party(),),
        )
    )  # fmt: skip
    build.concluded(later, day=build.CONCLUDED + a_year, workers=60, before=1)
    build.notice_given(later, day=build.NOTIFIED + a_year, hearing_told=True, fine_fen=2520000)
    build.served(later, "prior_notice", build.NOTIFIED + a_year)
    with build.on(build.HEARD + a_year) as at:
        re_examine(case_id=later.pk, answers={}, actor=build.handler_of(later), at=at)
    later.refresh_from_db()
    build.drafted(later, day=build.HEARD + a_year, fine_fen=2520000)
    later.refresh_from_db()
    reviewing.passed(reviewing.a_review(later, day=build.HEARD + a_year), day=build.SIGNED + a_year)
    later.refresh_from_db()
    build.decision_signed(later, day=build.DECIDED + a_year)
    assert later.parties.get().code == first.parties.get().code
    assert (later.outcome, build.the_decision(later).content["penalties"]) == ("penalty", ["warning", "fine"])
    assert build.the_decision(first).status == "served"


@pytest.mark.history("P10.47")
def test_saturday_worked_for_a_holiday_counts_and_acts_on_it_are_lawful():
    saturday = date(2026, 10, 10)
    case = build.an_open_case(day=saturday)
    with build.on(saturday, 15) as at:
        taken = collect_evidence(
            case_id=case.pk, kind="documentary_evidence", name="排班表", source="当事人提供", proves="加班时间",
            obtained_on=saturday, officers=build.officers_of(case.body), certificate_shown=True,
            actor=build.handler_of(case), at=at,
        )  # fmt: skip
    assert taken.obtained_on == saturday
