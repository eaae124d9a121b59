"""What the file of a wage case knows to be private includes who told."""

import pytest

from tests.builders.labour import a_complainant, an_accepted_complaint
from yangguang.cases.api import private_facts

pytestmark = pytest.mark.django_db


def test_who_told_is_known_to_be_private():
    told = a_complainant()
    known = {(fact.text, fact.kind) for fact in private_facts(an_accepted_complaint())}
    assert {(told.name, "自然人姓名"), (told.person_id, "证件号码"), (told.phone, "电话号码")} <= known
