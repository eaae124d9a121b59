"""Reading pages cannot write, a form is carried out once, and a refused act gets its page and its receipt number."""

import pytest
from django.db import DatabaseError
from django.http import HttpResponse, HttpResponseRedirect
from django.test import RequestFactory

from tests.builders.directory import a_body, an_account
from yangguang.base import guards, once
from yangguang.base.models import LocalValue, RefusedAttempt, SubmittedForm
from yangguang.base.refusals import refused_response
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused, Verdict

pytestmark = pytest.mark.django_db


def _post(account, token):
    request = RequestFactory().post("/desk/x/", {"once": token})
    request.user = account
    return request


def test_reading_page_that_writes_is_stopped():
    with guards.reading(), pytest.raises(guards.ReadingPageWrote):
        LocalValue.objects.create(
            chain="x", name="y", value=1, source="z", in_force=clock.today(), set_by_name="a", set_at=clock.now()
        )


def test_reading_page_reads():
    with guards.reading():
        assert LocalValue.objects.count() == 0


def test_second_click_goes_to_the_first_result():
    account, times = an_account(body=a_body()), []

    def act():
        times.append(1)
        return HttpResponseRedirect("/desk/done/")

    first = once.carried_out(_post(account, "t1"), act)
    second = once.carried_out(_post(account, "t1"), act)
    assert (first.url, second.url) == ("/desk/done/", "/desk/done/")
    assert len(times) == 1


def test_form_that_did_not_go_through_may_be_sent_again():
    account, answers = an_account(body=a_body()), [HttpResponse("请更正"), HttpResponseRedirect("/desk/done/")]
    assert once.carried_out(_post(account, "t2"), lambda: answers.pop(0)).status_code == 200
    assert once.carried_out(_post(account, "t2"), lambda: answers.pop(0)).status_code == 302


def test_click_while_the_first_is_being_carried_out_is_told_to_wait():
    account = an_account(body=a_body())
    SubmittedForm.objects.create(token="t3", account_ref=account.actor_ref, went_to="", submitted_at=clock.now())
    answer = once.carried_out(_post(account, "t3"), lambda: pytest.fail("carried out twice"))
    assert answer.status_code == 409


def test_form_that_broke_down_may_be_sent_again():
    account = an_account(body=a_body())

    def act():
        LocalValue.objects.create(
            chain="x", name="y", value=1, source="z", in_force=clock.today(), set_by_name="a", set_at=clock.now()
        )
        raise DatabaseError("disk full")

    with pytest.raises(DatabaseError):
        once.carried_out(_post(account, "t4"), act)
    assert not SubmittedForm.objects.filter(token="t4").exists()
    assert not LocalValue.objects.exists()


def test_refusal_names_what_is_missing_what_holds_and_a_receipt_number():
    request = _post(an_account(body=a_body(), role="case_handler"), "")
    verdicts = (
        Verdict("a", "法制审核通过", False, "未经法制审核，不得作出决定。", ("APL-2021:58.1",), "请先送审。"),
        Verdict("b", "两名持证执法人员", True, "", ("APL-2021:42.1#officers",)),
    )
    page = refused_response(request, Refused("现在还不能作出决定", verdicts=verdicts))
    words = page.content.decode()
    assert page.status_code == 409
    assert "1 个条件没有满足" in words
    assert "未经法制审核" in words
    assert "请先送审" in words
    assert "两名持证执法人员" in words
    assert RefusedAttempt.objects.get().receipt in words
