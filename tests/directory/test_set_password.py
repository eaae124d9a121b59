"""Setting passwords."""

import pytest

from tests.builders.directory import PASSWORD
from yangguang.directory.use_cases.set_password import set_password
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db
NEW = "quiet-river-2027"


def set_own(county, **changes):
    facts = {
        "account": county.handler, "password": NEW, "current": PASSWORD, "actor": county.handler, "at": Moment.now(),
    }  # fmt: skip
    return set_password(**(facts | changes))


def test_own_password_is_changed_with_the_present_one(county):
    assert set_own(county).check_password(NEW)


def test_wrong_present_password_is_refused(county):
    with pytest.raises(Refused, match="现在的密码不对"):
        set_own(county, current="wrong")


def test_unchanged_password_is_refused(county):
    with pytest.raises(Refused, match="和现在的密码相同"):
        set_own(county, password=PASSWORD)


def test_weak_password_is_refused_in_chinese(county):
    with pytest.raises(Refused, match="密码至少10位"):
        set_own(county, password="short")


def test_password_set_by_the_administrator_lasts_one_sign_in(county):
    assert set_own(county, actor=county.system, current="").must_change_password


def test_password_of_another_person_set_by_a_colleague_is_refused(county):
    with pytest.raises(Refused, match="不能为别人"):
        set_own(county, actor=county.head)


def test_new_password_ends_other_sessions(client, county, is_signed_in):
    client.force_login(county.handler)
    set_own(county)
    assert not is_signed_in()


def test_password_never_reaches_the_ledger(county, last_entry):
    set_own(county)
    assert NEW not in str(last_entry(county.bureau).facts)
