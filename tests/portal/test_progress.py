"""A complainant sees how far the complaint is; nobody else learns anything."""

import logging
import re
from datetime import date

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.builders.disclosure import deliver
from tests.builders.labour import a_complaint, an_accepted_complaint
from yangguang.bulletin.models import PublicProgress
from yangguang.cases.plugs.progress import progress_of_today
from yangguang.kernel import clock

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D11"), pytest.mark.clause("LSR-2004:9.3")]
TAIL = "1111"


@pytest.fixture
def lead():
    return a_complaint(day=clock.today())


def asked(client, number, tail=TAIL):
    response = client.post("/progress/", {"number": number, "tail": tail})
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    return response.content.decode()


def test_complainant_sees_stage_next_day_and_window_and_nothing_else(client, lead):
    deliver()
    page = asked(client, lead.number)
    for told in ("已经登记，正在审查", "决定是否受理，最晚", lead.body.complaint_phone, lead.body.name):
        assert told in page
    for secret in ("万春山", "13900001111", lead.employer_name, lead.account, lead.public_id):
        assert secret not in page


def test_accepted_complaint_is_said_to_be_investigated(client, lead):
    case = an_accepted_complaint(lead=lead, day=clock.today())
    with clock.frozen(clock.beijing(clock.today(), 17)):
        deliver()
    page = asked(client, lead.number)
    assert "已经受理，正在调查" in page
    assert case.number not in page
    assert case.public_id not in page


def test_wrong_number_and_wrong_tail_get_the_same_page(client, lead):
    deliver()
    plain = re.compile(r'name="(once|csrfmiddlewaretoken)" value="[^"]*"|value="[^"]*"')
    wrong_tail = plain.sub("", asked(client, lead.number, "2222"))
    wrong_number = plain.sub("", asked(client, "示人社监诉登〔2020〕第999号"))
    assert wrong_tail == wrong_number
    assert "没有查到" in wrong_tail


def test_page_asks_the_database_of_the_agency_nothing(client, lead):
    deliver()
    with CaptureQueriesContext(connections["default"]) as queries:
        asked(client, lead.number)
    assert [query["sql"] for query in queries.captured_queries] == []


def test_question_without_its_token_is_refused(lead):
    assert Client(enforce_csrf_checks=True).post("/progress/", {"number": lead.number, "tail": TAIL}).status_code == 403


def test_question_in_an_address_is_not_answered(client, lead):
    deliver()
    page = client.get(f"/progress/?number={lead.number}&tail={TAIL}").content.decode()
    assert "正在审查" not in page


def test_tail_stands_in_no_log(client, lead, caplog):
    deliver()
    with caplog.at_level(logging.DEBUG):
        asked(client, lead.number)
        asked(client, lead.number, "7301")
    assert "7301" not in "".join(one.getMessage() for one in caplog.records if not one.name.startswith("django.db"))


@pytest.mark.parametrize("tail", ["111", "11111", "１１１１", "abcd", "1111\n2"])
def test_tail_that_is_no_four_digits_is_refused_at_once(client, tail):
    assert "请填写" in asked(client, "编号", tail) or "四" in asked(client, "编号", tail)


def test_too_many_questions_are_refused_in_words(client, lead, settings):
    settings.PROGRESS_ABOUT_ONE_NUMBER = 1
    deliver()
    asked(client, lead.number, "2222")
    page = asked(client, lead.number)
    assert "查询得太多" in page
    assert "没有查到" not in page
    assert "正在审查" not in page


def test_tip_off_cannot_be_asked_about():
    a_complaint(source="tip_off", day=clock.today())
    deliver()
    assert progress_of_today() == 0
    assert not PublicProgress.objects.exists()


def test_hourly_job_puts_what_is_missing_once(lead):
    assert progress_of_today() == 1
    assert progress_of_today() == 0
    assert PublicProgress.objects.get().next_on > date(2026, 1, 1)
