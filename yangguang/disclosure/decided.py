"""What a publication is of: a decision of a case, or a decision of coercion by its paper. Whatever differs is asked here."""

from __future__ import annotations

from datetime import date

from yangguang.cases.api import (
    CoercionDecision,
    Decision,
    DecisionKind,
    DecisionStatus,
    altering,
    carried,
    coercing,
    fulfilments,
    outcomes,
    parties_of_decision,
    underage_parties,
)
from yangguang.disclosure.models import Publication

NOTICE_KINDS = {
    DecisionKind.PENALTY: ("penalty", "行政处罚"),
    DecisionKind.ON_THE_SPOT: ("penalty", "行政处罚"),
    DecisionKind.NO_PENALTY: ("no_penalty", "不予行政处罚"),
    DecisionKind.NOT_ESTABLISHED: ("no_penalty", "不予行政处罚"),
    DecisionKind.DISPOSITION: ("disposition", "行政处理"),
}


def decided(publication: Publication) -> Decision | CoercionDecision:
    """The decision itself, of whichever sort; a decision of coercion is read once for each publication in hand."""
    if publication.decision is not None:
        return publication.decision
    return coercion(publication)


def coercion(publication: Publication) -> CoercionDecision:
    """The decision of coercion a publication is of. Raises LookupError for one of another decision."""
    if publication.paper is None:
        raise LookupError(f"{publication} is not of a decision of coercion")
    known: CoercionDecision | None = getattr(publication, "_coercion", None)
    if known is None:
        known = coercing.coercion_of(publication.paper, publication.under)
        publication._coercion = known  # type: ignore[attr-defined]
    return known


def notice_kind(publication: Publication) -> tuple[str, str]:
    """How the public site names its kind: the code, and the words."""
    if publication.decision is not None:
        return NOTICE_KINDS[DecisionKind(publication.decision.kind)]
    one = coercion(publication)
    return one.kind.value, one.label


def served_on(publication: Publication) -> date | None:
    """The day its paper reached the party; a measure's is handed over where it is taken (ACL-2011:24.1)."""
    if publication.decision is not None:
        return publication.decision.served_on
    return coercing.served_on(publication.paper, publication.under) if publication.paper is not None else None


def fallen(publication: Publication) -> str:
    """Why it may not be public any more, in words; empty while it stands."""
    row = publication.decision
    if row is None:
        return coercion(publication).fell
    return row.get_status_display() if row.status in {DecisionStatus.ANNULLED, DecisionStatus.VOIDED} else ""


def is_minors(publication: Publication) -> bool:
    """Whether a party to it was underage when the case was opened: such a decision is not published at all."""
    row = publication.decision
    parties = parties_of_decision(row) if row is not None else {one.pk for one in coercion(publication).parties}
    return bool(parties & underage_parties([publication.case_id]))


def fulfilment_of(publication: Publication) -> str:
    """What became of it, in fixed words."""
    row = publication.decision
    return fulfilments.fulfilment_of(row) if row is not None else coercion(publication).fulfilment


def contests_of(publication: Publication) -> list[str]:
    """The numbers of reconsiderations and lawsuits that have not ended; none of them stops the publication by itself."""
    row = publication.decision
    return (
        list(row.remedies.filter(outcome="").order_by("pk").values_list("number", flat=True)) if row is not None else []
    )


def alterations(publication: Publication) -> list[altering.Alteration]:
    """What the agency made of it later: those that fell, then the one that stands. Coercion is lifted, never altered."""
    row = publication.decision
    if row is None:
        return []
    last = altering.alteration_of(row)
    return [*altering.fallen_alterations(row), *([last] if last is not None else ())]


def papers_that_altered(publication: Publication) -> set[str]:
    """The papers every copy names: of the agency's alterations, of what annulled them, of outcomes that left less of it."""
    row = publication.decision
    told = {words for one in alterations(publication) for words in (one.document.number, one.fallen_paper)}
    return told | (outcomes.papers_of(row) if row is not None else set())


def drawn_up_by(publication: Publication) -> carried.Hand | None:
    """Who drew it up; None where the file names nobody."""
    row = publication.decision
    return carried.drawn_up_by(row) if row is not None else carried.drew_up_coercion(coercion(publication))


def passed_on_by(publication: Publication, *, after_service: bool) -> carried.Hand:
    """By whose act it became due."""
    if publication.decision is not None:
        return carried.passed_on_by(publication.decision, after_service=after_service)
    return carried.passed_on_coercion(coercion(publication), after_service=after_service)
