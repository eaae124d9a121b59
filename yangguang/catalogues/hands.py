"""Through whose hands an adopted edition went: who drafted it, who passed it on, who reviewed it (D23)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yangguang.base import approvals, ledger
from yangguang.catalogues.models import Edition
from yangguang.catalogues.use_cases.submit_for_review import PURPOSE
from yangguang.kernel import clock

WRITING = frozenset(
    {
        "EditionDrafted",
        "EntryChanged",
        "WorkbookUploaded",
        "EditionImported",
        "GuidesDrawn",
        "EditionSubmitted",
        "SampleFormAdded",
        "SampleFormRemoved",
    }
)


@dataclass(frozen=True)
class Hand:
    """One person and the day of the act."""

    ref: str
    name: str
    day: date


@dataclass(frozen=True)
class Hands:
    """Collected, passed on, reviewed; and everybody who wrote in the draft, by reference and name."""

    collected: Hand
    passed_on: Hand
    reviewed: Hand
    writers: frozenset[tuple[str, str]]


def hands_of(edition: Edition) -> Hands:
    """Of an adopted edition; one whose approval is not kept was passed on by its drafter."""
    approval = approvals.latest(edition.subject, PURPOSE)
    collected = Hand(edition.drafted_by_ref, edition.drafted_by_name, clock.legal_day(edition.drafted_at))
    passed_on = collected
    if approval is not None:
        day = clock.legal_day(approval.requested_at)
        passed_on = Hand(approval.requested_by_ref, approval.requested_by_name, day)
    reviewed = Hand(edition.adopted_by_ref, edition.adopted_by_name, edition.adopted_on or passed_on.day)
    return Hands(collected, passed_on, reviewed, writers_of(edition) | {(passed_on.ref, passed_on.name)})


def writers_of(edition: Edition) -> frozenset[tuple[str, str]]:
    """Everybody who wrote in a draft or put it forward, by reference and name."""
    told = ledger.entries_about("edition", edition.public_id).filter(event__in=sorted(WRITING))
    written = set(told.values_list("actor_ref", "actor_name"))
    return frozenset(written | {(edition.drafted_by_ref, edition.drafted_by_name)})
