"""The panel socket: what upper contexts show on a case's page, and on which page of theirs an act is taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Panel:
    """One box on the case page: its title, its template and the values the template is given.

    `door`, where there is nothing to show yet: the address of the page where it begins. Such panels share one box.
    """

    name: str
    title: str
    template: str
    values: dict[str, Any]
    door: str = ""


@dataclass(frozen=True)
class LeadLink:
    """Where a lead came from in a context above: a sentence and the page it opens, if it opens to the reader."""

    words: str
    href: str


_lead_links: dict[str, Callable[[Any, Any], LeadLink | None]] = {}


def lead_link(name: str) -> Callable[[Callable[[Any, Any], LeadLink | None]], Callable[[Any, Any], LeadLink | None]]:
    """Plug a link on the page of a lead: the decorated function is given the lead and the account."""

    def plug(show: Callable[[Any, Any], LeadLink | None]) -> Callable[[Any, Any], LeadLink | None]:
        _lead_links[name] = show
        return show

    return plug


def links_of(lead: Any, account: Any) -> list[LeadLink]:
    """What contexts above have to say about a lead to this person."""
    return [shown for show in _lead_links.values() if (shown := show(lead, account)) is not None]


ACT_PAGE = "cases:act"

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


_act_pages: dict[str, str | None] = {}


def act_page(act: str, page_name: str | None) -> None:
    """Plug the page an act is taken on, given the case's public id; None when the act has no page of its own."""
    if _act_pages.setdefault(act, page_name) != page_name:
        raise ValueError(f"two pages take the act {act}")


def page_of(act: str) -> str | None:
    """The name of the page an act is taken on: the form of acts unless a context has plugged its own."""
    return _act_pages.get(act, ACT_PAGE)
