"""Feeds in the two formats readers understand, Atom (RFC 4287) and JSON Feed 1.1, from one list of what they tell.

What was taken down is told once more under the same name, without its content, so that a reader's copy is replaced.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.feedgenerator import Atom1Feed

from yangguang.bulletin.api import ListStatus, Notice, NoticeStatus, PublicList, entries
from yangguang.kernel import clock

JSON_FEED = "https://jsonfeed.org/version/1.1"
GONE = {NoticeStatus.WITHDRAWN: "已撤回", NoticeStatus.EXPIRED: "期满下架", NoticeStatus.REPAIRED: "信用修复"}


@dataclass(frozen=True)
class Item:
    """One thing a feed tells; `name` never changes, `changed_at` tells a reader to take it anew."""

    name: str
    title: str
    address: str
    words: str
    by: str
    first_at: datetime
    changed_at: datetime
    labels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Feed:
    """What a feed is called, its own address, the page it follows, and what it tells, newest first."""

    title: str
    address: str
    page_address: str
    items: tuple[Item, ...]

    @property
    def changed_at(self) -> datetime:
        """When something in it changed last; of an empty one, the beginning of the day."""
        return max((item.changed_at for item in self.items), default=clock.beijing(clock.today(), 0))


def notice_item(notice: Notice, site: str) -> Item:
    """A decision; of one that was taken down nothing but number, what happened and why."""
    gone = GONE.get(NoticeStatus(notice.status))
    title = f"{gone}：{notice.number}" if gone else f"{notice.party_name}{notice.kind_label}：{notice.title}"
    told = (notice.number, notice.conclusion, notice.fulfilment)
    words = notice.withdrawal_reason if gone else "\n".join(text for text in told if text)
    clarified = [] if gone else [f"澄清公告（{on}）：{named}。{text}" for on, named, text in notice.clarifications]
    words = "\n".join([words, *reversed(clarified)])
    labels = (notice.kind_label, *(("澄清",) if clarified else ()))
    corrected = notice.status == NoticeStatus.CORRECTED
    return Item(
        name=f"urn:yangguang:decision:{notice.ref}", title=f"更正：{title}" if corrected else title,
        address=f"{site}/decisions/{notice.ref}", words=words or gone or "", by=notice.body_name,
        first_at=clock.beijing(notice.published_on, 0), changed_at=notice.changed_at, labels=labels,
    )  # fmt: skip


def list_item(edition: PublicList, site: str) -> Item:
    """An edition of a list; its rows are read on its page. Of one that was taken back, that and why."""
    told = f"{edition.list_label}，{edition.in_force_from:%Y-%m-%d}{entries.since_words(edition.list_kind)}"
    mark = {ListStatus.WITHDRAWN: "已撤回：", ListStatus.CORRECTED: "更正："}.get(ListStatus(edition.status), "")
    return Item(
        name=f"urn:yangguang:list:{edition.ref}", title=f"{mark}{edition.title}", address=f"{site}/lists/{edition.ref}",
        words=told if edition.stands else edition.withdrawal_reason, by=edition.body_name,
        first_at=clock.beijing(edition.published_on, 0), changed_at=edition.changed_at, labels=(edition.list_label,),
    )  # fmt: skip


def as_atom(feed: Feed) -> bytes:
    """The feed as Atom."""
    written = _Dated(
        title=feed.title, link=feed.page_address, feed_url=feed.address, description=None, language="zh-CN"
    )
    written.feed["changed_at"] = feed.changed_at
    for item in feed.items:
        written.add_item(
            title=item.title, link=item.address, description=item.words, author_name=item.by, unique_id=item.name,
            pubdate=item.first_at, updateddate=item.changed_at, categories=item.labels,
        )  # fmt: skip
    return written.writeString("utf-8").encode()


class _Dated(Atom1Feed):
    """The library would date an empty feed by the instant it is asked; then no two answers are alike."""

    def latest_post_date(self) -> datetime:
        changed_at: datetime = self.feed["changed_at"]
        return changed_at


def as_json(feed: Feed) -> bytes:
    """The feed as JSON Feed."""
    told = {
        "version": JSON_FEED, "title": feed.title, "home_page_url": feed.page_address, "feed_url": feed.address,
        "language": "zh-CN",
        "items": [
            {"id": item.name, "url": item.address, "title": item.title, "content_text": item.words,
             "date_published": item.first_at.isoformat(), "date_modified": item.changed_at.isoformat(),
             "authors": [{"name": item.by}], "tags": list(item.labels)}
            for item in feed.items
        ],
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


FORMATS: Mapping[str, tuple[str, Callable[[Feed], bytes]]] = {
    "atom": ("application/atom+xml; charset=utf-8", as_atom),
    "json": ("application/feed+json; charset=utf-8", as_json),
}
