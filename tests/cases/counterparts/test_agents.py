"""Agents act for a party as far and as long as the power of attorney goes: papers, defence, hearing."""

from datetime import date

import pytest

from tests.builders.cases import (
    NOTIFIED,
    ONE_DAY,
    SERVED,
    a_decided_case,
    a_notified_case,
    an_open_case,
    handler_of,
    officers_of,
    on,
    person_of,
    served,
)
from tests.builders.counterparts import an_agent
from tests.builders.labour import a_person_id
from yangguang.cases.known_persons import private_facts
from yangguang.cases.models import AuthorisedAgent
from yangguang.cases.use_cases.end_agency import end_agency
from yangguang.cases.use_cases.record_statement import record_statement
from yangguang.cases.use_cases.request_hearing import request_hearing
from yangguang.kernel.refusal import Refused
from yangguang.records.api import documents_of

pytestmark = pytest.mark.django_db
HEARS = {"fine_fen": 3000000}


def ended(agent, day=NOTIFIED):
    with on(day) as at:
        return end_agency(case_id=agent.case_id, agent_ref=agent.public_id, reason="当事人撤回委托。",
                          actor=handler_of(agent.case), at=at)  # fmt: skip


def stated(case, **facts):
    notice = case.notices.get()
    with on(NOTIFIED + ONE_DAY) as at:
        return record_statement(case_id=case.pk, notice_ref=notice.public_id, way="written", made_by="当事人",
                                points=["罚款过重。"], actor=handler_of(case), at=at, **facts)  # fmt: skip


def hearing_asked(case, agents):
    with on(NOTIFIED + ONE_DAY) as at:
        return request_hearing(case_id=case.pk, notice_ref=case.notices.get().public_id, actor=handler_of(case), at=at,
                               agent_refs=[one.public_id for one in agents])  # fmt: skip


def test_power_of_attorney_lies_in_the_file_with_its_signed_page():
    agent = an_agent(an_open_case())
    paper = documents_of(agent.case.public_id).get(kind="power_of_attorney")
    assert agent.power_of_attorney == paper
    assert paper.scans.count() == 1


@pytest.mark.clause("APL-2021:64.1.5")
def test_agent_without_a_power_of_attorney_is_refused():
    with pytest.raises(Refused, match="没有授权委托书"):
        an_agent(an_open_case(), paper=None)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"powers": []}, "应当载明代理权限"),
        ({"authority": "special"}, "特别授权应当逐项写明"),
        ({"special_powers": "和解"}, "特别授权应当逐项写明"),
        ({"until_on": date(2026, 1, 5)}, "委托截止日早于起始日"),
        ({"powers": ["all"]}, "请从列表中选择"),
        ({"name": "柳\u202e青"}, "不能保存"),
    ],
)
def test_power_of_attorney_that_carries_nothing_is_refused(facts, words):
    with pytest.raises(Refused, match=words):
        an_agent(an_open_case(), **facts)


def test_number_of_an_agent_is_sealed():
    number = a_person_id(8)
    an_agent(an_open_case(), person_id=number)
    assert number not in str(AuthorisedAgent.objects.values_list().get())


def test_agent_is_private_in_what_is_published():
    number = a_person_id(8)
    agent = an_agent(an_open_case(), person_id=number, phone="13900002222")
    known = {fact.text for fact in private_facts(agent.case)}
    assert {"柳青", number, "13900002222"} <= known


def test_only_a_handler_of_the_case_registers_an_agent(monkeypatch):
    case = an_open_case()
    monkeypatch.setattr("tests.builders.counterparts.handler_of", lambda one: person_of(one.body, "unit_head"))
    with pytest.raises(Refused, match="您不能登记委托代理人"):
        an_agent(case)


@pytest.mark.clause("APL-2021:64.1.5")
def test_third_agent_for_the_hearing_is_refused():
    case = an_open_case()
    an_agent(case)
    an_agent(case, name="柳春")
    an_agent(case, name="柳夏", powers=["service"])
    with pytest.raises(Refused, match="当事人可以委托一至二人代理"):
        an_agent(case, name="柳秋")


def test_agent_who_left_makes_room_for_another():
    case = an_open_case()
    ended(an_agent(case), case.opened_on)
    an_agent(case, name="柳春")
    assert an_agent(case, name="柳夏").pk


@pytest.mark.clause("CPL-2023:88.1")
def test_agent_with_the_power_takes_papers_in():
    case = a_decided_case()
    agent = an_agent(case, day=SERVED, from_on=SERVED)
    served(case, "penalty_decision", SERVED, recipient=agent.name, relation="agent")
    assert case.services.filter(relation="agent", succeeded=True).exists()


@pytest.mark.clause("CPL-2023:88.1")
@pytest.mark.parametrize(
    "agent", [None, {"powers": ["hearing"]}, {"name": "柳春"}, {"until_on": SERVED}, {"ended": True}]
)
def test_paper_signed_for_by_somebody_without_that_power_is_refused(agent):
    case = a_decided_case()
    if agent is not None:
        over = agent.pop("ended", False)
        made = an_agent(case, day=SERVED, **({"from_on": SERVED} | agent))
        if over:
            ended(made, SERVED)
    day = SERVED + ONE_DAY if agent and "until_on" in agent else SERVED
    with pytest.raises(Refused, match="签收人不是有权签收的人"):
        served(case, "penalty_decision", day, recipient="柳青", relation="agent")


def test_defence_of_an_agent_names_the_agent():
    case = a_notified_case()
    agent = an_agent(case, day=NOTIFIED)
    statement = stated(case, agent_ref=agent.public_id)
    assert statement.agent == agent
    assert statement.made_by == "柳青（委托代理人）"


@pytest.mark.clause("APL-2021:64.1.5")
def test_defence_of_an_agent_without_that_power_is_refused():
    case = a_notified_case()
    agent = an_agent(case, day=NOTIFIED, powers=["service"])
    with pytest.raises(Refused, match="没有“陈述、申辩”的授权"):
        stated(case, agent_ref=agent.public_id)


def test_defence_of_an_agent_whose_term_is_over_is_refused():
    case = a_notified_case()
    agent = ended(an_agent(case, day=NOTIFIED))
    with pytest.raises(Refused, match="授权不在期限内"):
        stated(case, agent_ref=agent.public_id)


@pytest.mark.clause("APL-2021:64.1.5")
def test_request_for_a_hearing_names_one_or_two_agents():
    case = a_notified_case(hearing_told=True, proposal=HEARS)
    agents = [an_agent(case, day=NOTIFIED), an_agent(case, day=NOTIFIED, name="柳春")]
    assert set(hearing_asked(case, agents).agents.all()) == set(agents)


@pytest.mark.clause("APL-2021:64.1.5")
def test_hearing_with_three_agents_is_refused():
    case = a_notified_case(hearing_told=True, proposal=HEARS)
    agents = [an_agent(case, day=NOTIFIED), an_agent(case, day=NOTIFIED, name="柳春"),
              an_agent(case, day=NOTIFIED, name="柳夏", powers=["service"])]  # fmt: skip
    with pytest.raises(Refused, match="当事人可以委托一至二人代理"):
        hearing_asked(case, agents)


def test_agent_who_ended_cannot_be_ended_again():
    agent = ended(an_agent(an_open_case()))
    with pytest.raises(Refused, match="请选择还在代理的代理人"):
        ended(agent)


def test_case_page_shows_the_agent_and_the_way_to_the_power_of_attorney(client):
    agent = an_agent(an_open_case(), authority="special", special_powers="代为签收、代为和解")
    client.force_login(handler_of(agent.case))
    words = client.get(f"/desk/cases/{agent.case.public_id}/").content.decode()
    for told in ("柳青", "特别授权：代收文书、陈述、申辩、参加听证", "代为签收、代为和解", "授权委托书", "登记代理人"):
        assert told in words


def test_agent_is_registered_through_the_form(client):
    from django.core.files.uploadedfile import SimpleUploadedFile

    from tests.builders.cases import PAGE

    case = an_open_case()
    client.force_login(handler_of(case))
    address = f"/desk/cases/{case.public_id}/acts/appoint_agent/"
    shown = client.get(address).context["form"]
    typed = {
        "party_ref": case.parties.get().public_id, "name": "柳青", "authority": "general", "powers": ["service"],
        "from_on": "2026-10-12", "occurred_at": shown["occurred_at"].value(), "seen_version": case.version,
    }  # fmt: skip
    without = client.post(address, typed)
    assert "请填写授权委托书" in without.content.decode()
    answer = client.post(address, typed | {"paper": SimpleUploadedFile("委托书.pdf", PAGE)})
    assert answer.status_code == 302
    assert case.agents.get().powers == ["service"]
    assert officers_of(case.body)
