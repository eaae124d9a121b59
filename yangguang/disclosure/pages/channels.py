"""推送通道: which channels beyond the site are set up, what goes out there, what does not and why."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.forms import OfficialForm
from yangguang.base.listing import is_export, page_of, views, workbook
from yangguang.base.pages import page
from yangguang.base.sheets import Column
from yangguang.bulletin.api import digests
from yangguang.disclosure.channels.register import LABELS, every_channel
from yangguang.disclosure.models import Push, PushStatus
from yangguang.disclosure.queries import pushes_visible_to
from yangguang.disclosure.use_cases.retry_push import retry_push

KEEPERS = ("publisher", "system_administrator")
CHOICES = (("", "未能推送"), ("waiting", "等候推送"), ("done", "已推送"))
STATUSES = {"": PushStatus.FAILED, "waiting": PushStatus.WAITING, "done": PushStatus.DONE}
COLUMNS = (
    Column("number", "文号", width=28), Column("channel", "通道"), Column("what", "办什么"), Column("status", "状态"),
    Column("reason", "原因", width=50), Column("attempts", "次数"), Column("asked", "列入时间", width=18),
    Column("done", "完成时间", width=18),
)  # fmt: skip


class RetryForm(OfficialForm):
    """Nothing is filled in."""


@page("publications/channels/", name="disclosure:channels", title="推送通道", allow=KEEPERS)
def channels(request: HttpRequest) -> HttpResponse:
    """The state of each channel, and what failed first."""
    visible = pushes_visible_to(request.user)  # type: ignore[arg-type]
    view = request.GET.get("view", "")
    view = view if view in STATUSES else ""
    rows = visible.filter(status=STATUSES[view]).order_by("-pk")
    if is_export(request):
        label = dict(CHOICES)[view]
        return workbook(request, title=f"推送-{label}", columns=COLUMNS, rows=map(_cells, rows), filters=label)
    found = page_of(request, rows)
    counted = views(request, "view", CHOICES, lambda key: visible.filter(status=STATUSES[key]).count())
    return render(request, "disclosure/channels.html", {
        "channels": _states(visible), "mail": digests.state_of_mail(), "page": found,
        "rows": [(one, LABELS.get(one.channel, one.channel)) for one in found], "views": counted, "view": view,
    })  # fmt: skip


@page("publications/channels/<ref:ref>/retry/", name="disclosure:retry_push", title="重新推送", allow=KEEPERS, writes=True,
      subject="push")  # fmt: skip
def retry(request: HttpRequest, ref: str) -> HttpResponse:
    """Once more."""
    push = get_object_or_404(pushes_visible_to(request.user), public_id=ref)  # type: ignore[arg-type]
    form, back = RetryForm(request.POST or None), reverse("disclosure:channels")
    return answer(
        request, form, lambda **_: retry_push(push_id=push.pk, actor=request.user, at=form.moment()),  # type: ignore[arg-type]
        to=back, done="已重新列入，一分钟内推送。", template="disclosure/retry_push.html", push=push, back=back,
        label=LABELS.get(push.channel, push.channel), trail=[("推送通道", back), ("重新推送", "")],
    )  # fmt: skip


def _states(visible: QuerySet[Push]) -> list[dict[str, Any]]:
    last = dict(visible.filter(status=PushStatus.DONE).order_by().values_list("channel").annotate(at=Max("done_at")))
    counts = {
        (channel, status): n
        for channel, status, n in visible.order_by().values_list("channel", "status").annotate(n=Count("pk"))
    }
    return [
        {"name": one.name, "label": one.label, "lacks": one.lacks(), "last": last.get(one.name),
         "waiting": counts.get((one.name, PushStatus.WAITING), 0), "failed": counts.get((one.name, PushStatus.FAILED), 0)}
        for one in every_channel()
    ]  # fmt: skip


def _cells(one: Push) -> dict[str, Any]:
    return {
        "number": one.publication.number, "channel": LABELS.get(one.channel, one.channel), "what": one.what,
        "status": one.get_status_display(), "reason": one.last_error, "attempts": one.attempts, "asked": one.asked_at,
        "done": one.done_at or "",
    }  # fmt: skip
