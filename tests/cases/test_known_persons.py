"""What the file knows of persons is known to disclosure: who signed for a paper and who spoke for a party too."""

import pytest

from tests.builders.cases import a_heard_case
from yangguang.cases.known_persons import may_be_a_name, private_facts


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
