"""存件巡检: how far the nightly scrub is, what it found, what was mended – for the auditor and whoever keeps the machines."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import Count, Q, Sum
from django.http import HttpResponse
from django.shortcuts import render

from yangguang.base import listing
from yangguang.base.models import Blob
from yangguang.base.pages import Expect, page
from yangguang.base.sheets import Column, Kind
from yangguang.directory.api import DeskRequest, Role
from yangguang.kernel import clock
from yangguang.records.models import DamagedBlob, ScrubRun

COLUMNS = (
    Column("ref", "存件", width=30), Column("kind", "情况", width=20), Column("found", "发现时间", width=18),
    Column("repaired", "修复时间", width=18), Column("aside", "损坏件另存", width=40), Column("sha256", "指纹", width=70),
    Column("size", "大小", Kind.INTEGER),
)  # fmt: skip
WATCHERS = (Role.AUDIT_ADMINISTRATOR, Role.SYSTEM_ADMINISTRATOR)


@page(
    "custody/",
    name="records:custody",
    title="存件巡检",
    allow=WATCHERS,
    expects=Expect(own=200, other=200, superior=200),
)
def custody(request: DeskRequest) -> HttpResponse:
    """The state of the whole store; no name, no content."""
    rows = DamagedBlob.objects.select_related("blob").order_by("repaired_at", "-pk")
    if listing.is_export(request):
        return listing.workbook(request, title="存件巡检", columns=COLUMNS, rows=map(_cells, rows))
    since = clock.now() - settings.SCRUB_PERIOD
    totals: dict[str, Any] = Blob.objects.aggregate(
        files=Count("pk"), size=Sum("size"), lately=Count("pk", filter=Q(checked_at__gte=since)),
        never=Count("pk", filter=Q(checked_at=None)),
    )  # fmt: skip
    return render(request, "records/custody.html", {
        "page": listing.page_of(request, rows), "totals": totals, "days": settings.SCRUB_PERIOD.days,
        "open": rows.filter(repaired_at=None).count(), "runs": ScrubRun.objects.order_by("-pk")[:10],
        "share": f"{totals['lately'] * 100 // totals['files']}%" if totals["files"] else "—",
        "replica": settings.VAULT_REPLICA is not None,
    })  # fmt: skip


def _cells(one: DamagedBlob) -> dict[str, Any]:
    found, repaired = one.found_at.astimezone(clock.BEIJING), one.repaired_at
    return {
        "ref": one.blob.public_id, "kind": one.get_kind_display(), "found": f"{found:%Y-%m-%d %H:%M}",
        "repaired": f"{repaired.astimezone(clock.BEIJING):%Y-%m-%d %H:%M}" if repaired else "", "aside": one.kept_aside,
        "sha256": one.blob.sha256, "size": one.blob.size,
    }  # fmt: skip
