"""What is public is told once on each channel that is set up, and taken back there when it falls; keys stay in their files."""

import logging
import socket
from datetime import timedelta

import pytest

from tests.builders.disclosure import PARTY, a_publication, deliver, the_people, withdraw
from tests.disclosure.channels.services import LEAVE, SECRET, a_secret, both_services
from yangguang.base.events import SYSTEM
from yangguang.base.models import LedgerEntry
from yangguang.disclosure.channels.weibo import WeiboChannel
from yangguang.disclosure.channels.weixin import WeixinChannel
from yangguang.disclosure.models import Push, PushStatus
from yangguang.disclosure.pushing import push_due
from yangguang.disclosure.use_cases.end_publication import end_publication
from yangguang.disclosure.use_cases.retry_push import retry_push
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db(databases=["default", "public"]), pytest.mark.duty("D20", "D21")]


@pytest.fixture
def people(settings, tmp_path):
    settings.PAGES_DIR = tmp_path / "pages"
    return the_people()


@pytest.fixture
def services(settings, tmp_path):
    with both_services(settings, tmp_path) as both:
        yield both


class Killed(BaseException):
    """The process ended here."""


def os_kills():
    raise Killed


def push(hours=0):
    with clock.frozen(clock.now() + timedelta(hours=hours)):
        return push_due()


def of(channel):
    return Push.objects.get(channel=channel, takes_back=None)


def test_site_that_set_nothing_up_lists_nothing_and_connects_nowhere(people):
    a_publication(people, state="published")
    assert not Push.objects.exists()
    assert push_due() == 0


def test_publication_is_told_once_on_both_channels_with_number_and_link_only(people, services):
    weixin, weibo = services
    publication = a_publication(people, state="published")
    assert push() == 2
    assert push(hours=1) == 0
    (article,), (post,) = weixin.articles.values(), weibo.posts.values()
    for told in (article["title"] + article["content"], post):
        assert publication.decision.number in told
        assert PARTY not in told
    address = f"https://gongshi.example/decisions/{publication.notice_ref}"
    assert article["content_source_url"].startswith(f"{address}#")
    assert f"{address}#" in post


def test_token_that_ended_is_fetched_anew_and_the_step_done_again(people, services):
    weixin, _ = services
    a_publication(people, state="published")
    weixin.tokens, real = {"token-of-somebody-else"}, weixin.token
    weixin.token = lambda told: (
        real(told) if told["force_refresh"] else {"access_token": "token-that-ended", "expires_in": 1}
    )
    push()
    assert (of("weixin").status, weixin.forced, len(weixin.articles)) == (PushStatus.DONE, 1, 1)


def test_quota_of_the_day_is_waited_for(people, services):
    weixin, weibo = services
    a_publication(people, state="published")
    weixin.use_up = weibo.use_up = True
    assert push() == 0
    assert "45009" in of("weixin").last_error
    assert "10023" in of("weibo").last_error
    assert push(hours=0.9) == 0
    weixin.use_up = weibo.use_up = False
    assert push(hours=5) == 2


def test_article_under_way_is_asked_about_until_it_is_out(people, services):
    weixin, _ = services
    weixin.under_way = 2
    a_publication(people, state="published")
    for hours in (0, 1, 2):
        push(hours)
    assert of("weixin").status == PushStatus.DONE
    assert weixin.asked.count("draft/add") == weixin.asked.count("freepublish/submit") == 1


@pytest.mark.parametrize("lost", ["draft/add", "freepublish/submit", "freepublish/get"])
def test_answer_that_was_lost_makes_no_second_article(people, services, lost):
    weixin, _ = services
    weixin.lose_answer_of = lost
    a_publication(people, state="published")
    push()
    assert of("weixin").status == PushStatus.WAITING
    push(hours=1)
    assert of("weixin").status == PushStatus.DONE
    assert list(weixin.articles) == [of("weixin").steps["article_id"]]


def test_answer_that_was_lost_makes_no_second_post(people, services):
    _, weibo = services
    weibo.lose_answer = True
    a_publication(people, state="published")
    push()
    push(hours=1)
    assert of("weibo").status == PushStatus.DONE
    assert len(weibo.posts) == 1


def test_process_that_dies_after_it_posted_makes_no_second_post(people, services, settings, monkeypatch):
    _, weibo = services
    share = WeiboChannel._share
    publication = a_publication(people, state="published")
    monkeypatch.setattr(WeiboChannel, "_share", lambda *asked: [share(*asked), os_kills()])
    with pytest.raises(Killed):
        push()
    monkeypatch.undo()
    settings.PUBLIC_SITE = settings.PUBLIC_SITE | {"name": "改了名的公示网"}
    push(hours=1)
    assert of("weibo").status == PushStatus.DONE
    assert len(weibo.posts) == 1
    withdraw(publication, people)
    push(hours=2)
    assert [text.partition("：")[0] for text in weibo.posts.values()] == ["执法决定公示", "已撤回"]


def test_post_whose_answer_was_lost_is_taken_back_as_well(people, services):
    _, weibo = services
    weibo.lose_answer = True
    publication = a_publication(people, state="published")
    push()
    assert of("weibo").status == PushStatus.WAITING
    withdraw(publication, people)
    push(hours=1)
    first, second = weibo.posts.values()
    assert publication.decision.number in first
    assert second.startswith(f"已撤回：{publication.decision.number}")


@pytest.mark.parametrize("no", ["use_up", "over"])
def test_post_the_service_did_not_take_is_not_taken_back(people, services, no):
    _, weibo = services
    setattr(weibo, no, True)
    publication = a_publication(people, state="published")
    push()
    setattr(weibo, no, False)
    withdraw(publication, people)
    push(hours=1)
    assert not weibo.posts


def test_post_that_reached_nobody_is_not_taken_back(people, services, settings):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        settings.WEIBO = settings.WEIBO | {"api": f"http://127.0.0.1:{nobody.getsockname()[1]}"}
    publication = a_publication(people, state="published")
    push()
    assert of("weibo").status == PushStatus.WAITING
    withdraw(publication, people)
    push(hours=1)
    assert not Push.objects.filter(channel="weibo").exclude(takes_back=None).exists()


@pytest.mark.parametrize("ended", [False, True])
def test_what_falls_is_deleted_on_both_channels(people, services, ended):
    weixin, weibo = services
    publication = a_publication(people, state="published")
    push()
    if ended:
        day = publication.until + timedelta(days=1)
        with clock.frozen(clock.beijing(day, 9)):
            end_publication(publication_id=publication.pk, actor=SYSTEM, at=Moment.now())
            deliver()
            assert push_due() == 2
    else:
        withdraw(publication, people)
        assert push(hours=1) == 2
    assert not weixin.articles
    assert not weibo.posts


def test_post_that_may_not_be_deleted_is_followed_by_one_that_says_so(people, services):
    _, weibo = services
    weibo.may_delete = False
    publication = a_publication(people, state="published")
    push()
    withdraw(publication, people)
    push(hours=1)
    push(hours=2)
    first, second = weibo.posts.values()
    assert second.startswith(f"已撤回：{publication.decision.number}")


def test_withdrawn_before_it_was_told_is_never_told(people, services):
    weixin, weibo = services
    publication = a_publication(people, state="published")
    withdraw(publication, people)
    assert push(hours=1) == 0
    assert not weixin.articles
    assert not weibo.posts
    assert {one.status for one in Push.objects.all()} == {PushStatus.DROPPED}


def test_withdrawn_while_it_is_under_way_is_taken_back(people, services):
    weixin, _ = services
    weixin.under_way = 1
    publication = a_publication(people, state="published")
    push()
    withdraw(publication, people)
    push(hours=1)
    assert not weixin.articles
    assert not weixin.drafts


def test_what_needs_a_person_fails_with_its_reason_and_goes_on_when_asked(people, services):
    _, weibo = services
    weibo.over = True
    a_publication(people, state="published")
    push()
    failed = of("weibo")
    assert failed.status == PushStatus.FAILED
    assert "21327" in failed.last_error
    assert "重新授权" in failed.last_error
    assert push(hours=48) == 0
    weibo.over = False
    retry_push(push_id=failed.pk, actor=people.first, at=Moment.now())
    assert push() == 1
    with pytest.raises(Refused, match="不需要重试"):
        retry_push(push_id=failed.pk, actor=people.first, at=Moment.now())
    with pytest.raises(Refused, match="只有本机关"):
        retry_push(push_id=failed.pk, actor=people.head, at=Moment.now())


def test_article_the_platform_turned_down_is_begun_anew_when_asked(people, services):
    weixin, _ = services
    weixin.outcome = 4
    a_publication(people, state="published")
    push()
    failed = of("weixin")
    assert "平台审核没有通过" in failed.last_error
    weixin.outcome = 0
    retry_push(push_id=failed.pk, actor=people.first, at=Moment.now())
    push()
    assert len(weixin.articles) == 1


@pytest.mark.parametrize(
    ("wrong", "said"), [("secret", "40125"), ("file", "密钥文件"), ("host", "没有登记"), ("cover", "40007")]
)
def test_wrong_setting_is_said_in_words_without_the_key(people, services, settings, tmp_path, monkeypatch, wrong, said):
    a_publication(people, state="published")
    if wrong == "secret":
        settings.WEIXIN = settings.WEIXIN | {"secret_file": a_secret(tmp_path, "other", "wrong-secret-zzz")}
    elif wrong == "file":
        (tmp_path / "weixin").chmod(0o644)
    elif wrong == "cover":
        settings.WEIXIN = settings.WEIXIN | {"cover": "no-such"}
    else:
        settings.WEIXIN = settings.WEIXIN | {"api": "https://api.other.example"}
        monkeypatch.setattr(WeixinChannel, "lacks", lambda self: [])
    push()
    assert said in of("weixin").last_error
    assert "zzz" not in of("weixin").last_error


def test_keys_stand_in_no_row_no_ledger_line_and_no_log(people, services, caplog):
    _, weibo = services
    weibo.over = True
    a_publication(people, state="published")
    with caplog.at_level(logging.DEBUG):
        push()
    retry_push(push_id=of("weibo").pk, actor=people.first, at=Moment.now())
    told = [str(row) for row in (*Push.objects.values(), *LedgerEntry.objects.values())]
    told += [one.getMessage() for one in caplog.records]
    assert not [line for line in told if SECRET in line or LEAVE in line or "token-" in line]
