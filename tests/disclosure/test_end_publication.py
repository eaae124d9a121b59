"""A publication ends by itself after its last day; a decision may be withheld on a ground and with a reason."""

from datetime import date

import pytest

from tests.builders.disclosure import deliver
from yangguang.bulletin.api import Search, find, notice_by_ref
from yangguang.disclosure.plugs.period import end_publications
from yangguang.disclosure.use_cases.end_publication import end_publication
from yangguang.disclosure.use_cases.withhold_decision import withhold_decision
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db


def test_publication_is_public_on_its_last_day_and_not_after(published):
    with clock.frozen(clock.beijing(date(2027, 11, 10), 23, 59)):
        assert end_publications() == 0
    with clock.frozen(clock.beijing(date(2027, 11, 11), 0, 1)):
        assert end_publications() == 1
        deliver()
    assert notice_by_ref(published.notice_ref).status == "expired"
    assert find(Search("晨曦")).total == 0


def test_ending_before_the_last_day_is_refused(people, published):
    with pytest.raises(Refused, match="公开期限还没有届满"):
        end_publication(publication_id=published.pk, actor=people.first, at=Moment.now())


def withhold(publication, actor, **given):
    values = {"ground": "underage", "reason": "当事人十七岁"} | given
    return withhold_decision(publication_id=publication.pk, actor=actor, at=Moment.now(), **values)


def test_withheld_decision_stays_in_the_register_with_ground_and_reason(people, pending):
    withheld = withhold(pending, people.head)
    assert (withheld.status, withheld.get_withholding_ground_display()) == ("withheld", "当事人是未成年人")
    assert withheld.withheld_by_name == "高建华"


@pytest.mark.clause("GD-DISC-2021:15.1")
@pytest.mark.parametrize(
    ("given", "reason"), [({"ground": "shame"}, "请选择不予公开的法定情形"), ({"reason": ""}, "写明理由")]
)
def test_withholding_without_ground_or_reason_is_refused(people, pending, given, reason):
    with pytest.raises(Refused, match=reason):
        withhold(pending, people.head, **given)


def test_withholding_by_a_publisher_is_refused(people, pending):
    with pytest.raises(Refused, match="由本机关负责人决定"):
        withhold(pending, people.first)


def test_withholding_what_is_already_public_is_refused(people, published):
    with pytest.raises(Refused, match="公开中，不能决定不予公开"):
        withhold(published, people.head)
