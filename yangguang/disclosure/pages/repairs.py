"""信用修复: what was asked, which conditions hold, what is proposed, what the head decides; until when."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from yangguang.base import ledger
from yangguang.base.components.clocks import ClockFace, ClockState
from yangguang.base.listing import is_export, page_of, views, workbook
from yangguang.base.pages import Expect, page
from yangguang.base.sheets import Column, Kind
from yangguang.disclosure.clock_faces import repair_face
from yangguang.disclosure.models import CreditRepair, RepairStatus
from yangguang.disclosure.models.credit_repair import OPEN
from yangguang.disclosure.pages.queue import READERS
from yangguang.disclosure.policy import may_decide_repair, publisher_fault
from yangguang.disclosure.queries import repairs_visible_to
from yangguang.disclosure.repairing import conditions
from yangguang.disclosure.rules.repair import CONDITIONS, DAYS, EFFECT, effects
from yangguang.kernel import clock

CHOICES = (("", "办理中"), ("decided", "已决定"))
COLUMNS = (
    Column("number", "文号", width=28), Column("received", "收到日期", Kind.DAY), Column("due", "应决定日期", Kind.DAY),
    Column("status", "状态"), Column("decided", "决定日期", Kind.DAY), Column("reasons", "理由", width=60),
)  # fmt: skip


@page("publications/repairs/", name="disclosure:repairs", title="信用修复", allow=READERS)
def repairs(request: HttpRequest) -> HttpResponse:
    """The oldest open one first."""
    visible = repairs_visible_to(request.user)  # type: ignore[arg-type]
    lists = {
        "": visible.filter(status__in=OPEN).order_by("pk"),
        "decided": visible.exclude(status__in=OPEN).order_by("-pk"),
    }
    view = request.GET.get("view", "")
    if is_export(request):
        label = dict(CHOICES).get(view, "办理中")
        rows = map(_cells, lists.get(view, lists[""]))
        return workbook(request, title=f"信用修复-{label}", columns=COLUMNS, rows=rows, filters=label)
    found = page_of(request, lists.get(view, lists[""]))
    told = {"page": found, "rows": [(one, repair_face(one)) for one in found],
            "views": views(request, "view", CHOICES, lambda key: lists[key].count())}  # fmt: skip
    return render(request, "disclosure/repairs.html", told)


@page("publications/repairs/<ref:ref>/", name="disclosure:repair", title="信用修复申请", allow=READERS,
      subject="credit_repair", expects=Expect(superior=200))  # fmt: skip
def repair(request: HttpRequest, ref: str) -> HttpResponse:
    """What was asked and how it stands; who asked is shown to those of the body who act on it."""
    found = repair_for(request, ref)
    publishes = not publisher_fault(request.user, found.publication)  # type: ignore[arg-type]
    decides = may_decide_repair(request.user, found.publication)  # type: ignore[arg-type]
    history = [
        {"at": one.occurred_at, "title": one.label, "who": one.actor_name, "words": one.summary}
        for one in reversed(ledger.entries_about("credit_repair", found.public_id))
    ]
    told = {
        "repair": found, "publication": found.publication, "history": history, "face": repair_face(found),
        "seen": publishes or decides, "effects": effects(), "effect": EFFECT,
        "conditions": conditions(found, clock.today()) if found.is_open else (), "clause_id": CONDITIONS, "days": DAYS,
        "examines": publishes and found.status == RepairStatus.ASKED,
        "decides": decides and found.status == RepairStatus.EXAMINED,
    }  # fmt: skip
    return render(request, "disclosure/repair.html", told)


def repair_for(request: HttpRequest, ref: str) -> CreditRepair:
    """The application, if this person may see it."""
    return get_object_or_404(repairs_visible_to(request.user), public_id=ref)  # type: ignore[arg-type]


def _cells(one: CreditRepair) -> dict[str, Any]:
    face: ClockFace = repair_face(one)
    return {
        "number": one.publication.number, "received": one.received_at.astimezone(clock.BEIJING).date(),
        "due": face.due_on if face.state is not ClockState.NOT_STARTED else None, "status": one.get_status_display(),
        "decided": one.decided_on, "reasons": one.reasons,
    }  # fmt: skip
