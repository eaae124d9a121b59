"""What the file knows of persons is known to disclosure: who signed for a paper and who spoke for a party too."""

from datetime import date

import pytest

from tests.builders.cases import a_heard_case
from yangguang.cases.known_persons import may_be_a_name, private_facts, was_underage
from yangguang.cases.rules import limitation


@pytest.mark.django_db
def test_person_who_signed_and_person_who_spoke_are_private():
    case = a_heard_case(points=["不服"])
    known = {fact.text for fact in private_facts(case)}
    assert {"刘芳", "罗玉梅"} <= known


@pytest.mark.parametrize("text", ["张伟", "欧阳修文", "阿卜杜拉·买买提", "古丽米热"])
def test_names_are_taken_for_names(text):
    assert may_be_a_name(text)


@pytest.mark.parametrize("text", ["本人", "公司前台", "收发室", "示范县宏基建筑工程有限公司", "", "门卫老李"])
def test_offices_are_not_taken_for_names(text):
    assert not may_be_a_name(text)


@pytest.mark.clause("APL-2021:30#mitigate_age", "APL-2021:30#no_penalty_age")
def test_age_is_full_on_the_day_after_the_birthday_for_every_use_of_it():
    born = date(2008, 9, 10)
    for day, minor, mitigated in (
        (date(2022, 9, 10), True, False), (date(2022, 9, 11), True, True), (date(2026, 9, 10), True, True),
        (date(2026, 9, 11), False, False),
    ):  # fmt: skip
        assert (limitation.is_underage(born, day), limitation.must_be_mitigated(born, day)) == (minor, mitigated), day
        assert was_underage(born, "", day) is minor
