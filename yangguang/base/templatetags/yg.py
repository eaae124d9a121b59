"""Every component as a tag or filter; loaded as a builtin, so that no page needs {% load %}."""

from yangguang.base.components import (
    blocks,
    case_parts,
    charts,
    clauses,
    clocks,
    due_dates,
    flowcharts,
    forms,
    frame,
    icons,
    marks,
    public_parts,
    tables,
    texts,
)
from yangguang.base.components.library import register

__all__ = [
    "blocks",
    "case_parts",
    "charts",
    "clauses",
    "clocks",
    "due_dates",
    "flowcharts",
    "forms",
    "frame",
    "icons",
    "marks",
    "public_parts",
    "register",
    "tables",
    "texts",
]
