"""A recording is stored within a working day of the act: told beforehand, over with the upload, and late to the head of the unit."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders import cases as build
from tests.builders.cases import on
from tests.builders.directory import a_body, an_account
from tests.builders.media import arrived
from yangguang.base import local_values
from yangguang.cases.awaited_films import awaited
from yangguang.cases.lacking import lacking
from yangguang.cases.models import Case
from yangguang.kernel import clock

pytestmark = [pytest.mark.django_db, pytest.mark.duty("R08", "R09"), pytest.mark.clause("GD-REC-2021:23.1")]
TALKED, DUE, LATE = date(2026, 10, 13), date(2026, 10, 14), date(2026, 10, 15)


@pytest.fixture
def case():
    return build.with_records(build.an_open_case(), signed=False, verified=False)


def waiting(day):
    with clock.frozen(clock.beijing(day, 10)):
        return [(one.case.title, one.acts, one.due.day, one.is_late) for one in awaited(Case.objects.all())]


def test_act_that_is_filmed_awaits_its_recording_until_the_next_working_day(case):
    ((title, acts, due, late),) = waiting(TALKED)
    assert (title, due, late) == (case.title, DUE, False)
    assert "询问" in "、".join(acts)
    assert [late for *_, late in waiting(DUE)] == [False]
    assert [late for *_, late in waiting(LATE)] == [True]


def test_recording_that_arrived_ends_the_wait_even_before_it_is_evidence(case):
    with on(DUE) as at:
        arrived(case.public_id, build.handler_of(case), at, occurred_at=clock.beijing(DUE, 1))
    assert len(waiting(LATE)) == 1  # it was taken on another day than the act
    with on(DUE, 11) as at:
        arrived(case.public_id, build.handler_of(case), at, occurred_at=clock.beijing(TALKED, 23, 59))
    assert waiting(LATE) == []


def test_hours_of_the_bodys_own_rules_run_out_within_the_day(case):
    local_values.set_value(
        "upload_recording_term", "24小时", chain=case.body.public_id, source="示人社〔2026〕3号",
        in_force=date(2026, 1, 1), by_name="钱明",
    )  # fmt: skip
    assert [late for *_, late in waiting(DUE)] == [True]  # done at nine, and ten o'clock of the next day is too late


def test_what_ended_awaits_nothing(case):
    Case.objects.filter(pk=case.pk).update(status="closed")
    assert waiting(LATE) == []


def test_handler_finds_it_on_the_home_page_and_in_a_list_that_says_how_the_day_was_worked_out(case, client):
    client.force_login(build.handler_of(case))
    with clock.frozen(clock.beijing(TALKED, 15)):
        assert "音像入库" in client.get(reverse("desk:today")).content.decode()
        page = client.get(reverse("cases:films")).content.decode()
        assert "2026年10月13日完成，当日不计，1个工作日到2026年10月14日" in page
        assert client.get(reverse("cases:films"), {"format": "xlsx"})["Content-Type"].endswith("sheet")


def test_what_is_late_is_told_to_the_head_of_the_unit_and_to_who_supervises(case, client):
    head = build.person_of(case.body, "unit_head")
    client.force_login(head)
    for day, told in ((DUE, False), (LATE, True)):
        with clock.frozen(clock.beijing(day, 15)):
            page = client.get(reverse("desk:today")).content.decode()
            assert ("督促逾期未入库的音像记录" in page) is told
            assert (lacking(Case.objects.all(), "film_late", day).exists()) is told
    with clock.frozen(clock.beijing(LATE, 15)):
        assert case.number in client.get(reverse("cases:films"), {"view": "late"}).content.decode()
        client.force_login(an_account(role="unit_head", body=a_body(named="另一个机关")))
        assert case.number not in client.get(reverse("cases:films")).content.decode()


def test_list_asks_the_same_few_questions_however_much_is_awaited(case, django_assert_max_num_queries):
    with clock.frozen(clock.beijing(LATE, 15)), django_assert_max_num_queries(3):
        assert len(awaited(Case.objects.all())) == 1
