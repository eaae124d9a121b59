"""The frame of a page: navigation, phone bar, date line, large type, the mark."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.template import Context
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from yangguang.base import calendars
from yangguang.base.addresses import address_of
from yangguang.base.components.library import filled, register

LARGE_TYPE_COOKIE = "large_type"
PHONE_BAR = 5
SUN = mark_safe(
    '<circle cx="12" cy="7.500" r="4.800"/><path d="M2 14h20v1.900H2zM5 17.800h14v1.900H5zM8 21.400h8v1.900H8z"/>'
)


@register.simple_tag
def sun_mark(css: str = "sun") -> SafeString:
    """The mark: a sun over the lines of a record."""
    return format_html('<svg class="{}" viewBox="0 0 24 24" aria-hidden="true">{}</svg>', css, SUN)


@register.simple_tag(takes_context=True)
def large_type_class(context: Context) -> str:
    """The class of <html> when the visitor chose 大字版."""
    request = context.get("request")
    chosen = request is not None and request.COOKIES.get(LARGE_TYPE_COOKIE) == "1"
    return "large-type" if chosen else ""


@register.inclusion_tag("components/large_type_switch.html", takes_context=True)
def large_type_switch(context: Context) -> dict[str, Any]:
    """大字版 or 标准字号; a plain form without scripts, at once with them."""
    request = context.get("request")
    path = request.get_full_path() if request else context.get("page_path", "/")
    return {"is_large": bool(large_type_class(context)), "path": path}


class NavigationGroups(list[dict[str, Any]]):
    """Groups of the left bar that many pages share and nobody changes: what was drawn of them stays with them."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: dict[str, SafeString] = {}


@register.simple_tag
def navigation_groups(groups: Any) -> SafeString:
    """The desk's left bar: groups of label and entries (label, icon, href, count, urgent, current)."""
    return _drawn_once(groups, "components/navigation.html", _bar)


@register.simple_tag
def phone_bar(groups: Any) -> SafeString:
    """The bottom bar at phone width: the entries that have a short name `phone`, in their order, at most five."""
    return _drawn_once(groups, "components/phone_bar.html", _phone_bar)


def _drawn_once(groups: Any, template: str, told: Callable[[Any], dict[str, Any]]) -> SafeString:
    kept: dict[str, SafeString] = getattr(groups, "drawn", {})
    if template not in kept:
        kept[template] = render_to_string(template, told(groups))
    return kept[template]


def _bar(groups: Any) -> dict[str, Any]:
    rows = filled(groups, label="", entries=())
    for row in rows:
        row["entries"] = _entries(row["entries"])
    return {"groups": rows}


def _phone_bar(groups: Any) -> dict[str, Any]:
    entries = [entry for group in filled(groups, entries=()) for entry in _entries(group["entries"]) if entry["phone"]]
    return {"entries": entries[:PHONE_BAR]}


def _entries(entries: Any) -> list[dict[str, Any]]:
    return filled(entries, label="", icon="file-text", href="", count=0, urgent=False, current=False, phone="")


@register.simple_tag
def tile_mark() -> SafeString:
    """The mark on its tile, for heads and the sign-in page."""
    return format_html('<img class="tile" src="{}" alt="">', static("icons/mark.svg"))


@register.simple_tag
def sheets(names: str) -> SafeString:
    """Links to style sheets by name."""
    return _linked("css", names, '<link rel="stylesheet" href="{}">', _kept_where())


@register.simple_tag
def scripts(names: str) -> SafeString:
    """Scripts by name, run when the page is read."""
    return _linked("js", names, '<script src="{}" defer></script>', _kept_where())


def _kept_where() -> tuple[str, ...]:
    """What the address of a static file hangs on in a running process."""
    return settings.STATIC_URL, str(settings.STATIC_ROOT), settings.STORAGES["staticfiles"]["BACKEND"]


@lru_cache(maxsize=64)
def _linked(kind: str, names: str, link: str, _where: tuple[str, ...]) -> SafeString:
    return format_html_join("\n", link, ((static(f"{kind}/{name}.{kind}"),) for name in names.split()))


@register.simple_tag
def address(name: str, *args: Any) -> str:
    """The address of a page by name, or nothing where this site does not have it."""
    return address_of(name, *args)


@register.simple_tag(takes_context=True)
def day_kind(context: Context, day: date) -> SafeString:
    """工作日 or 休息日, by the calendar in force or the one the page brings."""
    workday = (context.get("calendar") or calendars.in_force()).is_workday(day)
    return format_html('<span class="tag">{}</span>', "工作日" if workday else "休息日")
