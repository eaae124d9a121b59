"""The catalogue in force on the day decides that a decision is major, thresholds and switch included."""

from dataclasses import replace
from datetime import date

import pytest

from tests.builders.catalogues import the_labour_lists
from tests.builders.directory import a_body
from tests.catalogues.rules.test_review import PLAIN
from yangguang.base import local_values
from yangguang.catalogues import api
from yangguang.catalogues.models.edition import ListKind
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("L05")]
DAY = date(2026, 11, 18)


@pytest.fixture
def body():
    return the_labour_lists()[ListKind.MAJOR_DECISION_REVIEW].body


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({}, []),
        ({"fine_fen": 19999_99}, []),
        ({"fine_fen": 20000_00}, ["SH-07"]),
        ({"party_kind": "person", "fine_fen": 5000_00}, ["SH-06"]),
        ({"confiscated_fen": 20000_00}, ["SH-08"]),
        ({"public_interest": True}, ["SH-01"]),
        ({"social_risk": True}, ["SH-02"]),
        ({"major_interest": True}, ["SH-03"]),
        ({"hearing_held": True}, ["SH-04"]),
        ({"legal_relations": 2}, ["SH-05"]),
        ({"complex": True, "licence_penalty": True}, ["SH-05", "SH-09"]),
        ({"business_penalty": True, "outside_standard": True}, ["SH-10", "SH-11"]),
    ],
)
def test_circumstance_makes_a_decision_major(body, change, codes):
    assert [r.code for r in api.review_reasons(body, DAY, replace(PLAIN, **change))] == codes


def test_body_that_reviews_everything_but_summary_decisions(body):
    local_values.set_value(
        "review_all_but_summary", True, chain=body.public_id, source="示人社发〔2026〕3号", in_force=DAY, by_name="系统"
    )
    assert len(api.review_reasons(body, DAY, PLAIN)) == 1
    assert api.review_reasons(body, date(2026, 11, 17), PLAIN) == ()
    assert api.review_reasons(body, DAY, replace(PLAIN, summary_procedure=True)) == ()


def test_body_without_a_catalogue_is_refused_rather_than_let_through():
    with pytest.raises(Refused, match="法制审核目录清单"):
        api.review_reasons(a_body(), DAY, PLAIN)
