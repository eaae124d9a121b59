"""`yangguang verify` names what got round the use cases."""

import pytest

from tests.builders.directory import a_body, an_account, an_entrustment
from tests.guards import take_away
from yangguang.base import verifying
from yangguang.base.models import LedgerEntry, LedgerHead
from yangguang.directory.models import Appointment, Entrustment
from yangguang.kernel import clock

pytestmark = pytest.mark.django_db


def faults(name):
    ((_, _, found),) = verifying.run({name})
    return found


def test_body_whose_chain_was_deleted_with_its_head_is_found():
    body, other = a_body(), a_body()
    assert faults("chains") == []
    take_away(LedgerEntry.objects.filter(chain=body.public_id))
    LedgerHead.objects.filter(chain=body.public_id).delete()
    assert [body.public_id in fault and other.public_id not in fault for fault in faults("chains")] == [True]


def test_roles_that_exclude_each_other_are_found():
    account = an_account(role="case_handler")
    assert faults("roles") == []
    Appointment.objects.create(account=account, role="audit_administrator", starts_on=clock.today(), basis="绕过")
    assert "不能" in faults("roles")[0]


def test_entrustment_passed_on_is_found():
    agreement = an_entrustment()
    assert faults("entrustments") == []
    Entrustment.objects.filter(pk=agreement.pk).update(entrusting=a_body(category="entrusted"))
    assert "不得再委托" in faults("entrustments")[0]
