"""A service guide and its application forms on A4, at the desk: as they would be public, for draft and adopted editions."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header

from yangguang.base import exports
from yangguang.base.pages import SIGNED_IN, page
from yangguang.bulletin.api import guide_papers
from yangguang.catalogues.models import Entry
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.pages.edition import ADOPTED_ARE_PUBLIC
from yangguang.catalogues.public_guides import cells_of
from yangguang.catalogues.queries import editions_visible_to
from yangguang.directory.api import DeskRequest
from yangguang.kernel import clock

GuideCopy = guide_papers.GuideCopy


@page(
    "lists/guides/<ref:entry_ref>/<slug:paper>", name="catalogues:guide_paper", title="服务指南文件", allow=SIGNED_IN,
    subject="guide_paper", expects=ADOPTED_ARE_PUBLIC,
)  # fmt: skip
def guide_paper(request: DeskRequest, entry_ref: str, paper: str) -> HttpResponse:
    """The guide, or one of its forms blank or filled in."""
    visible = editions_visible_to(request.user).filter(list_kind=ListKind.SERVICE_GUIDES)
    row = get_object_or_404(Entry.objects.select_related("edition__body"), public_id=entry_ref, edition__in=visible)
    copy = copy_of_row(row)
    known = [known for known in guide_papers.papers_of(copy) if not known.slug.startswith(guide_papers.UPLOADED)]
    one = next((found for found in known if found.slug == paper), None)
    if one is None:
        raise Http404
    answer = HttpResponse(guide_papers.paper(copy, one), content_type=one.media_type)
    name = f"{one.title}.{one.suffix}"
    answer["Content-Disposition"] = content_disposition_header(one.suffix == "docx", name) or ""
    answer["X-Content-Type-Options"] = "nosniff"
    return exports.on_record(answer, what=f"{row.edition}：{one.title}", rows=1, subject=row.edition.subject)


def copy_of_row(row: Entry) -> GuideCopy:
    """A row as its papers are made of it."""
    edition = row.edition
    told = f"{edition}{'' if edition.is_fixed else '（草案）'}"
    return GuideCopy(
        row.columns["name"],
        edition.body.name,
        cells_of(row),
        row.columns["forms"],
        edition.adopted_on or clock.today(),
        told,
    )
