"""The rows of the case list as HTML: twenty to a hundred a page, so that they are filled into one pattern and not a template each."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from yangguang.base.addresses import address_of
from yangguang.base.components.clocks import ClockFace, clock_face
from yangguang.base.components.texts import doc_no, iso_date
from yangguang.cases.models import Outcome
from yangguang.kernel import clock

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
    today = clock.today()
    return mark_safe("".join([_row(today, *_facts(row)) for row in rows]))  # noqa: S308 – escaped in `_row`


def _facts(row: Mapping[str, Any]) -> tuple[Any, ...]:
    case = row["case"]
    return (
        case.public_id, case.number, case.title, JOINED_BY.join(row["parties"]), row["stage"], row["status"],
        row["face"], row["due"], case.outcome, JOINED_BY.join(row["handlers"]), case.opened_on,
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _row(
    _today: date, ref: str, number: str, title: str, parties: str, stage: str, status: str, face: ClockFace | None, due: str,
    outcome: str, handlers: str, opened_on: date,
) -> str:  # fmt: skip
    """Nothing else than what is given decides how a row looks: the same row is drawn once a day."""
    cells = (
        address_of("cases:case", ref), doc_no(number), title, parties, stage, status, _term(face, due, outcome), handlers,
        iso_date(opened_on),
    )  # fmt: skip
    return ROW.format(*map(_escaped, cells))


def _escaped(value: Any) -> str:
    """Plain text the short way, which is most of what stands in a row; the rest as Django does."""
    return html.escape(value) if type(value) is str else conditional_escape(value)


def _term(face: ClockFace | None, due: str, outcome: str) -> SafeString | str:
    """Its next term, or how it ended."""
    if face:
        return format_html('{}<span class="under">{}</span>', clock_face(face), due)
    return format_html('<span class="second">结果：{}</span>', Outcome(outcome).label) if outcome else ""
