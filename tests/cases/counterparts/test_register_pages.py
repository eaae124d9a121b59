"""The register on screen: found by two characters, by code, by kind and grade; nothing of files one may not see."""

import io

import pytest
from django.urls import reverse
from django.utils.html import escape
from python_calamine import load_workbook

from tests.builders.cases import a_credit_code, a_decided_case, a_party, an_agency, an_open_case, handler_of, person_of
from tests.builders.counterparts import a_counterpart, a_grade, merged
from tests.builders.directory import a_unit, an_account, an_officer
from tests.builders.labour import a_complaint, a_labour_agency, a_person_id, an_employer
from tests.builders.many import many_cases, many_leads
from tests.builders.typed import MARKUP
from yangguang.cases.models import Counterpart, CounterpartFact, Lead
from yangguang.kernel import chance, clock

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/counterparts/"


def words_of(client, account, address=ADDRESS, **query):
    client.force_login(account)
    return client.get(address, query).content.decode()


def page_of(counterpart):
    return reverse("cases:counterpart", args=[counterpart.public_id])


@pytest.fixture
def body():
    return an_agency()


def test_two_characters_a_code_a_kind_and_a_grade_narrow_the_list(client, body):
    first = an_open_case(body=body, parties=(a_party(1, name="示范县宏基建筑工程有限公司"),))
    an_open_case(body=body, parties=(a_party(2, name="示范县永安酒店", kind="individual_business"),))
    a_grade(first.parties.get().counterpart, body, by=handler_of(first))
    for query, count in [
        ({}, 2), ({"q": "永安"}, 1), ({"q": "宏基 建筑"}, 1), ({"q": a_credit_code(2)}, 1), ({"q": "无此"}, 0),
        ({"kind": "individual_business"}, 1), ({"grade": "C"}, 1), ({"grade": "A"}, 0), ({"grade": "none"}, 1),
        ({"kind": "x", "grade": "x"}, 2), ({"q": "%"}, 0),
    ]:  # fmt: skip
        assert f"共 {count} 个" in words_of(client, handler_of(first), **query), query


def test_former_name_finds_the_counterpart(client, body):
    an_open_case(body=body, parties=(a_party(1, name="示范县永安旅社"),))
    case = an_open_case(body=body, parties=(a_party(1, name="示范县康平酒店"),))
    assert "示范县康平酒店" in words_of(client, handler_of(case), q="永安")


def test_page_shows_cases_decisions_leads_and_history(client):
    body = a_labour_agency()
    case = a_decided_case(body=body)
    party = case.parties.get()
    lead = a_complaint(body, employer=an_employer(name="宏基工地", code=party.code))
    words = words_of(client, person_of(body, "unit_head"), page_of(party.counterpart))
    plain = words.replace('<span class="whole">', "").replace("</span>", "")
    for told in (
        case.number,
        case.decisions.get().number,
        lead.number,
        party.address,
        party.legal_representative,
        party.code,
    ):
        assert told in plain
    assert "宏基工地" in words
    assert "尚未核实" in words


def test_other_body_sees_neither_the_counterpart_nor_its_count(client, body):
    case = an_open_case(body=body)
    stranger = an_account(role="case_handler")
    assert "共 0 个" in words_of(client, stranger)
    client.force_login(stranger)
    assert client.get(page_of(case.parties.get().counterpart)).status_code == 404


def test_each_body_sees_only_its_own_cases_and_facts_of_a_shared_counterpart(client, body):
    mine = an_open_case(body=body, parties=(a_party(1, name="示范县宏基建筑有限公司", address="示范县滨河路8号"),))
    other = an_agency(named="邻县人力资源和社会保障局", mark="邻人社")
    theirs = an_open_case(body=other, parties=(a_party(1, name="示范县宏基建筑有限公司", address="邻县工业园"),))
    shared = mine.parties.get().counterpart
    assert shared == theirs.parties.get().counterpart
    words = words_of(client, person_of(body, "unit_head"), page_of(shared))
    assert "案件 1 件" in words
    assert "邻县工业园" not in words
    assert theirs.number not in words
    assert "共 0 个" in words_of(client, person_of(body, "unit_head"), q="工业园")


def test_former_name_known_only_from_anothers_file_finds_nothing(client, body):
    other = an_agency(named="邻县人力资源和社会保障局", mark="邻人社")
    an_open_case(body=other, parties=(a_party(1, name="邻县永安旅社"),))
    mine = an_open_case(body=body, parties=(a_party(1, name="示范县康平酒店"),))
    assert "共 0 个" in words_of(client, handler_of(mine), q="永安旅社")


def test_handler_of_another_unit_sees_no_counterpart_of_it(client, body):
    case = an_open_case(body=body)
    elsewhere = an_officer(body=body, unit=a_unit(body, named="监察二科"), named="孙宁").account
    assert "共 0 个" in words_of(client, elsewhere)
    client.force_login(elsewhere)
    assert client.get(page_of(case.parties.get().counterpart)).status_code == 404


def test_persons_number_is_in_no_list_sheet_or_page_and_finds_only_as_a_whole(client, body):
    number = a_person_id(6)
    case = an_open_case(body=body, parties=(a_party(kind="person", name="石磊", code=number, legal_representative=""),))
    account, found = handler_of(case), case.parties.get().counterpart
    assert number not in words_of(client, account)
    assert "证件号码不在列表中显示" in words_of(client, account)
    assert number[6:14] not in words_of(client, account, page_of(found))
    assert number[-4:] in words_of(client, account, page_of(found))
    sheet = load_workbook(io.BytesIO(client.get(ADDRESS, {"format": "xlsx"}).content)).get_sheet_by_index(0)
    assert number not in str(sheet.to_python())
    assert "共 1 个" in words_of(client, account, q=number)
    assert "共 0 个" in words_of(client, account, q=number[:10])
    assert "共 0 个" in words_of(client, an_account(role="case_handler"), q=number)


def test_sheet_holds_exactly_the_filtered_rows(client, body):
    an_open_case(body=body, parties=(a_party(1, name="=1+1有限公司"),))
    case = an_open_case(body=body, parties=(a_party(2, name="示范县永安酒店"),))
    client.force_login(handler_of(case))
    rows = load_workbook(io.BytesIO(client.get(ADDRESS, {"format": "xlsx", "q": "永安"}).content)).get_sheet_by_index(0)
    told = [row for row in rows.to_python() if "示范县永安酒店" in row]
    assert len(told) == 1
    assert a_credit_code(2) in told[0]
    assert "1有限公司" not in str(rows.to_python())


def test_absorbed_counterpart_leads_to_the_one_it_stands_as(client, body):
    one, other = a_counterpart(body, name="永安酒店"), a_counterpart(body, name="永安大酒店")
    merged(one, other, body)
    client.force_login(person_of(body, "unit_head"))
    assert client.get(page_of(one)).url == page_of(other)
    words = words_of(client, person_of(body, "unit_head"), page_of(other))
    assert "“永安酒店”并入“永安大酒店”" in words
    assert "撤销合并" in words
    assert "共 1 个" in words_of(client, person_of(body, "unit_head"))


@pytest.mark.parametrize("name", [MARKUP, "䶮𬱟<b>&工程", "{{ 7*7 }}", "' OR 1=1 --", "甲" * 120])
def test_hostile_name_is_shown_as_it_was_typed(client, body, name):
    found = a_counterpart(body, name=name)
    for address in (ADDRESS, page_of(found), f"{page_of(found)}acts/merge/"):
        words = words_of(client, person_of(body, "unit_head"), address)
        assert MARKUP not in words
        assert escape(name) in words


def test_look_alike_is_asked_about_before_another_is_registered(client, body):
    known = a_counterpart(body, name="示范县永安酒店有限公司")
    client.force_login(person_of(body, "unit_head"))
    address = reverse("cases:register_counterpart")
    shown = client.get(address).context["form"]
    assert "counterpart" not in shown.fields
    typed = {"kind": "organisation", "name": "永安酒店", "source": "走访", "occurred_at": shown["occurred_at"].value()}
    asked = client.post(address, typed)
    assert "已有名称相近的相对人" in asked.content.decode()
    assert Counterpart.objects.count() == 1
    taken = client.post(address, typed | {"counterpart": known.public_id})
    assert taken.url == page_of(known)
    assert client.post(address, typed | {"counterpart": "new"}).status_code == 302
    assert Counterpart.objects.count() == 2


def test_window_is_asked_about_a_look_alike_employer(client):
    body = a_labour_agency()
    first = a_complaint(body, employer=an_employer(code="", name="示范县永安酒店有限公司"))
    client.force_login(person_of(body, "window_clerk"))
    address = reverse("cases:register_lead")
    shown = client.get(address).context["form"]
    typed = {"source": "patrol", "received_way": "on_site", "employer_name": "永安酒店", "account": "巡查发现加班。",
             "occurred_at": shown["occurred_at"].value()}  # fmt: skip
    assert "已有名称相近的相对人" in client.post(address, typed).content.decode()
    assert client.post(address, typed | {"counterpart": first.counterpart.public_id}).status_code == 302
    assert Lead.objects.latest("pk").counterpart == first.counterpart


def test_lists_and_pages_ask_a_bounded_number_of_questions(client, body, django_assert_max_num_queries):
    head = person_of(body, "unit_head")
    cases = many_cases(body, 3000)
    many_leads(body, 500, handler_of(an_open_case(body=body)))
    one = cases[0].parties.get().counterpart
    for case in cases[:200]:
        case.parties.update(counterpart=one)
    CounterpartFact.objects.bulk_create(
        CounterpartFact(public_id=chance.public_id(), counterpart=one, what="name", text="示范县第0建筑公司",
                        from_on=case.opened_on, source="立案", established=True, body=body, case=case,
                        recorded_at=clock.now(), recorded_by_name="陈立")
        for case in cases[:200]
    )  # fmt: skip
    client.force_login(head)
    client.get(ADDRESS)  # what a process reads once
    for address, most in (
        (ADDRESS, 16), (f"{ADDRESS}?q=建筑&kind=organisation&grade=none", 16), (f"{ADDRESS}?format=xlsx", 16),
        (page_of(one), 32), (reverse("cases:register_counterpart"), 12),
    ):  # fmt: skip
        with django_assert_max_num_queries(most):
            assert client.get(address).status_code == 200
