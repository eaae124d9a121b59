"""Anybody tries anything, in any order, at any time: after each act no impossible history may be found."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from datetime import timedelta
from random import Random

from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from tests.builders.catalogues import an_adopted_edition
from tests.cases.any_history import acts, acts_after, acts_beside, acts_contesting, acts_executing
from tests.cases.any_history.invariants import broken
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
    "served": ANSWERING, "unheeded": ["settle_unheeded", "pay", "end", "sign"],
    "disposition": ["decide_disposition", "sign", "sign", "serve_disposition", "contest", "outcome", "annul", "end", "sign"],
}  # fmt: skip
CHECKED = {"ledger", "case_numbers", "document_numbers", "decisions_on_record", "numbers"}
SEEDS = st.integers(0, 2**32 - 1)


class AnyHistory(RuleBasedStateMachine):
    """One case on a site of its own, and every act anybody might try on it."""

    done: Counter[str] = Counter()
    refused: Counter[str] = Counter()
    reached: Counter[str] = Counter()
    scene = ""

    def __init__(self) -> None:
        super().__init__()
        self.world: World | None = None

    @initialize(seed=SEEDS)
    def begin(self, seed: int) -> None:
        """Somewhere on the way."""
        self.seed, self.steps = seed, 0
        self.world = World(self.scene)

    @rule(seed=SEEDS)
    def somebody_acts(self, seed: int) -> None:
        """At once: what suits where the case stands, what suits beside it, or anything at all."""
        self._try(self._chance(seed))

    @rule(seed=SEEDS, hours=st.sampled_from([1, 5, 24, 24, 48, 72, 24 * 4, 24 * 8, 24 * 30, 24 * 100]))
    def somebody_acts_later(self, seed: int, hours: int) -> None:
        """After hours to months."""
        self.world.now += timedelta(hours=hours)
        self._try(self._chance(seed))

    @rule(seed=SEEDS)
    def somebody_acts_while_certificates_or_lists_change(self, seed: int) -> None:
        """One of a dozen times a certificate is suspended or resumed, or another edition is adopted, before the act."""
        chance = self._chance(seed)
        with clock.frozen(self.world.now), suppress(Refused):  # one for that day may be there already
            if not chance.randrange(12):
                one = chance.choice(list(Certificate.objects.order_by("pk")))
                change = resume_certificate if one.state == "suspended" else suspend_certificate
                change(certificate=one, reason="年审。", actor=SYSTEM, at=Moment.now())
            elif not chance.randrange(40):
                tomorrow = clock.today() + timedelta(days=1)
                an_adopted_edition(body=self.world.body, from_day=tomorrow, on=clock.today(), codes=(), copied=True)
        self._try(chance)

    def _chance(self, seed: int) -> Random:
        """Choices of this step alone, though many steps be given the same number."""
        self.steps += 1
        return Random(f"{self.scene}/{self.seed}/{self.steps}/{seed}")

    def _try(self, chance: Random) -> None:
        world = self.world
        world.pick = chance.choice
        name = chance.choice(self._likely(chance.random()))
        with clock.frozen(world.now):
            try:
                with transaction.atomic():
                    ACTS[name](world)
            except Refused:
                self.refused[name] += 1
                world.case.refresh_from_db()
                return
            self.done[name] += 1
            world.case.refresh_from_db()
            faults = broken(world.case)
        assert not faults, f"{self.scene}, {name}, {world.now}: {faults}"
        self.reached.update(filter(None, (world.case.status, world.case.outcome)))
        world.now += timedelta(minutes=5)

    def _likely(self, chance: float) -> list[str]:
        if self.scene in BESIDE and chance < 0.5:
            return BESIDE[self.scene]
        return SUITS.get(self.world.case.status, list(ACTS)) if chance < 0.9 else sorted(ACTS)

    def teardown(self) -> None:
        """The record still agrees with itself; then everything is as it was."""
        if self.world is None:
            return
        try:
            with clock.frozen(self.world.now):
                faults = [fault for _, _, found in verifying.run(CHECKED) for fault in found]
            assert not faults, f"{self.scene}: {faults}"
        finally:
            self.world.end()


def run(*, runs: int, length: int, same_every_time: bool) -> type[AnyHistory]:
    """So many runs of so many acts, from every scene alike; the class has counted what was done and what was refused."""
    AnyHistory.done, AnyHistory.refused, AnyHistory.reached = Counter(), Counter(), Counter()
    for number, scene in enumerate(sorted(SCENES)):
        AnyHistory.scene = scene
        run_state_machine_as_test(
            AnyHistory,
            settings=settings(
                max_examples=runs // len(SCENES) + (number < runs % len(SCENES)), stateful_step_count=length, deadline=None,
                database=None, derandomize=same_every_time, suppress_health_check=list(HealthCheck),
                phases=[Phase.generate], print_blob=True,
            ),
        )  # fmt: skip
    return AnyHistory


__all__ = ["AnyHistory", "run"]
