"""The answer to whoever may read a file and not see its originals: why not, where to ask, and a line of the record."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yangguang.base import exports
from yangguang.base.events import Subject
from yangguang.base.pages import Expect
from yangguang.kernel.refusal import Refused
from yangguang.records.events.access import ACCESS, OriginalDenied
from yangguang.records.models import AccessRequest
from yangguang.records.pages.document import IN_TURN
from yangguang.records.readers import FileFace, face_of, owner_of
from yangguang.records.use_cases._access import ASK_FIRST, NOT_APPROVED

# The originals themselves: open to whoever acts in the case; a reader of the file alone needs a grant.
OF_ORIGINALS = Expect(superior=409, only_in=IN_TURN, roles={"case_handler": 409, "publisher": 409})


def denied(request: HttpRequest, what: str, file_ref: str, access: AccessRequest | None = None) -> HttpResponse:
    """Status 409. What was tried is told in the ledger, with the request it was tried by if there is one."""
    owner = owner_of(file_ref)
    file = face_of(request.user, file_ref)
    response = render(request, "records/denied.html", {
        "what": what, "reason": NOT_APPROVED, "remedy": ASK_FIRST, "clause_id": ACCESS, "file": file, "access": access,
        "ask_href": f"{reverse('records:ask_access')}?file={file_ref}" if file.href else reverse("records:ask_access"),
    }, status=409)  # fmt: skip
    chain = access.body.public_id if access else request.user.body.public_id  # type: ignore[union-attr]
    subject = access.subject if access else Subject("original", file_ref, chain)
    event = OriginalDenied(
        f"{owner.number if owner else ''}　{what}".strip(), NOT_APPROVED, access.number if access else ""
    )
    return exports.told(response, event, subject)


def unshown(request: HttpRequest, what: str, refusal: Refused) -> HttpResponse:
    """The answer where an original may be seen and cannot be drawn. Status 409."""
    return render(request, "records/denied.html", {
        "what": what, "reason": refusal.reason, "remedy": refusal.remedy, "clause_id": refusal.clause, "access": None,
        "file": FileFace("", "", keeps=False), "ask_href": "",
    }, status=409)  # fmt: skip
