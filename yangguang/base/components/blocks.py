"""Blocks that wrap content: card, notice, empty state, form part; and the drawer link."""

from typing import Any

from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from yangguang.base.addresses import address_of
from yangguang.base.components.icons import icon
from yangguang.base.components.library import register
from yangguang.base.ways import leads_on

NOTICES = {
    "info": ("info-circle", "提示"),
    "done": ("circle-check", "已完成"),
    "caution": ("alert-triangle", "注意"),
    "error": ("alert-circle", "有问题"),
    "calm": ("arrow-back-up", "说明"),
}


@register.simple_block_tag
def card(
    content: str, title: str = "", shape: str = "", note: str = "", ident: str = "", flush: bool = False, css: str = ""
) -> SafeString:
    """A region with a name. `flush` leaves out the padding, for tables and lists."""
    given = {
        "content": content,
        "title": title,
        "shape": shape,
        "note": note,
        "ident": ident,
        "flush": flush,
        "css": css,
    }
    return render_to_string("components/card.html", given)


@register.simple_block_tag
def notice(content: str, kind: str = "info") -> SafeString:
    """A strip for a page-wide fact: info, done, caution, error or calm. At most one a page."""
    shape, spoken = NOTICES[kind]
    role = mark_safe(' role="alert"') if kind == "error" else ""
    return format_html(
        '<div class="notice {}"{}>{}<div><span class="visually-hidden">{}：</span>{}</div></div>',
        kind,
        role,
        icon(shape),
        spoken,
        content,
    )


@register.simple_block_tag
def empty(content: str, title: str, shape: str = "checks") -> SafeString:
    """An empty list: why it is empty, the next thing that will happen, one action."""
    return format_html('<div class="empty">{}<p class="said">{}</p>{}</div>', icon(shape), title, content)


@register.simple_block_tag
def part(content: str, title: str, ordinal: str = "", source: str = "") -> SafeString:
    """One numbered part of a form, in the order of the document."""
    given = {"content": content, "title": title, "ordinal": ordinal, "source": source}
    return render_to_string("components/part.html", given)


@register.simple_tag
def drawer_link(href: str, words: str = "怎么算的", css: str = "no-print") -> SafeString:
    """A link that opens its page in a drawer; without scripts it is a plain link to the same page."""
    return format_html('<a class="{}" href="{}" data-drawer>{}</a>', css, href, words)


@register.simple_tag(takes_context=True)
def way(context: Context, words: str, name: str, *values: Any) -> SafeString:
    """A link on a line of its own to a page by name; nothing for somebody whose role does not open it."""
    href, account = address_of(name, *values), context.get("user")
    if not href or (account is not None and not leads_on(account, href)):
        return mark_safe("")
    return format_html('<p><a href="{}">{}</a></p>', href, words)


@register.inclusion_tag("components/page_head.html", takes_context=True)
def page_head(context: Context, title: str, under: str = "", trail: Any = ()) -> dict[str, Any]:
    """Title, the line under it and the way here; for heads with buttons write the markup (see the how-to)."""
    return {"title": title, "under": under, "trail": trail_of(trail, context.get("user"))}


@register.inclusion_tag("components/breadcrumb.html", takes_context=True)
def breadcrumb(context: Context, trail: Any) -> dict[str, Any]:
    """The way here: a list of (words, address); the last has no address."""
    return {"trail": trail_of(trail, context.get("user"))}


def trail_of(trail: Any, account: Any = None) -> list[dict[str, Any]]:
    """Pairs or mappings as rows with words and address; no address where the page would turn the reader away."""
    rows = [dict(step) if hasattr(step, "keys") else {"label": step[0], "href": step[1]} for step in trail or ()]
    for number, row in enumerate(rows, start=1):
        row["is_here"] = number == len(rows)
        if row["href"] and account is not None and not leads_on(account, row["href"]):
            row["href"] = ""
    return rows
