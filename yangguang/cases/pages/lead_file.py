"""线索卷宗: the cover and the catalogue of a lead's own file, numbered page by page, ready to print."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from yangguang.base.pages import page
from yangguang.cases.kinds.labour.queries import leads_visible_to
from yangguang.cases.pages.lead import SHOWN
from yangguang.cases.pages.leads import READERS
from yangguang.cases.use_cases.archive_file import contents_of
from yangguang.directory.api import Account


@page("leads/<ref:ref>/file/", name="cases:lead_file", title="线索卷宗", allow=READERS, subject="lead", expects=SHOWN)
def lead_file(request: HttpRequest, ref: str) -> HttpResponse:
    """What lies in the file of a lead that did not become a case, or not yet. It names nobody who told."""
    account: Account = request.user  # type: ignore[assignment]
    lead = get_object_or_404(leads_visible_to(account), public_id=ref)
    rows, pages = contents_of(lead.public_id)
    return render(request, "cases/labour/lead_file.html", {
        "lead": lead, "rows": rows, "pages": pages, "complaint": lead.complaint if lead.is_complaint else None,
    })  # fmt: skip
