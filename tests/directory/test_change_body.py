"""Changing a registered body."""

import pytest

from yangguang.directory.use_cases.change_body import change_body
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D06")]


def test_change_keeps_what_stood_before(county, last_entry):
    change_body(body=county.bureau, actor=county.supervisor, at=Moment.now(), legal_representative="李新")
    assert last_entry(county.bureau).facts["changes"] == {"法定代表人": ["高建华", "李新"]}
    county.bureau.refresh_from_db()
    assert county.bureau.legal_representative == "李新"


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
