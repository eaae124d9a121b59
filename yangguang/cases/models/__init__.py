"""Rows of case files."""

from yangguang.cases.models.agent import AgentPower, AuthorisedAgent, Authority
from yangguang.cases.models.alteration import Alteration
from yangguang.cases.models.assignment import Assignment
from yangguang.cases.models.case import Case, CaseKind, CaseStatus, Outcome, Party, PartyKind
from yangguang.cases.models.case_item import GOES_BACK, CaseItem, ItemFate
from yangguang.cases.models.clerical_correction import ClericalCorrection
from yangguang.cases.models.clock import Clock
from yangguang.cases.models.closing import Closing, ClosingGround
from yangguang.cases.models.collective_discussion import (
    CollectiveDiscussion,
    DiscussionConclusion,
    DiscussionWay,
    SettledBy,
    Vote,
)
from yangguang.cases.models.complaint import AnsweredBy, Arbitration, Complaint, DeclineReason, RedirectGround
from yangguang.cases.models.contract_link import ChainLevel, ChainRelation, ContractLink
from yangguang.cases.models.counterpart import (
    CodeKind,
    ComplianceGrade,
    Counterpart,
    CounterpartFact,
    CounterpartKind,
    CounterpartMerger,
    FactOf,
    Grade,
)
from yangguang.cases.models.criminal_transfer import CriminalTransfer, CriminalTransferStatus, TransferAnswer
from yangguang.cases.models.decision import Decision, DecisionDraft, DecisionKind, DecisionStatus
from yangguang.cases.models.disposition import Disposition, DispositionStatus
from yangguang.cases.models.execution import (
    AdditionalFinePayment,
    Deferral,
    Execution,
    ExecutionStatus,
    Restitution,
)
from yangguang.cases.models.execution_agreement import AgreementSigner, AgreementState, ExecutionAgreement
from yangguang.cases.models.found_circumstance import FoundCircumstance
from yangguang.cases.models.found_fact import FoundFact, InvestigationReport
from yangguang.cases.models.handed_in_application import HandedInApplication, HandedInOutcome
from yangguang.cases.models.hearing import ClosedGround, Hearing, HearingStatus, Signing
from yangguang.cases.models.informant import Informant, InformantPart
from yangguang.cases.models.instruction import Instruction, InstructionOrder, InstructionStatus, OrderKind
from yangguang.cases.models.interview_notice import InterviewNotice, NoticeWay
from yangguang.cases.models.lead import Lead, LeadKeeper, LeadSource, LeadStatus, ReceivedBy
from yangguang.cases.models.major_violation import MajorKind, MajorStatus, MajorViolation
from yangguang.cases.models.measure import CoerciveMeasure, ExpertExamination, MeasureKind, MeasureStatus, ReleaseGround
from yangguang.cases.models.on_the_spot import CollectionGround, OnTheSpotCollection, OnTheSpotPenalty
from yangguang.cases.models.own_execution import OwnExecution
from yangguang.cases.models.payment import Payment
from yangguang.cases.models.penalty_execution import PenaltyExecution
from yangguang.cases.models.planned_day import PlannedDay
from yangguang.cases.models.preservation import AdvancePreservation, PreservationStatus
from yangguang.cases.models.prior_notice import HearingRequest, PriorNotice, WaiverForm
from yangguang.cases.models.recusal import Recusal, RecusalDecider, RecusedRole
from yangguang.cases.models.remake import Remake
from yangguang.cases.models.remedy import AnswerWay, Remedy, RemedyKind, RemedyOutcome
from yangguang.cases.models.roster import RosterWorker, WorkerPayment
from yangguang.cases.models.sanctions import ListedPart, ListedParty, ListingStatus, SanctionsListing
from yangguang.cases.models.service import Relation, ServiceMethod, ServiceOfDocuments
from yangguang.cases.models.service_address import ElectronicWay, ServiceAddressConfirmation
from yangguang.cases.models.service_announcement import AnnouncementGround, AnnouncementStatus, ServiceAnnouncement
from yangguang.cases.models.service_recipient import AddressedPaper, ServiceRecipient
from yangguang.cases.models.statement import StatementAndDefence, StatementPoint, StatementWay
from yangguang.cases.models.step_taken import StepTaken
from yangguang.cases.models.succession import PartySuccession
from yangguang.cases.models.supervision import SupervisionKind, SupervisionOpinion, SupervisionOutcome
from yangguang.cases.models.unheeded import UnheededInstruction

__all__ = [
    "SettledBy",
    "Vote",
    "AgreementSigner",
    "AgreementState",
    "ExecutionAgreement",
    "AddressedPaper",
    "ServiceRecipient",
    "OwnExecution",
    "PartySuccession",
    "UnheededInstruction",
    "Alteration",
    "PenaltyExecution",
    "SupervisionKind",
    "SupervisionOpinion",
    "SupervisionOutcome",
    "AnnouncementGround",
    "AnnouncementStatus",
    "AdditionalFinePayment",
    "AgentPower",
    "AdvancePreservation",
    "AnswerWay",
    "AnsweredBy",
    "Arbitration",
    "Assignment",
    "Authority",
    "AuthorisedAgent",
    "Case",
    "CaseItem",
    "CaseKind",
    "CaseStatus",
    "ChainLevel",
    "ChainRelation",
    "ClericalCorrection",
    "Clock",
    "Closing",
    "ClosedGround",
    "ClosingGround",
    "CollectiveDiscussion",
    "CodeKind",
    "CoerciveMeasure",
    "CollectionGround",
    "Complaint",
    "ComplianceGrade",
    "ContractLink",
    "Counterpart",
    "CounterpartFact",
    "CounterpartKind",
    "CounterpartMerger",
    "CriminalTransfer",
    "CriminalTransferStatus",
    "Decision",
    "DecisionDraft",
    "DecisionKind",
    "DecisionStatus",
    "DeclineReason",
    "Deferral",
    "Disposition",
    "DiscussionConclusion",
    "DiscussionWay",
    "DispositionStatus",
    "ElectronicWay",
    "Execution",
    "ExecutionStatus",
    "FactOf",
    "FoundFact",
    "Hearing",
    "Grade",
    "ExpertExamination",
    "FoundCircumstance",
    "FoundFact",
    "GOES_BACK",
    "HandedInApplication",
    "HandedInOutcome",
    "HearingRequest",
    "HearingStatus",
    "Informant",
    "InformantPart",
    "Instruction",
    "InstructionOrder",
    "InstructionStatus",
    "InterviewNotice",
    "InvestigationReport",
    "ItemFate",
    "Lead",
    "LeadKeeper",
    "LeadSource",
    "LeadStatus",
    "NoticeWay",
    "MeasureKind",
    "MeasureStatus",
    "OnTheSpotCollection",
    "OnTheSpotPenalty",
    "OrderKind",
    "Outcome",
    "Party",
    "PartyKind",
    "Payment",
    "PlannedDay",
    "PreservationStatus",
    "PriorNotice",
    "ReceivedBy",
    "Recusal",
    "RecusalDecider",
    "RecusedRole",
    "RedirectGround",
    "Relation",
    "Remake",
    "Remedy",
    "RemedyKind",
    "RemedyOutcome",
    "Restitution",
    "ReleaseGround",
    "RosterWorker",
    "ServiceAddressConfirmation",
    "ServiceAnnouncement",
    "ServiceMethod",
    "ServiceOfDocuments",
    "Signing",
    "StatementAndDefence",
    "StatementPoint",
    "StatementWay",
    "StepTaken",
    "WaiverForm",
    "WorkerPayment",
    "TransferAnswer",
    "ListedPart",
    "ListedParty",
    "ListingStatus",
    "SanctionsListing",
    "MajorKind",
    "MajorStatus",
    "MajorViolation",
]
