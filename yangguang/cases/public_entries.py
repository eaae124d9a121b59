"""What goes before the public beside decisions, entry by entry: a listing of unpaid wages, a major violation of its quarter.

Disclosure releases, corrects and takes back; it asks here what an entry says, since when and until when it may stand, and
through whose hands it came.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from yangguang.cases.carried import Hand
from yangguang.cases.kinds.major_labour_violations import public_rows as of_violations
from yangguang.cases.kinds.wage_arrears_sanctions import papers
from yangguang.cases.kinds.wage_arrears_sanctions import public_rows as of_listings
from yangguang.cases.models import (
    Clock,
    MajorStatus,
    MajorViolation,
    SanctionsListing,
    StepTaken,
)
from yangguang.cases.use_cases.publish_listing import publish_listing
from yangguang.cases.use_cases.publish_major_violation import publish_major_violation
from yangguang.directory.api import Account, Proof
from yangguang.kernel.moment import Moment

Entry = SanctionsListing | MajorViolation
ON_THE_LIST = of_listings.STANDING
LISTINGS, VIOLATIONS = "wage_arrears_sanctions", "major_labour_violations"
STEPS = {  # who collected, who passed on, who reviewed: by their acts, the last of which counts
    LISTINGS: (("propose_listing",), ("notify_listing", "verify_objection"), ("put_on_list", "restore_listing")),
    VIOLATIONS: (("mark_major_candidate",), ("mark_major_candidate",), ("confirm_major_publication",)),
}
DONE = ("提出拟列入", "告知当事人、核实异议后报负责人"), ("列为候选", "报负责人确认")


@dataclass(frozen=True)
class Told:
    """What the public would read of an entry now. `worded` are the columns of plain words; `by_law` what the law makes public."""

    kind: str
    label: str
    batch: str
    since: date
    columns: list[dict[str, Any]]
    cells: dict[str, str]
    worded: frozenset[str]
    by_law: tuple[str, ...]


def kind_of(entry: Entry) -> str:
    """Which of the two lists."""
    return LISTINGS if isinstance(entry, SanctionsListing) else VIOLATIONS


def told_of(entry: Entry) -> Told:
    """As the file says it today."""
    rows: Any = of_listings if isinstance(entry, SanctionsListing) else of_violations
    columns = [{"name": name, "label": label} for name, label in rows.COLUMNS]
    if isinstance(entry, SanctionsListing):
        label, batch, since = papers.LIST, "", entry.listed_on or entry.proposed_on
    else:
        label, batch = of_violations.TITLE, of_violations.batch_of(entry)
        since = entry.published_on or entry.confirmed_on or entry.marked_on
    columns[0]["subject"] = True
    return Told(
        kind_of(entry), label, batch, since, columns, rows.cells_of(entry), rows.WORDED,
        tuple(text for text in rows.public_by_law(entry) if text.strip()),
    )  # fmt: skip


def waits(entry: Entry) -> bool:
    """Whether it is decided that it goes before the public, and it did not yet."""
    if isinstance(entry, SanctionsListing):
        return entry.status in ON_THE_LIST and entry.public_since is None
    return entry.status == MajorStatus.CONFIRMED


def may_stand(entry: Entry) -> bool:
    """Whether the public may read it: listed and not ended, published and not ended."""
    shown = ON_THE_LIST if isinstance(entry, SanctionsListing) else of_violations.SHOWN
    return entry.status in shown


def term_of(entry: Entry) -> Clock | None:
    """The running term within which it is to go out; None for a listing, whose own law names no days."""
    running = Clock.objects.filter(about_ref=entry.public_id, kind="publish_major_by", stopped_on=None)
    return running.order_by("-pk").first()


def hands_of(entry: Entry) -> list[Hand]:
    """Who collected, who passed on, who reviewed; fewer where the file does not say."""
    kind = kind_of(entry)
    steps = [_last(entry, acts) for acts in STEPS[kind]]
    steps[1] = steps[1] or steps[0]
    reviewed = "作出列入决定" if kind == LISTINGS else "确认公布"
    done = (*DONE[kind == VIOLATIONS], reviewed)
    return [
        Hand(step.entry.actor_ref, step.entry.actor_name, step.occurred_at, act)
        for step, act in zip(steps, done, strict=True)
        if step is not None and step.entry is not None
    ]


def let_out(entry: Entry, *, proof: Proof, actor: Account, at: Moment, **facts: Any) -> Entry:
    """Take the step of the file by which it is public from now on. Raises Refused where a gate of its table says no."""
    if isinstance(entry, SanctionsListing):
        return publish_listing(listing=entry, proof=proof, actor=actor, at=at, **facts)
    return publish_major_violation(violation=entry, proof=proof, actor=actor, at=at, **facts)


def shown_without(refs: set[str]) -> list[str]:
    """What the files say is public, save those of these public names: nothing went past a publication."""
    rows: list[Entry] = [
        *SanctionsListing.objects.exclude(public_since=None).filter(status__in=ON_THE_LIST).order_by("pk"),
        *MajorViolation.objects.filter(status__in=of_violations.SHOWN).order_by("pk"),
    ]
    return [str(one) for one in rows if one.notice_ref not in refs]


def _last(entry: Entry, acts: tuple[str, ...]) -> StepTaken | None:
    taken = StepTaken.objects.filter(case=entry.case_id, line_ref=entry.public_id, act__in=acts).exclude(entry=None)
    return taken.select_related("entry").order_by("-pk").first()
