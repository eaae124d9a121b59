"""Every address of the public site that is the same for every visitor, and what stays with the process."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import Resolver404, resolve, reverse

from yangguang.base import pages
from yangguang.bulletin.api import (
    ListStatus,
    Notice,
    PublicFlowchart,
    PublicGuide,
    PublicList,
    PublicReport,
    guide_papers,
    list_copies,
    list_files,
    months,
    open_data,
    public_bodies,
    report_files,
    standing_notices,
)
from yangguang.portal.feeds import FORMATS
from yangguang.portal.pages.reports import PROOF

# Asked for by somebody, written by somebody, or true of this very day: never a file.
SERVED = {
    "portal:search", "portal:search_passages", "portal:correction", "portal:receipt", "portal:progress", "portal:complaint",
    "portal:large_type", "portal:voice_standing",
    "portal:officers", "portal:officer", "portal:officer_by_number", "portal:officer_photo", "portal:windows", "portal:window_board",
    "portal:hall",
}  # fmt: skip


def is_served(path: str) -> bool:
    """Whether the process answers this address, whatever lies on disk."""
    try:
        name = resolve(path).view_name
    except Resolver404:
        return False
    known = pages.register().get(name)
    return name in SERVED or known is None or known.site != "portal" or known.writes


def fallen_addresses() -> set[str]:
    """What is not public any more, decisions, lists and their guides: whatever a file says there but that, it must not go on
    saying.
    """
    standing = standing_notices().values("pk")
    refs = Notice.objects.exclude(pk__in=standing).values_list("ref", flat=True)
    fallen = {reverse("portal:decision", args=[ref]) for ref in refs.iterator()}
    taken_back = PublicList.objects.filter(status=ListStatus.WITHDRAWN).order_by("pk")
    guides = PublicGuide.objects.filter(edition__in=taken_back.order_by()).order_by("pk")
    pages_of = {reverse("portal:list", args=[ref]) for ref in taken_back.values_list("ref", flat=True)}
    pages_of |= {reverse("portal:guide", args=[ref]) for ref in guides.values_list("ref", flat=True)}
    return fallen | pages_of | {f"{path}/files" for path in pages_of}


def every_address() -> Iterator[str]:
    """Paths, the tombstones of decisions first: what was taken back is taken back soonest."""
    for ref in Notice.objects.order_by("digest", "pk").values_list("ref", flat=True).iterator():
        yield reverse("portal:decision", args=[ref])
        for name in ("copy", "paper", "proof"):
            yield reverse(f"portal:{name}", args=[ref])
    for page in pages.register().values():
        path = f"/{page.address}"
        if page.site == "portal" and "<" not in path and not is_served(path):
            yield path
    for body in public_bodies():
        yield reverse("portal:body", args=[body.ref])
    for ref in PublicFlowchart.objects.order_by("pk").values_list("ref", flat=True):
        yield reverse("portal:flowchart", args=[ref])
    for kind in list_copies.public_kinds():
        yield reverse("portal:lists_of_kind", args=[kind])
    for ref in PublicList.objects.order_by("pk").values_list("ref", flat=True):
        yield reverse("portal:list", args=[ref])
        yield reverse("portal:list_comparison", args=[ref])
        for suffix in (*list_files.FORMATS, list_files.SNAPSHOT, list_files.PROOF):
            yield reverse("portal:list_file", args=[ref, suffix])
    for guide in PublicGuide.objects.select_related("edition").order_by("pk"):
        yield reverse("portal:guide", args=[guide.ref])
        for one in guide_papers.papers_of(guide):
            yield reverse("portal:guide_paper", args=[guide.ref, one.slug])
    for ref in PublicReport.objects.order_by("pk").values_list("ref", flat=True):
        yield reverse("portal:report", args=[ref])
        for suffix in (*report_files.FORMATS, PROOF):
            yield reverse("portal:report_file", args=[ref, suffix])
    for month in months.public_months().values_list("month", flat=True):
        for suffix in ("json", PROOF):
            yield reverse("portal:month_file", args=[month, suffix])
    for suffix in FORMATS:
        yield reverse("portal:decision_feed", args=[suffix])
        yield reverse("portal:list_feed", args=[suffix])
    for file in sorted(open_data.files()):
        yield reverse("portal:open_data_file", args=[file.stem, file.suffix.removeprefix(".")])
