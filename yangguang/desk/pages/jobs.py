"""后台作业: scheduled work and deliveries that do not get through; nothing is ever dropped, so somebody must see them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yangguang.base import jobs
from yangguang.base.models import Delivery, JobRun
from yangguang.base.pages import Expect, page
from yangguang.directory.api import Role

STUCK = 3


@page(
    "jobs/",
    name="desk:jobs",
    title="后台作业",
    allow=(Role.SYSTEM_ADMINISTRATOR,),
    expects=Expect(other=200, superior=200),
)
def job_page(request: HttpRequest) -> HttpResponse:
    """Jobs with their last run; deliveries waiting, and those tried several times in vain."""
    waiting = Delivery.objects.filter(done_at=None)
    runs = {run.name: run for run in JobRun.objects.order_by("name")}
    context = {
        "jobs": [(job, runs.get(name)) for name, job in sorted(jobs.register().items())],
        "waiting": waiting.count(),
        "stuck": waiting.filter(attempts__gte=STUCK).select_related("entry").order_by("-attempts", "pk")[:100],
    }
    return render(request, "desk/jobs.html", context)
