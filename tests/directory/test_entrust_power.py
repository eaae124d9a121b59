"""Entrusting enforcement to another body (APL-2021:20)."""

from datetime import date

import pytest

from tests.builders.directory import an_account, an_entrustment
from yangguang.directory.queries import entrustment_between, entrustment_fault
from yangguang.directory.use_cases.entrust_power import entrust_power
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D06")]
TERM = {"starts_on": date(2026, 1, 1), "ends_on": date(2026, 12, 31)}


def entrusted(county, **changes):
    facts = {
        "entrusting": county.bureau, "entrusted": county.brigade, "agreement_number": "示人社委〔2026〕1号",
        "matters": ["拖欠工资"], "powers": "检查、调查。", "signed_on": date(2026, 1, 1), "actor": county.head,
        "at": Moment.now(),
    }  # fmt: skip
    return entrust_power(**(facts | TERM | changes))


@pytest.mark.clause("APL-2021:20.1")
def test_entrusted_matter_is_carried_within_its_term_once_both_have_published(county):
    an_entrustment(entrusting=county.bureau, entrusted=county.brigade, matters=["拖欠工资"], **TERM)
    assert entrustment_fault(county.bureau, county.brigade, "拖欠工资", date(2026, 12, 31)) == ""
    assert "终止" in entrustment_fault(county.bureau, county.brigade, "拖欠工资", date(2027, 1, 1))
    assert "才生效" in entrustment_fault(county.bureau, county.brigade, "拖欠工资", date(2025, 12, 31))
    assert "没有委托“使用童工”" in entrustment_fault(county.bureau, county.brigade, "使用童工", date(2026, 6, 1))


def test_body_that_was_never_entrusted_is_told_so(county):
    assert entrustment_fault(county.bureau, county.other, "拖欠工资", date(2026, 6, 1)) == "没有书面委托"


def test_body_needs_no_entrustment_for_its_own_matters(county):
    assert entrustment_fault(county.bureau, county.bureau, "拖欠工资", date(2026, 6, 1)) == ""


@pytest.mark.history("P9.7")
@pytest.mark.clause("APL-2021:20.4")
def test_passing_an_entrustment_on_is_refused(county):
    with pytest.raises(Refused, match="不得再委托") as refused:
        entrusted(
            county, entrusting=county.brigade, entrusted=county.other,
            actor=an_account(role="agency_head", body=county.brigade),
        )  # fmt: skip
    assert refused.value.clause == "APL-2021:20.4"


def test_entrusting_back_is_refused(county):
    an_entrustment(entrusting=county.bureau, entrusted=county.other)
    with pytest.raises(Refused, match="不得再委托"):
        entrusted(
            county, entrusting=county.other, entrusted=county.bureau,
            actor=an_account(role="agency_head", body=county.other),
        )  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"ends_on": None}, "没有填写委托期限"),
        ({"ends_on": date(2025, 12, 31)}, "早于起始日期"),
        ({"matters": [" "]}, "没有填写委托事项"),
        ({"agreement_number": ""}, "没有填写委托书编号"),
    ],
)
def test_incomplete_agreement_is_refused(county, changes, reason):
    with pytest.raises(Refused, match=reason):
        entrusted(county, **changes)


def test_matter_entrusted_twice_for_the_same_days_is_refused(county):
    entrusted(county)
    with pytest.raises(Refused, match="已经委托过：拖欠工资"):
        entrusted(county, starts_on=date(2026, 12, 31), ends_on=date(2027, 12, 31))
    entrusted(county, starts_on=date(2027, 1, 1), ends_on=date(2027, 12, 31))


def test_body_entrusting_itself_is_refused(county):
    with pytest.raises(Refused, match="不能是同一个"):
        entrusted(county, entrusted=county.bureau)


def test_entrusting_by_anyone_but_the_head_is_refused(county):
    with pytest.raises(Refused, match="负责人办理"):
        entrusted(county, actor=county.handler)


def test_standing_agreement_is_found_by_day(county):
    agreement = entrusted(county)
    assert entrustment_between(county.bureau, county.brigade, date(2026, 12, 31)) == agreement
    assert entrustment_between(county.bureau, county.brigade, date(2027, 1, 1)) is None


@pytest.mark.clause("APL-2021:20.2")
def test_agreement_that_names_no_powers_is_refused(county):
    with pytest.raises(Refused, match="没有载明委托的权限") as no:
        entrusted(county, powers=" ")
    assert no.value.field == "powers"
    assert entrusted(county).powers == "检查、调查。"


@pytest.mark.parametrize(("day", "words"), [(None, "没有填写签订日期"), (date(2026, 1, 2), "不能晚于")])
def test_agreement_is_signed_before_its_term_begins(county, day, words):
    with pytest.raises(Refused, match=words):
        entrusted(county, signed_on=day)
