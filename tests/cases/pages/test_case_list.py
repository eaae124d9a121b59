"""The case list: views, filters, the sheet, and a bounded number of questions with many cases."""

import io
from datetime import date

import pytest
from django.urls import reverse
from python_calamine import load_workbook

from tests.builders.cases import (
    a_concluded_case,
    a_party,
    an_agency,
    an_open_case,
    handler_of,
    officers_of,
    on,
    person_of,
)
from tests.builders.directory import an_account
from tests.builders.many import many_cases
from yangguang.cases.models import Case, Clock
from yangguang.cases.presentation import typed

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/cases/"


def words_of(client, account, **query):
    client.force_login(account)
    return client.get(ADDRESS, query).content.decode()


def test_handler_finds_the_own_cases_with_their_next_due_day(client):
    case = an_open_case()
    words = words_of(client, handler_of(case), view="mine")
    assert case.number in words.replace('<span class="whole">', "").replace("</span>", "")
    assert "完成调查" in words
    assert "共 1 件" in words


@pytest.mark.parametrize("typed", ["2026 1", "〔2026〕1号", "[2026]第1号", "监案(2026)1", "示人社监案〔2026〕1号"])
def test_case_number_is_found_however_it_is_typed(client, typed):
    case = an_open_case()
    assert "共 1 件" in words_of(client, handler_of(case), no=typed)


def test_party_words_stage_kind_year_and_handler_narrow_the_list(client):
    body = an_agency()
    an_open_case(body=body, title="违法延长工作时间", parties=(a_party(1, name="示范县宏基建筑工程有限公司"),))
    concluded = a_concluded_case(body=body, title="拖欠工资", parties=(a_party(2, name="示范县永安酒店"),))
    head = person_of(body, "unit_head")
    for query, count in [
        ({"party": "永安"}, 1), ({"party": "示范县 宏基"}, 1), ({"stage": "examined"}, 1), ({"stage": "investigated"}, 1),
        ({"kind": "labour"}, 2), ({"kind": "penalty"}, 0), ({"year": "2026"}, 2), ({"year": "2025"}, 0),
        ({"handler": "陈立"}, 2), ({"handler": "无此人"}, 0), ({"stage": "nonsense", "year": "x"}, 2),
    ]:  # fmt: skip
        assert f"共 {count} 件" in words_of(client, head, **query), query
    assert concluded.title in words_of(client, head, party="永安")


@pytest.mark.parametrize("listed", [2000, 1])
def test_words_that_few_hold_and_that_many_hold_find_alike(client, monkeypatch, listed):
    monkeypatch.setattr(typed, "MOST_LISTED", listed)
    body, other = an_agency(), an_agency()
    many_cases(body, 23)
    an_open_case(body=other, title="拖欠工资第2案")
    handler = officers_of(body)[0].account
    for party, count in [("第1建筑", 1), ("建筑 第2案", 1), ("第2案 第3案", 0), ("示范县 第", 23), ("第2", 6)]:
        for more in ({}, {"sort": "opened"}, {"view": "body"}, {"kind": "labour", "year": "2025"}):
            assert f"共 {count} 件" in words_of(client, handler, party=party, **more), (party, more)
        assert "共 0 件" in words_of(client, handler, party=party, kind="penalty")


def test_number_that_too_many_hold_is_found_piece_by_piece(client, monkeypatch):
    monkeypatch.setattr(typed, "MOST_LISTED", 1)
    body = an_agency()
    many_cases(body, 23)
    handler = officers_of(body)[0].account
    year = Case.objects.values_list("number", flat=True).first().partition("〔")[2][:4]
    for written in (f"〔{year}〕2", f"{year} 2", f"[{year}]第2", f"{year}〕第2", f"{year}2", f"监案{year}2"):
        words = words_of(client, handler, no=written)
        assert "共 6 件" in words, written  # 2, 12, 20 to 23


def test_number_and_party_narrow_together(client):
    body = an_agency()
    many_cases(body, 23)
    handler = officers_of(body)[0].account
    for query, count in [
        ({"no": "2025 2"}, 5), ({"no": "2025 2", "party": "第2案"}, 1), ({"no": "2025 2", "party": "第3案"}, 0),
        ({"no": "〔2025〕2", "handler": "陈立"}, 5), ({"no": "〔〕"}, 0), ({"no": "〔〕", "party": "第2案"}, 0),
    ]:  # fmt: skip
        assert f"共 {count} 件" in words_of(client, handler, **query), query


def test_keys_of_few_lengths_have_few_statements():
    assert typed.in_round_numbers(frozenset()) == ()
    assert typed.in_round_numbers(frozenset({7})) == (7,)
    assert typed.in_round_numbers(frozenset({3, 1, 2})) == (1, 2, 3, 3)
    assert {len(typed.in_round_numbers(frozenset(range(n)))) for n in range(1, 2001)} == {2**k for k in range(12)}


def test_list_without_a_hit_says_how_many_there_are_without_the_filter(client):
    case = an_open_case()
    words = words_of(client, handler_of(case), year="2025")
    assert "没有符合条件的案件" in words
    assert "去掉条件可看到 1 件" in words


@pytest.mark.parametrize("year", ["0000", "9999", "99999", "二〇二六", "-001"])
def test_year_that_is_none_falls_away(client, year):
    client.force_login(person_of(an_agency(), "unit_head"))
    assert client.get(ADDRESS, {"year": year}).status_code == 200


def test_late_cases_are_counted_apart(client):
    case = an_open_case()
    with on(date(2027, 6, 1)):
        assert "共 1 件" in words_of(client, handler_of(case), view="overdue")
    assert "共 0 件" in words_of(client, handler_of(case), view="overdue")


def test_sheet_holds_exactly_the_filtered_rows(client):
    body = an_agency()
    an_open_case(body=body, parties=(a_party(1, name="示范县宏基建筑工程有限公司"),))
    an_open_case(body=body, parties=(a_party(2, name="示范县永安酒店"),))
    client.force_login(person_of(body, "unit_head"))
    answer = client.get(ADDRESS, {"party": "永安", "format": "xlsx"})
    rows = load_workbook(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert "永安" in rows[1][0]
    assert [row[2] for row in rows[3:]] == ["示范县永安酒店"]


def test_sheet_is_kept_by_nothing_between(client):
    client.force_login(person_of(an_agency(), "unit_head"))
    assert client.get(ADDRESS, {"format": "xlsx"})["Cache-Control"] == "private, no-store"


def test_case_of_another_body_is_not_in_the_list(client):
    an_open_case()
    assert "共 0 件" in words_of(client, an_account(role="agency_head"))


def test_counts_that_are_kept_are_right_after_the_next_act(client, settings, django_assert_max_num_queries):
    settings.ANSWERS_ARE_KEPT = True
    body = an_agency()
    handler = handler_of(an_open_case(body=body))
    assert "共 1 件" in words_of(client, handler)
    with django_assert_max_num_queries(8):
        assert "共 1 件" in client.get(ADDRESS).content.decode()
    an_open_case(body=body)
    assert "共 2 件" in words_of(client, handler)


def test_page_by_its_number_is_right_after_the_next_act(client, settings, django_assert_max_num_queries):
    settings.ANSWERS_ARE_KEPT = True
    body = an_agency()
    handler = handler_of(an_open_case(body=body))
    many_cases(body, 44)
    client.force_login(handler)

    def third_page():
        return [row["case"].pk for row in client.get(ADDRESS, {"page": 3}).context["rows"]]

    before = third_page()
    with django_assert_max_num_queries(9):
        assert third_page() == before
    Clock.objects.filter(case__in=before[:2]).update(due_on=date(2026, 1, 5))  # they come first now
    assert third_page() != before, "its rows are never kept"
    an_open_case(body=body)
    after = third_page()
    settings.ANSWERS_ARE_KEPT = False
    assert after == third_page() != before


def test_two_thousand_cases_are_listed_with_a_few_questions(client, django_assert_max_num_queries):
    body = an_agency()
    many_cases(body, 2000)
    client.force_login(officers_of(body)[0].account)
    for query in (
        {},
        {"view": "mine", "sort": "due"},
        {"no": "2025 17"},
        {"party": "第17建筑", "stage": "investigated"},
    ):
        with django_assert_max_num_queries(30):
            words = client.get(ADDRESS, query).content.decode()
    assert "共 2,000 件" in words_of(client, officers_of(body)[0].account)
    assert words.count("<tr>") <= 22


def test_address_of_the_list_stays_what_it_is():
    assert reverse("cases:list") == ADDRESS
