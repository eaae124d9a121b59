"""Rounds, files and sheets by reader; whose files may be evaluated and by whom."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from yangguang.base.models import ApprovalStep, LedgerEntry
from yangguang.cases.api import Case, CaseStatus
from yangguang.directory.api import Account, Body, Role, accounts_holding, bodies_under, supervised_body_ids
from yangguang.supervision.models import (
    CaseFileEvaluation,
    EvaluatedFile,
    EvaluationStandard,
    FileKind,
    FileState,
    RoundState,
    StandardState,
)
from yangguang.supervision.policy import EVALUATORS, decides, leads

FINISHED = (CaseStatus.CLOSED, CaseStatus.ARCHIVED)
NOT_YET_TOLD = (RoundState.PROPOSED, RoundState.CANCELLED)
BEFORE_FEEDBACK = frozenset({
    RoundState.PROPOSED, RoundState.PLANNED, RoundState.SAMPLED, RoundState.ASSIGNED, RoundState.SCORING,
})  # fmt: skip


def rounds_visible_to(account: Account) -> QuerySet[CaseFileEvaluation]:
    """A body sees what it organises, and once it is approved what is organised over it; supervisors what is beneath them;
    evaluators what they evaluate.
    """
    own, below = account.body_id, supervised_body_ids(account)
    told = CaseFileEvaluation.objects.exclude(state__in=NOT_YET_TOLD)
    concerned = told.filter(Q(bodies=own) | Q(files__in=_files_of(account))).values("pk")
    seen = Q(body_id=own) | Q(pk__in=concerned) | Q(body_id__in=below)
    return CaseFileEvaluation.objects.filter(seen).select_related("body", "standard")


def _files_of(account: Account) -> QuerySet[EvaluatedFile, Any]:
    mine = Q(evaluator=account) | Q(rechecker=account) | Q(case__acting_body_id=account.body_id)
    return EvaluatedFile.objects.filter(mine).order_by().values("pk")


def led_by(account: Account) -> QuerySet[CaseFileEvaluation]:
    """The rounds of one's own body, for those who lead or decide them."""
    return CaseFileEvaluation.objects.filter(body_id=account.body_id).select_related("body", "standard")


def files_visible_to(account: Account) -> QuerySet[EvaluatedFile]:
    """The files of rounds one's body organises, one's own body's, those acted on for another, those one evaluates, and for a
    supervisor those beneath.
    """
    own, below = account.body_id, supervised_body_ids(account)
    told = ~Q(evaluation__state__in=NOT_YET_TOLD)
    concerned = Q(body_id=own) | Q(case__acting_body_id=own) | Q(body_id__in=below)
    mine = Q(evaluator=account) | Q(rechecker=account)
    seen = Q(evaluation__body_id=own) | told & concerned | mine
    return EvaluatedFile.objects.filter(seen).select_related(*RELATED)


RELATED = ("evaluation__body", "evaluation__standard", "case", "body", "evaluator", "rechecker")


def files_led_by(account: Account) -> QuerySet[EvaluatedFile]:
    """The files of the rounds of one's own body."""
    return EvaluatedFile.objects.filter(evaluation__body_id=account.body_id).select_related(*RELATED)


def files_answered_by(account: Account) -> QuerySet[EvaluatedFile]:
    """The files one's body answers for, once it was told the result."""
    own = Q(body_id=account.body_id) | Q(case__acting_body_id=account.body_id)
    rows = EvaluatedFile.objects.filter(own).exclude(evaluation__state__in=BEFORE_FEEDBACK)
    return rows.select_related(*RELATED)


def files_to_score(account: Account) -> QuerySet[EvaluatedFile]:
    """The files assigned to somebody, to score or to recheck."""
    mine = Q(rechecker=account) | Q(evaluator=account, rechecker=None)
    return EvaluatedFile.objects.filter(mine).select_related(*RELATED)


def scores_seen(account: Account, evaluation: CaseFileEvaluation) -> bool:
    """Leaders and the head see scores at once; everybody else what was fed back."""
    if leads(account, evaluation) or decides(account, evaluation.body_id):
        return True
    return evaluation.state not in BEFORE_FEEDBACK and evaluation.fed_back_on is not None


def counted_files(evaluation: CaseFileEvaluation) -> QuerySet[EvaluatedFile]:
    """The files of a round without those left out."""
    return evaluation.files.exclude(state=FileState.EXCLUDED).select_related(*RELATED)


def standards_visible_to(account: Account) -> QuerySet[EvaluationStandard]:
    """The sheets of one's own body and of the bodies above and beneath it."""
    wanted = {account.body_id, account.body.parent_id, *supervised_body_ids(account)}
    siblings = Body.objects.filter(parent=account.body.parent_id, supervises=True).exclude(parent=None).values("pk")
    return EvaluationStandard.objects.filter(Q(body_id__in=wanted) | Q(body__in=siblings)).select_related("body")


def standards_of(account: Account) -> QuerySet[EvaluationStandard]:
    """The sheets of one's own body."""
    return EvaluationStandard.objects.filter(body_id=account.body_id).select_related("body")


def in_force_of(body: Body) -> QuerySet[EvaluationStandard]:
    """The editions a body may evaluate by today."""
    return EvaluationStandard.objects.filter(body=body, state=StandardState.IN_FORCE).order_by("kind")


def evaluable_bodies(account: Account) -> QuerySet[Body]:
    """Whose files somebody may have evaluated: of one's own body; for a supervisor of those beneath that enforce in their name."""
    below = supervised_body_ids(account)
    if below:
        return Body.objects.filter(pk__in=below, parent__isnull=False).exclude(category="entrusted").order_by("pk")
    return Body.objects.filter(pk=account.body_id)


def finished_files(kind: str, bodies: list[int], since: date, until: date) -> QuerySet[Case]:
    """The closed and archived files of bodies that ended within a period, of the kind a sheet is meant for: what the frozen
    list is made of. Every case the platform keeps is one of penalties or of labour inspection; of others there is none yet.
    """
    known = Case.objects.all() if kind == FileKind.PENALTY else Case.objects.none()
    rows = known.filter(body_id__in=bodies, status__in=FINISHED, closed_on__gte=since, closed_on__lte=until)
    return rows.select_related("body").order_by("number")


def evaluators_for(evaluation: CaseFileEvaluation, on: date) -> list[Account]:
    """Who may be asked to evaluate: people of the organising body and those beneath it, and of the evaluated bodies."""
    top = evaluation.body.parent_id if evaluation.body.supervises and evaluation.body.parent else evaluation.body_id
    wanted = {*evaluation.bodies.values_list("pk", flat=True)}
    wanted |= {*bodies_under(evaluation.body.parent or evaluation.body)} if top != evaluation.body_id else set()
    wanted |= {evaluation.body_id, *Body.objects.filter(parent=evaluation.body_id).values_list("pk", flat=True)}
    found: dict[int, Account] = {}
    for role in sorted(EVALUATORS):
        for one in accounts_holding(Role(role), None, on).filter(body_id__in=wanted):
            found.setdefault(one.pk, one)
    return sorted(found.values(), key=lambda one: (one.body_id, one.pk))


def involved_in(case: Case) -> set[str]:
    """Everybody who handled, reviewed or approved anything in a file, by their reference in the ledger."""
    acted = (
        LedgerEntry.objects.filter(file_ref=case.public_id).order_by().values_list("actor_ref", flat=True).distinct()
    )
    signed = ApprovalStep.objects.filter(approval__file_ref=case.public_id).exclude(signed_by_ref="").order_by()
    officers = case.assignments.order_by().values_list("officer__account__public_id", flat=True)
    named = {f"account:{ref}" for ref in officers if ref}
    return {*acted, *signed.values_list("signed_by_ref", flat=True).distinct(), *named}
