"""The words of published decisions and notices: everything of one that search may find, while it stands."""

from __future__ import annotations

from collections.abc import Iterable

from yangguang.bulletin.models import Notice
from yangguang.bulletin.word_index import WordIndex, tokens_of

NOTICES = WordIndex("bulletin_tokens", "notice_id")


def searchable_text(notice: Notice) -> str:
    """Everything of a notice that search may find."""
    rows = [" ".join(row) for row in notice.summary]
    told = [" ".join(one[1:]) for one in notice.clarifications]
    return " ".join([notice.number, notice.title, notice.body_name, notice.party_name, notice.conclusion, notice.basis,
                     *rows, *notice.text, *told])  # fmt: skip


def put(notice: Notice) -> None:
    """Make a notice findable by its present content, or, when it no longer stands, not findable at all."""
    NOTICES.remove_many([notice.pk])
    NOTICES.put_many(indexed([notice]))


def indexed(notices: Iterable[Notice]) -> list[tuple[int, list[str]]]:
    """Row numbers and tokens of those that stand."""
    return [(one.pk, tokens_of(searchable_text(one))) for one in notices if one.stands]


def is_findable(notice: Notice) -> bool:
    """Whether a notice stands in the index."""
    return NOTICES.holds(notice.pk)
