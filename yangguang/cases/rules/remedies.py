"""What the end of a reconsideration or a lawsuit does to the decision it was about (law/stages-penalty §8.2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from yangguang.cases.rules.altering import GAINS, Fault
from yangguang.cases.rules.decision_content import fine_fault
from yangguang.cases.rules.severity import Proposed, heavier, in_order
from yangguang.cases.rules.wages_left import WorkerLeft

ANNULS = frozenset({"annulled", "declared_invalid", "ordered_to_remake"})  # the decision has lost its force
PARTLY, MEDIATED, PERFORM, ALTERED = "partly_annulled", "mediated", "ordered_to_perform", "altered"
CHANGES = frozenset({PARTLY, MEDIATED, ALTERED})  # the decision goes on with less in it
TAKES_BACK = ANNULS | {PARTLY, ALTERED, "declared_illegal"}  # APL-2021:48.2: what is public of it has to be taken back
WITHOUT_RULING = frozenset({"withdrawn", "terminated"})  # nothing was ruled about the decision
CLAUSES = {
    PARTLY: ("ARL-2023:64.1", "AJL-2017:70"), MEDIATED: ("ARL-2023:73", "AJL-2017:60.1"),
    PERFORM: ("ARL-2023:66", "AJL-2017:72"), ALTERED: ("ARL-2023:63.2", "AJL-2017:77.2"),
}  # fmt: skip
Content = Mapping[str, Any]


@dataclass(frozen=True)
class OutcomeTerms:
    """What the paper says beyond its kind: which penalties, sums and parties are left, what each worker is still to be paid,
    whether the part that fell is to be made anew, what of the additional fine is remitted, by when is to be paid or fulfilled
    from now on, what is to be done by when. None of a field: as much as now.
    """

    penalties: tuple[str, ...] | None = None
    fine_fen: int | None = None
    confiscated_fen: int | None = None
    fallen_parties: tuple[str, ...] = ()
    workers: tuple[WorkerLeft, ...] = ()
    remake: bool = False
    remitted_fen: int = 0
    pay_by: date | None = None
    perform: str = ""
    perform_by: date | None = None

    @property
    def says_something(self) -> bool:
        """Whether anything of the decision itself is said."""
        told = (self.penalties, self.fine_fen, self.confiscated_fen)
        more = self.fallen_parties or self.workers or self.remitted_fen or self.pay_by
        return any(one is not None for one in told) or bool(more)


def left_of(now: Content, terms: OutcomeTerms) -> dict[str, Any]:
    """The decision with only what is left of it: kinds, sums; a fine that falls takes its kind with it."""
    fine = int(now.get("fine_fen") or 0) if terms.fine_fen is None else terms.fine_fen
    kinds = tuple(now.get("penalties") or ()) if terms.penalties is None else terms.penalties
    if terms.penalties is None and not fine:
        kinds = tuple(kind for kind in kinds if kind != "fine")
    confiscated = int(now.get("confiscated_fen") or 0) if terms.confiscated_fen is None else terms.confiscated_fen
    return {"penalties": in_order(kinds), "fine_fen": fine, "confiscated_fen": confiscated if GAINS in kinds else 0}


def fault_of_left(now: Content, left: Content, *, outcome: str, parties_fall: bool) -> Fault | None:
    """Why this cannot be what a reconsideration, a judgment or a mediation left, or None: never worse, never nothing."""
    before, after = Proposed.of(now), Proposed.of({**now, **left})
    if heavier(before, after) or after.kinds - before.kinds:
        return Fault("变更不得更不利于当事人。", "left_fine", "请按复议决定、裁判或者调解书填写留下的处罚。")
    if not after.kinds:
        return Fault("处罚全部不再成立的，结果是撤销。", "left_penalties", "请在结果中选择撤销，或者选择留下的处罚。")
    if fault := fine_fault(after.kinds, after.fine_fen):
        return Fault(fault, "left_fine", "请核对留下的处罚种类和罚款金额。")
    same = (before.kinds, before.fine_fen, before.confiscated_fen) == (
        after.kinds,
        after.fine_fen,
        after.confiscated_fen,
    )
    if outcome == PARTLY and same and not parties_fall:
        return Fault(
            "没有写明撤销了哪一部分。", "left_penalties", "请只勾选、填写留下的处罚，或者勾选不再受处罚的当事人。"
        )
    return None


def part_that_fell(before: Content, left: Content) -> dict[str, Any]:
    """The penalties and sums that are no more, on the same facts and for the same reasons."""
    kinds = [kind for kind in before.get("penalties") or () if kind not in set(left.get("penalties") or ())]
    fine = int(before.get("fine_fen") or 0) - int(left.get("fine_fen") or 0)
    gains = int(before.get("confiscated_fen") or 0) - int(left.get("confiscated_fen") or 0)
    if fine and "fine" not in kinds:
        kinds = [*kinds, "fine"]
    if gains and GAINS not in kinds:
        kinds = [*kinds, GAINS]
    return {**before, "penalties": in_order(kinds), "fine_fen": fine, "confiscated_fen": gains}
