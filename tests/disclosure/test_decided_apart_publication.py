"""Of parties decided apart each public copy names whom its own decision is for, and nobody else."""

import pytest

from tests.cases.test_decided_apart import a_decided_case_of_two
from tests.disclosure.test_on_the_spot_publication import deliver
from yangguang.disclosure.collecting import copy_of_decision

pytestmark = pytest.mark.django_db


@pytest.mark.history("P10.18")
@pytest.mark.clause("APL-2021:48.1")
def test_public_copy_names_the_party_of_its_own_decision():
    case = a_decided_case_of_two()
    deliver()
    of_company, of_person = (copy_of_decision(one) for one in case.decisions.order_by("pk"))
    company, person = case.parties.order_by("position")
    assert (of_company.party_name, of_person.party_name) == (company.name, person.name)
    assert (of_company.party_kind, of_person.party_kind) == ("法人或者其他组织", "公民")
    assert company.name not in of_person.title
    assert person.name not in of_company.title
