"""Anybody tries anything, in any order, at any time: after each act no impossible history may be found.

Histories that begin alike share their beginning: when one is over some of its acts are undone, and the next goes on from there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.db import transaction

from tests.builders.catalogues import an_adopted_edition
from tests.cases.any_history import acts, acts_after, acts_beside, acts_contesting, acts_executing
from tests.cases.any_history.invariants import broken
from tests.cases.any_history.watching import Watched
from tests.cases.any_history.world import SCENES, World
from yangguang.base import verifying
from yangguang.base.events import SYSTEM
from yangguang.directory.api import Certificate
from yangguang.directory.use_cases.resume_certificate import resume_certificate
from yangguang.directory.use_cases.suspend_certificate import suspend_certificate
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

ACTS = acts.ACTS | acts_beside.ACTS | acts_after.ACTS | acts_contesting.ACTS | acts_executing.ACTS
EXECUTING = [
    "order_execution",
    "execute",
    "execute",
    "pay",
    "stay_execution",
    "resume_execution",
    "resume_execution",
    *["agree"] * 3,
]
ALTERING = ["propose_alteration", "exempt_alteration", "alter", "serve"]
ANSWERING = ["contest", "request_answer", "request_answer", "sign", "sign", *["submit_answer"] * 3, "receive_application",
             "forward_application", "outcome", "perform"]  # fmt: skip
ON_THE_SPOT = [name for name in ACTS if name.startswith("spot_")]
CUSTODY = ["propose_custody", "sign", "return_items", "ask_preservation", "preserve", "ask_measure", "take_measure", "take_urgently",
           "expire"]  # fmt: skip
HEARD = ["find_circumstances", "draft", "exempt", "request_review", "give_notice", "request_recusal"]
SUITS = {
    "opened": [*["longer_term"] * 2, "interview", "collect_evidence", "judge_evidence", "find_facts",
               "find_circumstances", "conclude",
               "sign_record", "sign", "assign", "request_recusal", "decide_recusal", "draft_instruction", "propose_instruction",
               "serve_instruction", "check_instruction", *CUSTODY],
    "concluded": ["longer_term", "sign", "find_circumstances", "give_notice", "give_notice", "supplement", "serve", "draft"],
    "notified": ["longer_term", "sign", "serve", "serve", "record_statement",
                 "waive", "request_hearing", "re_examine", "re_examine", "give_notice"],
    "hearing_asked": ["notify_hearing", "withdraw_hearing"],
    "hearing_set": ["serve", "hold_hearing", "hold_hearing", "terminate_hearing", "withdraw_hearing"],
    "hearing_over": ["sign_record", "re_examine"],
    "heard": HEARD,
    "awaiting_review": ["give_opinion"],
    "returned": ["settle", "draft", "request_review", "supplement"],
    "review_passed": ["request_decision", "sign", "sign", "discuss", "draft", "request_recusal", "decide_recusal"],
    "discussed": ["request_decision", "sign", "sign"],
    "decided": ["serve", "serve", "void", "spot_delivery", "spot_voiding", "contest", "annul"],
    "served": ["pay", "pay", "contest", "outcome", "end", "sign", "annul", "collect_evidence",
               *ALTERING, "supervised", "answer", "succeed", "carry_out", *ANSWERING],
    "fulfilled": ["remake", "end", "sign", "contest", "outcome", *ALTERING, *ANSWERING, "spot_remittance", "spot_banking",
                  "spot_filing"],
    "delivered": ["spot_collection", "spot_filing", "pay", "end", "sign", "propose_alteration", "alter", "serve"],
    "on_scene": ON_THE_SPOT, "closed": ["contest", "annul", "archive"],
    "unfulfilled": [*EXECUTING, *ANSWERING], "in_execution": EXECUTING,
    "annulled": ["remake", "remake", "reopen", "end", "sign"],
}  # fmt: skip
BESIDE = {
    "excused": ["request_decision", "sign", "sign", "serve"],
    "measure": CUSTODY, "preservation": CUSTODY,
    "served": ANSWERING, "contested": ANSWERING, "unheeded": ["settle_unheeded", "pay", "end", "sign"],
    "disposition": ["decide_disposition", "sign", "sign", "serve_disposition", "contest", "outcome", "annul", "end", "sign"],
}  # fmt: skip
CHECKED = {"ledger", "case_numbers", "document_numbers", "decisions_on_record", "numbers"}
HOURS = [0, 0, 0, 1, 5, 24, 24, 48, 72, 24 * 4, 24 * 8, 24 * 30, 24 * 100]
KEPT, VERIFIED = (
    3,
    25,
)  # of so many histories one ends with the jobs of the hour; with the chains, and all invariants again
TRIES = 12  # acts that are refused one after the other, after which a history is over
STEPS = [1, 1, 1, 1, 1, 1, 1, 1, 2, 2]  # acts undone before the next history goes on, and acts it goes on by


@dataclass
class Tried:
    """What came of it: how many histories, of how many acts, what was done, what was refused, where cases stood."""

    histories: int = 0
    longest: int = 0
    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    reached: Counter[str] = field(default_factory=Counter)


@dataclass
class Act:
    """One act of the history that is being lived, and what to come back to when it is undone."""

    told: tuple[Any, ...]
    undo: transaction.Atomic
    now: datetime
    checked: dict[str, Any]


class Histories:
    """The histories of one scene: each is lived to its end, some of its acts are undone, and another goes on from there."""

    def __init__(self, scene: str, chance: Random, length: int, tried: Tried) -> None:
        self.scene, self.chance, self.length, self.tried = scene, chance, length, tried
        self.world = World(scene)
        self.watched = Watched(self.world.case)
        self.acts: list[Act] = []
        self.known: set[int] = set()
        self.world.pick = self._pick

    def live(self, wanted: int) -> None:
        """So many different histories; then everything is as it was."""
        try:
            with self.watched.listening():
                self._check("the scene")
                while len(self.known) < wanted:
                    self._live_on()
                    self._end()
                    self._undo(self._some())
        finally:
            self._undo(len(self.acts))
            self.world.end()

    def _some(self) -> int:
        """A few acts; now and then any number."""
        return self.chance.choice(STEPS) if self.chance.randrange(25) else self.chance.randrange(1, self.length + 1)

    def _live_on(self) -> None:
        end, refused, self.refused_here = min(self.length, len(self.acts) + self._some()), 0, set()
        while len(self.acts) < end and refused < TRIES:
            refused = 0 if self._try() else refused + 1

    def _end(self) -> None:
        """The record still agrees with itself."""
        self.known.add(hash(tuple(act.told for act in self.acts)))
        self.tried.longest = max(self.tried.longest, len(self.acts))
        with clock.frozen(self.world.now):
            faults = self.watched.broken_at_the_end() if self._once_in(KEPT) else []
            if self._once_in(VERIFIED):
                faults += [fault for _, _, found in verifying.run(CHECKED) for fault in found]
                faults += broken(self.world.case)
        assert not faults, self._words(faults)

    def _once_in(self, histories: int) -> bool:
        return len(self.known) % histories == 0

    def _undo(self, number: int) -> None:
        for act in reversed(self.acts[len(self.acts) - min(number, len(self.acts)) :]):
            self._back(act.undo, act.now, act.checked)
            self.acts.pop()

    def _back(self, undo: transaction.Atomic, now: datetime, checked: dict[str, Any]) -> None:
        transaction.set_rollback(True)
        undo.__exit__(None, None, None)
        self.world.now = now
        self.world.case.refresh_from_db()
        self.watched.undone_to(checked)

    def _pick(self, choices: Sequence[Any]) -> Any:
        place = self.chance.randrange(len(choices))
        self.picked.append(place)
        return choices[place]

    def _try(self) -> bool:
        """Anybody tries an act: at once or later; one in a dozen times a certificate or a list has changed before."""
        world, before, checked = self.world, self.world.now, self.watched.state
        world.now += timedelta(hours=self.chance.choice(HOURS))
        self.picked: list[int] = []
        name = self._choose()
        undo = transaction.atomic()
        undo.__enter__()
        with clock.frozen(world.now):
            try:
                self._change_beside()
                ACTS[name](world)
            except Refused:
                self.tried.refused[name] += 1
                self.refused_here.add(name)
                self._back(undo, before, checked)
                return False
            world.case.refresh_from_db()
            self.acts.append(Act((name, world.now, *self.picked), undo, before, checked))
            self.refused_here = set()
            self._check(name)
        self.tried.done[name] += 1
        self.tried.reached.update(filter(None, (world.case.status, world.case.outcome)))
        world.now += timedelta(minutes=5)
        return True

    def _check(self, name: str) -> None:
        with clock.frozen(self.world.now):
            assert not (faults := self.watched.broken()), self._words(faults)

    def _words(self, faults: list[str]) -> str:
        lived = " → ".join(f"{act.told[0]} {act.told[1]:%Y-%m-%d %H:%M}" for act in self.acts)
        return f"{self.scene}: {lived}: {faults}"

    def _change_beside(self) -> None:
        """A certificate is suspended or resumed, or another edition is adopted."""
        with suppress(Refused):  # one for that day may be there already
            if not self.chance.randrange(36):
                one = self.world.pick(list(Certificate.objects.order_by("pk")))
                change = resume_certificate if one.state == "suspended" else suspend_certificate
                change(certificate=one, reason="年审。", actor=SYSTEM, at=Moment.now())
            elif not self.chance.randrange(120):
                tomorrow = clock.today() + timedelta(days=1)
                body = self.world.body
                an_adopted_edition(body=body, from_day=tomorrow, on=clock.today(), codes=(), copied=True)

    def _choose(self) -> str:
        """An act; seldom one that was just refused where the case still stands."""
        name = self.chance.choice(self._likely(self.chance.random()))
        if name in self.refused_here and self.chance.randrange(4):
            name = self.chance.choice(self._likely(self.chance.random()))
        return name

    def _likely(self, chance: float) -> list[str]:
        """What suits where the case stands, what suits beside it, or anything at all."""
        if self.scene in BESIDE and chance < 0.5:
            return BESIDE[self.scene]
        return SUITS.get(self.world.case.status, list(ACTS)) if chance < 0.9 else sorted(ACTS)


def run(*, histories: int, length: int, seed: object) -> Tried:
    """So many histories of at most so many acts each, from every scene alike."""
    tried = Tried()
    for number, scene in enumerate(sorted(SCENES)):
        wanted = histories // len(SCENES) + (number < histories % len(SCENES))
        one = Histories(scene, Random(f"{scene}/{seed}"), length, tried)
        one.live(wanted)
        tried.histories += len(one.known)
    return tried


__all__ = ["Tried", "run"]
