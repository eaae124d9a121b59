"""The builders everyone uses stand on their own."""

import pytest

from tests.builders import cases as build
from yangguang.base import ledger

pytestmark = pytest.mark.django_db


def test_case_walks_from_its_opening_to_a_served_decision():
    case = build.a_served_case()

    assert case.status == "served"
    assert build.the_decision(case).fine_fen == 500000
    assert not list(ledger.faults(case.body.public_id))
