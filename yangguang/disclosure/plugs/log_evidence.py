"""The days of originals are said in the public log: the commitment to a root under a salt, no name and nothing public beside it."""

from __future__ import annotations

from functools import partial
from typing import Any

from yangguang.base.outbox import listener
from yangguang.base.tlog import queue
from yangguang.base.tlog.leaves import LeafType
from yangguang.disclosure.logged import Logged, logged
from yangguang.records.api import content_said, keep_proof
from yangguang.records.events.custody import EvidenceDayClosed


@listener(EvidenceDayClosed, name="disclosure.log_evidence")
def say_day(entry: Any) -> None:
    """Commit to the root of the day."""
    said = content_said(entry.subject_ref)
    if said is not None:
        queue.commit_to(entry, subject_ref=entry.subject_ref, content=said[1], kind=LeafType.EVIDENCE_DAY)


@logged
def standing_day(subject_ref: str) -> Logged | None:
    """The day of this reference; nothing of it is public, its proof lies with the originals."""
    said = content_said(subject_ref)
    return None if said is None else Logged(said[0], said[1], said[1], partial(keep_proof, subject_ref))
