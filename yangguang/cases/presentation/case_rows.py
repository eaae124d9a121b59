"""The rows of the case list as HTML: twenty to a hundred a page, so that they are filled into one pattern and not a template each."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from yangguang.base.addresses import address_of
from yangguang.base.components.clocks import clock_face
from yangguang.base.components.texts import doc_no, iso_date

JOINED_BY = "、"
ROW = """<tr>
    <td><a href="{}">{}</a><span class="under">{}</span></td>
    <td data-label="当事人">{}</td>
    <td data-label="阶段">{}<span class="under">{}</span></td>
    <td>{}</td>
    <td data-label="承办人">{}</td>
    <td data-label="立案" class="whole">{}</td>
  </tr>"""


def drawn(rows: Iterable[Mapping[str, Any]]) -> SafeString:
    """Rows as `shown` has them; every value is escaped as it is filled in."""
    return mark_safe("".join([ROW.format(*map(_escaped, _cells(row))) for row in rows]))  # noqa: S308 – just escaped


def _escaped(value: Any) -> str:
    """Plain text the short way, which is most of what stands in a row; the rest as Django does."""
    return html.escape(value) if type(value) is str else conditional_escape(value)


def _cells(row: Mapping[str, Any]) -> tuple[Any, ...]:
    case = row["case"]
    return (
        address_of("cases:case", case.public_id), doc_no(case.number), case.title, JOINED_BY.join(row["parties"]),
        row["stage"], row["status"], _term(row), JOINED_BY.join(row["handlers"]), iso_date(case.opened_on),
    )  # fmt: skip


def _term(row: Mapping[str, Any]) -> SafeString | str:
    """Its next term, or how it ended."""
    if row["face"]:
        return format_html('{}<span class="under">{}</span>', clock_face(row["face"]), row["due"])
    outcome = row["case"].get_outcome_display() if row["case"].outcome else ""
    return format_html('<span class="second">{}</span>', outcome) if outcome else ""
