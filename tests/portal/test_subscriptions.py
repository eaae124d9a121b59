"""An address is taken only when mail can be sent, is readable to nobody, and goes with one click."""

import json
from contextlib import suppress
from datetime import timedelta

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from yangguang.bulletin.api import subscriptions
from yangguang.bulletin.models import Subscriber, Subscription
from yangguang.disclosure import letter_box
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D21")]
ADDRESS = "chen.xiaoyu@mail.example"
ASKED = {"address": ADDRESS, "body": "", "kind": "penalty", "party": "晨曦电子"}


@pytest.fixture
def open_site(settings, people):
    settings.EMAIL_HOST, settings.MAIL_FROM = "mail.example", "gongshi@site.example"
    settings.PUBLIC_SITE = settings.PUBLIC_SITE | {"url": "https://gongshi.example"}
    letter_box.announce_key()


def test_site_without_a_mail_server_says_so_and_takes_no_address(client, people):
    letter_box.announce_key()
    for page in (client.get("/subscriptions/"), client.post("/subscriptions/", ASKED)):
        told = page.content.decode()
        assert "还没有开通邮件订阅" in told
        assert 'name="address"' not in told
    assert not Subscriber.objects.exists()


def test_address_stands_nowhere_in_the_store(client, open_site):
    assert client.post("/subscriptions/", ASKED).url == "/subscriptions/?sent=1"
    told = json.dumps([*Subscriber.objects.values(), *Subscription.objects.values()], default=str, ensure_ascii=False)
    assert "chen" not in told
    assert "mail.example" not in told


def test_link_the_desk_signed_is_good_at_a_site_with_a_secret_of_its_own(client, open_site, settings):
    client.post("/subscriptions/", ASKED)
    one = Subscription.objects.select_related("subscriber").get()
    confirm, leave = (
        link.partition("?t=")[2] for link in (subscriptions.confirm_link(one), subscriptions.leave_link(one.subscriber))
    )
    settings.SECRET_KEY = "the-secret-of-the-public-site-itself"
    assert subscriptions.asked_by(confirm) == one
    assert subscriptions.subscriber_by(leave) == one.subscriber
    settings.PROGRESS_KEY = "ab" * 32
    assert subscriptions.asked_by(confirm) is None
    assert subscriptions.subscriber_by(leave) is None


def test_site_that_was_not_given_the_key_of_links_takes_no_address(client, open_site, settings):
    settings.PROGRESS_KEY = ""
    assert not subscriptions.open_for_subscriptions()
    assert "还没有开通邮件订阅" in client.get("/subscriptions/").content.decode()


def test_page_asks_the_database_of_the_agency_nothing(client, open_site):
    with CaptureQueriesContext(connections["default"]) as queries:
        client.get("/subscriptions/")
        client.post("/subscriptions/", ASKED)
    assert [query["sql"] for query in queries.captured_queries] == []


def test_asking_again_tells_nobody_that_the_mailbox_is_known(client, open_site):
    first = client.post("/subscriptions/", ASKED)
    again = client.post("/subscriptions/", ASKED | {"address": ADDRESS.upper()})
    assert (first.status_code, first.url) == (again.status_code, again.url)
    assert Subscription.objects.count() == 1


def test_too_much_from_one_place_is_refused_and_one_mailbox_is_not_flooded(client, open_site, settings):
    settings.SUBSCRIPTIONS_OF_ONE_MAILBOX, settings.SUBSCRIPTIONS_FROM_ONE_ADDRESS = 2, 3
    for party in ("甲公司", "乙公司", "丙公司"):
        client.post("/subscriptions/", ASKED | {"party": party})
    assert Subscription.objects.count() == 2
    client.post("/subscriptions/", ASKED | {"address": "other@mail.example"})
    refused = client.post("/subscriptions/", ASKED | {"address": "third@mail.example"})
    assert "提交得太多" in refused.content.decode()
    assert Subscriber.objects.count() == 2


def mailed(minutes):
    Subscription.objects.filter(confirmed_at=None).update(confirmation_sent_at=clock.now() - timedelta(minutes=minutes))


def test_mail_to_confirm_is_sent_again_to_whoever_asks_again_after_some_minutes(client, open_site):
    client.post("/subscriptions/", ASKED)
    mailed(29)
    client.post("/subscriptions/", ASKED)
    assert not subscriptions.unconfirmed().exists(), "not sooner"
    before = Subscription.objects.get()
    with clock.frozen(clock.now() + timedelta(minutes=2)):
        client.post("/subscriptions/", ASKED, REMOTE_ADDR="198.51.100.9")
    again = subscriptions.unconfirmed().get()
    assert again.ref == before.ref
    assert again.asked_at > before.asked_at
    assert again.sender_mark not in {"", before.sender_mark}


def test_asking_again_for_what_is_confirmed_sends_nothing(client, open_site):
    one = confirmed(client)
    Subscription.objects.update(confirmation_sent_at=clock.now() - timedelta(days=2))
    client.post("/subscriptions/", ASKED)
    assert not subscriptions.unconfirmed().exists()
    assert Subscription.objects.get().confirmed_at == one.confirmed_at


def test_stranger_shuts_no_mailbox_out_with_what_nobody_confirmed(client, open_site, settings):
    settings.SUBSCRIPTIONS_OF_ONE_MAILBOX, kept = 3, confirmed(client)
    for party in ("甲公司", "乙公司"):
        client.post("/subscriptions/", ASKED | {"party": party}, REMOTE_ADDR="198.51.100.9")
    mailed(31)
    client.post("/subscriptions/", ASKED | {"party": "丙公司"})
    assert subscriptions.unconfirmed().get().party == "丙公司"
    assert set(Subscription.objects.values_list("party", flat=True)) == {kept.party, "乙公司", "丙公司"}


def test_strangers_who_ask_all_day_flood_no_mailbox(open_site, settings):
    start, sent = clock.now(), 0
    for step in range(144):
        with clock.frozen(start + timedelta(minutes=10 * step)):
            for n in range(2):
                with suppress(Refused):
                    wanted = subscriptions.Wanted(kind="penalty", party=f"公司{step % 12}" if n else f"公司{step}")
                    subscriptions.ask_subscription(ADDRESS, wanted, sender=f"198.51.100.{n}")
            sent += subscriptions.unconfirmed().update(confirmation_sent_at=clock.now())
    assert settings.SUBSCRIPTIONS_OF_ONE_MAILBOX < sent <= settings.SUBSCRIPTIONS_OF_ONE_MAILBOX + 48


@pytest.mark.parametrize("address", ["", "nobody", "a@b", "a@mail.example\nBcc: b@mail.example"])
def test_what_is_no_address_is_refused(client, open_site, address):
    assert client.post("/subscriptions/", ASKED | {"address": address}).status_code == 200
    assert not Subscriber.objects.exists()


def confirmed(client):
    client.post("/subscriptions/", ASKED)
    link = subscriptions.confirm_link(Subscription.objects.get())
    client.post("/subscriptions/confirm/", {"t": link.partition("?t=")[2]})
    return Subscription.objects.get()


def test_link_of_the_mail_confirms_and_a_made_up_one_does_not(client, open_site):
    client.post("/subscriptions/", ASKED)
    one = Subscription.objects.get()
    for wrong in ("", one.ref, f"{one.ref}:x", subscriptions.leave_link(one.subscriber).partition("?t=")[2]):
        assert "已经失效" in client.post("/subscriptions/confirm/", {"t": wrong}).content.decode()
    assert Subscription.objects.get().confirmed_at is None
    token = subscriptions.confirm_link(one).partition("?t=")[2]
    assert "订阅已经生效" in client.post("/subscriptions/confirm/", {"t": token}).content.decode()


def test_link_that_was_left_for_more_than_a_day_is_over_and_the_address_forgotten(client, open_site):
    client.post("/subscriptions/", ASKED)
    token = subscriptions.confirm_link(Subscription.objects.get()).partition("?t=")[2]
    with clock.frozen(clock.now() + timedelta(days=1, minutes=1)):
        assert "已经失效" in client.post("/subscriptions/confirm/", {"t": token}).content.decode()
        subscriptions.forget_subscriptions()
    assert not Subscriber.objects.exists()


def test_mail_program_leaves_by_one_click_without_cookie_or_token_of_the_form(client, open_site):
    one = confirmed(client)
    path = subscriptions.leave_link(one.subscriber).removeprefix("https://gongshi.example")
    assert Client().get(path).status_code == 200
    assert Subscriber.objects.exists(), "looking is not leaving"
    answer = Client(enforce_csrf_checks=True).post(path, {"List-Unsubscribe": "One-Click"})
    assert "已经退订" in answer.content.decode()
    assert not Subscriber.objects.exists()
    assert not Subscription.objects.exists()


def test_single_subscription_is_ended_and_the_others_stay(client, open_site):
    one = confirmed(client)
    client.post("/subscriptions/", ASKED | {"party": "乙公司"})
    token = subscriptions.leave_link(one.subscriber).partition("?t=")[2]
    client.post("/subscriptions/leave/", {"t": token, "ref": one.ref})
    assert [left.party for left in Subscription.objects.all()] == ["乙公司"]


def test_stranger_cannot_end_anothers_subscription_with_a_reference(client, open_site):
    one = confirmed(client)
    client.post("/subscriptions/", ASKED | {"address": "other@mail.example"})
    other = Subscriber.objects.exclude(pk=one.subscriber_id).get()
    token = subscriptions.leave_link(other).partition("?t=")[2]
    client.post("/subscriptions/leave/", {"t": token, "ref": one.ref})
    assert Subscription.objects.filter(pk=one.pk).exists()
