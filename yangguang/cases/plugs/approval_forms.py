"""The approval forms of a case on its page, the one it was opened on included."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.urls import reverse

from yangguang.base.models import Approval
from yangguang.cases.inspection_approvals import AFTERWARDS
from yangguang.cases.panels import Panel, panel


@panel("approvals")
def approvals_panel(case: Any, account: Any) -> Panel | None:
    """Title, state and the way to each form, the oldest first."""
    refs = [ref for ref in (case.public_id, case.lead_ref) if ref]
    reports = Q(file_ref=case.public_id, purpose=AFTERWARDS)
    rows = Approval.objects.filter(Q(subject_ref__in=refs) | reports).order_by("pk")
    forms = [{"title": one.title.partition("：")[0], "state": one.get_state_display(), "on": one.closed_at or one.requested_at,
              "href": reverse("cases:approval", args=[one.public_id])} for one in rows]  # fmt: skip
    return Panel("approvals", "审批表", "cases/approvals_panel.html", {"forms": forms}) if forms else None
