"""The box for voices on the public site: what it forgets, what it counts, and that it gives nothing away."""

from datetime import timedelta

import pytest

from tests.builders.directory import a_body
from tests.builders.voices import PNG, posted
from yangguang.bulletin.api import voices
from yangguang.bulletin.models import PublicVoice, PublicVoiceFile
from yangguang.kernel import chance, clock

pytestmark = [pytest.mark.django_db(databases=["default", "public"]), pytest.mark.clause("LSR-2004:9.3")]
ROW = {
    "body_ref": "b" * 26,
    "body_name": "甲",
    "kind": "wages",
    "received": 3,
    "settled": 2,
    "with_term": 2,
    "in_time": 1,
}


def test_marks_of_senders_are_forgotten_when_they_no_longer_count():
    posted(a_body())
    assert PublicVoice.objects.get().sender_mark
    with clock.frozen(clock.now() + timedelta(hours=2)):
        assert voices.forget_voices() == 1
    assert PublicVoice.objects.get().sender_mark == ""


def test_voice_is_forgotten_when_it_may_not_be_asked_about_any_more():
    sent = posted(a_body(), files=[PNG])
    voices.put_voice_standing(sent.receipt, voices.VoiceStanding("甲", "已答复", until=clock.today()))
    assert voices.ask_voice(sent.receipt, sent.code, sender="s") is not None
    with clock.frozen(clock.now() + timedelta(days=1)):
        assert voices.ask_voice(sent.receipt, sent.code, sender="s") is None
        voices.forget_voices()
    assert not PublicVoice.objects.exists()
    assert not PublicVoiceFile.objects.exists()


def test_code_is_known_from_the_slip_alone_and_no_mark_holds_it():
    slip = chance.public_id()
    sent = posted(a_body(), slip=slip)
    row = PublicVoice.objects.get()
    assert voices.code_of(slip) == sent.code
    assert sent.code not in (row.code_mark, row.tail_mark, row.receipt)
    assert voices.ask_voice(sent.receipt.upper(), sent.code, sender="s") == row


def test_voice_without_a_telephone_is_found_by_its_code_alone():
    sent = posted(a_body(), "question")
    for proof in ("", "0000", "1111"):
        assert voices.ask_voice(sent.receipt, proof, sender="s") is None
    assert voices.ask_voice(sent.receipt, sent.code, sender="s") is not None


def test_numbers_take_the_place_of_those_before():
    assert voices.put_voice_counts([ROW])
    assert not voices.put_voice_counts([ROW])
    assert voices.put_voice_counts([ROW | {"received": 4}])
    assert [one.received for one in voices.voice_counts()] == [4]
