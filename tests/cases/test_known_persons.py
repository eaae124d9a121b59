"""What the file knows of persons is known to disclosure: who signed for a paper and who spoke for a party too."""

from datetime import date

import pytest

from tests.builders import hearings
from tests.builders.cases import a_heard_case
from yangguang.cases.known_persons import may_be_a_name, private_facts, was_underage
from yangguang.cases.models import ContractLink, Recusal, ServiceRecipient
from yangguang.cases.rules import limitation
from yangguang.cases.use_cases._hearing_room import ThirdParty


@pytest.mark.django_db
def test_person_who_signed_and_person_who_spoke_are_private():
    case = a_heard_case(points=["不服"])
    known = {fact.text for fact in private_facts(case)}
    assert {"刘芳", "罗玉梅"} <= known


@pytest.mark.django_db
def test_persons_named_beside_the_parties_are_private():
    case = a_heard_case()
    ContractLink.objects.create(case=case, level="team", name="包大海")
    ContractLink.objects.create(case=case, level="general_contractor", name="示范县宏基建筑工程有限公司")
    Recusal.objects.create(case=case, role="expert", name="鉴小明", reason="近亲属", requested_on=case.opened_on)
    ServiceRecipient.objects.create(
        case=case, quality="第三人", name="吴小燕", about_ref="x.0", address="示范县东街3号"
    )
    ServiceRecipient.objects.create(case=case, kind="organisation", quality="第三人", name="甲公司", about_ref="x.1")
    known = {fact.text for fact in private_facts(case)}
    assert {"包大海", "鉴小明", "吴小燕", "示范县东街3号"} <= known
    assert not {"示范县宏基建筑工程有限公司", "甲公司"} & known


@pytest.mark.django_db
def test_whoever_came_to_a_hearing_is_private():
    told = [ThirdParty("吴小燕", "劳动者"), ThirdParty("钱海", "转包人")]
    case = hearings.held(hearings.a_served_notice(), third_parties=told)
    known = {fact.text for fact in private_facts(case)}
    assert {"吴小燕", "钱海", *case.hearings.get().attended_names} <= known


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
