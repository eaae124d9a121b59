"""Which acts of a case lack the picture or sound they should have (APL-2021:47)."""

from __future__ import annotations

from yangguang.base.guards import asked_once
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case, ServiceMethod
from yangguang.kernel import clock
from yangguang.records.api import EvidenceKind, evidence_of

SERVICE = frozenset({"serve_document", "serve_decision"})  # only what is left behind has to be filmed


@asked_once
def unrecorded(case: Case) -> list[str]:
    """The acts of a case that should have been filmed and were not, each with its day. A film covers the acts of its day."""
    labels = {step.act: step.label for step in FLOWS["penalty"].steps if step.recorded and step.act not in SERVICE}
    films = evidence_of(case.public_id).filter(kind=EvidenceKind.AUDIOVISUAL)
    days = set(films.values_list("obtained_on", flat=True))
    taken = case.steps_taken.filter(act__in=labels).order_by("occurred_at", "pk").values_list("act", "occurred_at")
    told = [(labels[act], clock.legal_day(occurred_at)) for act, occurred_at in taken]
    left = case.services.filter(method=ServiceMethod.LEFT, recording=None).order_by("pk")
    told += [("留置送达", day) for day in left.values_list("attempted_on", flat=True)]
    return list(dict.fromkeys(f"{day:%-m月%-d日}{label}" for label, day in told if day not in days))
