"""A public site with one of everything on it, and every address a visitor can come to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from tests.builders.catalogues import the_guides
from tests.builders.directory import a_photographed, an_account, an_officer, shows_photos
from tests.builders.disclosure import People, a_publication, deliver, the_people
from tests.builders.remembered import remembered
from tests.builders.standing import released
from yangguang.base import pages
from yangguang.base.tlog import months
from yangguang.bulletin.api import (
    Notice,
    PublicBoard,
    PublicBody,
    PublicFlowchart,
    PublicGuide,
    PublicList,
    PublicMonth,
    PublicOfficer,
    guide_papers,
    list_files,
    open_data,
)
from yangguang.disclosure.models import Publication
from yangguang.disclosure.plugs.public_log import write_log
from yangguang.disclosure.use_cases.publish_flowchart import publish_flowchart
from yangguang.disclosure.use_cases.word_board import word_board
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

BOARD = {
    "place": "1楼东侧", "hours": "8:30—12:00", "phone": "0999-0012333", "services": "领取文书|身份证|当场办理", "notices": "",
}  # fmt: skip


@dataclass
class PublicSite:
    """Who works for it, and two decisions: one that stands, one that was taken back."""

    people: People
    standing: Publication
    withdrawn: Publication


@remembered
def a_public_site() -> PublicSite:
    """Decisions, a list with its files, guides with theirs, an officer with a photo, a flowchart, a board, open data and the log."""
    people = the_people()
    standing = a_publication(people, state="published")
    withdrawn = a_publication(people, state="withdrawn")
    released(the_guides(people.body))
    shows_photos(people.body)
    a_photographed(an_officer(body=people.body, named="周敏"))
    publisher = an_account(role="publisher", body=people.body)
    publish_flowchart(name="penalty", body=people.body, actor=publisher, at=Moment.now())
    clerk = an_account(role="window_clerk", body=people.body)
    word_board(body=people.body, actor=clerk, at=Moment.now(), **BOARD)
    deliver()
    keep_up()
    return PublicSite(people, standing, withdrawn)


def keep_up() -> None:
    """What the job process does after something happened."""
    write_log()
    with clock.frozen(clock.now() + timedelta(minutes=5)):
        open_data.make()


def count_the_month() -> str:
    """The month that is over by now: what the job process does once the next one has begun."""
    month = months.month_of(clock.now())
    with clock.frozen(months.begin_of(months.after(month)) + timedelta(hours=1)):
        write_log(), deliver(), write_log()
    return month


def addresses() -> list[str]:
    """Pages without a subject, and those of everything that is public."""
    plain = [f"/{one.address}" for one in pages.register().values() if one.site == "portal" and "<" not in one.address]
    found = [one for one in plain if not one.startswith(("/large-type", "/tlog"))]
    for ref in Notice.objects.order_by("pk").values_list("ref", flat=True):
        found += [f"/decisions/{ref}{rest}" for rest in ("", "/copy.json", "/decision.pdf", "/decision.tlog-proof")]
    for ref in PublicBody.objects.order_by("pk").values_list("ref", flat=True):
        found += [f"/bodies/{ref}", f"/decisions/?body={ref}", f"/feeds/decisions.atom?body={ref}"]
    for ref in PublicBoard.objects.order_by("pk").values_list("ref", flat=True):
        found += [f"/windows/{ref}", f"/hall/{ref}"]
    for ref in PublicList.objects.order_by("pk").values_list("ref", flat=True):
        found += [f"/lists/{ref}", *(f"/lists/{ref}/files/{suffix}" for suffix in list_files.FORMATS)]
    for guide in PublicGuide.objects.select_related("edition").order_by("pk"):
        papers = guide_papers.papers_of(guide)
        found += [f"/guides/{guide.ref}", *(f"/guides/{guide.ref}/files/{one.slug}" for one in papers)]
    for ref in PublicOfficer.objects.order_by("pk").values_list("ref", flat=True):
        found += [f"/officers/{ref}", f"/officers/{ref}/photo"]
    found += [f"/flowcharts/{ref}" for ref in PublicFlowchart.objects.order_by("pk").values_list("ref", flat=True)]
    for month in PublicMonth.objects.order_by("pk").values_list("month", flat=True):
        found += [f"/verify/counts/{month}.{suffix}" for suffix in ("json", "tlog-proof")]
    files = open_data.files()
    found += [f"/open-data/{path.name}" for path in sorted(files)] + [
        "/feeds/lists.json",
        "/tlog/checkpoint",
        "/tlog/key",
    ]
    return [*found, "/search?q=超时", "/search?q=超时加班&kind=penalty", "/verify/?n=示人社", "/officers/?q=周敏"]
