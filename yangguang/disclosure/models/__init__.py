"""Rows of disclosure."""

from yangguang.disclosure.models.clarification import Clarification, ClarificationStatus
from yangguang.disclosure.models.correction_notice import CorrectionNotice, ToldBy
from yangguang.disclosure.models.credit_repair import CreditRepair, RepairStatus
from yangguang.disclosure.models.exemption_review import ExemptionOutcome, ExemptionReview
from yangguang.disclosure.models.flowchart import PublishedFlowchart
from yangguang.disclosure.models.foreign_paper import ForeignPaper
from yangguang.disclosure.models.objection import Objection, ObjectionOutcome
from yangguang.disclosure.models.publication import (
    Publication,
    PublicationStatus,
    PublishedVersion,
    Scope,
    WithdrawalGround,
    WithholdingGround,
)
from yangguang.disclosure.models.push import Push, PushStatus
from yangguang.disclosure.models.standing_publication import StandingChange, StandingPublication, StandingStatus
from yangguang.disclosure.models.window_board import BoardWindow, WindowBoard
from yangguang.disclosure.models.withdrawal_proposal import WithdrawalProposal

__all__ = [
    "BoardWindow",
    "Clarification",
    "ClarificationStatus",
    "CorrectionNotice",
    "CreditRepair",
    "ExemptionOutcome",
    "ExemptionReview",
    "ForeignPaper",
    "Objection",
    "ObjectionOutcome",
    "Publication",
    "PublicationStatus",
    "PublishedFlowchart",
    "PublishedVersion",
    "Push",
    "PushStatus",
    "RepairStatus",
    "Scope",
    "StandingChange",
    "StandingPublication",
    "StandingStatus",
    "ToldBy",
    "WindowBoard",
    "WithdrawalGround",
    "WithdrawalProposal",
    "WithholdingGround",
]
