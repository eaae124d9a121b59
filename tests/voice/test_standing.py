"""What is public under a receipt ends on a day that stands still: counted from when the lead ended, not from today."""

from datetime import date, timedelta

import pytest

from tests.builders.cases import on, person_of
from tests.builders.labour import a_complainant, a_complaint, a_labour_agency, an_accepted_complaint, handler
from tests.builders.voices import a_voice
from yangguang.bulletin.models import PublicVoice
from yangguang.cases.models import Case
from yangguang.cases.rules.lead_entry import Person
from yangguang.cases.use_cases.decline_acceptance import decline_acceptance
from yangguang.cases.use_cases.decline_to_open import decline_to_open
from yangguang.cases.use_cases.merge_lead import merge_lead
from yangguang.voice.models import Voice
from yangguang.voice.standing import tell_all

pytestmark = [pytest.mark.django_db(databases=["default", "public"]), pytest.mark.duty("D07")]
SENT, ENDED = date(2026, 9, 1), date(2026, 9, 4)
KEPT = timedelta(days=180)
INFORMANT = [Person("informant", "匡正", "", "13900002222")]


@pytest.fixture
def body():
    return a_labour_agency()


def a_tip_off(body):
    return a_complaint(body, source="tip_off", people=INFORMANT)


def sent_by_net(lead):
    voice = a_voice(lead.body, side="complaint" if lead.is_complaint else "tip_off", on=SENT)
    Voice.objects.filter(pk=voice.pk).update(status="taken", lead=lead, settled_on=SENT)
    return voice.receipt


def told(receipt, later):
    with on(ENDED + timedelta(days=later), 20):
        tell_all()
    return PublicVoice.objects.get(receipt=receipt)


def test_what_is_told_of_a_settled_tip_off_ends_on_one_day(body):
    lead = a_tip_off(body)
    receipt = sent_by_net(lead)
    assert told(receipt, 0).until is None
    with on(ENDED) as at:
        decline_to_open(lead=lead, reason="经核查工资已经付清。", actor=person_of(body, "unit_head"), at=at)
    assert [told(receipt, later).until for later in (0, 1, 60)] == [ENDED + KEPT] * 3


def test_what_is_told_of_a_complaint_not_accepted_ends_on_one_day(body):
    lead = a_complaint(body)
    receipt = sent_by_net(lead)
    with on(ENDED) as at:
        decline_acceptance(
            lead=lead, reason="out_of_powers", note="属住建部门职责。", actor=person_of(body, "unit_head"), at=at
        )
    assert [told(receipt, later).until for later in (0, 1, 60)] == [ENDED + KEPT] * 3


def test_what_is_told_of_a_tip_off_that_became_a_case_ends_with_the_case(body):
    lead = a_tip_off(body)
    receipt = sent_by_net(lead)
    case = an_accepted_complaint(lead=lead, day=ENDED)
    assert (told(receipt, 0).stage, told(receipt, 60).until) == ("已立案，正在调查", None)
    Case.objects.filter(pk=case.pk).update(closed_on=ENDED + timedelta(days=70))
    found = told(receipt, 90)
    assert (found.stage, found.until) == ("已经办结", ENDED + timedelta(days=70) + KEPT)


@pytest.mark.parametrize("opened", [True, False])
def test_what_is_told_of_a_merged_tip_off_ends_with_what_it_went_into(body, opened):
    first, second = a_complaint(body, people=[a_complainant()]), a_tip_off(body)
    receipt = sent_by_net(second)
    with on(ENDED) as at:
        merge_lead(lead=second, into=first, actor=handler(body), at=at)
    assert (told(receipt, 0).stage, told(receipt, 1).until) == ("已并入同一用人单位的线索，一并核查", None)
    if opened:
        case = an_accepted_complaint(lead=first, day=ENDED)
        assert told(receipt, 1).until is None
        Case.objects.filter(pk=case.pk).update(closed_on=ENDED)
    else:
        with on(ENDED) as at:
            decline_acceptance(
                lead=first, reason="out_of_powers", note="属住建。", actor=person_of(body, "unit_head"), at=at
            )
    found = told(receipt, 40)
    assert (found.stage, found.until) == ("已经办结", ENDED + KEPT)
