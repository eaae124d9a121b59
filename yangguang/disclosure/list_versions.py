"""What the public could read of an edition at each line of the ledger: for those who took it elsewhere and are asked about it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from yangguang.base.models import LedgerEntry
from yangguang.bulletin.api import ListCopy
from yangguang.disclosure.events.standing import ListCorrected, ListReleased, StandingPutBack, StandingWithdrawn
from yangguang.disclosure.list_copies import copy_of_edition, corrections_of, made_copy
from yangguang.disclosure.models import StandingPublication, StandingStatus

OUT = frozenset({ListReleased.__name__, ListCorrected.__name__, StandingPutBack.__name__})
BEFORE = 0  # the line of what went out before publishers released lists


@dataclass(frozen=True)
class ListVersion:
    """From this line of the ledger on the public reads this copy, or nothing any more."""

    line: int
    copy: ListCopy | None


def list_versions(refs: Collection[str]) -> dict[str, list[ListVersion]]:
    """The versions of each edition, oldest first; editions that were never released are not named."""
    rows = StandingPublication.objects.filter(ref__in=refs).exclude(edition=None).exclude(status=StandingStatus.PENDING)
    return {one.ref: list(_versions(one)) for one in rows.select_related("edition__body").order_by("pk")}


def lists_taken_back(refs: Collection[str]) -> dict[str, str]:
    """Which of these editions the public may not read (any more), whatever the public store still has, and for which reason."""
    down = (StandingStatus.PENDING, StandingStatus.WITHDRAWN)
    rows = StandingPublication.objects.filter(ref__in=refs, status__in=down).order_by("pk")
    return dict(rows.values_list("ref", "withdrawal_reason"))


def _versions(publication: StandingPublication) -> Iterator[ListVersion]:
    edition, day = publication.edition, copy_of_edition(publication).published_on
    assert edition is not None
    corrections = corrections_of(publication)
    told = LedgerEntry.objects.filter(
        subject_kind="standing_publication", subject_ref=publication.ref, event__in=[*OUT, StandingWithdrawn.__name__]
    )
    lines = list(told.order_by("pk").values_list("pk", "event"))
    if not any(event == ListReleased.__name__ for _, event in lines):
        lines.insert(0, (BEFORE, ListReleased.__name__))
    done = 0
    for line, event in lines:
        done += event == ListCorrected.__name__
        words = [pair for pairs in corrections[:done] for pair in pairs]
        yield ListVersion(line, made_copy(edition, published_on=day, replacements=words) if event in OUT else None)
