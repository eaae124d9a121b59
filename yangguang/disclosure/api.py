"""The face of disclosure for the contexts above."""

from __future__ import annotations

from yangguang.disclosure.clarified import clarifications_to_approve
from yangguang.disclosure.clock_faces import face_of, release_face, repair_face, withdrawal_face
from yangguang.disclosure.comparing import comparison_of, questions_of
from yangguang.disclosure.correction_work import correction_face, corrections_to_do, notices_to_send
from yangguang.disclosure.double_publicity import reported, rows_of
from yangguang.disclosure.due_days import recompute_withdrawals
from yangguang.disclosure.following_up import follow_up_face
from yangguang.disclosure.letter_box import announce_key, collect
from yangguang.disclosure.list_copies import release_clause, release_day
from yangguang.disclosure.list_versions import ListVersion, list_versions, lists_taken_back
from yangguang.disclosure.logged import Logged, logged
from yangguang.disclosure.models import (
    Objection,
    Publication,
    PublicationStatus,
    WithdrawalGround,
    WithdrawalProposal,
    WithholdingGround,
)
from yangguang.disclosure.models.publication import STANDING
from yangguang.disclosure.objection_terms import objection_face
from yangguang.disclosure.objection_work import objections_gone_late, objections_to_do
from yangguang.disclosure.officer_photos import photos_of_today
from yangguang.disclosure.publication_work import publications_gone_late, publications_to_do, repairs_to_do
from yangguang.disclosure.queries import objections_visible_to, publications_visible_to, standing_of
from yangguang.disclosure.rules.profiles import DOUBLE_PUBLICITY, profile_for
from yangguang.disclosure.standing_work import standings_to_do
from yangguang.disclosure.use_cases.answer_objection import answer_objection
from yangguang.disclosure.use_cases.post_window import post_window
from yangguang.disclosure.use_cases.prepare_correction import prepare_correction
from yangguang.disclosure.use_cases.prepare_publication import Examination, prepare_publication
from yangguang.disclosure.use_cases.propose_withdrawal import propose_withdrawal
from yangguang.disclosure.use_cases.publish_flowchart import publish_flowchart
from yangguang.disclosure.use_cases.record_withdrawal_ground import record_withdrawal_ground
from yangguang.disclosure.use_cases.release_entry import release_entry
from yangguang.disclosure.use_cases.release_list import release_list
from yangguang.disclosure.use_cases.release_publication import release_publication
from yangguang.disclosure.use_cases.schedule_coercion import schedule_coercion
from yangguang.disclosure.use_cases.schedule_entry import schedule_entry
from yangguang.disclosure.use_cases.schedule_list import schedule_list
from yangguang.disclosure.use_cases.schedule_publication import schedule_publication
from yangguang.disclosure.use_cases.withdraw_publication import withdraw_publication
from yangguang.disclosure.use_cases.withhold_decision import withhold_decision
from yangguang.disclosure.use_cases.word_board import word_board
from yangguang.disclosure.withdrawal_work import withdrawals_to_approve

__all__ = [
    "announce_key", "clarifications_to_approve", "answer_objection", "collect", "comparison_of",
    "correction_face", "corrections_to_do", "notices_to_send",
    "DOUBLE_PUBLICITY", "Examination", "face_of", "follow_up_face",
    "list_versions", "lists_taken_back", "ListVersion", "Logged", "logged", "Objection", "objection_face",
    "objections_gone_late", "objections_to_do", "objections_visible_to", "photos_of_today", "post_window",
    "prepare_correction", "prepare_publication", "profile_for", "propose_withdrawal", "Publication", "publications_gone_late",
    "publications_to_do", "publications_visible_to", "PublicationStatus", "publish_flowchart", "questions_of", "recompute_withdrawals",
    "record_withdrawal_ground", "release_clause", "release_day", "release_entry", "release_face", "release_list",
    "release_publication", "repair_face", "repairs_to_do", "reported", "rows_of", "schedule_coercion", "schedule_entry",
    "schedule_list", "schedule_publication", "STANDING", "standing_of", "standings_to_do", "withdraw_publication",
    "withdrawal_face", "WithdrawalGround", "WithdrawalProposal", "withdrawals_to_approve", "withhold_decision",
    "WithholdingGround", "word_board",
]  # fmt: skip
