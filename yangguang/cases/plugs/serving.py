"""送达 on the page of a case: what has arrived, what came back, which announcement runs."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from yangguang.cases.panels import Panel, panel
from yangguang.cases.presentation.serving import brief_of
from yangguang.cases.standing import steps_of

OF_SERVICE = frozenset({"record_service_failure", "confirm_service_address", "request_announcement"})


@panel("service")
def service_panel(case: Any, account: Any) -> Panel | None:
    """Shown once anything was served or tried, or a party said where it is to be served."""
    if not any(step.act in OF_SERVICE or step.act.startswith("serve_") for step in steps_of(case)):
        return None
    return Panel("service", "送达", "cases/service_panel.html", {
        "rows": brief_of(case), "href": reverse("cases:service", args=[case.public_id]),
    })  # fmt: skip
