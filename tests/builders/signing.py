"""Signed pages of a file, put in as the handlers do before it is archived."""

from __future__ import annotations

from datetime import date

from tests.builders.cases import PAGE, on, person_of
from yangguang.cases.api import Case
from yangguang.cases.signatures import lacking_signatures
from yangguang.records.api import attach_signed_page


def all_signed(case: Case, *, day: date = date(2026, 5, 12), hour: int = 18, scan: bytes = b"") -> None:
    """The signed pages of every paper that lacks them are put into the file."""
    page, name = (scan, "签名页.jpg") if scan else (PAGE, "签名页.pdf")
    actor = person_of(case.body, "case_handler")
    with on(day, hour) as at:
        for paper in lacking_signatures(case):
            attach_signed_page(document_id=paper.pk, content=page, file_name=name, actor=actor, at=at)
