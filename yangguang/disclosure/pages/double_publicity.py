"""双公示: the rows for the credit site as they stand, what each still lacks, and all of them as XLSX in the table's own order."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from yangguang.base.listing import is_export, page_of, workbook
from yangguang.base.pages import page
from yangguang.base.sheets import Column
from yangguang.directory.api import DeskRequest
from yangguang.disclosure.double_publicity import reported, rows_of
from yangguang.disclosure.pages.queue import READERS
from yangguang.disclosure.queries import publications_visible_to
from yangguang.disclosure.rules.credit import MINOR
from yangguang.disclosure.rules.profiles import DOUBLE_PUBLICITY, profile_for

NATIONAL = "000000"


@page("publications/double-publicity/", name="disclosure:double_publicity", title="双公示", allow=READERS)
def double_publicity(request: DeskRequest) -> HttpResponse:
    """Penalties that are public and go to the credit site; one row a party."""
    rows = reported(publications_visible_to(request.user))
    profile = profile_for(DOUBLE_PUBLICITY, request.user.body.region_code or NATIONAL)
    if is_export(request):
        columns = [Column(one.code, one.label, required=one.required, width=22) for one in profile.fields]
        return workbook(request, title="双公示-行政处罚", columns=columns, rows=(one.cells for one in rows_of(rows)),
                        filters=f"公开中的行政处罚；{profile.source}")  # fmt: skip
    found = page_of(request, rows)
    return render(
        request, "disclosure/double_publicity.html",
        {"page": found, "rows": rows_of(found), "profile": profile, "credit_clause": MINOR, "asked": len(profile.fields)},
    )  # fmt: skip
