"""Rows of disclosure."""

from yangguang.disclosure.models.exemption_review import ExemptionOutcome, ExemptionReview
from yangguang.disclosure.models.flowchart import PublishedFlowchart
from yangguang.disclosure.models.objection import Objection, ObjectionOutcome
from yangguang.disclosure.models.publication import (
    Publication,
    PublicationStatus,
    PublishedVersion,
    Scope,
    WithdrawalGround,
    WithholdingGround,
)

__all__ = [
    "ExemptionOutcome",
    "ExemptionReview",
    "Objection",
    "ObjectionOutcome",
    "Publication",
    "PublicationStatus",
    "PublishedFlowchart",
    "PublishedVersion",
    "Scope",
    "WithdrawalGround",
    "WithholdingGround",
]
