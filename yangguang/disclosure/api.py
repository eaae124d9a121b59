"""The face of disclosure for the contexts above."""

from __future__ import annotations

from yangguang.directory.api import Account, Role
from yangguang.disclosure.clock_faces import face_of, release_face, repair_face, withdrawal_face
from yangguang.disclosure.comparing import comparison_of, questions_of
from yangguang.disclosure.double_publicity import reported, rows_of
from yangguang.disclosure.due_days import recompute_withdrawals
from yangguang.disclosure.letter_box import announce_key, collect
from yangguang.disclosure.list_copies import release_day
from yangguang.disclosure.list_versions import ListVersion, list_versions, lists_taken_back
from yangguang.disclosure.logged import Logged, logged
from yangguang.disclosure.models import (
    CreditRepair,
    Objection,
    Publication,
    PublicationStatus,
    RepairStatus,
    WithdrawalGround,
    WithholdingGround,
)
from yangguang.disclosure.models.publication import STANDING, WAITING
from yangguang.disclosure.officer_photos import photos_of_today
from yangguang.disclosure.queries import (
    may_stand_again,
    next_version,
    objections_visible_to,
    publications_visible_to,
    repairs_visible_to,
    standing_of,
    with_old_attachments,
)
from yangguang.disclosure.rules.profiles import DOUBLE_PUBLICITY, profile_for
from yangguang.disclosure.standing_work import standings_to_do
from yangguang.disclosure.use_cases.answer_objection import answer_objection
from yangguang.disclosure.use_cases.post_window import post_window
from yangguang.disclosure.use_cases.prepare_correction import prepare_correction
from yangguang.disclosure.use_cases.prepare_publication import Examination, prepare_publication
from yangguang.disclosure.use_cases.publish_flowchart import publish_flowchart
from yangguang.disclosure.use_cases.record_withdrawal_ground import record_withdrawal_ground
from yangguang.disclosure.use_cases.release_list import release_list
from yangguang.disclosure.use_cases.release_publication import release_publication
from yangguang.disclosure.use_cases.schedule_list import schedule_list
from yangguang.disclosure.use_cases.schedule_publication import schedule_publication
from yangguang.disclosure.use_cases.withdraw_publication import withdraw_publication
from yangguang.disclosure.use_cases.withhold_decision import withhold_decision
from yangguang.disclosure.use_cases.word_board import word_board
from yangguang.kernel import clock


def publications_to_do(account: Account) -> list[Publication]:
    """What waits for a publisher: to prepare, to release (never one's own), to take back, to put back; what is attached as it should
    not be.
    """
    if not account.holds(Role.PUBLISHER):
        return []
    rows = publications_visible_to(account)
    waiting = [one for one in rows.filter(status__in=WAITING) if not _own_and_prepared(one, account)]
    back = rows.filter(status=PublicationStatus.WITHDRAWN, withdrawal_ground=WithdrawalGround.ALTERED)
    again = [one for one in back if may_stand_again(one) and not _own_and_prepared(one, account)]
    return [
        *waiting,
        *rows.filter(status__in=STANDING).exclude(withdraw_by=None),
        *with_old_attachments(rows.filter(withdraw_by=None)),
        *again,
    ]


def objections_to_do(account: Account) -> list[Objection]:
    """What citizens sent in and nobody has answered, for the publishers."""
    return list(objections_visible_to(account).filter(outcome="")) if account.holds(Role.PUBLISHER) else []


def repairs_to_do(account: Account) -> list[CreditRepair]:
    """Applications for credit repair: to examine for the publishers, to decide for the agency head of the body."""
    found: list[CreditRepair] = []
    rows = repairs_visible_to(account)
    if account.holds(Role.PUBLISHER):
        found += rows.filter(status=RepairStatus.ASKED)
    if account.holds(Role.AGENCY_HEAD):
        found += rows.filter(status=RepairStatus.EXAMINED, publication__body=account.body_id)
    return found


def publications_gone_late(account: Account) -> list[Publication]:
    """What the publishers below have let pass, for their agency head and for the supervisor: unpublished, or not taken back."""
    if not account.role_names & {Role.AGENCY_HEAD, Role.SUPERVISOR}:
        return []
    rows, today = publications_visible_to(account), clock.today()
    waiting = [one for one in rows.filter(status__in=WAITING) if standing_of(one, today).overdue]
    return [*waiting, *rows.filter(status__in=STANDING, withdraw_by__lt=today)]


def _own_and_prepared(publication: Publication, account: Account) -> bool:
    version = next_version(publication)
    return (
        publication.status in {PublicationStatus.PREPARED, PublicationStatus.WITHDRAWN}
        and version is not None
        and version.prepared_by_id == account.pk
    )


__all__ = [
    "announce_key", "answer_objection", "collect", "comparison_of", "DOUBLE_PUBLICITY", "Examination", "face_of",
    "list_versions", "lists_taken_back", "ListVersion", "Logged", "logged",
    "objections_to_do", "objections_visible_to", "photos_of_today", "post_window", "prepare_correction", "prepare_publication",
    "profile_for", "Publication", "publications_gone_late", "publications_to_do", "PublicationStatus", "publish_flowchart",
    "questions_of", "recompute_withdrawals", "record_withdrawal_ground", "release_day", "release_face", "release_list",
    "release_publication", "repair_face", "repairs_to_do", "reported", "rows_of", "schedule_list", "schedule_publication",
    "STANDING", "standing_of", "standings_to_do", "withdraw_publication", "withdrawal_face", "WithdrawalGround",
    "withhold_decision", "WithholdingGround", "word_board",
]  # fmt: skip
