"""When things happened: nothing in the future, nothing before what it follows, late entries say why (PF-7)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.builders import cases as build
from tests.builders.directory import a_body, an_account, an_entrustment
from tests.cases.refusing import failing, refusal_of
from yangguang.base.forms import DatedForm
from yangguang.base.models import LedgerEntry
from yangguang.cases.use_cases.conclude_investigation import conclude_investigation
from yangguang.cases.use_cases.find_facts import find_facts
from yangguang.cases.use_cases.open_case import open_case
from yangguang.cases.use_cases.request_recusal import request_recusal
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

pytestmark = pytest.mark.django_db


def recorded(case, happened, typed, reason=""):
    with clock.frozen(clock.beijing(typed, 17)):
        at = Moment(clock.beijing(happened, 9), clock.now(), reason)
        return request_recusal(
            case_id=case.pk, officer=build.officers_of(case.body)[1], by_officer=False, reason="亲属",
            actor=build.handler_of(case), at=at,
        )  # fmt: skip


@pytest.mark.history("P9.90")
@pytest.mark.clause("APL-2021:47")
def test_act_before_the_opening_is_refused():
    case = build.an_open_case()
    refusal = refusal_of(recorded, case, build.OPENED - timedelta(days=3), build.OPENED, "补录")
    assert refusal.reason == "发生时间不能早于上一步（2026-10-12）。"


def test_act_in_the_future_is_refused():
    case = build.an_open_case()
    assert refusal_of(recorded, case, date(2026, 10, 20), date(2026, 10, 19)).reason == "发生时间不能晚于现在。"


@pytest.mark.history("P9.90")
def test_act_typed_days_later_needs_a_reason():
    case = build.an_open_case()
    late = {"happened": date(2026, 10, 13), "typed": date(2026, 10, 16)}
    assert refusal_of(recorded, case, **late).field == "late_reason"
    assert recorded(case, **late, reason="外出办案。").requested_on == date(2026, 10, 13)


def test_weekend_between_act_and_entry_is_not_late():
    case = build.an_open_case()
    assert recorded(case, date(2026, 10, 16), date(2026, 10, 19)).pk


def test_what_two_people_did_on_two_days_is_typed_in_either_order():
    case = build.an_open_case()
    recorded(case, date(2026, 10, 14), date(2026, 10, 14))
    assert recorded(case, date(2026, 10, 13), date(2026, 10, 16), "外出办案，现场没有网络。").requested_on.day == 13


@pytest.mark.clause("APL-2021:47")
def test_act_that_moves_the_case_follows_everything_before_it():
    case = build.with_records(build.an_open_case())
    recorded(case, date(2026, 10, 20), date(2026, 10, 20))
    report = {
        "nature": "违法延长工作时间。", "basis": build.BASIS, "gains": "无", "circumstances": "首次。", "suggestion": "罚款。"
    }  # fmt: skip
    with clock.frozen(clock.beijing(date(2026, 10, 23), 17)):
        at = Moment(clock.beijing(date(2026, 10, 19), 9), clock.now(), "补录")
        refusal = refusal_of(
            conclude_investigation, case_id=case.pk, content=report, actor=build.handler_of(case), at=at
        )
    assert refusal.reason == "发生时间不能早于上一步（2026-10-20）。"


@pytest.mark.history("P9.6")
@pytest.mark.clause("APL-2021:20.2")
@pytest.mark.parametrize(("until", "opens"), [(build.OPENED, True), (build.OPENED - timedelta(days=1), False)])
def test_entrusted_team_acts_until_the_last_day_of_its_agreement(until, opens):
    body = build.an_agency()
    team = a_body(named="示范县劳动保障监察大队", category="entrusted", under=body)
    an_entrustment(
        entrusting=body,
        entrusted=team,
        matters=["劳动保障监察"],
        starts_on=date(2026, 1, 5),
        ends_on=until,
        published=True,
    )
    head = an_account(role="unit_head", body=team)
    opening = build.an_opening(body, acting_body_ref=team.public_id)
    with build.on(build.OPENED) as at:
        if opens:
            assert open_case(opening=opening, actor=head, at=at).acting_body == team
        else:
            assert refusal_of(open_case, opening=opening, actor=head, at=at).reason.startswith("委托书不存在、已过期")


@pytest.mark.history("P9.5")
@pytest.mark.clause("APL-2021:20.4")
def test_entrusted_team_that_acts_in_its_own_name_is_refused():
    team = a_body(named="示范县劳动保障监察大队", category="entrusted", under=build.an_agency())
    build.equipped(team)
    opening = build.an_opening(team)
    with build.on(build.OPENED) as at:
        refusal = refusal_of(open_case, opening=opening, actor=build.person_of(team, "unit_head"), at=at)
    verdict = failing(refusal).get("entrustment_valid")
    assert verdict is not None
    assert (verdict.reason, verdict.clauses[2]) == ("受委托组织不得以自己的名义实施处罚。", "APL-2021:20.4")


@pytest.mark.history("P10.43")
def test_act_recorded_offline_and_sent_three_hours_later_counts_from_when_it_happened():
    case = build.an_open_case()
    happened = clock.beijing(date(2026, 10, 13), 9)
    with clock.frozen(happened + timedelta(hours=3)):
        at = Moment(happened, clock.now())
        request_recusal(
            case_id=case.pk, officer=build.officers_of(case.body)[1], by_officer=False, reason="亲属",
            actor=build.handler_of(case), at=at,
        )  # fmt: skip
    entry = LedgerEntry.objects.get(event="RecusalRequested")
    assert entry.recorded_at - entry.occurred_at == timedelta(hours=3)
    assert (entry.late_reason, case.steps_taken.last().occurred_at) == ("", happened)


@pytest.mark.history("P9.90")
def test_facts_typed_weeks_later_need_a_reason_although_they_are_no_step():
    case = build.an_open_case()
    with clock.frozen(clock.beijing(date(2026, 11, 4), 17)):
        told = {"case_id": case.pk, "facts": [("每月加班超过36小时。", [])], "actor": build.handler_of(case)}
        weeks_ago = Moment(clock.beijing(date(2026, 10, 19), 9), clock.now())
        assert refusal_of(find_facts, **told, at=weeks_ago).field == "late_reason"
        assert case.found_facts.count() == 0
        assert find_facts(**told, at=replace(weeks_ago, late_reason="外出办案。"))


def test_clock_of_the_browser_that_is_half_a_minute_ahead_says_now():
    with clock.frozen(clock.beijing(date(2026, 11, 4), 17)):
        form = DatedForm({"occurred_at": "2026-11-04 17:01"})
        assert form.is_valid()
        assert form.moment() == Moment.now()
