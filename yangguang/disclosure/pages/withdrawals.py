"""撤回与更正: what has to be taken back, by its clock; what was taken back and what was corrected."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yangguang.base.listing import page_of, views
from yangguang.base.pages import page
from yangguang.disclosure.clock_faces import face_of, withdrawal_face
from yangguang.disclosure.models import PublicationStatus
from yangguang.disclosure.models.publication import STANDING
from yangguang.disclosure.pages.queue import READERS
from yangguang.disclosure.queries import publications_visible_to

CHOICES = (("", "应撤回"), ("withdrawn", "已撤回"), ("corrected", "已更正"))


@page("publications/withdrawals/", name="disclosure:withdrawals", title="撤回与更正", allow=READERS)
def withdrawals(request: HttpRequest) -> HttpResponse:
    """Three working days from the receipt of the paper."""
    visible = publications_visible_to(request.user)  # type: ignore[arg-type]
    lists = {
        "": visible.filter(status__in=STANDING).exclude(withdraw_by=None).order_by("withdraw_by", "pk"),
        "withdrawn": visible.filter(status=PublicationStatus.WITHDRAWN).order_by("-withdrawn_on", "-pk"),
        "corrected": visible.filter(status=PublicationStatus.CORRECTED),
    }
    view = request.GET.get("view", "")
    found = page_of(request, lists.get(view, lists[""]))
    listed = [(one, withdrawal_face(one) or face_of(one)) for one in found]
    counted = views(request, "view", CHOICES, lambda key: lists[key].count())
    return render(request, "disclosure/withdrawals.html", {"page": found, "rows": listed, "views": counted})
