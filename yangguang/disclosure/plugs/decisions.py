"""A decision is made: its publication is due. A decision falls: its publication has to be taken back."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet

from yangguang.base.events import SYSTEM
from yangguang.base.outbox import listener
from yangguang.cases.api import Decision
from yangguang.cases.events.contesting import RemedyEnded
from yangguang.cases.events.deciding import DecisionAnnulled, DecisionMade, DecisionVoided
from yangguang.cases.events.remaking import AlterationFell, DecisionAltered
from yangguang.cases.events.wages import DispositionAnnulled, DispositionDecided
from yangguang.disclosure.models import Publication, WithdrawalGround
from yangguang.disclosure.plugs.taking_back import take_back
from yangguang.disclosure.use_cases.record_withdrawal_ground import record_withdrawal_ground
from yangguang.disclosure.use_cases.schedule_publication import schedule_publication
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

GROUND_OF = {
    "altered": WithdrawalGround.ALTERED, "annulled": WithdrawalGround.ANNULLED,
    "ordered_to_remake": WithdrawalGround.ANNULLED, "declared_illegal": WithdrawalGround.UNLAWFUL,
    "declared_invalid": WithdrawalGround.VOID,
}  # fmt: skip


@listener(DecisionMade, DispositionDecided, name="disclosure.schedule")
def schedule(entry: Any) -> None:
    """List the decision as to be published."""
    decision = Decision.objects.get(public_id=entry.facts["decision_ref"])
    schedule_publication(decision=decision, actor=SYSTEM, at=_moment(entry))


@listener(DecisionAnnulled, DecisionVoided, DispositionAnnulled, name="disclosure.withdraw")
def decision_fell(entry: Any) -> None:
    """Start the clock of withdrawal, or strike the decision from the list if it never became public.

    Raises LookupError while the decision is not on the list yet: the outbox comes back, so that listing it late leaves
    nothing pending that no longer stands.
    """
    _take_back(entry, str(entry.facts["reason"]), WithdrawalGround.ANNULLED)


@listener(RemedyEnded, name="disclosure.remedy_ended")
def remedy_ended(entry: Any) -> None:
    """What a reconsideration or a court changed, annulled or declared unlawful does not stay public as it was."""
    if entry.facts.get("changes"):
        _has_to_follow(entry, str(entry.facts["paper"]))
        return
    ground = GROUND_OF.get(entry.facts["outcome"])
    if ground is not None:
        _take_back(entry, f"{entry.facts['paper']}：{entry.facts['outcome_words']}", ground)


@listener(DecisionAltered, AlterationFell, name="disclosure.altered")
def decision_altered(entry: Any) -> None:
    """A public copy says what the decision was: it has to follow or go, also when the alteration falls and the decision
    stands as it did. One not public yet is written with what became of it.
    """
    _has_to_follow(entry, str(entry.facts.get("paper") or entry.facts["altered_number"]))


def _has_to_follow(entry: Any, paper: str) -> None:
    ref = entry.facts["decision_ref"]
    for publication in (*Publication.objects.filter(decision__public_id=ref), *_enforcing(ref)):
        if publication.stands:
            record_withdrawal_ground(
                publication_id=publication.pk, ground=WithdrawalGround.ALTERED,
                paper=paper,
                received_on=date.fromisoformat(entry.facts["received_on"]), actor=SYSTEM, at=_moment(entry),
            )  # fmt: skip


def _take_back(entry: Any, words: str, ground: WithdrawalGround) -> None:
    publication = Publication.objects.filter(decision__public_id=entry.facts["decision_ref"]).first()
    if publication is None:
        raise LookupError(f"decision {entry.facts['decision_ref']} is not on the list of publications yet")
    received_on = date.fromisoformat(entry.facts["received_on"])
    for one in (publication, *_enforcing(entry.facts["decision_ref"])):
        take_back(one, words, ground, received_on=received_on, at=_moment(entry))


def _enforcing(ref: str) -> QuerySet[Publication]:
    """The publications of what enforces a decision: with it falls what was added to its fine, and what takes it by force."""
    return Publication.objects.filter(under__public_id=ref).order_by("pk")


def _moment(entry: Any) -> Moment:
    return Moment(entry.occurred_at, clock.now())
