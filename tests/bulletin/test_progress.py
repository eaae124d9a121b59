"""Progress is asked for with two things only the complainant has together; whatever is wrong gets one answer, and not for long."""

from datetime import date, timedelta

import pytest

from yangguang.bulletin.api import Progress, ask_progress, forget_progress, put_progress, tail_of
from yangguang.bulletin.models import ProgressAsk, PublicProgress
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D11")]
NUMBER = "示人社监诉登〔2026〕第7号"
TOLD = Progress("已经受理，正在调查", "示范县人社局　0000-1234567", "完成调查", date(2027, 1, 8))


def ask(number=NUMBER, tail="1111", sender="10.0.0.1"):
    return ask_progress(number, tail, sender=sender)


def test_number_and_tail_together_find_it_however_the_number_is_typed():
    assert put_progress(NUMBER, {"1111"}, TOLD)
    assert not put_progress(NUMBER, {"1111"}, TOLD)
    for number in (NUMBER, "示人社监诉登(2026)第 7 号"):
        assert ask(number).stage == TOLD.stage
    assert ask(tail="1112") is None
    assert ask(number=NUMBER.replace("7", "8")) is None
    assert ask(tail="") is None


def test_store_holds_neither_number_nor_telephone():
    put_progress(NUMBER, {"1111"}, TOLD)
    ask()
    kept = str([*PublicProgress.objects.values(), *ProgressAsk.objects.values()])
    for secret in (NUMBER, "1111", "10.0.0.1", "监诉登"):
        assert secret not in kept


def test_telephone_that_is_no_longer_on_record_finds_nothing():
    put_progress(NUMBER, {"1111", "2222"}, TOLD)
    put_progress(NUMBER, {"2222"}, TOLD)
    assert ask() is None
    assert ask(tail="2222")
    assert put_progress(NUMBER, {""}, TOLD)
    assert not PublicProgress.objects.exists()


def test_number_that_exists_and_one_that_does_not_are_refused_alike_after_too_many(settings):
    settings.PROGRESS_ABOUT_ONE_NUMBER = 3
    put_progress(NUMBER, {"1111"}, TOLD)
    for number in (NUMBER, "没有的编号"):
        for place in range(3):
            ask(number, "0000", sender=f"10.0.0.{place}")
        with pytest.raises(Refused, match="查询得太多") as refused:
            ask(number, "1111", sender="10.0.0.9")
        assert refused.value.remedy == "请明天再查，或者打电话、到窗口询问。"
    with clock.frozen(clock.now() + timedelta(days=1, minutes=1)):
        assert ask()


def test_stranger_alone_cannot_use_up_what_the_complainant_may_ask(settings):
    put_progress(NUMBER, {"1111"}, TOLD)
    for _ in range(settings.PROGRESS_ABOUT_ONE_NUMBER_FROM_ONE_ADDRESS):
        ask(NUMBER, "0000", sender="10.0.0.9")
    for _ in range(20):
        with pytest.raises(Refused, match="查询得太多"):
            ask(NUMBER, "0000", sender="10.0.0.9")
    assert ask(NUMBER, "1111", sender="10.0.0.2")


def test_one_address_cannot_try_one_number_after_another(settings):
    settings.PROGRESS_FROM_ONE_ADDRESS = 5
    for number in range(5):
        ask(f"编号{number}", "0000")
    with pytest.raises(Refused, match="查询得太多"):
        ask("编号9", "0000")
    assert ask("编号9", "0000", sender="10.0.0.2") is None


def test_right_and_wrong_questions_cost_the_same_statements(django_assert_num_queries):
    put_progress(NUMBER, {"1111"}, TOLD)
    for number, tail in ((NUMBER, "1111"), (NUMBER, "0000"), ("没有的编号", "1111")):
        with django_assert_num_queries(3, using="public"):
            ask(number, tail)


def test_what_is_over_can_be_asked_until_its_day_and_is_then_forgotten():
    over = Progress("已经办结并答复", "窗口", until=clock.today())
    put_progress(NUMBER, {"1111"}, over)
    assert ask().stage == "已经办结并答复"
    assert forget_progress() == 0
    with clock.frozen(clock.now() + timedelta(days=1, minutes=1)):
        assert ask() is None
        assert forget_progress() == 2
    assert not PublicProgress.objects.exists()


@pytest.mark.parametrize(("phone", "tail"), [("139 0000-1111", "1111"), ("1111", ""), ("", ""), ("０１２３４５", "")])
def test_tail_is_the_last_four_digits_of_a_whole_number(phone, tail):
    assert tail_of(phone) == tail
