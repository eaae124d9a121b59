"""A copy waits for a second person only after its scope and its secrets were examined."""

import pytest

from tests.builders.directory import an_account
from tests.builders.disclosure import CLEAN, a_publication, an_examination, prepare
from yangguang.disclosure.use_cases.prepare_publication import prepare_publication
from yangguang.disclosure.use_cases.return_publication import return_publication
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D17")]


def refused(publication, actor, **examination):
    with pytest.raises(Refused) as refusal:
        prepare_publication(publication_id=publication.pk, examination=an_examination(**examination), actor=actor,
                            at=Moment.now())  # fmt: skip
    return refusal.value


def test_prepared_copy_waits_for_release(people, pending):
    version = prepare(pending, people)
    pending.refresh_from_db()
    assert (pending.status, version.number, version.prepared_by) == ("prepared", 1, people.first)


@pytest.mark.clause("APL-2021:48.1")
def test_copy_without_an_examined_scope_is_refused(people, pending):
    refusal = refused(pending, people.first, scope_note="  ")
    assert (refusal.reason, refusal.clause) == ("未审查是否应当公开。", "APL-2021:48.1")


@pytest.mark.clause("APL-2021:50")
def test_copy_without_every_secrecy_answer_is_refused(people, pending):
    refusal = refused(pending, people.first, secrecy=CLEAN | {"trade_secret": ""})
    assert refusal.reason == "未完成保密审查和脱敏：没有填写商业秘密。"
    assert refusal.clause == "APL-2021:50"


@pytest.mark.clause("APL-2021:50")
def test_copy_that_hides_names_and_says_nothing_private_is_in_it_is_refused(people, pending):
    refusal = refused(pending, people.first, secrecy=dict.fromkeys(CLEAN, "none"))
    assert "四项保密审查却都填“不涉及”" in refusal.reason


@pytest.mark.clause("APL-2021:50")
def test_copy_whose_main_facts_are_secret_is_refused(people, pending):
    assert (
        refused(pending, people.first, secrecy=CLEAN | {"state_secret": "whole"}).reason
        == "主要事实涉及国家秘密，不能公开。"
    )


@pytest.mark.clause("APL-2021:50")
def test_copy_with_an_unanswered_question_is_refused(people, pending):
    assert "1 处需要判断是不是姓名（康平）" in refused(pending, people.first, private=()).reason


def test_a_name_judged_harmless_stays(people, pending):
    prepare(pending, people, private=(), harmless=("康平",))
    pending.refresh_from_db()
    assert pending.status == "prepared"


def test_handler_may_not_prepare(people, pending):
    handler = an_account(role="case_handler", body=people.body)
    assert refused(pending, handler).reason == "只有本机关的公示员可以办理公示。"


def test_annulled_decision_is_not_prepared(people):
    publication = a_publication(people)
    publication.decision.status = "annulled"
    publication.decision.save()
    assert "已撤销，不能公开" in refused(publication, people.first).reason


def test_published_decision_is_not_prepared_again(people, published):
    assert "公开中，不能再编制" in refused(published, people.first).reason


def test_returned_copy_is_prepared_again(people, prepared):
    return_publication(publication_id=prepared.pk, reason="住址没有隐去", actor=people.second, at=Moment.now())
    prepared.refresh_from_db()
    assert (prepared.status, prepared.return_reason) == ("pending_publication", "住址没有隐去")
    prepare(prepared, people)
    assert prepared.versions.count() == 1


def test_return_without_a_reason_is_refused(people, prepared):
    with pytest.raises(Refused, match="退回应当写明理由"):
        return_publication(publication_id=prepared.pk, reason=" ", actor=people.second, at=Moment.now())


def test_return_by_the_one_who_prepared_is_refused(people, prepared):
    with pytest.raises(Refused, match="不同的人"):
        return_publication(publication_id=prepared.pk, reason="重来", actor=people.first, at=Moment.now())
