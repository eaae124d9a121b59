"""Publishing an entrustment: both sides must (APL-2021:20.2)."""

from datetime import date

import pytest

from tests.builders.directory import an_account, an_entrustment
from yangguang.directory.queries import entrustment_fault
from yangguang.directory.use_cases.publish_entrustment import publish_entrustment
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D06"), pytest.mark.clause("APL-2021:20.2")]


@pytest.fixture
def agreement(county):
    return an_entrustment(entrusting=county.bureau, entrusted=county.brigade, matters=["拖欠工资"], published=False)


def publish(agreement, by, actor, on=date(2026, 11, 2), where="https://www.sfx.example/wt"):
    told = {"by": by, "published_on": on, "published_where": where}
    return publish_entrustment(entrustment=agreement, actor=actor, at=Moment.now(), **told)


def fault(county, on=date(2026, 11, 2)):
    return entrustment_fault(county.bureau, county.brigade, "拖欠工资", on)


def test_agreement_carries_nothing_before_both_sides_have_published(county, agreement):
    assert "没有由委托机关公布" in fault(county)
    publish(agreement, county.bureau, county.head)
    assert "没有由受委托组织公布" in fault(county)
    publish(agreement, county.brigade, an_account(role="publisher", body=county.brigade))
    assert fault(county) == ""
    assert "公布" in fault(county, on=date(2026, 11, 1))


def test_second_publication_by_the_same_side_is_refused(county, agreement):
    publish(agreement, county.bureau, county.head)
    with pytest.raises(Refused, match="已经公布"):
        publish(agreement, county.bureau, county.head)


def test_publication_by_a_third_body_is_refused(county, agreement):
    with pytest.raises(Refused, match="只有委托机关和受委托组织"):
        publish(agreement, county.other, county.head)


def test_publication_by_a_case_handler_is_refused(county, agreement):
    with pytest.raises(Refused, match="您不能登记"):
        publish(agreement, county.bureau, county.handler)


def test_publication_on_a_day_to_come_is_refused(county, agreement):
    with pytest.raises(Refused, match="不能晚于今天"):
        publish(agreement, county.bureau, county.head, on=date(2026, 11, 19))


def test_publication_says_where_the_public_finds_the_instrument(county, agreement):
    with pytest.raises(Refused, match="公布的网址或者位置"):
        publish(agreement, county.bureau, county.head, where=" ")
    assert publish(agreement, county.bureau, county.head).published_where == "https://www.sfx.example/wt"


def test_agreement_that_was_not_filed_is_not_published_and_carries_nothing(county):
    agreement = an_entrustment(entrusting=county.bureau, entrusted=county.brigade, published=False, filed=False)
    with pytest.raises(Refused, match="还没有经司法行政部门备案") as refused:
        publish(agreement, county.bureau, county.head)
    assert refused.value.clauses == ("APL-2021:20.2",)
    assert "没有由委托机关公布" in fault(county)


def test_publication_before_the_day_of_the_filing_is_refused(county, agreement):
    with pytest.raises(Refused, match="不能早于备案日期"):
        publish(agreement, county.bureau, county.head, on=date(2023, 12, 29))
