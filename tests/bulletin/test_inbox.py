"""The box for what citizens send in: sealed, counted, once, and empty as soon as the desk has it."""

import json

import pytest

from tests.builders.disclosure import a_publication, sent, the_people
from yangguang.bulletin.api import (
    LetterStatus,
    forget_senders,
    letter_by_receipt,
    letter_taken,
    open_for_letters,
    put_reply,
    waiting_letters,
)
from yangguang.bulletin.models import Letter
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db(databases=["default", "public"])


@pytest.fixture
def published(settings, tmp_path):
    settings.PAGES_DIR = tmp_path / "pages"
    return a_publication(the_people(), state="published")


def test_nothing_can_be_sent_before_the_desk_has_put_its_key(published):
    assert not open_for_letters()
    sent(published)
    assert open_for_letters()


def test_letter_names_nobody_in_the_public_store(published):
    sent(published, name="卢志远", contact="13900001111", wrong="第三段写错了")
    row = Letter.objects.values().get()
    told = json.dumps(row, default=str, ensure_ascii=False)
    assert not [word for word in ("卢志远", "13900001111", "第三段", "203.0.113.7") if word in told]


def test_same_slip_twice_is_one_letter(published):
    first = sent(published, slip="a" * 26)
    assert sent(published, slip="a" * 26).receipt == first.receipt
    assert Letter.objects.count() == 1


def test_letter_that_was_taken_leaves_nothing_to_read(published):
    letter = sent(published)
    letter_taken(letter.receipt)
    letter.refresh_from_db()
    assert (letter.sealed, letter.status) == ("", LetterStatus.IN_HAND)
    assert not waiting_letters().exists()


def test_letter_is_found_by_its_receipt_however_it_is_typed(published):
    receipt = sent(published).receipt
    assert letter_by_receipt(f" {receipt[:4].upper()}-{receipt[4:8]} {receipt[8:]}").receipt == receipt
    assert letter_by_receipt(receipt[:-1]) is None
    assert letter_by_receipt("' OR 1=1 --") is None


def test_answer_stands_beside_the_receipt(published):
    letter = sent(published)
    put_reply(letter.receipt, outcome="已更正", reply="已按决定书更正。", on=clock.today())
    letter.refresh_from_db()
    assert (letter.status, letter.outcome, letter.reply) == ("answered", "已更正", "已按决定书更正。")


def test_one_address_sends_only_so_much_an_hour_and_another_may_still_send(published, settings):
    settings.LETTERS_FROM_ONE_ADDRESS = 2
    for _ in range(2):
        sent(published)
    with pytest.raises(Refused, match="您提交得太多了"):
        sent(published)
    sent(published, sender="203.0.113.8")


def test_one_page_and_the_whole_box_hold_only_so_much(published, settings):
    settings.LETTERS_ABOUT_ONE_PAGE = 1
    sent(published)
    with pytest.raises(Refused, match="收到的申请太多"):
        sent(published, sender="203.0.113.8")
    settings.LETTERS_ABOUT_ONE_PAGE = 9
    Letter.objects.update(status=LetterStatus.RECEIVED)
    settings.LETTERS_WAITING_AT_MOST = 0
    with pytest.raises(Refused, match="现在提交的人太多"):
        sent(published, sender="203.0.113.9")


def test_marks_of_senders_are_forgotten_after_the_hour_they_count_in(published, settings):
    sent(published)
    assert forget_senders() == 0
    with clock.frozen(clock.now() + settings.LETTERS_PERIOD * 2):
        assert forget_senders() == 1
    assert not Letter.objects.exclude(sender_mark="").exists()
