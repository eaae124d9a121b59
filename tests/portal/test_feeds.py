"""Whoever follows the site by a feed learns what came, was corrected and was taken down, and keeps nothing that is gone."""

import json
from datetime import timedelta
from xml.etree import ElementTree

import pytest

from tests.builders.directory import a_body
from tests.builders.disclosure import a_publication, deliver, withdraw
from tests.builders.standing import a_public_edition
from yangguang.bulletin.api import changes
from yangguang.kernel import clock

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D21")]
ATOM = "{http://www.w3.org/2005/Atom}"


def entries(client, address="/feeds/decisions.atom"):
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(answer.content).findall(f"{ATOM}entry")


def items(client, address="/feeds/decisions.json"):
    return json.loads(client.get(address).content)["items"]


def test_decision_that_is_published_is_in_both_feeds_with_its_address(client, people):
    notice = a_publication(people, state="published")
    (entry,), (item,) = entries(client), items(client)
    assert entry.find(f"{ATOM}link").get("href").endswith(f"/decisions/{notice.notice_ref}")
    assert entry.find(f"{ATOM}id").text == item["id"] == f"urn:yangguang:decision:{notice.notice_ref}"
    assert notice.decision.number in item["content_text"]
    assert item["authors"] == [{"name": notice.body.name}]


def test_withdrawn_decision_comes_again_under_the_same_name_without_its_content(client, people):
    publication = a_publication(people, state="published")
    (before,) = items(client)
    with clock.frozen(clock.now() + timedelta(minutes=5)):
        withdraw(publication, people)
        deliver()
    (after,) = items(client)
    assert after["id"] == before["id"]
    assert after["date_modified"] > before["date_modified"]
    assert after["title"] == f"已撤回：{publication.decision.number}"
    for told in before["content_text"].splitlines()[1:]:
        assert told not in client.get("/feeds/decisions.json").content.decode()


def test_feed_is_narrowed_by_body_kind_and_words(client, people):
    publication = a_publication(people, state="published")
    body = publication.body.public_id
    for asked, count in (
        (f"body={body}", 1), ("body=" + "z" * 26, 0), ("kind=penalty", 1), ("kind=disposition", 0),
        ("q=超时", 1), ("q=没有这样的词", 0), (f"q=超时&body={body}&kind=penalty", 1), ("q=%00%3Cb%3E*", 0),
    ):  # fmt: skip
        assert len(entries(client, f"/feeds/decisions.atom?{asked}")) == count, asked


def test_words_do_not_find_what_was_withdrawn(client, people):
    withdraw(a_publication(people, state="published"), people)
    deliver()
    assert items(client, "/feeds/decisions.json?q=超时") == []


def test_reader_who_has_the_newest_is_told_so_in_one_word(client, people):
    publication = a_publication(people, state="published")
    mark = client.get("/feeds/decisions.atom")["ETag"]
    again = client.get("/feeds/decisions.atom", headers={"If-None-Match": mark})
    assert (again.status_code, again.content) == (304, b"")
    withdraw(publication, people)
    deliver()
    assert client.get("/feeds/decisions.atom", headers={"If-None-Match": mark}).status_code == 200


def test_empty_feed_is_a_feed(client, db):
    assert entries(client) == []
    assert items(client, "/feeds/lists.json") == []


def test_lists_have_a_feed_of_their_own(client, db):
    edition = a_public_edition(body=a_body())
    deliver()
    (entry,) = entries(client, "/feeds/lists.atom")
    assert entry.find(f"{ATOM}id").text == f"urn:yangguang:list:{edition.public_id}"
    assert "施行" in items(client, "/feeds/lists.json")[0]["content_text"]


@pytest.mark.parametrize("address", ["/feeds/decisions.rss", "/feeds/lists.xml", "/feeds/officers.atom"])
def test_feed_there_is_none_of_is_not_found(client, db, address):
    assert client.get(address).status_code == 404


def test_page_puts_the_address_together_and_every_page_names_the_feed(client, people):
    a_publication(people, state="published")
    page = client.get("/feeds/", {"q": "超时", "kind": "penalty"}).content.decode()
    assert "/feeds/decisions.atom?q=%E8%B6%85%E6%97%B6&amp;kind=penalty" in page
    assert 'rel="alternate" type="application/atom+xml"' in client.get("/").content.decode()


def test_feed_asks_few_questions_however_many_there_are(client, people, django_assert_max_num_queries):
    a_publication(people, state="published")
    with django_assert_max_num_queries(2):
        changes.changed_notices()
