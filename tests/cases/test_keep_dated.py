"""Where the law gives an open case no date, the body's own term for the next step does (3.10, APL-2021:75.1)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.builders import cases as build
from tests.builders import summary
from tests.cases.refusing import refusal_of
from yangguang.base import verifying
from yangguang.base.events import SYSTEM
from yangguang.base.models import LedgerEntry, LocalValue
from yangguang.cases.kinds.register import MAIN_LINES
from yangguang.cases.models import Case, Clock, PlannedDay
from yangguang.cases.queries import ENDED
from yangguang.cases.rules.upkeep import Gap
from yangguang.cases.upkeep import undated, upkeep_of
from yangguang.cases.use_cases.keep_dated import keep_all_dated
from yangguang.cases.use_cases.open_case import open_case
from yangguang.cases.use_cases.plan_next_step import plan_next_step
from yangguang.cases.use_cases.record_payment import record_payment

pytestmark = pytest.mark.django_db
NEVER = {Gap.NO_HANDLER, Gap.NO_NEXT_STEP, Gap.NO_DATE}
PLACES = sorted({
    (flow.name, status.name) for flow in MAIN_LINES for status in flow.statuses if status.name not in ENDED and not status.final
})  # fmt: skip
LATER = build.SERVED + timedelta(days=1)


def gaps(case, day):
    (found,) = upkeep_of(Case.objects.filter(pk=case.pk), day)
    return NEVER & set(found.gaps)


def paid(case, at):
    record_payment(
        case_id=case.pk, amount_fen=500000, paid_on=at.day, payee="示范县农村商业银行", receipt_number="收1",
        actor=build.handler_of(case), at=at,
    )  # fmt: skip


def terms(case):
    return Clock.objects.filter(case=case, kind="next_step_by", stopped_on=None)


@pytest.mark.parametrize(("flow", "status"), PLACES)
def test_no_open_case_lies_without_owner_next_step_or_date_wherever_it_stands(flow, status):
    case = summary.a_case_on_the_spot() if flow == "summary" else build.a_served_case()
    Case.objects.filter(pk=case.pk).update(status=status)
    Clock.objects.filter(case=case).update(stopped_on=LATER)
    PlannedDay.objects.filter(case=case).delete()
    assert gaps(case, LATER) == {Gap.NO_DATE}
    with build.on(LATER) as at:
        assert keep_all_dated(actor=SYSTEM, at=at) == 1
        assert keep_all_dated(actor=SYSTEM, at=at) == 0
    assert gaps(case, LATER) == gaps(case, LATER + timedelta(days=300)) == set()


@pytest.mark.clause("APL-2021:75.1")
def test_paid_fine_leaves_ten_working_days_to_close_the_case_in():
    case = build.a_served_case()
    assert not terms(case)
    with build.on(LATER) as at:
        paid(case, at)
    assert (terms(case).get().amount, terms(case).get().unit) == (10, "workday")
    assert terms(case).get().start_event == "登记缴款"
    assert gaps(case, LATER) == set()


def test_next_step_ends_the_term_it_was_awaited_in():
    case = build.a_served_case()
    with build.on(LATER) as at:
        paid(case, at)
    with build.on(LATER + timedelta(days=1)) as at:
        plan_next_step(case_id=case.pk, day=at.day, what="提请结案", actor=build.handler_of(case), at=at)
    assert not terms(case)
    assert gaps(case, LATER + timedelta(days=1)) == set()
    with build.on(LATER + timedelta(days=2)) as at:
        assert keep_all_dated(actor=SYSTEM, at=at) == 1  # the day agreed on has passed
    assert LedgerEntry.objects.filter(event="NextStepTermStarted", file_ref=case.public_id).count() == 1


def test_penalty_on_the_spot_has_a_date_from_the_first_minute():
    case = summary.a_case_on_the_spot(until="on_scene")
    assert terms(case).count() == 1
    assert not undated(Case.objects.filter(pk=case.pk), summary.MET).exists()


@pytest.mark.clause("APL-2021:75.1")
def test_no_case_is_opened_by_a_body_that_has_not_set_the_term():
    body = build.an_agency(without=["next_step_workdays"])
    with build.on(build.OPENED) as at:
        refusal = refusal_of(
            open_case, opening=build.an_opening(body), actor=build.person_of(body, "unit_head"), at=at,
        )  # fmt: skip
    assert refusal.reason == "未设定下一步的办理期限，案件会没有办理日期。"
    assert "APL-2021:75.1" in refusal.clauses
    assert "本地参数" in refusal.remedy


def test_case_opened_before_the_term_was_needed_is_told_of_until_the_body_sets_one():
    case = build.a_served_case()
    LocalValue.objects.filter(name="next_step_workdays").delete()
    Clock.objects.filter(case=case).update(stopped_on=LATER)
    with build.on(LATER) as at:
        assert keep_all_dated(actor=SYSTEM, at=at) == 0
        assert list(verifying.run({"cases_have_owner_and_date"}))[0][2] == [f"案件 {case.number}：没有办理日期"]


def test_term_stands_on_the_page_of_the_case_with_its_source(client):
    case = build.a_served_case()
    with build.on(LATER) as at:
        paid(case, at)
        client.force_login(build.handler_of(case))
        page = client.get(reverse("cases:case", args=[case.public_id])).content.decode()
        why = client.get(reverse("cases:clock", args=[terms(case).get().public_id])).content.decode()
    assert "办理下一步" in page
    assert "没有办理日期" not in page
    assert "第七十五条" in why
