"""Circumstances that weigh: the gate that asks for them and their evidence, and their box on the case page."""

from __future__ import annotations

from typing import Any

from yangguang.cases import standing
from yangguang.cases.circumstances import check_exemption, check_weighing, circumstance_rows
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.panels import Panel, panel
from yangguang.cases.rules import exemptions
from yangguang.cases.rules.circumstances import EFFECT_LABELS, REMEDY, kind_of


@gate(
    "circumstances_shown", label="从轻、减轻、从重的情节有证据", clauses=("APL-2021:32", "APL-2021:34"), remedy=REMEDY
)
def circumstances_shown(attempt: Attempt) -> str:
    """Milder or heavier without a circumstance that was found on evidence, or one found and nothing made of it."""
    content = standing.draft_content(attempt)
    if content:
        check_weighing(attempt.case, content)
    return ""


@gate(
    "exemption_shown", label="不予处罚的情形有证据",
    clauses=("APL-2021:33.1#minor", "APL-2021:33.1#first_time", "APL-2021:33.2"), remedy=exemptions.REMEDY,
)  # fmt: skip
def exemption_shown(attempt: Attempt) -> str:
    """No ground is named, or an element of it was not found on evidence that still carries it."""
    check_exemption(attempt.case, standing.draft_content(attempt))
    return ""


@panel("circumstances")
def circumstances_panel(case: Any, account: Any) -> Panel | None:
    """What was found that weighs, whose it is, what it does, and what shows it."""
    rows = [row | {"effect": EFFECT_LABELS[kind_of(row).effect]} for row in circumstance_rows(case)]
    told = {"rows": rows, "follows": exemptions.told_of(rows)}
    return Panel("circumstances", "认定的情节", "cases/circumstances_panel.html", told) if rows else None
