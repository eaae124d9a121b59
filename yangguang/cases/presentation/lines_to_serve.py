"""A decision of a line beside the main one that only waits to be served: that comes before what the main line offers."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from yangguang.cases.kinds.labour.line_acts import possible
from yangguang.cases.models import Case, DispositionStatus
from yangguang.cases.standing import has_taken
from yangguang.directory.api import Account

SERVICE = "serve_disposition"


def to_serve_beside(case: Case, account: Account) -> list[dict[str, Any]]:
    """Rows of 下一步 for dispositions that were decided and are not served, for who may serve them."""
    if not has_taken(case, "decide_disposition"):
        return []
    return [
        {
            "act": SERVICE, "label": dict(possible(line, account))[SERVICE], "icon": "send", "primary": False, "main": True,
            "href": reverse("cases:order_act", args=[case.public_id, line.public_id, SERVICE]),
        }
        for line in case.dispositions.filter(status=DispositionStatus.DECIDED).order_by("pk")
        if SERVICE in dict(possible(line, account))
    ]  # fmt: skip
