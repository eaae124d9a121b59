"""The panel socket: what upper contexts show on a case's page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Panel:
    """One box on the case page: its title, its template and the values the template is given."""

    name: str
    title: str
    template: str
    values: dict[str, Any]


_panels: dict[str, Callable[[Any, Any], Panel | None]] = {}


def panel(name: str) -> Callable[[Callable[[Any, Any], Panel | None]], Callable[[Any, Any], Panel | None]]:
    """Plug a panel: the decorated function is given the case and the account and returns a Panel or None."""

    def plug(show: Callable[[Any, Any], Panel | None]) -> Callable[[Any, Any], Panel | None]:
        _panels[name] = show
        return show

    return plug


def panels_of(case: Any, account: Any) -> list[Panel]:
    """The panels that have something to say about a case to this person."""
    return [shown for show in _panels.values() if (shown := show(case, account)) is not None]
