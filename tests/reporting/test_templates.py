"""Templates of the annual report are data: every column names a rule, a unit and its source."""

import pytest

from yangguang.base import local_values
from yangguang.cases.rules.severity import ORDER
from yangguang.reporting.rules import templates

ALL = templates.templates()


def test_the_national_and_the_provincial_templates_are_there():
    assert set(ALL) == {"national", "zhejiang", "shanxi", "shandong", "guangdong"}
    assert {one.title for one in ALL.values()} == set(local_values.CHOICES["annual_report_template"])


@pytest.mark.parametrize("template", ALL.values(), ids=ALL)
def test_every_kind_of_penalty_has_its_place_and_one_column(template):
    assert set(template.order) == set(ORDER)
    heaviest = [
        kind for table in template.tables for one in table.columns if one.rule == "heaviest" for kind in one.detail
    ]
    assert sorted(heaviest) == sorted(ORDER)


@pytest.mark.parametrize("template", ALL.values(), ids=ALL)
def test_every_table_says_where_it_comes_from_and_how_sure_that_is(template):
    assert template.source
    assert template.sure in {"excerpt", "memory", "text-read"}
    for table in template.tables:
        assert table.source
        assert table.rules
        assert table.sure in {"excerpt", "memory", "text-read"}
        assert len({one.name for one in table.columns}) == len(table.columns)


@pytest.mark.parametrize("template", ALL.values(), ids=ALL)
def test_inspections_tell_how_often_one_enterprise_was_inspected(template):
    assert template.table("inspections").column("most_on_one")


def test_money_is_counted_in_fen_and_told_in_ten_thousand_yuan():
    money = [
        one
        for each in ALL.values()
        for table in each.tables
        for one in table.columns
        if one.rule in {"amount", "penalty_money"}
    ]
    assert money
    assert all(one.is_money for one in money)


@pytest.mark.parametrize(
    ("region", "name"), [("330382", "zhejiang"), ("370829", "shandong"), ("140212", "shanxi"), ("440106", "guangdong")]
)
def test_a_province_has_its_own(region, name):
    assert templates.of_region(region).name == name


def test_a_province_without_one_of_its_own_is_not_guessed():
    assert templates.of_region("419901") is None


def test_a_rule_nobody_knows_is_an_error():
    with pytest.raises(ValueError, match="no such rule"):
        templates._column({"name": "x", "label": "x", "unit": "件", "rule": "guess"}, "somewhere")
