"""The shipped lists of labour inspection stand on clauses that exist and say what the law says."""

from datetime import date

import pytest

from tests.builders.catalogues import cells_of
from yangguang import statutes
from yangguang.catalogues.lists.discretion_standards import spans_of, standard_of
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.rules import tiers
from yangguang.catalogues.rules.conditions import FACTS
from yangguang.catalogues.rules.ranges import RangeKind
from yangguang.catalogues.shipped_lists import shipped_rows

pytestmark = pytest.mark.duty("D04")
STANDARDS, MATTERS, REVIEW = ListKind.DISCRETION_STANDARDS, ListKind.MATTERS, ListKind.MAJOR_DECISION_REVIEW
DAY = date(2026, 11, 18)
STORED = {kind: {row["code"]: list_of(kind).read(cells_of(kind, row["code"])) for row in shipped_rows(kind)}
          for kind in (STANDARDS, MATTERS, REVIEW)}  # fmt: skip
LABOUR = {code: standard_of(code, row, official=False, edition_ref="") for code, row in STORED[STANDARDS].items()}


def test_all_twenty_one_violations_are_there():
    assert sorted({code[:5] for code in LABOUR}) == [f"LD-{n:02d}" for n in range(1, 22)]


@pytest.mark.parametrize("code", LABOUR)
def test_violation_stands_on_a_clause_in_force(code):
    for clause_id in LABOUR[code].basis:
        assert statutes.clause(clause_id).on(DAY).id == clause_id


@pytest.mark.parametrize("code", LABOUR)
def test_statutory_range_is_the_one_of_its_clause(code):
    standard = LABOUR[code]
    said = [s for clause_id in standard.basis for s in spans_of(clause_id)]
    if standard.statutory.kind is RangeKind.NO_FINE:
        assert standard.tiers == ()
        return
    ends = (standard.statutory.kind, standard.statutory.lower, standard.statutory.upper)
    assert ends in [(s.kind, s.lower, s.upper) for s in said]


@pytest.mark.parametrize("code", LABOUR)
def test_tiers_lie_inside_the_statutory_range_and_cover_it(code):
    assert tiers.faults(LABOUR[code].statutory, LABOUR[code].tiers) == []


@pytest.mark.parametrize("code", [c for c, s in LABOUR.items() if s.tiers and not s.statutory.is_fixed])
@pytest.mark.parametrize("small", [0, 5, 10, 20, 40, 60, 200])
@pytest.mark.parametrize("prior", [0, 1])
def test_every_case_falls_into_a_tier(code, small, prior):
    facts = {"workers": max(small, 1), "prior_violations": prior, "overdue_days": max(small, 1),
             "responsible_persons": 1, "hidden_wages_fen": small * 10_000_00 + 1, "premium_fen": 50_000_00,
             "gains_fen": 0 if code == "LD-09-2" else small * 1000_00 + 1, "owed_fen": 1000_00,
             "harm": ("minor", "medium", "serious")[min(small // 20, 2)]}  # fmt: skip
    low, high = tiers.range_of(LABOUR[code], facts)
    least, most = tiers.statutory_range_of(LABOUR[code], facts)
    assert least <= low <= high <= most


def test_no_tier_is_passed_off_as_official():
    assert not [row["code"] for row in shipped_rows(STANDARDS) if row["official"]]
    assert all("演示" in row["source"] for row in shipped_rows(STANDARDS) if "固定额" not in row.get("tiers", "固定额"))


def test_every_threshold_of_the_review_catalogue_is_marked_as_a_demonstration():
    amounts = [row for row in shipped_rows(REVIEW) if "元" in row["when"]]
    assert len(amounts) == 3
    assert all(not row["official"] and "演示" in row["source"] for row in amounts)


def test_review_catalogue_has_the_five_cases_of_the_wide_scope():
    wide = [row["circumstance"] for row in shipped_rows(REVIEW) if row["official"]]
    assert wide == ["涉及重大公共利益", "可能造成重大社会影响或者引发社会风险", "直接关系当事人或者第三人重大权益",
                    "经过听证程序", "案件情况疑难复杂、涉及多个法律关系"]  # fmt: skip


def test_every_matter_names_a_shipped_standard():
    named = {standard for row in STORED[MATTERS].values() for standard in row["standards"]}
    assert named == set(LABOUR)


@pytest.mark.parametrize(("kind", "code"), [(k, c) for k, rows in STORED.items() for c in rows])
def test_row_prints_as_it_is_typed_again(kind, code):
    definition = list_of(kind)
    stored = STORED[kind][code]
    assert definition.read(definition.show(stored)) == stored


def test_every_fact_a_shipped_list_asks_about_is_known():
    asked = {c["field"] for rows in STORED.values() for row in rows.values() for name in ("when", "leniency",
             "applies_when") for group in row.get(name, []) for c in group}  # fmt: skip
    assert asked <= set(FACTS)


@pytest.mark.clause("LSR-2004:25#fine")
def test_sixty_workers_fall_into_the_serious_tier():
    facts = {"workers": 60, "prior_violations": 0}
    assert tiers.tier_of(LABOUR["LD-01"], facts).tier.name == "严重"
    assert tiers.range_of(LABOUR["LD-01"], facts) == (24060_00, 30000_00)


@pytest.mark.clause("APL-2021:33.1#first_time")
def test_first_time_with_two_workers_and_rectified_opens_leniency():
    facts = {"workers": 2, "prior_violations": 0, "rectified": True, "harm": "minor"}
    leniency = tiers.leniency_open(LABOUR["LD-01"], facts)
    assert leniency is not None
    assert leniency.clause == "APL-2021:33.1#first_time"
    assert tiers.leniency_open(LABOUR["LD-01"], facts | {"workers": 60}) is None


def test_mediation_without_gains_carries_no_fine():
    standard = LABOUR["LD-17-2"]
    assert standard.measure == "no_amount"
    assert tiers.range_of(standard, {}) == (0, 0)
