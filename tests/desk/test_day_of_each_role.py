"""What waits for whom: each role's day, gathered in a bounded number of queries."""

from datetime import date

import pytest

from tests.builders.cases import an_agency, an_open_case, handler_of, person_of
from tests.builders.catalogues import a_head, a_submitted_edition
from tests.builders.directory import a_body, an_account
from yangguang.cases.api import Clock
from yangguang.desk.today.rows import counts_for, day_of

pytestmark = pytest.mark.django_db


def words(account):
    day = day_of(account)
    return [f"{row.what} {row.under}" for row in (*day.overdue, *day.today, *day.soon)]


def late(case):
    Clock.objects.filter(case=case, kind="decide_by").update(due_on=date(2026, 1, 5))
    return case


def test_overdue_term_asks_for_its_reason():
    case = late(an_open_case())
    assert "作出处罚决定 还没有说明逾期原因" in words(handler_of(case))
    Clock.objects.filter(case=case, kind="decide_by").update(overdue_reason="鉴定没有完成")
    assert "作出处罚决定 逾期原因：鉴定没有完成" in words(handler_of(case))


def test_head_of_the_agency_is_told_how_many_are_overdue():
    case = an_open_case()
    head = person_of(case.body, "agency_head")
    assert not any("督促" in row for row in words(head))
    late(case)
    assert any("督促逾期案件" in row for row in words(head))
    assert day_of(head).overdue[0].face.words == "1 件逾期"


def test_submitted_list_waits_for_the_head_of_its_body_alone():
    edition = a_submitted_edition()
    assert any("审定" in row for row in words(a_head(edition.body)))
    assert not any("审定" in row for row in words(a_head(a_body())))


def test_system_administrator_is_told_which_values_an_agency_lacks():
    county = a_body(named="示范县人民政府", mark="示政")
    authority = a_body(named="示范县司法局", mark="示司", under=county, supervises=True)
    agency = a_body(named="示范县人社局", mark="示人社", under=county)
    administrator = an_account(role="system_administrator", body=authority)
    assert not any("人社局" in row for row in words(administrator))
    an_account(body=agency)
    assert any("设定示范县人社局的本地参数 还有 18 项" in row for row in words(administrator))


def test_security_administrator_is_told_who_has_no_role_yet():
    body = a_body()
    guardian = an_account(role="security_administrator", body=body)
    an_account(body=body, named="新来的人")
    assert any("为新来的人授予角色" in row for row in words(guardian))


def test_day_of_a_unit_head_costs_the_same_for_one_case_and_for_four(django_assert_max_num_queries):
    body = an_agency()
    late(an_open_case(body=body))
    head = person_of(body, "unit_head")
    fresh = type(head).objects.get
    with django_assert_max_num_queries(45) as one:
        counts_for(fresh(pk=head.pk))
    for _ in range(3):
        late(an_open_case(body=body))
    with django_assert_max_num_queries(len(one)):
        counts_for(fresh(pk=head.pk))
