"""Rows of one case that nearly every act asks for, in words kept ready; `standing` asks each once for all gates of an act."""

from __future__ import annotations

from django.db.models import QuerySet

from yangguang.base.worded_once import worded_once
from yangguang.cases.models import Decision, Recusal, Remedy, StepTaken


@worded_once
def decisions(case: int) -> QuerySet[Decision]:
    """Every decision, the first first."""
    return Decision.objects.filter(case_id=case).order_by("pk")


@worded_once
def recusals(case: int) -> QuerySet[Recusal]:
    """Every recusal asked for, with the officers and accounts it is about."""
    return Recusal.objects.filter(case_id=case).select_related("officer", "account").order_by("pk")


@worded_once
def remedies(case: int) -> QuerySet[Remedy]:
    """Every reconsideration and lawsuit, with the decision it is about."""
    rows = Remedy.objects.filter(case_id=case)
    return rows.select_related("decision", "alteration__document", "answer").order_by("pk")


@worded_once
def steps(case: int) -> QuerySet[StepTaken]:
    """Every step on every line, in order."""
    return StepTaken.objects.filter(case_id=case).order_by("pk")
