"""Who may review, and how many reviewers a body has (L02, APL-2021:58.2)."""

from datetime import date

import pytest

from tests.builders.directory import a_reviewer, an_officer
from yangguang.directory.queries import reviewer_fault, reviewer_staffing
from yangguang.directory.use_cases.qualify_reviewer import qualify_reviewer
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("L02")]
TODAY = date(2026, 11, 18)


def qualify(county, account, actor=None, **facts):
    return qualify_reviewer(account=account, actor=actor or county.head, at=Moment.now(), **facts)


@pytest.mark.clause("APL-2021:58.2")
@pytest.mark.parametrize(
    ("first", "fault"),
    [(date(2021, 7, 14), ""), (date(2021, 7, 15), "2021年7月15日以后初次从事法制审核，没有法律职业资格")],
)
def test_person_who_reviewed_before_the_clause_came_into_force_needs_no_qualification(county, first, fault):
    account = a_reviewer(body=county.bureau, qualified=False)
    qualify(county, account, first_reviewed_on=first, evidence="审核意见书示人社审〔2020〕3号")
    assert reviewer_fault(account, TODAY) == fault


def test_qualified_reviewer_may_review_and_others_are_told_why_not(county):
    assert reviewer_fault(a_reviewer(body=county.bureau), TODAY) == ""
    assert reviewer_fault(a_reviewer(body=county.bureau, qualified=False), TODAY) == "没有登记法律职业资格"
    assert "不是法制审核人员" in reviewer_fault(county.handler, TODAY)


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({}, "没有填写法律职业资格证编号"),
        ({"first_reviewed_on": date(2026, 11, 19), "evidence": "x"}, "不能晚于今天"),
        ({"first_reviewed_on": date(2020, 1, 1)}, "没有填写从事过审核的证明材料"),
    ],
)
def test_qualification_without_its_proof_is_refused(county, facts, reason):
    with pytest.raises(Refused, match=reason):
        qualify(county, county.handler, **facts)


def test_qualification_by_a_case_handler_is_refused(county):
    with pytest.raises(Refused, match="您不能登记"):
        qualify(county, county.handler, actor=county.handler, qualification_number="A1")


@pytest.mark.clause("TSO-2018:reviewer_ratio")
@pytest.mark.parametrize(("officers", "reviewers", "missing"), [(2, 1, 0), (2, 0, 1), (21, 1, 1), (20, 1, 0)])
def test_shortfall_of_reviewers_is_counted_against_five_per_cent(county, officers, reviewers, missing):
    for _ in range(officers):
        an_officer(body=county.other, role=None, with_certificate=False)
    for _ in range(reviewers):
        a_reviewer(body=county.other)
    a_reviewer(body=county.other, qualified=False)
    assert reviewer_staffing(county.other, TODAY).shortfall == missing
