"""The face of lists for other contexts: what is in force on a day, and the rules that read it."""

from yangguang.catalogues import own_review
from yangguang.catalogues.basis_changes import changes_visible_to
from yangguang.catalogues.clock_faces import face_of_change
from yangguang.catalogues.hands import hands_of
from yangguang.catalogues.lists.clause_column import as_read
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.matters_behind import gone_from as matter_gone_from
from yangguang.catalogues.matters_behind import guide_rows
from yangguang.catalogues.models.basis_change import BasisChange
from yangguang.catalogues.models.edition import Edition, ListKind
from yangguang.catalogues.promises import promise_for
from yangguang.catalogues.public_guides import form_files, guide_copies
from yangguang.catalogues.queries import (
    edition_in_force,
    editions_to_review_outside,
    editions_waiting_for,
    editions_whose_letter_waits,
    entry,
    find_in_force,
    find_matter,
    matter,
    matters_in_force,
    public_rows,
    review_reasons,
    standard,
    standards_in_force,
)
from yangguang.catalogues.rules.editions import EditionState
from yangguang.catalogues.rules.facts import REPEATED_WITHIN_YEARS, Fact, FactKind
from yangguang.catalogues.rules.matters import (
    ACT_KINDS,
    BUSINESS_PENALTIES,
    LICENCE_PENALTIES,
    PENALTY_KINDS,
    ActKind,
    LimitUnit,
    Matter,
)
from yangguang.catalogues.rules.ranges import Range, RangeKind
from yangguang.catalogues.rules.review import Reason, ReviewFacts
from yangguang.catalogues.rules.tiers import (
    DiscretionTier,
    Leniency,
    Measure,
    Standard,
    TierChoice,
    facts_asked,
    leniency_open,
    range_of,
    statutory_range_of,
    tier_of,
)
from yangguang.catalogues.shipped_lists import adopt_labour_lists, adopt_list, rest_of_guides, shipped_rows
from yangguang.catalogues.use_cases._outside import awaits_review, lacking_review
from yangguang.catalogues.use_cases.file_edition import file_edition
from yangguang.catalogues.use_cases.record_outside_review import record_outside_review
from yangguang.catalogues.use_cases.review_outside import review_outside
from yangguang.catalogues.use_cases.review_policy import review_policy

__all__ = [
    "ACT_KINDS", "ActKind", "adopt_labour_lists", "adopt_list", "as_read", "awaits_review", "BasisChange",
    "BUSINESS_PENALTIES", "changes_visible_to", "DiscretionTier", "Edition", "edition_in_force",
    "editions_to_review_outside", "editions_waiting_for", "editions_whose_letter_waits", "EditionState", "entry",
    "face_of_change", "Fact", "FactKind", "facts_asked", "file_edition", "find_in_force", "find_matter",
    "form_files", "guide_copies", "guide_rows", "hands_of", "lacking_review", "Leniency", "leniency_open",
    "LICENCE_PENALTIES", "LimitUnit", "list_of", "ListKind", "matter", "Matter", "matter_gone_from",
    "matters_in_force", "Measure", "own_review", "PENALTY_KINDS", "promise_for", "public_rows", "Range", "range_of",
    "RangeKind", "Reason", "record_outside_review", "REPEATED_WITHIN_YEARS", "rest_of_guides", "review_outside",
    "review_policy", "review_reasons", "ReviewFacts", "shipped_rows", "standard", "Standard", "standards_in_force",
    "statutory_range_of", "tier_of", "TierChoice",
]  # fmt: skip
