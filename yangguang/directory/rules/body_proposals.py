"""Which facts of a body wait for the judicial bureau's review before they stand, and where a proposal is (D06)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from yangguang.directory.rules.body_facts import LABELS, TO_BE_COMPLETED

FREE = frozenset({"mark", "office_hours"})  # the duty does not name them: they stand as soon as they are entered


class ProposalState(StrEnum):
    """Where a proposal is."""

    WAITING = "waiting"
    RETURNED = "returned"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"


STATES = {
    ProposalState.WAITING: "等候审核",
    ProposalState.RETURNED: "已退回",
    ProposalState.APPROVED: "已通过",
    ProposalState.WITHDRAWN: "已撤回",
}
OPEN = (ProposalState.WAITING, ProposalState.RETURNED)


def to_review(standing: Mapping[str, Any], wanted: Iterable[str]) -> list[str]:
    """The labels of the changed facts that wait for review; what the founding of a site left open is no change."""
    return [
        LABELS[field]
        for field in LABELS
        if field in set(wanted) - FREE and not str(standing[field]).startswith(TO_BE_COMPLETED)
    ]
