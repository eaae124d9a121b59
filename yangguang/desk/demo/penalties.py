"""The penalty cases of the plan, each as a story that stops where the plan says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from yangguang.desk.demo import (
    custody,
    fictions,
    hearings,
    journal,
    major_violations,
    orders,
    publishing,
    sealing,
    serving,
)
from yangguang.desk.demo import penalty_beside as beside
from yangguang.desk.demo import penalty_end as end
from yangguang.desk.demo import penalty_start as start
from yangguang.desk.demo.county import County
from yangguang.desk.demo.journal import Story
from yangguang.desk.demo.reviews import review
from yangguang.desk.demo.work import Employer, Work
from yangguang.kernel import clock
from yangguang.kernel.chance import Source

Phase = tuple[str, Callable[[Work], Story]]
BEGINNING: tuple[Phase, ...] = (
    ("asked", start.asked), ("opened", start.opened), ("investigated", start.investigated),
    ("concluded", start.concluded),
)  # fmt: skip
DECIDING: tuple[Phase, ...] = (
    ("decision asked", end.decision_asked), ("unit signed", end.unit_signed), ("decided", end.decided),
    ("listed", publishing.scheduled), ("served", end.served),
)  # fmt: skip
UNPAID: tuple[Phase, ...] = (
    ("unfulfilled", end.unfulfilled), ("added", end.added), ("added listed", publishing.added_listed),
    ("added prepared", publishing.prepared), ("added public", publishing.published),
)  # fmt: skip
ENDING: tuple[Phase, ...] = (("closed", end.closed), ("archived", end.archived))
HEARING: tuple[Phase, ...] = (
    ("hearing asked", hearings.asked), ("hearing set", hearings.notified), ("hearing over", hearings.held),
)  # fmt: skip
PRESERVING: tuple[Phase, ...] = (
    ("preserved", custody.preserved), ("settling", custody.settling), ("settled", custody.settled),
)  # fmt: skip
SEALING: tuple[Phase, ...] = (
    ("ordered", orders.ordered), ("sealed", sealing.sealed), ("sealing listed", sealing.listed),
    ("sealing prepared", publishing.prepared), ("sealing public", publishing.published), ("lifted", sealing.lifted),
)  # fmt: skip
HEARD: tuple[Phase, ...] = (("notified", end.notified), ("heard", end.heard), ("drafted", end.drafted))


def penalty_stories(county: County, companies: list[Employer], signed_page: bytes) -> Iterator[Story]:
    """One story for each line of the plan."""
    patterns, today = fictions.content("violations"), clock.today()
    known: dict[str, Employer] = {}
    for number, row in enumerate(fictions.content("cases")["case"]):
        called, pattern = row.get("employer", str(number)), patterns[row["of"]]
        if called not in known:
            known[called] = next_company(companies, builds="orders_first" in pattern)
        day = journal.workdays_ago(row["began"], today=today)
        story = with_story(pattern, known[called], number)
        plan: dict[str, Any] = {**row, "pattern": story | county.offices[row.get("office", "labour")].get("codes", {})}
        work = Work(county, number, plan, known[called], day, signed_page)
        if "street" in work.office:
            work.employer = replace(work.employer, address=f"{county.area}{work.office['street']}{number}号")
        yield told(work)


def next_company(companies: list[Employer], *, builds: bool = False) -> Employer:
    """One that nobody has used; building firms are kept for what happens on building sites."""
    found = next(one for one in reversed(companies) if ("建筑工程" in one.name) == builds)
    companies.remove(found)
    return found


def with_story(pattern: dict[str, Any], employer: Employer, number: int) -> dict[str, Any]:
    """A violation as it happens in the employer's trade; one of the general stories where the trade has none."""
    stories = pattern["story"]
    fitting = [s for s in stories if any(trade in employer.name for trade in s.get("trades", ()))]
    general = fitting or [s for s in stories if "trades" not in s]
    return {**pattern, **general[number % len(general)]}


def employers(source: Source) -> list[Employer]:
    """As many companies as there are words for them, in the seed's order."""
    told = fictions.content("employers")
    words, trades, streets = list(told["words"]), told["trades"], told["streets"]
    source.shuffle(words)
    return [
        Employer(
            name=f"{told['area']}{word}{trades[n % len(trades)]}", code=fictions.credit_code(1000 + n),
            representative=fictions.person_name(source), phone=fictions.mobile(source),
            address=f"{told['area']}{source.choice(streets)}{source.randrange(1, 200)}号",
        )
        for n, word in enumerate(words)
    ]  # fmt: skip


def told(work: Work) -> Story:
    """One case, phase after phase, to where its plan stops; why its terms passed, where the plan says it."""
    for name, phase in _phases(work.plan):
        yield from phase(work)
        if name == work.plan["until"]:
            break
    if "overdue" in work.plan:
        yield from beside.explained(work)


def _phases(plan: dict[str, Any]) -> tuple[Phase, ...]:
    ends, beginning = plan.get("ends", "penalty"), _beginning(plan)
    if ends == "annulled":
        return (*beginning, ("annulled", end.annulled))
    if ends == "transferred":
        return (*beginning[:2], ("transferred", end.transferred))
    if ends == "no_penalty":
        return (*beginning, ("drafted", end.exempted_draft), *DECIDING, *_public(plan), *ENDING)
    examined = ("in review" if plan.get("review") == "waiting" else plan.get("review", "examined"), review)
    if "review" not in plan:
        examined = ("examined", end.examined)
    if plan["until"] == "announced":
        return (*beginning, ("announced", serving.announced))
    heard = (HEARD[0], *HEARING, *HEARD[1:]) if plan.get("hearing") else HEARD
    talked = (("discussed", beside.discussed),) if plan.get("judged") == "complex" else ()
    fallen = (("withdrawn", publishing.withdrawn), ("returned", beside.returned)) if "withdrawn_after" in plan else ()
    paid = UNPAID if plan.get("pays") == "never" else (("paid", end.paid),)
    heeded = (("heeded", orders.heeded),) if "orders_first" in plan["pattern"] else ()
    sued = (("handed in", beside.handed_in), ("contested", beside.contested)) if plan["until"] == "contested" else ()
    after = (*DECIDING, *sued, *_public(plan), *paid, *heeded, *fallen, *ENDING)
    return (*beginning, *heard, examined, *talked, *after)


def _beginning(plan: dict[str, Any]) -> tuple[Phase, ...]:
    if "sealing" in plan["pattern"]:
        return (*BEGINNING[:3], *SEALING)
    if "orders_first" in plan["pattern"]:
        return (*BEGINNING[:3], ("ordered", orders.ordered), ("checked", orders.checked), BEGINNING[3])
    if "visited" in plan:
        return (*BEGINNING[:2], ("visited", beside.visited), *BEGINNING[2:])
    if "weighs" in plan:
        return (*BEGINNING[:3], ("weighed", beside.weighed), BEGINNING[3])
    if "electronic" in plan:
        return (*BEGINNING[:3], ("confirmed", serving.confirmed), BEGINNING[3])
    if "preserves" in plan:
        return (*BEGINNING[:3], *PRESERVING, BEGINNING[3])
    return BEGINNING


def _public(plan: dict[str, Any]) -> tuple[Phase, ...]:
    if "withheld" in plan:
        return (("withheld", publishing.withheld),)
    marked = (("marked", major_violations.marked),) if "major" in plan else ()
    corrected = (("corrected", publishing.corrected),) if "corrected" in plan else ()
    return (("prepared", publishing.prepared), ("published", publishing.published), *corrected, *marked)
