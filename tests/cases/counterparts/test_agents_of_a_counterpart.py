"""The page of a counterpart says who acts for it: as far, as long and in which case, as far as the reader sees the cases."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.builders.cases import a_party, an_agency, an_open_case, handler_of, on
from tests.builders.counterparts import an_agent
from tests.builders.directory import an_account
from tests.builders.labour import a_person_id
from yangguang.cases.counterparts import agents_about
from yangguang.cases.rules.agency import standing_words
from yangguang.cases.use_cases.end_agency import end_agency

pytestmark = pytest.mark.django_db


def page_of(client, account, counterpart, day):
    client.force_login(account)
    with on(day):
        answer = client.get(reverse("cases:counterpart", args=[counterpart.public_id]))
    return answer.content.decode() if answer.status_code == 200 else ""


def test_page_shows_who_acts_how_far_and_until_when_with_the_power_of_attorney(client):
    case = an_open_case()
    until, number = case.opened_on + timedelta(days=60), a_person_id(7)
    agent = an_agent(case, until_on=until, phone="13900004521", person_id=number)
    shown = page_of(client, handler_of(case), case.parties.get().counterpart, case.opened_on + timedelta(days=1))
    for words in (
        "委托代理人",
        "柳青",
        "一般授权：代收文书、陈述、申辩、参加听证",
        "代理中",
        f"{until.year}年{until.month}月",
    ):
        assert words in shown
    assert reverse("records:document", args=[agent.power_of_attorney.public_id]) in shown
    assert "13900004521" not in shown
    assert "*******4521" in shown
    assert number not in shown
    assert f"{'*' * 14}{number[-4:]}" in shown


def test_agency_that_was_ended_says_when_and_why(client):
    case = an_open_case()
    agent = an_agent(case)
    with on(case.opened_on + timedelta(days=2)) as at:
        end_agency(case_id=case.pk, agent_ref=agent.public_id, reason="当事人撤回委托。", actor=handler_of(case), at=at)
    shown = page_of(client, handler_of(case), case.parties.get().counterpart, case.opened_on + timedelta(days=3))
    assert "已解除" in shown
    assert "当事人撤回委托。" in shown
    assert "代理中" not in shown


def test_agent_in_a_case_the_reader_does_not_see_is_not_shown(client):
    case, elsewhere = (
        an_open_case(parties=(a_party(),)),
        an_open_case(body=an_agency(mark="示邻"), parties=(a_party(),)),
    )
    an_agent(elsewhere, name="何蔚")
    mine = case.parties.get().counterpart
    assert mine == elsewhere.parties.get().counterpart
    stranger = an_account(role="case_handler", body=case.body)
    assert not agents_about(mine, stranger).exists()
    assert "何蔚" not in page_of(client, handler_of(case), mine, case.opened_on + timedelta(days=1))
    assert "何蔚" in page_of(client, handler_of(elsewhere), mine, case.opened_on + timedelta(days=1))


@pytest.mark.parametrize(
    ("day", "words"),
    [(date(2026, 9, 30), "尚未开始"), (date(2026, 10, 1), ""), (date(2026, 10, 31), ""), (date(2026, 11, 1), "已届满")],
)
def test_agency_stands_from_its_first_to_its_last_day(day, words):
    told = {"from_on": date(2026, 10, 1), "until_on": date(2026, 10, 31), "ended_on": None}
    assert standing_words(day, **told, case_over=False) == words


def test_agency_ends_with_its_case_and_with_its_end():
    told = {"from_on": date(2026, 10, 1), "until_on": None}
    assert standing_words(date(2026, 11, 1), **told, ended_on=None, case_over=True) == "案件已办结"
    assert standing_words(date(2026, 11, 1), **told, ended_on=date(2026, 11, 1), case_over=True) == "已解除"
