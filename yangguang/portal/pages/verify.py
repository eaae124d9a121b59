"""怎样核对: what can be checked, and how, in plain words; against the public log once there is one."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse

from yangguang.base.pages import PUBLIC, page
from yangguang.base.tlog.site_log import public_key
from yangguang.bulletin.api import list_files, notice_by_ref, notices_by_number
from yangguang.portal.showing import show, typed

DIGEST = re.compile(r"[0-9a-f]{64}\Z", re.ASCII)


@page("verify/", name="portal:verify", title="核对一份公开的决定", allow=PUBLIC, site="portal")
def verify(request: HttpRequest) -> HttpResponse:
    """By public number or by 文号, with the fingerprint of what is public now; or a file of a list by its own fingerprint."""
    asked = typed(request, "n", 120)
    by_ref = notice_by_ref(asked.lower()) if asked else None
    found = [by_ref] if by_ref else notices_by_number(asked)
    file = list_files.list_of_file(asked.lower()) if DIGEST.match(asked.lower()) else None
    return show(request, "portal/verify.html", "decisions", typed=asked, found=found, file=file, log_key=public_key())
