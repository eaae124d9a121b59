"""Objections of citizens: taken over once, shown to the publishers of the body, answered with reasons."""

import pytest

from tests.builders.disclosure import (
    CLEAN,
    a_publication,
    an_objection,
    deliver,
    release,
    sent,
    the_people,
    withdraw,
)
from yangguang.base import letter_secret
from yangguang.base.models import LedgerEntry
from yangguang.bulletin.api import letter_by_receipt, waiting_letters
from yangguang.bulletin.models import Letter
from yangguang.disclosure import letter_box
from yangguang.disclosure.models import Objection
from yangguang.disclosure.use_cases.answer_objection import answer_objection
from yangguang.disclosure.use_cases.prepare_correction import prepare_correction
from yangguang.disclosure.use_cases.prepare_publication import Examination
from yangguang.disclosure.use_cases.register_objection import register_objection
from yangguang.kernel import letters
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db(databases=["default", "public"]), pytest.mark.duty("D16")]
REMEDIES = "可以依法申请行政复议。"


@pytest.fixture
def people():
    return the_people()


@pytest.fixture
def objection(people):
    return an_objection(people)


def answered(objection, actor, **given):
    values = {"outcome": "not_corrected", "reply": "经核对，与决定书一致。", "remedies": REMEDIES} | given
    done = answer_objection(objection_id=objection.pk, actor=actor, at=Moment.now(), **values)
    deliver()
    return done


def corrected(objection, people):
    examination = Examination("full_text", "全文公开", CLEAN, ["康平"], [])
    prepare_correction(publication_id=objection.publication_id, reason="说理部分漏字", examination=examination,
                       replacements=[("第二次实施", "再次实施")], actor=people.first, at=Moment.now())  # fmt: skip
    release(objection.publication, people)


@pytest.mark.clause("GIR-2019:41")
def test_objection_reaches_the_desk_and_nothing_of_it_stays_outside(objection):
    assert (objection.asked_by_name, objection.contact) == ("卢志远", "13900001111")
    assert not waiting_letters().exists()
    assert Letter.objects.get().sealed == ""


def test_letter_sent_twice_over_is_registered_once(objection):
    told = {"relation": "party", "wrong": "甲", "wanted": "乙", "name": "丙", "contact": "丁"}
    again = register_objection(
        notice_ref=objection.publication.notice_ref, receipt=objection.receipt, told=told,
        received_at=objection.received_at, actor=letter_box.SYSTEM, at=Moment.now(),
    )  # fmt: skip
    assert again.pk == objection.pk
    assert Objection.objects.get().wrong == objection.wrong


def test_record_names_nobody_who_objects(objection):
    facts = str(LedgerEntry.objects.filter(subject_kind="objection").get().facts)
    assert objection.asked_by_name not in facts
    assert objection.contact not in facts
    assert objection.wrong not in facts


def test_letter_that_cannot_be_read_is_told_and_does_not_hold_up_the_others(people):
    publication = a_publication(people, state="published")
    broken = sent(publication)
    Letter.objects.filter(pk=broken.pk).update(sealed="AAAA")
    sent(publication, sender="203.0.113.8")
    with pytest.raises(RuntimeError, match=broken.receipt):
        letter_box.collect()
    assert publication.objections.count() == 1


@pytest.mark.parametrize("said", ["[]", "null", "7", "{", "[" * 100_000, '{"about": []}'])
def test_letter_that_says_something_else_does_not_hold_up_the_others(people, said):
    publication = a_publication(people, state="published")
    broken = sent(publication)
    sealed = letters.seal(said, to=letters.public_half(letter_secret.secret()))
    Letter.objects.filter(pk=broken.pk).update(sealed=sealed)
    sent(publication, sender="203.0.113.8")
    with pytest.raises(RuntimeError, match=broken.receipt):
        letter_box.collect()
    assert publication.objections.count() == 1


@pytest.mark.parametrize(
    "changes", [{"relation": "chief"}, {"wrong": "x" * 1001}, {"name": "卢\u202e志远"}, {"contact": ""}]
)
def test_letter_sealed_past_the_form_is_checked_again_at_the_desk(people, changes):
    publication = a_publication(people, state="published")
    sent(publication, **changes)
    with pytest.raises(RuntimeError, match="没有收进来"):
        letter_box.collect()
    assert not Objection.objects.exists()


@pytest.mark.clause("GD-DISC-2021:25")
@pytest.mark.parametrize("given", [{"remedies": " "}, {"reply": " "}])
def test_answer_that_nothing_is_corrected_without_reasons_or_remedies_is_refused(objection, people, given):
    with pytest.raises(Refused, match="说明理由和救济渠道"):
        answered(objection, people.first, **given)


def test_answer_reaches_the_holder_of_the_receipt(objection, people):
    answered(objection, people.first)
    letter = letter_by_receipt(objection.receipt)
    assert letter.outcome == "不予更正"
    assert letter.reply == f"经核对，与决定书一致。\n{REMEDIES}"


def test_answer_that_it_was_corrected_before_it_was_is_refused(objection, people):
    with pytest.raises(Refused, match="还没有发布更正"):
        answered(objection, people.first, outcome="corrected")
    corrected(objection, people)
    assert answered(objection, people.first, outcome="corrected").outcome == "corrected"


def test_answer_that_it_was_withdrawn_before_it_was_is_refused(objection, people):
    with pytest.raises(Refused, match="还没有撤回"):
        answered(objection, people.first, outcome="withdrawn")
    withdraw(objection.publication, people)
    assert answered(objection, people.first, outcome="withdrawn").outcome == "withdrawn"


def test_answer_that_would_tell_a_name_in_public_is_refused(objection, people):
    with pytest.raises(Refused, match="王小芸"):
        answered(objection, people.first, reply="经核对，王小芸的加班时数无误。")


def test_objection_is_answered_once(objection, people):
    answered(objection, people.first)
    with pytest.raises(Refused, match="已经答复"):
        answered(objection, people.second)


def test_publisher_of_another_body_cannot_answer(objection):
    with pytest.raises(Refused, match="只有本机关的公示员"):
        answered(objection, the_people().first)


def test_objection_to_a_page_nobody_published_is_refused(people):
    with pytest.raises(Refused, match="没有这一份公开信息"):
        register_objection(notice_ref="a" * 26, receipt="b" * 12, told={}, received_at=Moment.now().recorded_at,
                           actor=letter_box.SYSTEM, at=Moment.now())  # fmt: skip
