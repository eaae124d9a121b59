"""Appointing people to roles: what excludes what."""

from datetime import date
from itertools import combinations

import pytest

from tests.builders.directory import an_account, an_appointment
from yangguang.directory.rules.roles import ADMINISTRATORS, BUSINESS
from yangguang.directory.use_cases.appoint import appoint
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db


def test_appointed_person_holds_the_role_from_its_first_to_its_last_day(county):
    account = an_account(body=county.bureau)
    an_appointment(account, "publisher", from_day=date(2026, 11, 18), until=date(2026, 11, 18))
    assert account.holds("publisher")
    an_appointment(account, "archivist", from_day=date(2026, 11, 19))
    assert not account.holds("archivist")


@pytest.mark.parametrize(("one", "another"), list(combinations(sorted(ADMINISTRATORS), 2)))
def test_two_administrators_in_one_person_are_refused(one, another):
    with pytest.raises(Refused, match="不能由同一人担任"):
        an_account(roles=[one, another])


@pytest.mark.parametrize("administrator", sorted(ADMINISTRATORS))
@pytest.mark.parametrize("business", sorted(BUSINESS))
def test_administrator_with_a_business_role_is_refused(administrator, business):
    account = an_account(role=business)
    with pytest.raises(Refused, match="不能"):
        an_appointment(account, administrator)


def test_role_that_excludes_one_of_a_later_day_is_refused():
    account = an_account()
    an_appointment(account, "system_administrator", from_day=date(2027, 1, 1))
    with pytest.raises(Refused, match="不能兼任"):
        an_appointment(account, "case_handler")
    an_appointment(account, "case_handler", until=date(2026, 12, 31))


def test_change_of_role_ends_the_open_session(client, county, is_signed_in):
    client.force_login(county.handler)
    assert is_signed_in()
    an_appointment(county.handler, "unit_head")
    assert not is_signed_in()


def test_administrator_giving_himself_a_role_is_refused(county):
    with pytest.raises(Refused, match="不能给自己"):
        appoint(
            account=county.security, role="audit_administrator", basis="自任", actor=county.security, at=Moment.now()
        )


def test_role_given_by_the_system_administrator_is_refused(county):
    with pytest.raises(Refused, match="由安全管理员授予"):
        appoint(account=county.handler, role="publisher", basis="任命", actor=county.system, at=Moment.now())


def test_principal_who_is_no_head_is_refused(county):
    with pytest.raises(Refused, match="只有机关负责人"):
        appoint(
            account=county.handler, role="publisher", basis="任命", is_principal=True, actor=county.security,
            at=Moment.now(),
        )  # fmt: skip
