"""行政处罚裁量基准清单: each violation with its statutory range, its tiers from light to heavy, and leniency (D04)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from yangguang import statutes
from yangguang.catalogues.lists import clause_column, columns
from yangguang.catalogues.lists.columns import Column
from yangguang.catalogues.lists.definition import ListDefinition, Row
from yangguang.catalogues.rules import conditions, ranges, tiers
from yangguang.catalogues.rules.matters import PENALTY_KINDS
from yangguang.catalogues.rules.ranges import Range, RangeKind
from yangguang.catalogues.rules.tiers import DiscretionTier, Leniency, Measure, Standard
from yangguang.kernel import money
from yangguang.kernel.refusal import Refused

MEASURES = {
    Measure.FINE: "罚款",
    Measure.ADDITIONAL_COMPENSATION: "加付赔偿金（付给劳动者）",
    Measure.NO_AMOUNT: "不涉及金额",
}
FIRST_VIOLATION = "APL-2021:33.1#first_time"
COUNTED_BY = {
    "worker": RangeKind.PER_PERSON,
    "worker_month": RangeKind.PER_PERSON_MONTH,
    "person": RangeKind.PER_RESPONSIBLE,
}


def tier_column() -> Column:
    """Tiers, one a line from light to heavy: name：conditions：range."""
    return Column(
        "tiers", "裁量阶次", read_tiers, lambda v: "\n".join(t.says() for t in tiers_of(v)), required=False, lines=4,
        hint="每行一档，由轻到重，如：轻微：受害劳动者人数不超过10人：每人100元以上200元以下", keyed=True,
    )  # fmt: skip


def read_tiers(text: str) -> list[dict[str, Any]]:
    """Tiers from their lines. Raises Refused naming the line."""
    found = []
    for number, line in enumerate((part for part in text.split("\n") if part.strip()), start=1):
        parts = [part.strip() for part in re.split("[：:]", line)]
        if len(parts) not in {2, 3}:
            raise Refused(f"裁量阶次第{number}行读不出来：应当是“阶次：条件：幅度”。")
        try:
            when = conditions.parse(parts[1] if len(parts) == 3 else "")
            span = ranges.parse(parts[-1])
        except Refused as refusal:
            raise Refused(f"裁量阶次第{number}行：{refusal.reason}", remedy=refusal.remedy) from None
        found.append({"name": parts[0], "when": columns.when_json(when), "range": span.as_json()})
    return found


def tiers_of(stored: Any) -> tuple[DiscretionTier, ...]:
    """Tiers from what entries store."""
    return tuple(DiscretionTier(t["name"], columns.when_of(t["when"]), Range.from_json(t["range"])) for t in stored)


def row_faults(row: Row) -> Sequence[str]:
    """Tiers keep inside the statutory range and cover it; an amount and its measure belong together."""
    statutory = Range.from_json(row["statutory"])
    if (row["measure"] == Measure.NO_AMOUNT) != (statutory.kind is RangeKind.NO_FINE):
        return ("法定幅度与金额性质不一致：不涉及金额的，幅度写“不罚款”。",)
    if statutory.kind is RangeKind.NO_FINE and row["tiers"]:
        return ("不涉及金额的，不分裁量阶次。",)
    return [*statutory_faults(statutory, row["basis"]), *tiers.faults(statutory, tiers_of(row["tiers"]))]


def statutory_faults(statutory: Range, basis: Sequence[str]) -> list[str]:
    """The statutory range is what the cited clauses say; where they name no amount there is nothing to compare."""
    said = [span for clause_id in basis for span in spans_of(clause_id)]
    if statutory.kind is RangeKind.NO_FINE or not said:
        return []
    if any((s.kind, s.lower, s.upper) == (statutory.kind, statutory.lower, statutory.upper) for s in said):
        return []
    return [f"法定幅度“{statutory.says()}”与所引条款不一致。"]


def spans_of(clause_id: str) -> list[Range]:
    """The ranges of money a clause fixes, as lists write them; a single sum may be a fixed sum or a ceiling."""
    found = []
    for value in statutes.clause(clause_id).values.values():
        if value.unit not in {"yuan", "percent"}:
            continue
        kind = RangeKind.MULTIPLE if value.unit == "percent" else COUNTED_BY.get(value.per, RangeKind.AMOUNT)
        unit = 1 if value.unit == "percent" else money.FEN_IN_YUAN
        low, high = (value.low, value.high) if value.amount is None else (value.amount, value.amount)
        ends = [(low, high)] if value.amount is None else [(0, high), (low, high)]
        found += [Range(kind, (least or 0) * unit, (most or 0) * unit) for least, most in ends]
    return found


LIST = ListDefinition(
    kind="discretion_standards",
    title="行政处罚裁量基准清单",
    clauses=("APL-2021:34",),
    columns=(
        columns.text("violation", "违法行为"),
        clause_column.clauses("basis", "法定依据"),
        columns.choice("measure", "金额性质", MEASURES),
        columns.words("penalty_kinds", "处罚种类", labels=PENALTY_KINDS, required=False),
        columns.span("statutory", "法定幅度"),
        columns.when("applies_when", "适用条件"),
        tier_column(),
        columns.when("leniency", "首违不罚条件"),
        columns.words("lighter", "从轻、减轻情节", required=False),
        columns.words("heavier", "从重情节", required=False),
        columns.text("source", "来源", longest=300, required=False),
    ),
    asked_by_cases=True,
    subject_column="violation",
    row_faults=row_faults,
    table_columns=("violation", "basis", "statutory", "tiers", "leniency"),
)


def standard_of(code: str, stored: dict[str, Any], *, official: bool, edition_ref: str) -> Standard:
    """A row as other contexts read it."""
    leniency = columns.when_of(stored["leniency"])
    return Standard(
        code=code,
        violation=stored["violation"],
        basis=tuple(stored["basis"]),
        measure=Measure(stored["measure"]),
        statutory=Range.from_json(stored["statutory"]),
        tiers=tiers_of(stored["tiers"]),
        applies_when=columns.when_of(stored["applies_when"]),
        leniency=Leniency(FIRST_VIOLATION, leniency) if leniency else None,
        lighter=tuple(stored["lighter"]),
        heavier=tuple(stored["heavier"]),
        penalty_kinds=tuple(stored["penalty_kinds"]),
        official=official,
        source=stored["source"],
        edition_ref=edition_ref,
    )
