"""Parts of lists: sort links, counted buttons, chips, facets, tabs, and the pager that always says the total."""

from typing import Any

from django.core.paginator import Page
from django.http import QueryDict
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from yangguang.base.components.icons import icon
from yangguang.base.components.library import filled, register
from yangguang.base.listing import PAGE_SIZES, PLACED_BY, Sought, changed

ELLIPSIS = "…"


def _query(context: Context) -> QueryDict:
    request = context.get("request")
    return request.GET if request is not None else QueryDict()


def address_with(context: Context, **changes: Any) -> str:
    """This page's address with some parameters changed; where in the list it stands falls away unless it is given."""
    return f"?{changed(_query(context), PLACED_BY, changes)}"


@register.simple_tag(takes_context=True)
def with_query(context: Context, **changes: Any) -> str:
    """The address of this list with parameters changed: {% with_query state="opened" %}."""
    return address_with(context, **changes)


@register.simple_tag(takes_context=True)
def sort_head(context: Context, key: str, label: str, number: bool = False) -> SafeString:
    """A head cell that sorts by `?sort=key`, and back by `?sort=-key`."""
    now = _query(context).get("sort", "")
    css = mark_safe(' class="number"') if number else ""
    direction, following, shape = {
        key: (mark_safe(' aria-sort="ascending"'), f"-{key}", "sort-ascending"),
        f"-{key}": (mark_safe(' aria-sort="descending"'), key, "sort-descending"),
    }.get(now, ("", key, "arrows-sort"))
    href = address_with(context, sort=following)
    return format_html('<th scope="col"{}{}><a href="{}">{}{}</a></th>', css, direction, href, label, icon(shape))


@register.inclusion_tag("components/pager.html", takes_context=True)
def pager(context: Context, page: Page, unit: str = "件") -> dict[str, Any]:
    """第 1—20 件，共 143 件, and the pages."""
    numbers = [
        {"number": n, "href": "" if n == ELLIPSIS else address_with(context, page=n), "current": n == page.number}
        for n in _numbers(page)
    ]
    sizes = [
        {"number": size, "href": address_with(context, size=size), "current": size == page.paginator.per_page}
        for size in PAGE_SIZES
    ]
    return {
        "page": page,
        "sizes": sizes if page.paginator.count > PAGE_SIZES[0] else [],
        "total": page.paginator.count,
        "unit": unit,
        "numbers": numbers if page.has_other_pages() else [],
        "previous": _beside(context, page, -1) if page.has_previous() else "",
        "next": _beside(context, page, 1) if page.has_next() else "",
    }


def _numbers(page: Page) -> list[int | str]:
    """The pages that are named: near this one, the first and the last counted; this one too where it lies beyond."""
    last = page.paginator.num_pages
    near = page.paginator.get_elided_page_range(min(page.number, last), on_each_side=2, on_ends=1)
    beyond: list[int | str] = [ELLIPSIS, page.number] if page.number > last else []
    return [*near, *beyond]


def _beside(context: Context, page: Page, step: int) -> str:
    """The page before or after: from this one's outermost row where the list can be gone on with, else by its number."""
    number = page.number + step
    if not isinstance(page, Sought) or number == 1:
        return address_with(context, page=number)
    place = {"after": page.place(-1)} if step > 0 else {"before": page.place(0)}
    return address_with(context, page=number, **place)


@register.inclusion_tag("components/list_actions.html", takes_context=True)
def list_actions(context: Context) -> dict[str, str]:
    """What every list offers: to print it, and exactly its filtered rows as a sheet."""
    return {"export": address_with(context, format="xlsx")}


@register.inclusion_tag("components/counted.html")
def counted(entries: Any, label: str = "筛选") -> dict[str, Any]:
    """The three to five views people use daily, as one row of buttons with counts."""
    return {"entries": filled(entries, label="", count=None, href="", current=False), "label": label}


@register.inclusion_tag("components/tabs.html")
def tabs(entries: Any, label: str = "分类") -> dict[str, Any]:
    """Kinds of the same thing, each with its count if it is known."""
    return {"entries": filled(entries, label="", count=None, href="", current=False), "label": label}


@register.inclusion_tag("components/chips.html")
def chips(entries: Any) -> dict[str, Any]:
    """Chosen filters, each a link that takes it away."""
    return {"entries": filled(entries, label="", href="")}


@register.inclusion_tag("components/facets.html")
def facets(groups: Any) -> dict[str, Any]:
    """Filters with counts: groups of (label, entries); an entry has label, count, href, chosen."""
    rows = filled(groups, label="", entries=())
    for row in rows:
        row["entries"] = filled(row["entries"], label="", count=0, href="", chosen=False)
    return {"groups": [row for row in rows if row["entries"]]}
