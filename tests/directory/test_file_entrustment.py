"""Filing an entrustment with the authority above."""

from datetime import date

import pytest

from tests.builders.directory import an_entrustment
from yangguang.directory.use_cases.file_entrustment import file_entrustment
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D06")]


def file(county, agreement, on=date(2026, 11, 2), actor=None):
    return file_entrustment(
        entrustment=agreement,
        filing_number="示司备〔2026〕7号",
        filed_on=on,
        actor=actor or county.head,
        at=Moment.now(),
    )


@pytest.fixture
def agreement(county):
    return an_entrustment(entrusting=county.bureau, entrusted=county.brigade)


def test_filing_is_kept_with_its_number(county, agreement, last_entry):
    assert file(county, agreement).filing_number == "示司备〔2026〕7号"
    assert last_entry(county.bureau).event == "EntrustmentFiled"


def test_second_filing_is_refused(county, agreement):
    file(county, agreement)
    with pytest.raises(Refused, match="已经备案"):
        file(county, agreement)


def test_filing_on_a_day_to_come_is_refused(county, agreement):
    with pytest.raises(Refused, match="不能晚于今天"):
        file(county, agreement, on=date(2026, 11, 19))


def test_filing_by_a_case_handler_is_refused(county, agreement):
    with pytest.raises(Refused, match="您不能登记"):
        file(county, agreement, actor=county.handler)
