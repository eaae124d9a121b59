"""What leaves the desk as a file leaves a line: who took what, how many rows, by which filter. No line, no file.

A reading page marks its answer; the page register writes the line after the page has been read and before it is sent.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from django.db import transaction
from django.http import HttpRequest, HttpResponse

from yangguang.base import ledger
from yangguang.base.events import Event, Subject
from yangguang.kernel.moment import Moment


@dataclass(frozen=True)
class DataExported(Event):
    """Somebody took rows or a stored file out of the desk."""

    label: ClassVar[str] = "导出"
    weighty: ClassVar[bool] = False
    what: str
    rows: int
    filters: str = ""

    def summary(self) -> str:
        """What, how much of it, and by which filter."""
        return f"{self.what}，{self.rows}条{f'（{self.filters}）' if self.filters else ''}"


def on_record(
    response: HttpResponse, *, what: str, rows: int, subject: Subject | None = None, filters: str = ""
) -> HttpResponse:
    """Mark an answer as an export. Without a subject it is the person's own body's: a list as that person may see it."""
    response.leaves = (DataExported(what, rows, filters), subject)  # type: ignore[attr-defined]
    return response


def told(response: HttpResponse, event: Event, subject: Subject) -> HttpResponse:
    """Mark an answer with an event of its own: what was shown under a grant, or asked for in vain."""
    response.leaves = (event, subject)  # type: ignore[attr-defined]
    return response


def put_on_record(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Write the line of an answer that was marked; every other answer goes on as it is."""
    marked = getattr(response, "leaves", None)
    if marked is not None:
        event, subject = marked
        actor: Any = request.user
        name = request.page.name  # type: ignore[attr-defined]
        with transaction.atomic():
            about = subject or Subject("list", name[:40], actor.body.public_id)
            ledger.record(event, subject=about, actor=actor, at=Moment.now())
    return response
