"""The papers of the penalty line that leave the house, and which of them are for everybody a decision is for, or for one alone."""

from __future__ import annotations

OF_HELD_THINGS = ("extension_decision", "examination_notice", "release_decision", "preserved_items_disposition")
OF_FINES = (
    "deferral_notice", "deferral_refusal", "additional_fine_sheet", "additional_fine_decision", "execution_suspension",
    "execution_resumption", "execution_termination", "execution_decision",
)  # fmt: skip
FOR_ONE = (
    "interview_notice", "instruction_extension_notice", "instruction_annulment", "disposition_annulment",
    "recusal_decision",  # whoever asked for a recusal is told
    *OF_HELD_THINGS,
)  # fmt: skip
OUTWARD = (
    "prior_notice", "notice_of_hearing", "hearing_postponement", "hearing_staff_change", "hearing_refusal", "penalty_decision",
    "no_penalty_decision", "annulment", "correction_notice", "alteration_decision", "inspection_notice", *OF_FINES, *FOR_ONE,
)  # fmt: skip
