"""A withdrawn publication leaves its number, its reason and its dates, and nothing else, anywhere."""

from datetime import date

import pytest

from tests.builders.directory import code_for
from tests.builders.disclosure import (
    a_code,
    a_publication,
    an_examination,
    annul,
    deliver,
    withdraw,
    withdrawal_proposed,
)
from yangguang.base import outbox, verifying
from yangguang.base.events import SYSTEM
from yangguang.bulletin.api import Search, find, notice_by_ref, notices_by_number, pages_on_disk
from yangguang.disclosure.use_cases.prepare_correction import prepare_correction
from yangguang.disclosure.use_cases.record_withdrawal_ground import record_withdrawal_ground
from yangguang.disclosure.use_cases.release_publication import release_publication
from yangguang.disclosure.use_cases.withdraw_publication import withdraw_publication
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D16")]


@pytest.mark.history("P9.55")
def test_withdrawn_publication_leaves_the_portal(people, published):
    withdraw(published, people)
    assert find(Search("晨曦")).total == 0
    (left,) = notices_by_number(published.decision.number)
    assert left.withdrawal_reason == "复议机关撤销原决定"
    assert left.withdrawal_basis == "决定被依法撤销；《行政处罚法》第四十八条第二款"
    html = pages_on_disk.path_of(left.ref).read_text()
    assert "复议机关撤销原决定" in html
    assert "晨曦" not in html


@pytest.mark.history("P9.55")
@pytest.mark.clause("APL-2021:48.2")
def test_withdrawal_without_a_reason_is_refused(people, published):
    with pytest.raises(Refused, match="撤回公开的决定应当公开说明理由") as refusal:
        withdraw(published, people, reason="  ")
    assert refusal.value.clause == "APL-2021:48.2"


@pytest.mark.parametrize("private", ["证人李四说不实", "电话一三八零零零零一二三四", "微信：zhang_san88"])
def test_withdrawal_whose_public_reason_looks_private_is_refused(people, published, private):
    with pytest.raises(Refused, match="撤回理由会公开"):
        withdraw(published, people, reason=f"原决定被撤销，{private}。")


def test_paper_a_withdrawal_rests_on_is_shown_without_what_looks_private(people, published):
    record_withdrawal_ground(
        publication_id=published.pk, ground="annulled", received_on=clock.today(), actor=SYSTEM, at=Moment.now(),
        paper="申请人赵 大 力（电话138 0000 1234）的行政复议决定书",
    )  # fmt: skip
    withdraw(published, people)
    (left,) = notices_by_number(published.decision.number)
    assert "行政复议决定书" in left.withdrawal_basis
    for private in ("大", "力", "1234"):
        assert private not in left.withdrawal_basis


def test_withdrawal_without_a_ground_is_refused(people, published):
    with pytest.raises(Refused, match="请选择撤回情形"):
        withdraw(published, people, ground="")


def test_withdrawal_with_a_wrong_code_is_refused(people, published):
    with pytest.raises(Refused, match="验证码不对"):
        withdraw(published, people, code="000000")
    assert notice_by_ref(published.notice_ref).stands


def test_reason_that_names_a_person_is_refused(people, published):
    with pytest.raises(Refused, match="不能含有“王小芸”"):
        withdraw(published, people, reason="王小芸要求撤回")


@pytest.mark.clause("APL-2021:50")
def test_public_basis_of_a_withdrawal_names_nobody_the_internal_reason_names(people, published):
    annul(published.decision, received_on=date(2026, 11, 17), reason="王小芸（13800138000）、康平的证言不实，依法撤销")
    withdraw(published, people)
    (left,) = notices_by_number(published.decision.number)
    assert "证言不实，依法撤销" in left.withdrawal_basis
    for private in ("王小芸", "康平", "13800138000"):
        assert private not in pages_on_disk.path_of(left.ref).read_text()


@pytest.mark.clause("APL-2021:50")
def test_public_basis_hides_what_only_looks_like_a_name(people, published):
    annul(published.decision, received_on=date(2026, 11, 17), reason="投诉人方建平，男，承认所述不实，依法撤销")
    withdraw(published, people)
    (left,) = notices_by_number(published.decision.number)
    assert "方建平" not in left.withdrawal_basis
    assert "依法撤销" in left.withdrawal_basis


def test_reason_as_long_as_the_form_allows_takes_the_decision_down_all_the_same(people, published):
    pending = a_publication(people)
    for one in (published, pending):
        annul(one.decision, received_on=date(2026, 11, 17), reason="复议机关认为程序不当。" * 90)
    withdraw(published, people)
    pending.refresh_from_db()
    assert not notice_by_ref(published.notice_ref).stands
    assert (pending.status, len(pending.withholding_reason)) == ("withheld", 400)


def test_withdrawal_that_overtakes_the_release_leaves_a_tombstone_and_nothing_else(people, prepared):
    release_publication(publication_id=prepared.pk, code=a_code(people.second), actor=people.second, at=Moment.now())
    proposal = withdrawal_proposed(prepared, people)
    withdraw_publication(proposal_id=proposal.pk, code=a_code(people.head), actor=people.head, at=Moment.now())
    outbox.deliver_all(to="disclosure.take_down")
    for _ in range(2):
        (left,) = notices_by_number(prepared.decision.number)
        assert (left.stands, left.title, left.text) == (False, "", [])
        assert find(Search("晨曦")).total == 0
        assert "晨曦" not in pages_on_disk.path_of(left.ref).read_text()
        deliver()
    assert faults() == []


def test_annulled_decision_starts_the_clock_by_itself(people, published):
    annul(published.decision, received_on=date(2026, 11, 17))
    published.refresh_from_db()
    assert (published.withdrawal_ground, published.withdraw_by) == ("annulled", date(2026, 11, 20))


def test_annulled_decision_that_was_never_public_is_struck_from_the_list(people, pending):
    annul(pending.decision, received_on=date(2026, 11, 17))
    pending.refresh_from_db()
    assert (pending.status, pending.withholding_ground) == ("withheld", "no_longer_stands")


def test_overdue_withdrawal_needs_a_reason_and_is_never_refused_with_one(people, published):
    annul(published.decision, received_on=date(2026, 11, 17))
    with clock.frozen(clock.beijing(date(2026, 11, 27), 10)):
        with pytest.raises(Refused, match="已经超过撤回期限"):
            withdraw(published, people)
        assert withdraw(published, people, late_reason="文书转错科室").withdrawn_on == date(2026, 11, 27)


def ground(publication, actor, **given):
    values = {"ground": "altered", "paper": "示政复决字〔2026〕第12号", "received_on": date(2026, 11, 17)} | given
    return record_withdrawal_ground(publication_id=publication.pk, actor=actor, at=Moment.now(), **values)


def test_earlier_day_of_receipt_holds(people, published):
    ground(published, people.first)
    ground(published, people.first, received_on=date(2026, 11, 18))
    published.refresh_from_db()
    assert published.ground_received_on == date(2026, 11, 17)


@pytest.mark.parametrize(
    ("given", "reason"),
    [({"paper": " "}, "请写明所依据的文书"), ({"ground": "whim"}, "请选择撤回情形"),
     ({"received_on": date(2026, 12, 1)}, "收到文书的日期不能晚于今天")],
)  # fmt: skip
def test_incomplete_ground_is_refused(people, published, given, reason):
    with pytest.raises(Refused, match=reason):
        ground(published, people.first, **given)


def test_ground_for_what_is_not_public_is_refused(people, pending):
    with pytest.raises(Refused, match="不在公开"):
        ground(pending, people.first)


def test_second_withdrawal_is_refused(people):
    publication = a_publication(people, state="withdrawn")
    with pytest.raises(Refused, match="不在公开，不能撤回"):
        withdraw(publication, people, code=code_for(people.first))


def test_prepared_correction_falls_with_the_withdrawal(people, published):
    prepare_correction(publication_id=published.pk, reason="更正", examination=an_examination(), actor=people.first,
                       at=Moment.now())  # fmt: skip
    withdraw(published, people)
    assert published.versions.count() == 1


def faults():
    names = {"publications", "publication_people", "publication_duties"}
    return [fault for _, _, found in verifying.run(names) for fault in found]


def test_verify_finds_nothing_after_a_full_life(people):
    for state in ("", "prepared", "published", "withdrawn"):
        a_publication(people, state=state)
    deliver()
    assert faults() == []


def test_verify_finds_a_changed_copy_a_missing_page_and_a_rest(people, published):
    from yangguang.bulletin.models import Notice

    Notice.objects.filter(ref=published.notice_ref).update(digest="0" * 64)
    assert any("不一致" in fault for fault in faults())
    withdrawn = a_publication(people, state="withdrawn")
    Notice.objects.filter(ref=withdrawn.notice_ref).update(party_name="示范县晨曦电子有限公司")
    assert any("还有内容" in fault for fault in faults())
    pages_on_disk.remove(withdrawn.notice_ref)
    assert any("网页不在" in fault for fault in faults())


def test_verify_finds_one_person_alone_and_an_unlisted_decision(people, published):
    published.versions.update(released_by=people.first)
    published.decision.case.publications.exclude(pk=published.pk)
    assert any("同一人" in fault for fault in faults())
    from tests.builders.disclosure import a_decision

    a_decision(people.body, announced=False)
    assert any("没有列入待公开" in fault for fault in faults())
