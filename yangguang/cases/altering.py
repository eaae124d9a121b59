"""What stands of a decision the agency altered, and the draft that waits to be reviewed or issued."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from yangguang.cases.models import Alteration, Case, Decision, DecisionDraft, DecisionKind, DecisionStatus
from yangguang.cases.outcomes import left_by_outcomes
from yangguang.cases.owing import fine_now
from yangguang.cases.rules.altering import ALTERATION
from yangguang.cases.rules.remaking import is_same_again


def alteration_of(decision: Decision) -> Alteration | None:
    """The newest alteration of a decision that stands, or None."""
    return decision.alterations.filter(fallen_on=None).select_related("document").order_by("-pk").first()


def fallen_alterations(decision: Decision) -> list[Alteration]:
    """The alterations of a decision that were annulled, in order."""
    rows = decision.alterations.exclude(fallen_on=None).select_related("document")
    return list(rows.order_by("pk"))


def is_fallen_again(decision: Decision, content: dict[str, Any]) -> bool:
    """Whether an alteration of this decision to the same measure was annulled before, not for its procedure alone (AJI-2018:90).
    Facts and basis of an alteration are those of the decision, so the measure tells whether it is the same again, however its
    reasons are worded (AJL-2017:71). One whose ground nobody recorded is not excepted.
    """
    return any(
        is_same_again(one.content, content | {"reasons": one.content.get("reasons")}, ground=one.fallen_ground)
        for one in fallen_alterations(decision)
    )


def content_now(decision: Decision) -> dict[str, Any]:
    """What the decision says as it stands: altered by the agency, its fine as a reconsideration or a judgment left it."""
    last = alteration_of(decision)
    content = dict(last.content if last else decision.content)
    if last is None or fine_now(decision) < int(content.get("fine_fen") or 0):
        content["fine_fen"] = fine_now(decision)
    return left_by_outcomes(decision, content)


def alterable(case: Case) -> QuerySet[Decision]:
    """The penalty decisions of the case, made on the spot or not, that were served and stand."""
    kinds = (DecisionKind.PENALTY, DecisionKind.ON_THE_SPOT)
    return case.decisions.filter(kind__in=kinds, status=DecisionStatus.SERVED).order_by("-pk")


def waiting_alteration(case: Case) -> DecisionDraft | None:
    """The draft of an alteration that has not been issued; None when there is none, or its decision stands no longer."""
    draft = case.drafts.filter(kind=ALTERATION).first() if case.pk else None
    if draft is None or case.alterations.filter(digest=draft.digest).exists():
        return None
    return draft if alterable(case).filter(public_id=draft.content.get("alters")).exists() else None


def draft_to_review(case: Case) -> DecisionDraft | None:
    """The draft legal review is about: an alteration that waits, where nothing was drafted since; else the newest."""
    newest = case.drafts.exclude(kind=ALTERATION).order_by("-pk").first()
    altering = waiting_alteration(case)
    if altering is None or (newest is not None and newest.prepared_at > altering.prepared_at):
        return newest
    return altering
