"""The tag library all components register with, and the defaults that let a page give only what it has."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template

register = template.Library()


def filled(rows: Iterable[Any], **defaults: Any) -> list[dict[str, Any]]:
    """Rows as full dictionaries: what a mapping or object lacks is taken from the defaults."""
    return [_filled(row, defaults) for row in rows or ()]


def _filled(row: Any, defaults: dict[str, Any]) -> dict[str, Any]:
    if isinstance(row, Mapping):
        return {**defaults, **row}
    return {name: getattr(row, name, default) for name, default in defaults.items()}
