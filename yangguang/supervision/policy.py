"""Who may lead, decide, evaluate and answer in an evaluation: one sentence each."""

from __future__ import annotations

from yangguang.base.events import Actor
from yangguang.directory.api import Account, Role
from yangguang.supervision.models import CaseFileEvaluation, EvaluatedFile

LEADERS = frozenset({Role.LEGAL_REVIEWER, Role.SUPERVISOR})
HEADS = frozenset({Role.AGENCY_HEAD})
EVALUATORS = LEADERS | {Role.UNIT_HEAD, Role.CASE_HANDLER}
ANSWERING = frozenset({Role.UNIT_HEAD, Role.LEGAL_REVIEWER})
READERS = EVALUATORS | HEADS | {Role.ARCHIVIST}
NOT_LEADER = "组织评查的是本机关的法制机构或者行政执法监督机构。"
NOT_HEAD = "这一步由组织机关的负责人办理。"


def may_lead_in(actor: Actor, body_id: int) -> bool:
    """The legal unit of a body, or the supervisors of a supervising one, organise its evaluations."""
    return isinstance(actor, Account) and actor.body_id == body_id and bool(actor.role_names & LEADERS)


def leads(actor: Actor, evaluation: CaseFileEvaluation) -> bool:
    """The round is led by those who may organise for its body."""
    return may_lead_in(actor, evaluation.body_id)


def decides(actor: Actor, body_id: int) -> bool:
    """The head of the organising body approves, finalises and orders."""
    return isinstance(actor, Account) and actor.body_id == body_id and actor.holds(Role.AGENCY_HEAD)


def answers_for(actor: Actor, file: EvaluatedFile) -> bool:
    """Unit heads and the legal unit of the evaluated body, or of the one that acted for it, answer; never the evaluator."""
    if not isinstance(actor, Account) or actor.pk in {file.evaluator_id, file.rechecker_id}:
        return False
    mine = actor.body_id in {file.body_id, file.case.acting_body_id}
    return mine and bool(actor.role_names & ANSWERING)


def evaluates(actor: Actor, file: EvaluatedFile) -> bool:
    """The evaluator a file was assigned to, and after an objection the one who rechecks it."""
    return isinstance(actor, Account) and actor.pk == (file.rechecker_id or file.evaluator_id)
