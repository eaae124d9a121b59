"""The clause note: § short name of the law and article, beside any rule that is shown."""

from functools import cache

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from yangguang import statutes
from yangguang.base.components.library import register
from yangguang.kernel.due_dates import UNIT_LABELS, Unit


def citation(clause_id: str, short: bool = False) -> str:
    """How a clause is cited; an id nobody has recorded is shown as it stands."""
    try:
        found = statutes.clause(clause_id)
    except statutes.UnknownClause:
        return _whole_article(clause_id, short)
    return found.short() if short else f"{found.law.citation} {found.article}"


@cache
def _whole_article(clause_id: str, short: bool) -> str:
    """An article cited as a whole, though only its paragraphs are kept: the name of one of them, cut at 条."""
    for kept in statutes.clause_ids():
        if kept.startswith((f"{clause_id}.", f"{clause_id}-")):
            found = statutes.clause(kept)
            return found.short() if short else f"{found.law.citation} {found.article.partition('条')[0]}条"
    return clause_id


@register.simple_tag
def clause(*ids: str, href: str = "", short: bool = False) -> SafeString | str:
    """One or more clauses; with `href` a link that opens the words in force that day."""
    wanted = [clause_id for given in ids for clause_id in _split(given)]
    if not wanted:
        return ""
    words = "、".join(dict.fromkeys(citation(clause_id, short) for clause_id in wanted))
    inside = format_html('<span aria-hidden="true">§ </span><span class="visually-hidden">依据：</span>{}', words)
    if href:
        return format_html('<a class="clause" href="{}" data-drawer>{}</a>', href, inside)
    return format_html('<span class="clause">{}</span>', mark_safe(inside))  # noqa: S308 - built by format_html


@register.simple_tag
def term(clause_id: str, name: str = "") -> str:
    """How long a clause gives, in words: 7 个工作日. A text for people takes the number from here, never from memory."""
    value = statutes.clause(clause_id).value(name)
    return f"{value.amount} {UNIT_LABELS[Unit(value.unit)]}"


def _split(given: object) -> list[str]:
    if given is None:
        return []
    if isinstance(given, str):
        return [part.strip() for part in given.split(",") if part.strip()]
    return [str(part) for part in given] if isinstance(given, list | tuple | set) else [str(given)]
