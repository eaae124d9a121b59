"""Penalties on the spot, row by row of law/stages-penalty §3."""

import pytest

from tests.builders import summary as build

pytestmark = pytest.mark.django_db


def test_penalty_on_the_spot_goes_from_the_scene_to_the_fine_collected():
    case = build.a_case_on_the_spot(until="fulfilled")
    assert case.status == "fulfilled"
