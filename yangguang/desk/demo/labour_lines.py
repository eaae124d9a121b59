"""The wage cases and other leads of the plan, each as a story that stops where the plan says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from yangguang.desk.demo import fictions, inquiries, journal, leads, major_violations, publishing, unpaid, wages
from yangguang.desk.demo import penalty_beside as beside
from yangguang.desk.demo import penalty_start as start
from yangguang.desk.demo.county import County
from yangguang.desk.demo.journal import Story
from yangguang.desk.demo.penalties import next_company, with_story
from yangguang.desk.demo.reviews import review
from yangguang.desk.demo.work import Employer, Work
from yangguang.kernel import clock
from yangguang.kernel.chance import Source

Phase = tuple[str, Callable[[Work], Story]]
FIRST_NUMBER = 200
OPENING: tuple[Phase, ...] = (
    ("registered", leads.registered), ("merged", leads.merged), ("proposed", leads.proposed),
    ("accepted", leads.accepted), ("rostered", wages.rostered), ("investigated", start.investigated),
    ("ordered", wages.ordered), ("checked", wages.checked),
)  # fmt: skip
LONG: tuple[Phase, ...] = (
    ("noticed", inquiries.noticed), ("audited", inquiries.audited), ("extended", inquiries.extended),
)  # fmt: skip
HEARING: tuple[Phase, ...] = (("concluded", start.concluded), ("told", wages.told), ("heard", wages.heard))
DECIDING: tuple[Phase, ...] = (
    ("decided", wages.decided), ("listed", publishing.scheduled), ("served", wages.served),
    ("prepared", publishing.prepared), ("published", publishing.published),
)  # fmt: skip
BEYOND: tuple[Phase, ...] = (
    ("reported", unpaid.suspected), ("with the police", unpaid.sent_to_police), ("marked", major_violations.marked),
    ("made public", major_violations.published),
)  # fmt: skip
OTHERWISE: dict[str, Callable[[Work], Story]] = {
    "completing": leads.completing, "declined": leads.declined, "redirected": leads.redirected,
    "not opened": leads.not_opened,
}  # fmt: skip


def labour_stories(county: County, source: Source, signed_page: bytes, companies: list[Employer]) -> Iterator[Story]:
    """One story for each line of the plan; `companies` are those no penalty case has used."""
    told, today = fictions.content("wages"), clock.today()
    for number, row in enumerate((*told["case"], *told["lead"], *told.get("long", ())), start=FIRST_NUMBER):
        employer = next_company(companies, builds=row.get("chain", False))
        pattern = with_story(told["pattern"], employer, number)
        plan: dict[str, Any] = {"source": "complaint", "workers": 1, **row, "pattern": pattern}
        work = Work(county, number, plan, employer, journal.workdays_ago(row["began"], today=today), signed_page)
        work.refs["source"] = type(source)(f"{source.random()}")
        yield _told(work)


def _told(work: Work) -> Story:
    for name, phase in _phases(work.plan):
        yield from phase(work)
        if name == work.plan["until"]:
            break
    if "overdue" in work.plan:
        yield from beside.explained(work)


def _phases(plan: dict[str, Any]) -> tuple[Phase, ...]:
    if plan["until"] in OTHERWISE:
        return (OPENING[0], (plan["until"], OTHERWISE[plan["until"]]))
    if plan["until"] == "extended":
        return (*OPENING[:6], *LONG)
    if plan["until"] == "settled":
        return (*OPENING, ("settled", wages.settled))
    examined = (
        "in review" if plan.get("review") == "waiting" else "examined",
        review if "review" in plan else wages.exempted,
    )
    listing = (("listing told", unpaid.told_of_listing),) if "listing" in plan else ()
    listed = (("put on list", unpaid.put_on_list),) if plan.get("listing") == "listed" else ()
    hearing = (*listing, *HEARING, *listed)
    if plan["until"] == "reported":
        return (*OPENING, *HEARING[:2], ("reported", unpaid.suspected))
    last = ("paid up", wages.paid_up) if plan["until"] == "paid up" else ("unfulfilled", wages.unfulfilled)
    return (*OPENING, *hearing, examined, *DECIDING, last, *BEYOND)
