"""Writes docs/reference: one module a page, each with NAME and page(). `python -m structure.reference` writes them all.

What can be read off the code is written nowhere else: a test compares every file with its module.
"""

from importlib import import_module
from pathlib import Path
from types import ModuleType

PLACE = Path(__file__).parents[2] / "docs" / "reference"
PARTS = ("clauses", "stages", "gates", "refusals", "pages", "commands", "settings", "events", "histories", "glossary")


def parts() -> dict[str, ModuleType]:
    """The module of every reference page, by the name of its file."""
    return {part: import_module(f"{__name__}.{part}") for part in PARTS}


def file_of(part: str) -> Path:
    """Where a page lies."""
    return PLACE / f"{part}.md"
