"""Which acts of a case lack the picture or sound they should have (APL-2021:47)."""

from __future__ import annotations

from yangguang.base.guards import asked_once
from yangguang.cases.kinds.register import FLOWS, main_flow
from yangguang.cases.models import Case, ServiceMethod
from yangguang.cases.standing import steps_of
from yangguang.kernel import clock
from yangguang.records.api import EvidenceKind, evidence_of

BESIDE = ("preservation", "coercion")
SERVICE = frozenset({"serve_document", "serve_decision"})  # only what is left behind has to be filmed


def acts_to_film(case: Case) -> dict[str, str]:
    """The acts of a case of this kind that have to be filmed, with their labels."""
    flows = (main_flow(case), *(FLOWS[line] for line in BESIDE))
    return {step.act: step.label for flow in flows for step in flow.steps if step.recorded and step.act not in SERVICE}


@asked_once
def unrecorded(case: Case) -> list[str]:
    """The acts of a case that should have been filmed and were not, each with its day. A film covers the acts of its day."""
    labels = acts_to_film(case)
    acts = [step for step in steps_of(case) if step.act in labels]
    left = [
        one for one in case.services.order_by("pk") if one.method == ServiceMethod.LEFT and one.recording_id is None
    ]
    told = [(labels[step.act], clock.legal_day(step.occurred_at)) for step in acts]
    told += [("留置送达", one.attempted_on) for one in left]
    if not told:
        return []
    films = evidence_of(case.public_id).filter(kind=EvidenceKind.AUDIOVISUAL)
    days = set(films.values_list("obtained_on", flat=True))
    return list(dict.fromkeys(f"{day:%-m月%-d日}{label}" for label, day in told if day not in days))
