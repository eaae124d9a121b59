"""Rows of case files."""

from yangguang.cases.models.assignment import Assignment
from yangguang.cases.models.case import Case, CaseKind, CaseStatus, Outcome, Party, PartyKind
from yangguang.cases.models.clock import Clock
from yangguang.cases.models.closing import Closing, ClosingGround
from yangguang.cases.models.decision import Decision, DecisionDraft, DecisionKind, DecisionStatus
from yangguang.cases.models.found_fact import FoundFact, InvestigationReport
from yangguang.cases.models.payment import Payment
from yangguang.cases.models.prior_notice import HearingRequest, PriorNotice, WaiverForm
from yangguang.cases.models.recusal import Recusal
from yangguang.cases.models.service import Relation, ServiceMethod, ServiceOfDocuments
from yangguang.cases.models.statement import StatementAndDefence, StatementPoint, StatementWay
from yangguang.cases.models.step_taken import StepTaken

__all__ = [
    "Assignment",
    "Case",
    "CaseKind",
    "CaseStatus",
    "Clock",
    "Closing",
    "ClosingGround",
    "Decision",
    "DecisionDraft",
    "DecisionKind",
    "DecisionStatus",
    "FoundFact",
    "HearingRequest",
    "InvestigationReport",
    "Outcome",
    "Party",
    "PartyKind",
    "Payment",
    "PriorNotice",
    "Recusal",
    "Relation",
    "ServiceMethod",
    "ServiceOfDocuments",
    "StatementAndDefence",
    "StatementPoint",
    "StatementWay",
    "StepTaken",
    "WaiverForm",
]
