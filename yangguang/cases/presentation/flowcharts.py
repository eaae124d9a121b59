"""Flowcharts of the stage tables (D08): the very tables cases run on, told for the public, with the terms of a body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import count

from yangguang.base import local_values
from yangguang.base.components.clauses import citation
from yangguang.base.flowcharts import SEVERAL, Move, Outline, Station
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.rules.clocks import KINDS, ClockKind, clause_for
from yangguang.cases.rules.flow import STAGE_LABELS, Flow, Status, Step
from yangguang.directory.api import ROLE_LABELS, Body, Role
from yangguang.kernel.due_dates import UNIT_LABELS, Unit
from yangguang.statutes import clause

NAMES = {
    "penalty": "行政处罚（普通程序）",
    "summary": "行政处罚（简易程序）",
    "complaint": "投诉",
    "lead": "案件线索",
    "instruction": "限期改正指令",
    "disposition": "行政处理决定",
    "criminal_transfer": "移送涉嫌犯罪",
    "wage_arrears_sanctions": "失信联合惩戒名单",
    "major_labour_violations": "重大劳动保障违法行为公布",
    "execution": "罚款的履行和强制执行",
    "preservation": "先行登记保存",
    "coercion": "查封、扣押",
}
MANY = 4  # from so many statuses an act stands once, at the end, and not under the first of them
FEW = 2  # so many terms that an act ends are told at length
BEGINNING = 0


def flowchart_of(name: str, body: Body, on: date) -> Outline:
    """The flowchart of a stage table as it stands on a day, with the terms that hold for the body."""
    flow = FLOWS[name]
    statuses = _in_order(flow)
    numbers = {status.name: number for number, status in enumerate(statuses, 1)}
    told = [_move(step, numbers, body, on) for step in flow.steps]
    stations = [Station(BEGINNING, "开始", "", False, _at(told, BEGINNING))]
    stations += [
        Station(numbers[one.name], one.label, STAGE_LABELS[one.stage], one.final, _at(told, numbers[one.name]))
        for one in statuses
    ]
    stations.append(Station(SEVERAL, "在多个状态下都可以办的事项", "", False, _at(told, SEVERAL)))
    return Outline(name, f"{NAMES[name]}流程图", tuple(_numbered(station for station in stations if _is_told(station))))


def _in_order(flow: Flow) -> tuple[Status, ...]:
    """As the table has them, from the one where a matter begins; what stands before it there lies beside the main line."""
    begins = [one.name for one in flow.statuses].index(flow.start)
    return (*flow.statuses[begins:], *flow.statuses[:begins])


def _is_told(station: Station) -> bool:
    return bool(station.moves) or station.number != SEVERAL


def _at(moves: Iterable[Move], number: int) -> tuple[Move, ...]:
    """Those moves that stand under a station: what leads elsewhere last, so that the trunk goes on from there."""
    here = [one for one in moves if _place_of(one) == number]
    return tuple(sorted(here, key=lambda one: (bool(one.to), one.to == number + 1)))


def _place_of(move: Move) -> int:
    if not move.sources:
        return BEGINNING
    return SEVERAL if len(move.sources) >= MANY else min(move.sources)


def _numbered(stations: Iterable[Station]) -> Iterator[Station]:
    """Acts counted through in the order in which they are read."""
    numbers = count(1)
    for station in stations:
        yield replace(station, moves=tuple(replace(move, number=next(numbers)) for move in station.moves))


def _move(step: Step, numbers: dict[str, int], body: Body, on: date) -> Move:
    terms = [f"起算：{_term(KINDS[name], body, on)}" for name in step.starts]
    ended = [KINDS[name] for name in step.stops]
    if len(ended) <= FEW:
        terms += [f"结束计算：{_term(kind, body, on)}" for kind in ended]
    else:
        terms.append(f"结束计算：{'、'.join(kind.label for kind in ended)}")
    return Move(
        number=0, act=step.act, label=step.label,
        who="、".join("期满自动" if role == "system" else ROLE_LABELS[Role(role)] for role in step.by),
        sources=tuple(sorted(numbers[one] for one in step.sources)), to=numbers[step.to] if step.to else 0,
        basis="、".join(dict.fromkeys(citation(one).replace(" ", "") for one in step.clauses)),
        terms=tuple(terms), recorded=bool(step.recorded),
    )  # fmt: skip


def _term(kind: ClockKind, body: Body, on: date) -> str:
    """送达决定，自作出决定起7日（行政处罚法第六十一条第一款）."""
    found = clause_for(kind, region=body.region_code, on=on)
    since = f"自{kind.starts_when}起" if kind.starts_when else ""
    return f"{kind.label}，{since}{_length(kind, found, body, on)}（{citation(found).replace(' ', '')}）"


def _length(kind: ClockKind, clause_id: str, body: Body, on: date) -> str:
    if kind.local:
        value = local_values.find(kind.local, chain=body.public_id, on=on)
        return local_values.words_of(kind.local, value.value).replace(" ", "") if value else "，本机关还没有设定期限"
    known = clause(clause_id).on(on).values.values()
    amounts = [(one.amount, one.unit) for one in known if one.unit in {*Unit} and one.amount]
    return f"{amounts[0][0]}{UNIT_LABELS[Unit(amounts[0][1])]}" if amounts else "，按文书载明的期限"
