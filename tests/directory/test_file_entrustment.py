"""Filing an entrustment with the authority above."""

from datetime import date

import pytest

from tests.builders.directory import a_body, an_account, an_entrustment
from yangguang.directory.models import Entrustment
from yangguang.directory.proposals import entrustments_to_file
from yangguang.directory.rules.entrustments import fault
from yangguang.directory.use_cases.end_entrustment import end_entrustment
from yangguang.directory.use_cases.file_entrustment import file_entrustment
from yangguang.directory.use_cases.publish_entrustment import publish_entrustment
from yangguang.directory.use_cases.return_entrustment import return_entrustment
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D06")]


def file(county, agreement, on=date(2026, 11, 2), actor=None):
    return file_entrustment(
        entrustment=agreement,
        filing_number="示司备〔2026〕7号",
        filed_on=on,
        actor=actor or county.supervisor,
        at=Moment.now(),
    )


@pytest.fixture
def agreement(county):
    return an_entrustment(entrusting=county.bureau, entrusted=county.brigade, published=False, filed=False)


def test_filing_is_kept_with_its_number(county, agreement, last_entry):
    assert file(county, agreement).filing_number == "示司备〔2026〕7号"
    assert last_entry(county.bureau).event == "EntrustmentFiled"


def test_second_filing_is_refused(county, agreement):
    file(county, agreement)
    with pytest.raises(Refused, match="已经备案"):
        file(county, agreement)


def test_filing_on_a_day_to_come_is_refused(county, agreement):
    with pytest.raises(Refused, match="不能晚于今天"):
        file(county, agreement, on=date(2026, 11, 19))


def test_filing_by_a_case_handler_is_refused(county, agreement):
    for stranger in (county.handler, county.head):
        with pytest.raises(Refused, match="您不能登记") as refused:
            file(county, agreement, actor=stranger)
        assert refused.value.clauses == ("APL-2021:20.2",)


def test_letter_of_a_bureau_that_is_not_in_the_system_is_recorded_by_the_head(last_entry):
    alone = a_body(named="示范县林业局")
    agreement = an_entrustment(entrusting=alone, published=False, filed=False)
    told = {"filing_number": "司备3号", "filed_on": date(2026, 11, 2)}
    head = an_account(role="agency_head", body=alone)
    file_entrustment(entrustment=agreement, actor=head, at=Moment.now(), **told)
    assert last_entry(alone).event == "EntrustmentFiled"


def test_returned_filing_keeps_the_agreement_from_being_public(county, agreement, last_entry):
    given = {"entrustment": agreement, "reason": "超出委托机关的法定权限。", "at": Moment.now()}
    with pytest.raises(Refused, match="您不能退回"):
        return_entrustment(actor=county.head, **given)
    assert return_entrustment(actor=county.supervisor, **given).return_reason == "超出委托机关的法定权限。"
    assert last_entry(county.bureau).event == "EntrustmentReturned"
    with pytest.raises(Refused, match="已经退回"):
        file(county, agreement)
    with pytest.raises(Refused, match="已经办完"):
        return_entrustment(actor=county.supervisor, **given)
    with pytest.raises(Refused, match="备案已经退回"):
        publish_entrustment(
            entrustment=agreement, by=county.bureau, published_on=date(2026, 11, 3), published_where="公告栏",
            actor=county.head, at=Moment.now(),
        )  # fmt: skip


def test_returned_filing_tells_a_way_that_can_be_gone_and_its_reason_may_have_lines(county, agreement):
    returned = return_entrustment(
        entrustment=agreement, reason="超出权限。\n期限过长。", actor=county.supervisor, at=Moment.now()
    )
    assert returned.return_reason == "超出权限。\n期限过长。"
    with pytest.raises(Refused, match="终止后按退回理由重新签订"):
        publish_entrustment(
            entrustment=agreement, by=county.bureau, published_on=date(2026, 11, 3), published_where="公告栏",
            actor=county.head, at=Moment.now(),
        )  # fmt: skip


def test_agreement_that_was_published_before_and_whose_filing_is_returned_carries_nothing(county):
    agreement = an_entrustment(entrusting=county.bureau, entrusted=county.brigade)
    Entrustment.objects.filter(pk=agreement.pk).update(filed_on=None, filing_number="")  # as it could stand before
    assert fault([agreement.facts], matter=agreement.matters[0], on=date(2026, 11, 18)) == ""
    returned = return_entrustment(entrustment=agreement, reason="超出权限。", actor=county.supervisor, at=Moment.now())
    assert "备案已经退回" in fault([returned.facts], matter=agreement.matters[0], on=date(2026, 11, 18))


def test_agreement_that_was_ended_is_neither_filed_nor_returned(county, agreement):
    end_entrustment(
        entrustment=agreement, ended_on=date(2026, 11, 2), reason="机构改革。", actor=county.head, at=Moment.now()
    )
    with pytest.raises(Refused, match="已经终止"):
        file(county, agreement)
    with pytest.raises(Refused, match="已经终止"):
        return_entrustment(entrustment=agreement, reason="超出权限。", actor=county.supervisor, at=Moment.now())
    assert not entrustments_to_file(county.supervisor)


def test_agreement_is_not_filed_before_it_was_signed(county, agreement):
    Entrustment.objects.filter(pk=agreement.pk).update(signed_on=date(2026, 11, 3))
    with pytest.raises(Refused, match="不能早于签订日期"):
        file(county, agreement)


def test_what_expired_waits_for_nobody(county, agreement):
    assert list(entrustments_to_file(county.supervisor)) == [agreement]
    Entrustment.objects.filter(pk=agreement.pk).update(ends_on=date(2026, 11, 17))
    assert not entrustments_to_file(county.supervisor)
