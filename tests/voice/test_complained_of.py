"""Whom a complaint is about never sees it, nor answers it, also where only the number of a certificate was typed."""

from datetime import date, timedelta

import pytest

from tests.builders.directory import a_certificate, an_account, an_officer
from tests.builders.voices import a_voice, kept
from yangguang.directory.models import Certificate
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused
from yangguang.voice.models import Voice
from yangguang.voice.queries import voices_visible_to, waiting_for

pytestmark = [pytest.mark.django_db(databases=["default", "public"]), pytest.mark.duty("D07")]
NUMBER = "SX-9901-0042"


@pytest.fixture
def head():
    account = an_account(role="unit_head", named="陈大勇")
    a_certificate(an_officer(body=account.body, account=account), number=NUMBER)
    return account


@pytest.mark.parametrize(
    "typed", [NUMBER, f"证号：{NUMBER}，戴眼镜", " sx-9901-0042 ", "ＳＸ－９９０１－００４２", "SX-9901 0042"]
)
def test_number_of_a_certificate_is_its_officer(head, typed):
    voice = a_voice(head.body, "conduct", about_name=typed)
    assert voice.officer == head.officer
    assert not voices_visible_to(head).exists()
    assert waiting_for(head) == []
    with pytest.raises(Refused, match="投诉的是您本人"):
        kept(voice, head)


def test_number_of_a_certificate_that_lapsed_is_its_officer_too(head):
    Certificate.objects.filter(number=NUMBER).update(
        state="deregistered", state_since=date(2024, 1, 1), valid_until=clock.today() - timedelta(days=400)
    )
    assert a_voice(head.body, "conduct", about_name=NUMBER).officer == head.officer


def test_of_two_officers_named_by_spaced_numbers_neither_sees_it(head):
    other = an_account(role="agency_head", named="周敏", body=head.body)
    a_certificate(an_officer(body=head.body, account=other), number="SX-9901-0043")
    a_voice(head.body, "conduct", about_name="SX-9901 0042 和 sx 9901－0043")
    assert not voices_visible_to(head).exists()
    assert not voices_visible_to(other).exists()


@pytest.mark.parametrize("typed", [f"{NUMBER}7", f"7{NUMBER}", "1SX99010042"])
def test_part_of_a_longer_number_is_nobody(head, typed):
    assert a_voice(head.body, "conduct", about_name=typed).officer is None


def test_number_that_says_too_little_is_nobody(head):
    Certificate.objects.filter(number=NUMBER).update(number="42")
    assert a_voice(head.body, "conduct", about_name="警号13900420042，42路车旁").officer is None


def test_what_was_typed_is_shown_beside_the_officer_it_was_found_to_be(client, head):
    other = an_account(role="agency_head", body=head.body, named="郭玉梅")
    voice = a_voice(head.body, "conduct", about_name=f"证号{NUMBER}，还有一位戴眼镜的")
    client.force_login(other)
    page = client.get(f"/desk/voices/{voice.public_id}/").content.decode()
    assert "陈大勇" in page
    assert "还有一位戴眼镜的" in page


def test_each_officer_whose_number_was_typed_keeps_away(head):
    other = an_account(role="agency_head", body=head.body, named="郭玉梅")
    a_certificate(an_officer(body=head.body, account=other), number="SX-9901-0043")
    a_voice(head.body, "conduct", about_name=f"{NUMBER}和SX-9901-0043")
    assert not voices_visible_to(head).exists()
    assert not voices_visible_to(other).exists()


def test_number_with_an_officer_who_has_no_account_keeps_the_namesake_away():
    officer = an_officer(role=None, named="陈大勇")
    head = an_account(role="unit_head", named="陈大勇", body=officer.body)
    a_voice(officer.body, "conduct", about_name=officer.certificates.get().number)
    assert not voices_visible_to(head).exists()


@pytest.mark.parametrize("typed", ["", "某人", "SX-9901-004", "9901"])
def test_words_with_no_number_of_ours_are_nobody(head, typed):
    voice = a_voice(head.body, "conduct", about_name=typed)
    assert Voice.objects.get() == voice
    assert voice.officer is None
    assert voices_visible_to(head).get() == voice
