"""A mailbox that confirmed is told once a day at most, through a real mail session; what it leaves is forgotten."""

import re
from datetime import timedelta

import pytest

from tests.builders.disclosure import PARTY, a_publication, deliver, the_people, withdraw
from tests.disclosure.channels.smtp_stub import a_mail_server
from tests.portal.alone import run, script
from yangguang.base import letter_secret
from yangguang.bulletin.models import LetterKey, Subscriber, Subscription, ToldNotice
from yangguang.disclosure import letter_box
from yangguang.disclosure.digest_mails import send_confirmations, send_digests
from yangguang.kernel import clock, letters

pytestmark = [pytest.mark.django_db(databases=["default", "public"]), pytest.mark.duty("D21")]
ADDRESS = "chen.xiaoyu@mail.example"


@pytest.fixture
def people(settings, tmp_path):
    settings.PAGES_DIR = tmp_path / "pages"
    return the_people()


@pytest.fixture
def server(settings, people):
    with a_mail_server(settings) as running:
        letter_box.announce_key()
        yield running


def asked(client, address=ADDRESS, **wanted):
    return client.post("/subscriptions/", {"address": address, "body": "", "kind": "", "party": "", **wanted})


def link_in(mail, part):
    return re.search(rf"https://gongshi.example(/subscriptions/{part}/\?t=\S+)", mail.get_content()).group(1)


def subscribed(client, server, address=ADDRESS, **wanted):
    asked(client, address, **wanted)
    send_confirmations()
    link = link_in(server.taken.pop(), "confirm")
    client.post(link.partition("?")[0], {"t": link.partition("?t=")[2]})


def later(**span):
    return clock.frozen(clock.now() + timedelta(**span))


def test_nothing_is_sent_before_the_mailbox_has_confirmed(client, server, people):
    asked(client)
    a_publication(people, state="published")
    assert send_confirmations() == 1
    assert send_confirmations() == 0
    with later(days=1):
        assert send_digests() == 0
    (mail,) = server.taken
    assert mail["To"] == ADDRESS
    assert client.get(link_in(mail, "confirm")).status_code == 200
    assert Subscription.objects.get().confirmed_at is None, "looking is not confirming"


def test_confirmed_mailbox_is_told_where_to_read_and_no_word_of_the_content(client, server, people):
    subscribed(client, server)
    with later(minutes=5):
        publication = a_publication(people, state="published")
        assert send_digests() == 1
    (mail,) = server.taken
    text = mail.get_content()
    assert f"【公开】{publication.decision.number}" in text
    assert f"https://gongshi.example/decisions/{publication.notice_ref}" in text
    assert PARTY not in str(mail) + text + mail["Subject"]
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["List-Unsubscribe"].strip() == f"<https://gongshi.example{link_in(mail, 'leave')}>"


def test_one_mail_a_day_whatever_happens(client, server, people):
    subscribed(client, server)
    with later(minutes=5):
        a_publication(people, state="published")
        assert send_digests() == 1
        a_publication(people, state="published")
    with later(hours=5):
        assert send_digests() == 0
    with clock.frozen(clock.beijing(clock.today() + timedelta(days=1), 7)):
        assert send_digests() == 0
    with clock.frozen(clock.beijing(clock.today() + timedelta(days=1), 8)):
        assert send_digests() == 1
        assert send_digests() == 0
    assert [mail.get_content().count("【公开】") for mail in server.taken] == [1, 1]


def test_withdrawn_before_the_mail_is_not_told_and_withdrawn_after_it_is_told_once(client, server, people):
    subscribed(client, server, party="晨曦")
    with later(minutes=5):
        told, never = (a_publication(people, state="published") for _ in range(2))
        withdraw(never, people)
        deliver()
        send_digests()
    with later(hours=20):
        withdraw(told, people)
        deliver()
    for days in (1, 2, 3):
        with later(days=days):
            send_digests()
    first, second = server.taken
    assert never.decision.number not in first.get_content()
    assert f"【撤回】{told.decision.number}" in second.get_content()
    assert not ToldNotice.objects.exists()


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ({}, 1),
        ({"party": "晨曦电子"}, 1),
        ({"party": "别的公司"}, 0),
        ({"kind": "penalty"}, 1),
        ({"kind": "disposition"}, 0),
    ],
)
def test_mailbox_is_told_what_it_asked_for(client, server, people, wanted, told):
    subscribed(client, server, **wanted)
    with later(minutes=5):
        a_publication(people, state="published")
        assert send_digests() == told


def test_two_subscriptions_of_a_mailbox_share_its_mail(client, server, people):
    a_publication(people, state="published")
    subscribed(client, server, body=people.body.public_id)
    subscribed(client, server, kind="penalty")
    with later(minutes=5):
        a_publication(people, state="published")
        assert send_digests() == 1
    assert server.taken[0].get_content().count("【公开】") == 1


def test_server_that_is_away_is_waited_for_and_nothing_is_lost(client, server, people):
    subscribed(client, server)
    server.away = True
    with later(minutes=5):
        a_publication(people, state="published")
        assert send_digests() == 0
    assert "发信服务器" in Subscriber.objects.get().last_error
    server.away = False
    with later(minutes=30):
        assert send_digests() == 1
    assert Subscriber.objects.get().last_error == ""


def test_mailbox_that_takes_nothing_today_holds_no_other_up(client, server, people):
    asked(client, "full@mail.example")
    asked(client)
    assert send_confirmations() == 1
    assert server.taken[0]["To"] == ADDRESS
    assert Subscription.objects.filter(confirmation_sent_at=None).count() == 1, "it is asked again later"


def test_address_no_mail_can_be_written_to_holds_no_other_up(client, server, people):
    asked(client, "first@mail.example")
    asked(client)
    key = LetterKey.objects.get().public
    first = Subscriber.objects.order_by("pk").first()
    Subscriber.objects.filter(pk=first.pk).update(sealed=letters.seal("a@mail.example\nBcc: b@mail.example", to=key))
    assert send_confirmations() == 1
    assert server.taken[0]["To"] == ADDRESS
    assert Subscription.objects.get().subscriber != first, "nobody waits for what cannot be sent"


def test_mailbox_that_does_not_exist_is_forgotten_after_some_tries(client, server, people):
    subscribed(client, server)
    one = Subscriber.objects.get()
    one.sealed = letters.seal("gone@mail.example", to=letters.public_half(letter_secret.secret()))
    one.save()
    for hours in (1, 3, 6):
        with later(hours=hours):
            a_publication(people, state="published")
            assert send_digests() == 0
    assert not Subscriber.objects.exists()


DIGEST_OF_A_BOX_APART = """
from datetime import timedelta
import django
django.setup()
from django.conf import settings
from yangguang.bulletin import digests
from yangguang.bulletin.models import Notice, Subscriber
from yangguang.kernel import clock
assert settings.INBOX_STORE == "inbox"
now, told = clock.now(), {}
one = Subscriber.objects.create(ref="s" * 26, mark="m" * 64, sealed="x", next_mail_at=now)
one.subscriptions.create(ref="a" * 26, asked_at=now, confirmed_at=now - timedelta(hours=1))
for ref, status in (("b" * 26, "expired"), ("c" * 26, "public"), ("d" * 26, "withdrawn")):
    told[ref] = now - timedelta(hours=2)
    Notice.objects.create(
        ref=ref, kind="penalty", kind_label="行政处罚", number=ref[:3], number_key=ref[:3], body_ref="e" * 26, status=status,
        body_name="某局", decided_on="2026-01-01", published_on="2026-01-01", digest="0", received_at=now, changed_at=now,
    )
    one.told.create(notice_ref=ref, changed_at=told[ref])
digest = digests.digest_for(one)
assert sorted(line.what for line in digest.lines) == ["撤回", "更新"], digest.lines
digests.digest_was_told(digest)
one.refresh_from_db()
assert one.next_mail_at > now
assert list(one.told.values_list("notice_ref", flat=True)) == ["c" * 26]
digests.digest_failed(one.pk, "x", refused=False)
one.refresh_from_db()
assert one.attempts == 1
"""


def test_mail_is_told_once_where_mailboxes_lie_in_a_database_of_their_own(tmp_path):
    apart = {"YANGGUANG_SITES": "desk", "DJANGO_SETTINGS_MODULE": "config.settings.base"}
    code, said = run(tmp_path, "init", **apart)
    assert code == 0, said
    done = script(tmp_path, DIGEST_OF_A_BOX_APART, **apart)
    assert done.returncode == 0, done.stderr


def test_reason_of_a_failure_holds_no_address(client, server, people):
    subscribed(client, server)
    one = Subscriber.objects.get()
    one.sealed = letters.seal("full@mail.example", to=letters.public_half(letter_secret.secret()))
    one.save()
    with later(hours=1):
        a_publication(people, state="published")
        send_digests()
    one.refresh_from_db()
    assert "452" in one.last_error
    assert "full" not in one.last_error
