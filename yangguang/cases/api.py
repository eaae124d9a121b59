"""The face of cases for the contexts above."""

from yangguang.cases import (
    altering,
    carried,
    coercing,
    conclusions,
    fulfilments,
    outcomes,
    public_entries,
    terms_ahead,
    verbs,
)
from yangguang.cases.altering import draft_to_review
from yangguang.cases.awaited_films import CLAUSE as FILM_CLAUSE
from yangguang.cases.awaited_films import AwaitedFilm, awaited
from yangguang.cases.coercing import CoercionDecision
from yangguang.cases.countable import things_counted
from yangguang.cases.fulfilments import fulfilment_of
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.kinds.custody.held import demands_of
from yangguang.cases.kinds.execution.waiting import waits_of as fines_waiting
from yangguang.cases.kinds.labour.forms.leads import LeadForm
from yangguang.cases.kinds.labour.queries import leads_visible_to
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.known_persons import PrivateFact, private_facts, underage_parties
from yangguang.cases.lacking import LACKS, lack, lacks_by_body
from yangguang.cases.lines import line_of_draft
from yangguang.cases.lists_to_decide import lists_to_decide
from yangguang.cases.models import (
    Assignment,
    Case,
    CaseStatus,
    ClericalCorrection,
    Clock,
    Decision,
    DecisionDraft,
    DecisionKind,
    DecisionStatus,
    Lead,
    MajorViolation,
    Outcome,
    Party,
    PartyKind,
    SanctionsListing,
    StatementPoint,
    StepTaken,
)
from yangguang.cases.panels import LeadLink, Panel, act_page, lead_link, panel
from yangguang.cases.policy import belongs_to, handles
from yangguang.cases.presentation import flowcharts
from yangguang.cases.presentation.approvals import steps_waiting_for
from yangguang.cases.presentation.clocks import face_of as clock_face
from yangguang.cases.presentation.progress import stage_of
from yangguang.cases.presentation.titles import named
from yangguang.cases.presentation.told_progress import ended_on as lead_ended_on
from yangguang.cases.presentation.told_progress import progress_of as told_of_lead
from yangguang.cases.prior_violations import prior_violations
from yangguang.cases.queries import cases_visible_to
from yangguang.cases.review_column import ReviewWords, review_words
from yangguang.cases.rules.circumstances import LENIENCY_WORDS
from yangguang.cases.rules.clocks import KINDS as CLOCK_KINDS
from yangguang.cases.rules.collective_discussion import reasons as discussion_reasons
from yangguang.cases.rules.flow import STAGES
from yangguang.cases.rules.limitation import LABOUR_FIELD
from yangguang.cases.rules.opening import Opening, PartyFacts
from yangguang.cases.rules.publicity import WILL_BE_PUBLIC
from yangguang.cases.rules.shares import shares_of, whom
from yangguang.cases.schedule import KIND_LABELS as ENGAGEMENT_LABELS
from yangguang.cases.schedule import Engagement, EngagementKind, engagements, in_order
from yangguang.cases.standing import decisions_of, has_taken, parties_of_decision
from yangguang.cases.upkeep import open_cases, wanting_care
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases.take_step import Taking, check, take
from yangguang.cases.withdrawn import has_withdrawn, must_stay_in

__all__ = [
    "act_page", "altering", "Assignment", "Attempt", "awaited", "AwaitedFilm", "belongs_to", "carried", "Case",
    "cases_visible_to", "CaseStatus",
    "check", "ClericalCorrection", "Clock", "clock_face", "CLOCK_KINDS", "coercing", "CoercionDecision", "conclusions",
    "Decision", "DecisionDraft", "DecisionKind", "decisions_of", "DecisionStatus", "demands_of",
    "discussion_reasons", "draft_to_review",
    "Engagement", "ENGAGEMENT_LABELS", "EngagementKind", "engagements", "FILM_CLAUSE", "fines_waiting", "flowcharts", "FLOWS",
    "fulfilment_of", "fulfilments", "gate", "handles", "has_taken", "has_withdrawn", "in_order", "LABOUR_FIELD", "lack",
    "LACKS", "lacks_by_body", "Lead", "lead_ended_on", "lead_link", "LeadForm", "LeadLink", "leads_visible_to", "LENIENCY_WORDS",
    "line_of_draft", "lists_to_decide", "MajorViolation", "must_stay_in", "named", "open_cases", "Opening", "Outcome", "outcomes",
    "panel", "Panel", "parties_of_decision", "Party", "PartyFacts", "PartyKind", "prior_violations", "private_facts", "PrivateFact",
    "public_entries", "review_words", "ReviewWords", "run_clocks",
    "SanctionsListing", "shares_of", "stage_of", "STAGES", "StatementPoint", "steps_waiting_for", "StepTaken", "take",
    "Taking", "terms_ahead", "things_counted", "told_of_lead", "underage_parties", "verbs", "wanting_care", "WILL_BE_PUBLIC", "whom",
]  # fmt: skip
