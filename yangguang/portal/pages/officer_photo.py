"""The photo beside an officer's entry, answered from what is public at this moment and from nothing kept elsewhere (D11)."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from yangguang.base.pages import PUBLIC, page
from yangguang.bulletin.api import PublicOfficer, photo_of
from yangguang.portal.taken_back import officer_taken_back


@page(
    "officers/<ref:ref>/photo", name="portal:officer_photo", title="执法人员照片", allow=PUBLIC, site="portal",
    subject="public_officer_with_photo",
)  # fmt: skip
def officer_photo(request: HttpRequest, ref: str) -> HttpResponse:
    """The photo as it is now: not found where none is shown, gone with an entry that was taken back."""
    found = PublicOfficer.objects.filter(ref=ref).first()
    if found is not None and found.withdrawn_on is not None:
        return officer_taken_back(request, found)
    photo = photo_of(found) if found is not None else None
    if photo is None:
        raise Http404
    response = HttpResponse(bytes(photo.content), content_type="image/jpeg")
    response["X-Content-Type-Options"] = "nosniff"
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "no-cache"
    return response
