"""Changing a registered body."""

import pytest

from tests.builders.directory import a_body
from yangguang.directory.use_cases.change_body import change_body
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D06")]


def test_change_keeps_what_stood_before(county, last_entry):
    change_body(body=county.bureau, actor=county.supervisor, at=Moment.now(), office_hours="工作日 9:00—17:00")
    assert last_entry(county.bureau).facts["changes"]["办公时间"][1] == "工作日 9:00—17:00"
    county.bureau.refresh_from_db()
    assert county.bureau.office_hours == "工作日 9:00—17:00"


def test_what_the_founding_left_open_is_completed_without_review(county):
    founded = a_body(named="示范县档案局", under=county.government, funding="启用时未登记")
    change_body(body=founded, actor=county.system, at=Moment.now(), funding="财政全额拨款")
    founded.refresh_from_db()
    assert founded.funding == "财政全额拨款"


def test_change_that_changes_nothing_is_refused(county):
    with pytest.raises(Refused, match="没有改动"):
        change_body(body=county.bureau, actor=county.supervisor, at=Moment.now(), legal_representative="高建华")


def test_change_to_a_name_in_use_is_refused(county):
    with pytest.raises(Refused, match="已经登记"):
        change_body(body=county.bureau, actor=county.system, at=Moment.now(), name=county.other.name)


def test_change_to_a_mark_in_use_is_refused(county):
    with pytest.raises(Refused, match="文号会重复") as refusal:
        change_body(body=county.bureau, actor=county.system, at=Moment.now(), mark=county.other.mark)
    assert refusal.value.field == "mark"


def test_change_by_the_body_s_own_head_is_refused(county):
    with pytest.raises(Refused, match="您不能变更"):
        change_body(body=county.bureau, actor=county.head, at=Moment.now(), legal_representative="李新")
