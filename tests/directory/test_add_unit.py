"""Adding an inner unit."""

import pytest

from tests.builders.directory import a_unit, an_account
from yangguang.directory.use_cases.add_unit import add_unit
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db


def test_added_unit_stands_in_the_chain_of_its_body(county, last_entry):
    unit = a_unit(county.bureau, named="法规科", reviews=True)
    assert unit.reviews
    assert last_entry(county.bureau).event == "UnitAdded"


def test_second_unit_of_the_same_name_is_refused(county):
    a_unit(county.bureau, named="法规科")
    a_unit(county.other, named="法规科")
    with pytest.raises(Refused, match="同名"):
        a_unit(county.bureau, named="法规科")


def test_unit_added_by_another_body_s_administrator_is_refused(county):
    stranger = an_account(role="system_administrator", body=county.other)
    with pytest.raises(Refused, match="不能增设"):
        add_unit(body=county.bureau, name="法规科", actor=stranger, at=Moment.now())
