"""Before a decision is public its party was told so in writing, and what it means for a natural person was assessed."""

import pytest
from django.urls import reverse

from tests.builders.disclosure import a_case, a_code, a_publication, release
from yangguang.base.models import LedgerEntry, LocalValue
from yangguang.bulletin.api import notice_by_ref
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db
TOLD = "公示告知书（示人社监公告〔2026〕3号），2026年11月17日送达"


@pytest.fixture
def untold(people):
    return a_publication(people, state="prepared", told=False)


@pytest.mark.clause("SAMR-PUB-2021:8")
def test_decision_whose_paper_says_nothing_of_it_waits_until_somebody_says_how_the_party_was_told(people, untold):
    with pytest.raises(Refused, match="尚未书面告知当事人将予公示，请先发出告知") as refusal:
        release(untold, people)
    assert (refusal.value.field, "SAMR-PUB-2021:8" in refusal.value.clauses) == ("party_told", True)
    release(untold, people, party_told=TOLD)
    assert notice_by_ref(untold.notice_ref).stands
    assert LedgerEntry.objects.get(event="PublicationPublished").facts["party_told"] == TOLD


def test_paper_that_says_so_is_enough(people, prepared):
    release(prepared, people)
    assert LedgerEntry.objects.get(event="PublicationPublished").facts["party_told"] == ""


def test_form_asks_how_the_party_was_told_only_where_the_paper_does_not_say_it(client, people, untold, prepared):
    client.force_login(people.second)
    asked = {
        one: client.get(reverse("disclosure:release", args=[one.public_id])).content.decode()
        for one in (untold, prepared)
    }
    assert "怎样告知当事人将予公示" in asked[untold]
    assert "怎样告知当事人将予公示" not in asked[prepared]
    address = reverse("disclosure:release", args=[untold.public_id])
    assert client.post(address, {"code": a_code(people.second), "party_told": TOLD}).status_code == 302
    untold.refresh_from_db()
    assert untold.stands


@pytest.mark.duty("D17")
@pytest.mark.clause("PIP-2021:55")
def test_natural_person_is_not_public_before_the_impact_was_assessed(people, prepared):
    case = a_case(people.body, party_kind="person", party_name="高建国")
    person = a_publication(people, state="prepared", case=case, parties=[{"name": "高建国"}])
    LocalValue.objects.filter(name="impact_assessment").delete()
    with pytest.raises(Refused, match="没有完成个人信息保护影响评估") as refusal:
        release(person, people)
    assert refusal.value.clauses == ("PIP-2021:55",)
    release(prepared, people)  # an organisation's decision does not wait for it


@pytest.mark.clause("PIP-2021:55")
def test_province_that_hides_every_party_needs_no_assessment(people):
    people.body.region_code = "440103"
    people.body.save()
    case = a_case(people.body, party_kind="person", party_name="高建国")
    person = a_publication(people, state="prepared", case=case, parties=[{"name": "高建国"}])
    LocalValue.objects.filter(name="impact_assessment").delete()
    release(person, people)
    assert notice_by_ref(person.notice_ref).stands
