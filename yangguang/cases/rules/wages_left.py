"""What a reconsideration, a judgment or a mediation leaves of the payments a disposition orders, worker by worker."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from yangguang.cases.rules.altering import Fault
from yangguang.cases.rules.disposition_content import sums

SUMS = ("wages_fen", "extra_fen", "total_fen")
FIELD = "left_wages"
Line = Mapping[str, Any]


@dataclass(frozen=True)
class WorkerLeft:
    """One worker of the annex: wages and compensation as the paper leaves them."""

    ref: str
    wages_fen: int
    extra_fen: int

    @property
    def total_fen(self) -> int:
        """Both together."""
        return self.wages_fen + self.extra_fen


def wages_of(content: Line) -> dict[str, Any]:
    """What a disposition orders to be paid: the annex and its sums."""
    return {"annex": [dict(line) for line in content.get("annex") or ()], **{name: int(content[name]) for name in SUMS}}


def wages_left(now: Line, workers: Iterable[WorkerLeft]) -> dict[str, Any]:
    """The same with what the paper says of some workers; whoever is owed nothing any more leaves the annex."""
    told = {one.ref: one for one in workers}
    lines = [_left(line, told.get(str(line["ref"]))) for line in now["annex"]]
    lines = [line for line in lines if line["total_fen"]]
    return {"annex": lines, **dict(zip(SUMS, sums(lines), strict=True))}


def fault_of_wages(now: Line, workers: Sequence[WorkerLeft], *, must_change: bool) -> Fault | None:
    """Why this cannot be what was left of the payments, or None: workers of the annex, none owed more, not everybody nothing."""
    ordered = {str(line["ref"]): int(line["total_fen"]) for line in now["annex"]}
    if {one.ref for one in workers} - set(ordered):
        return Fault("附表中没有这名劳动者。", FIELD, "请按附表的序号和姓名填写。")
    if any(min(one.wages_fen, one.extra_fen) < 0 or one.total_fen > ordered[one.ref] for one in workers):
        return Fault("变更不得更不利于当事人。", FIELD, "请按复议决定、裁判或者调解书填写各人留下的金额。")
    left = wages_left(now, workers)
    if not left["total_fen"]:
        return Fault("全部不再支付的，结果是撤销。", FIELD, "请在结果中选择撤销，或者填写仍应支付的金额。")
    if must_change and left == wages_of(now):
        return Fault("没有写明撤销了哪一部分。", FIELD, "请填写金额有变化的劳动者。")
    return None


def _left(line: Line, told: WorkerLeft | None) -> dict[str, Any]:
    if told is None:
        return dict(line)
    return {**line, "wages_fen": told.wages_fen, "extra_fen": told.extra_fen, "total_fen": told.total_fen}
