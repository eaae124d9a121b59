"""Every party and every named employer is tied to a counterpart: one for a code, never one by name alone."""

import pytest

from tests.builders.cases import a_credit_code, a_party, an_agency, an_open_case, handler_of, person_of
from tests.builders.counterparts import a_counterpart
from tests.builders.labour import a_complaint, a_labour_agency, a_person_id, an_accepted_complaint, an_employer
from tests.builders.many import many_cases
from yangguang.cases.counterparts import current, facts_of, look_alikes_of
from yangguang.cases.models import Counterpart, FactOf, Party
from yangguang.cases.plugs.invariants import parties_registered
from yangguang.cases.rules.lead_entry import Employer
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db


def told(counterpart, what, account):
    return [fact.text for fact in facts_of(counterpart, account) if fact.what == what]


def test_two_cases_of_one_code_have_one_counterpart():
    body = an_agency()
    first, second = an_open_case(body=body), an_open_case(body=body)
    assert first.parties.get().counterpart == second.parties.get().counterpart
    assert Counterpart.objects.count() == 1


def test_party_keeps_what_it_was_while_the_counterpart_goes_on():
    body = an_agency()
    before = an_open_case(body=body, parties=(a_party(1, name="示范县宏基建筑队"),))
    after = an_open_case(body=body, parties=(a_party(1, name="示范县宏基建筑有限公司"),))
    found = after.parties.get().counterpart
    assert before.parties.get().name == "示范县宏基建筑队"
    assert found.name == "示范县宏基建筑有限公司"
    assert told(found, FactOf.NAME, handler_of(after)) == ["示范县宏基建筑有限公司", "示范县宏基建筑队"]


def test_lead_and_the_case_it_becomes_share_their_counterpart():
    lead = a_complaint()
    case = an_accepted_complaint(lead=lead)
    assert case.parties.get().counterpart == lead.counterpart


def test_employer_without_a_code_keeps_its_counterpart_into_the_case():
    lead = a_complaint(employer=an_employer(code=""))
    case = an_accepted_complaint(lead=lead)
    assert lead.counterpart is not None
    assert case.parties.get().counterpart == lead.counterpart


def test_names_alone_never_make_one_of_two():
    body = a_labour_agency()
    first, second = (a_complaint(body, employer=an_employer(code="")) for _ in range(2))
    assert first.counterpart != second.counterpart


def test_look_alike_that_somebody_recognised_is_taken():
    body = a_labour_agency()
    first = a_complaint(body, employer=an_employer(code=""))
    second = a_complaint(body, employer=an_employer(code="", name="晨曦建筑"), counterpart=first.counterpart)
    assert second.counterpart == first.counterpart


def test_a_person_is_never_recognised_in_an_organisation():
    body = a_labour_agency()
    person = a_counterpart(body, kind="person", name="晨曦")
    with pytest.raises(Refused, match="公民和单位不能是同一相对人") as refusal:
        a_complaint(body, employer=an_employer(code="", name="晨曦建筑"), counterpart=person)
    assert refusal.value.field == "counterpart"
    assert told(person, FactOf.NAME, person_of(body, "unit_head")) == ["晨曦"]


def test_recognised_counterpart_gets_the_code_that_becomes_known():
    body = a_labour_agency()
    first = a_complaint(body, employer=an_employer(code=""))
    second = a_complaint(body, employer=an_employer(), counterpart=first.counterpart)
    assert second.counterpart == first.counterpart
    assert second.counterpart.code == a_credit_code(1)


def test_known_code_outweighs_what_somebody_recognised():
    body = a_labour_agency()
    coded, bare = a_complaint(body, employer=an_employer()), a_complaint(body, employer=an_employer(code=""))
    third = a_complaint(body, employer=an_employer(), counterpart=bare.counterpart)
    assert third.counterpart == coded.counterpart
    assert not Counterpart.objects.get(pk=bare.counterpart_id).code


def test_counterpart_of_another_body_cannot_be_recognised():
    elsewhere = a_complaint(a_labour_agency(named="邻县人力资源和社会保障局", mark="邻人社"))
    with pytest.raises(Refused, match="请从列表中选择行政相对人"):
        a_complaint(a_labour_agency(), employer=an_employer(code=""), counterpart=elsewhere.counterpart)


def test_unknown_employer_is_tied_to_nobody():
    assert a_complaint(employer=Employer(address="示范县滨河路工地")).counterpart is None


def test_word_of_a_complaint_does_not_rename_what_a_case_established():
    body = a_labour_agency()
    case = an_open_case(body=body, parties=(a_party(1, name="示范县宏基建筑有限公司"),))
    lead = a_complaint(body, employer=an_employer(1, name="宏基工地"), day=case.opened_on)
    assert lead.counterpart == case.parties.get().counterpart
    assert Counterpart.objects.get().name == "示范县宏基建筑有限公司"
    facts = facts_of(lead.counterpart, handler_of(case))
    assert current(facts, FactOf.NAME) == "示范县宏基建筑有限公司"
    assert {fact.text: fact.established for fact in facts if fact.what == FactOf.NAME}["宏基工地"] is False


def test_person_has_its_number_sealed_in_the_register():
    number = a_person_id(5)
    case = an_open_case(parties=(a_party(kind="person", name="石磊", code=number, legal_representative=""),))
    found = case.parties.get().counterpart
    kept = [str(value) for value in Counterpart.objects.filter(pk=found.pk).values_list().get()]
    assert found.is_person
    assert not found.code
    assert not [value for value in kept if number in value or number[6:14] in value]


@pytest.mark.parametrize(("code_kind", "code"), [("passport", "e12345678"), ("travel_permit", "H1234567")])
def test_foreigner_is_known_by_the_travel_paper(code_kind, code):
    body = an_agency()
    person = a_party(kind="person", name="李明", code=code, code_kind=code_kind, legal_representative="")
    first, second = an_open_case(body=body, parties=(person,)), an_open_case(body=body, parties=(person,))
    assert Party.objects.values_list("counterpart", flat=True).distinct().count() == 1
    assert first.parties.get().code == second.parties.get().code == code.upper()


def test_individual_business_is_recognised_once_the_case_says_so():
    body = a_labour_agency()
    lead = a_complaint(body, employer=an_employer(1))
    assert lead.counterpart.kind == "organisation"
    case = an_open_case(body=body, parties=(a_party(1, kind="individual_business"),))
    assert case.parties.get().counterpart == lead.counterpart
    assert case.parties.get().counterpart.kind == "individual_business"


def test_likest_of_thousands_is_offered_first():
    body = an_agency()
    cases = many_cases(body, 1500)
    (likest, *_) = look_alikes_of("示范县第1432建筑有限公司", person_of(body, "unit_head"))
    assert likest == cases[1432].parties.get().counterpart


def test_party_that_came_in_beside_the_use_cases_is_found_by_verify():
    case = an_open_case()
    assert list(parties_registered()) == []
    Party.objects.update(counterpart=None)
    assert list(parties_registered()) == [f"案件 {case.number}：当事人没有归入行政相对人"]


def test_look_alikes_are_only_those_the_asker_may_see():
    body, other = an_agency(), an_agency(named="邻县人力资源和社会保障局", mark="邻人社")
    own = a_counterpart(body, name="示范县永安酒店")
    a_counterpart(other, name="示范县永安大酒店")
    assert look_alikes_of("永安酒店有限公司", person_of(body, "unit_head")) == [own]
