"""The diary of a unit: hearings, interviews, approved visits, due days and agreed days, within what a person may see."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tests.builders import cases as build
from tests.builders.directory import a_unit, an_account, an_officer
from tests.builders.hearings import an_asked_hearing, notified
from tests.builders.many import many_cases
from yangguang.base.models import LedgerEntry
from yangguang.cases.models import Case
from yangguang.cases.schedule import EngagementKind, engagements
from yangguang.cases.use_cases.issue_interview_notice import issue_interview_notice
from yangguang.cases.use_cases.plan_next_step import plan_next_step
from yangguang.desk.schedule.periods import day_asked, period_of
from yangguang.kernel import clock

SCHEDULE = "/desk/schedule/"
FIRST, LAST = date(2026, 10, 1), date(2026, 12, 31)


def opened(client, account, when=build.NOTIFIED, **query):
    client.force_login(account)
    with clock.frozen(clock.beijing(when, 15)):
        answer = client.get(SCHEDULE, query)
    assert answer.status_code == 200
    return answer.content.decode()


def kinds_of(case, since=FIRST, until=LAST):
    return {one.kind for one in engagements(Case.objects.filter(pk=case.pk), since, until)}


@given(anchor=st.dates(date(1950, 1, 1), date(2099, 12, 31)), view=st.sampled_from(["month", "week"]))
def test_every_day_stands_in_exactly_one_period_and_periods_follow_each_other(anchor, view):
    period = period_of(view, anchor)
    assert period.since <= anchor <= period.until
    assert period_of(view, period.before).until + timedelta(days=1) == period.since
    assert period_of(view, period.after).since - timedelta(days=1) == period.until
    assert all(len(week) == 7 and week[0].weekday() == 0 for week in period.weeks)


@pytest.mark.parametrize("text", ["", "morgen", "2026-13-01", "0001-01-01", "9999-12-31"])
def test_nonsense_in_the_address_gives_today(text):
    assert day_asked(text, date(2026, 11, 28)) == date(2026, 11, 28)


@pytest.mark.django_db
def test_hearing_stands_with_its_hour_and_place():
    hearing = notified(an_asked_hearing()).hearings.get()
    (found,) = [one for one in engagements(Case.objects.all(), FIRST, LAST) if one.kind is EngagementKind.HEARING]
    assert (found.at, found.place, found.day) == (hearing.set_for, hearing.place, clock.legal_day(hearing.set_for))


@pytest.mark.django_db
def test_interview_visit_term_and_agreed_day_stand_in_the_diary(client):
    case = build.an_open_case()
    handler = build.handler_of(case)
    visit = build.OPENED + timedelta(days=7)
    build.inspection_allowed(case, day=visit, until=visit + timedelta(days=1))
    with build.on(build.NOTIFIED) as at:
        plan_next_step(case_id=case.pk, day=build.NOTIFIED + timedelta(days=1), what="核对工资表", actor=handler, at=at)
    wanted = {EngagementKind.VISIT, EngagementKind.TERM, EngagementKind.AGREED}
    assert kinds_of(case, FIRST, date(2027, 6, 1)) == wanted
    visits = [one.day for one in engagements(Case.objects.all(), FIRST, LAST) if one.kind is EngagementKind.VISIT]
    assert visits == [visit, visit + timedelta(days=1)]
    page = opened(client, handler)
    assert "检查：现场检查（已批准）" in page
    assert "核对工资表" in page


@pytest.mark.django_db
def test_interview_of_a_notice_stands_at_its_hour():
    case = build.an_open_case()
    party = case.parties.get()
    with build.on(build.NOTIFIED) as at:
        issue_interview_notice(**notice_for(case, party, at))
    assert EngagementKind.INTERVIEW in kinds_of(case)


def notice_for(case, party, at):
    return {
        "case_id": case.pk, "party_ref": party.public_id, "officers": build.officers_of(case.body),
        "appear_at": clock.beijing(build.NOTIFIED + timedelta(days=5), 10),
        "place": "监察大队询问室", "materials": "考勤表", "due_on": build.NOTIFIED + timedelta(days=5), "way": "paper",
        "actor": build.handler_of(case), "at": at,
    }  # fmt: skip


@pytest.mark.django_db
def test_stranger_sees_nothing_of_it_and_a_filter_narrows_it(client):
    case = build.an_open_case()
    agreed = build.NOTIFIED + timedelta(days=1)
    with build.on(build.NOTIFIED) as at:
        plan_next_step(case_id=case.pk, day=agreed, what="核对工资表", actor=build.handler_of(case), at=at)
    other = build.an_agency(mark="邻人社")
    assert "核对工资表" not in opened(client, build.person_of(other, "unit_head"))
    head = build.person_of(case.body, "unit_head")
    assert "核对工资表" in opened(client, head, unit=case.unit.public_id)
    assert "核对工资表" not in opened(client, head, unit=a_unit(case.body, named="法制科").public_id)
    assert "核对工资表" not in opened(client, head, kind="hearing")
    assert "核对工资表" not in opened(client, head, mine="1")
    assert "核对工资表" in opened(client, build.handler_of(case), mine="1", view="week")
    assert "核对工资表" not in opened(client, head, day="2027-03-01")
    colleague = an_officer(body=case.body, unit=a_unit(case.body, named="二大队"), named="刘洋").account
    assert "核对工资表" not in opened(client, colleague)


@pytest.mark.django_db
def test_diary_leaves_as_a_sheet_that_is_on_record(client):
    case = build.an_open_case()
    client.force_login(build.handler_of(case))
    assert client.get(SCHEDULE, {"format": "xlsx"})["Content-Type"].endswith("sheet")
    assert LedgerEntry.objects.filter(event="DataExported", summary__contains="日程").exists()


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["legal_reviewer", "agency_head", "supervisor"])
def test_diary_opens_for_whoever_has_to_do_with_cases(client, role):
    assert "这段时间没有日程" in opened(client, an_account(role=role))


@pytest.mark.django_db
def test_diary_of_thousands_asks_few_questions_and_says_how_many_more(client, django_assert_max_num_queries):
    body = build.an_agency()
    many_cases(body, 2000)
    client.force_login(build.person_of(body, "unit_head"))
    with django_assert_max_num_queries(36):
        page = client.get(SCHEDULE, {"day": "2025-06-10"}).content.decode()
    assert "另有" in page
    assert len(page) < 400_000


@pytest.mark.django_db
def test_diary_leaves_for_a_calendar_and_can_be_read_back(client):
    case = notified(an_asked_hearing())
    hearing, handler = case.hearings.get(), build.handler_of(case)
    agreed = clock.legal_day(hearing.set_for)
    what = "核对8月至10月工资支付台账、考勤记录，并电话联系班组长逐一核实加班时间"
    with build.on(clock.legal_day(hearing.set_for) - timedelta(days=9)) as at:
        plan_next_step(case_id=case.pk, day=agreed, what=what, actor=handler, at=at)
    client.force_login(handler)
    query = {"calendar": "1", "day": agreed.isoformat()}
    answer = client.get(SCHEDULE, query)
    assert (answer["Content-Type"], ".ics" in answer["Content-Disposition"]) == ("text/calendar; charset=utf-8", True)
    lines = answer.content.split(b"\r\n")
    assert b"\n" not in answer.content.replace(b"\r\n", b"")
    assert max(len(line) for line in lines) <= 75

    events = {str(one["summary"]): one for one in Calendar.from_ical(answer.content).walk("VEVENT")}
    found = events["听证：听证会"]
    assert found.start == hearing.set_for
    assert (found["dtstart"].params["TZID"], str(found["location"])) == ("Asia/Shanghai", hearing.place)
    assert b"TZID:Asia/Shanghai" in answer.content
    assert events[f"约定办理：{what}"].start == agreed
    page = client.get(SCHEDULE, {"day": query["day"]}).content.decode()
    for event in events.values():
        assert str(event["summary"]) in page
        assert not {"url", "attendee", "organizer"} & {name.lower() for name in event}
    assert "calendar=1" in page
    assert all(str(one["description"]) == case.number for one in events.values())
    again = {str(one["uid"]) for one in Calendar.from_ical(client.get(SCHEDULE, query).content).walk("VEVENT")}
    assert again == {str(one["uid"]) for one in events.values()}
    assert len(again) == len(events)
    assert LedgerEntry.objects.filter(event="DataExported", summary__contains="日历文件").count() == 2
    stranger = build.person_of(build.an_agency(mark="邻人社"), "unit_head")
    client.force_login(stranger)
    assert not list(Calendar.from_ical(client.get(SCHEDULE, query).content).walk("VEVENT"))
