"""后台作业: scheduled work and deliveries that do not get through; nothing is ever dropped, so somebody must see them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from yangguang.base import jobs, listing
from yangguang.base.models import Delivery, JobRun
from yangguang.base.pages import Expect, page
from yangguang.base.sheets import Column
from yangguang.directory.api import DeskRequest, Role
from yangguang.exchange.api import of_nobody_for

STUCK = 3
COLUMNS = (
    Column("title", "作业", width=36), Column("last", "上次完成", width=20), Column("next", "下次运行", width=20),
    Column("result", "结果", width=40),
)  # fmt: skip


@page(
    "jobs/",
    name="desk:jobs",
    title="后台作业",
    allow=(Role.SYSTEM_ADMINISTRATOR,),
    expects=Expect(other=200, superior=200),
)
def job_page(request: DeskRequest) -> HttpResponse:
    """Jobs with their last run; deliveries waiting, and those tried several times in vain."""
    waiting = Delivery.objects.filter(done_at=None)
    runs = {run.name: run for run in JobRun.objects.order_by("name")}
    if listing.is_export(request):
        return listing.workbook(request, title="后台作业", columns=COLUMNS, rows=_cells(runs))
    context = {
        "of_nobody": of_nobody_for(request.user),
        "jobs": [(job, runs.get(name)) for name, job in sorted(jobs.register().items())],
        "waiting": waiting.count(),
        "stuck": waiting.filter(attempts__gte=STUCK).select_related("entry").order_by("-attempts", "pk")[:100],
    }
    return render(request, "desk/jobs.html", context)


def _cells(runs: dict[str, JobRun]) -> Iterator[dict[str, Any]]:
    for name, job in sorted(jobs.register().items()):
        run = runs.get(name)
        yield {
            "title": job.title, "last": run.last_done_at if run and run.last_done_at else "",
            "next": run.next_run_at if run else "", "result": (run.last_error or "正常") if run else "还没有运行",
        }  # fmt: skip
