"""The window board of the labour bureau: what is done there, what to bring, and who sits at it for the next weeks."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from yangguang.desk.demo import fictions, journal
from yangguang.desk.demo.county import County
from yangguang.desk.demo.objections import PUBLISHER
from yangguang.disclosure.api import post_window, word_board


def windows_posted(county: County) -> None:
    """Through the same acts as the screen, by the publisher."""
    told, publisher, at = fictions.content("windows"), county.account(PUBLISHER), journal.now()
    words = {name: told[name] for name in ("place", "hours", "phone", "services", "notices")}
    board = word_board(body=county.bodies["labour"], actor=publisher, at=at, **words)
    for row in told["window"]:
        who = {"officer": county.officers[row["officer"]], "kinds": row["kinds"]} if "officer" in row else {
            name: row[name] for name in ("name", "post", "staff_number")
        }  # fmt: skip
        days: Any = {"from_day": at.day, "until_day": at.day + settings.WINDOW_POSTED_AT_MOST}
        post_window(board=board, label=row["label"], duties=row["duties"], actor=publisher, at=at, **days, **who)
