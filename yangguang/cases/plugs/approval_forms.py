"""The approval forms of a case on its page, the one it was opened on included."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from yangguang.cases.inspection_approvals import forms_of
from yangguang.cases.panels import Panel, panel


@panel("approvals")
def approvals_panel(case: Any, account: Any) -> Panel | None:
    """Title, state and the way to each form, the oldest first."""
    forms = [{"title": one.title.partition("：")[0], "state": one.get_state_display(), "on": one.closed_at or one.requested_at,
              "href": reverse("cases:approval", args=[one.public_id])} for one in forms_of(case)]  # fmt: skip
    return Panel("approvals", "审批表", "cases/approvals_panel.html", {"forms": forms}) if forms else None
