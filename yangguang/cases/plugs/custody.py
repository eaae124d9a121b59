"""What preservation and coercion plug in: gates, panel, their rows for the engine, what their approvals carry out."""

from __future__ import annotations

from typing import Any

from yangguang.base.approvals import when_approved, when_sent_back
from yangguang.base.models import Approval
from yangguang.cases.kinds.coercion import gates as coercion_gates
from yangguang.cases.kinds.coercion import term_gates
from yangguang.cases.kinds.custody import panels
from yangguang.cases.kinds.preservation import gates as preservation_gates
from yangguang.cases.lines import line
from yangguang.cases.models import AdvancePreservation, CoerciveMeasure
from yangguang.cases.use_cases.approve_advance_preservation import approve_advance_preservation
from yangguang.cases.use_cases.approve_after_the_fact import approve_after_the_fact
from yangguang.cases.use_cases.approve_coercive_measure import approve_coercive_measure
from yangguang.cases.use_cases.dispose_of_preserved_items import dispose_of_preserved_items
from yangguang.cases.use_cases.extend_coercive_measure import extend_coercive_measure
from yangguang.cases.use_cases.refuse_advance_preservation import refuse_advance_preservation
from yangguang.cases.use_cases.refuse_after_the_fact import refuse_after_the_fact
from yangguang.cases.use_cases.refuse_coercive_measure import refuse_coercive_measure
from yangguang.cases.use_cases.release_coercive_measure import release_coercive_measure
from yangguang.kernel.moment import Moment

__all__ = ["coercion_gates", "panels", "preservation_gates", "term_gates"]
ONLY_AGREES = frozenset({"", "同意", "同意。"})  # no reason for being late


@line("preservation")
def preservation_row(ref: str) -> AdvancePreservation:
    """The preservation the engine moves."""
    return AdvancePreservation.objects.select_for_update().get(public_id=ref)


@line("coercion")
def measure_row(ref: str) -> CoerciveMeasure:
    """The measure the engine moves."""
    return CoerciveMeasure.objects.select_for_update().get(public_id=ref)


def _preservation(approval: Approval) -> AdvancePreservation:
    return AdvancePreservation.objects.get(public_id=approval.subject_ref)


def _measure(approval: Approval) -> CoerciveMeasure:
    return CoerciveMeasure.objects.get(public_id=approval.subject_ref)


def _last_words(approval: Approval) -> str:
    newest = approval.steps.exclude(signed_at=None).order_by("-order").first()
    return newest.opinion if newest else ""


@when_approved("approve_advance_preservation")
def preservation_is_approved(approval: Approval, *, actor: Any, at: Moment) -> None:
    """The agency head's signature approves the preservation."""
    approve_advance_preservation(preservation=_preservation(approval), approval=approval, actor=actor, at=at)


@when_sent_back("approve_advance_preservation")
def preservation_is_refused(approval: Approval, *, actor: Any, at: Moment) -> None:
    """A return refuses it; it may be asked for anew."""
    words = _last_words(approval)
    refuse_advance_preservation(preservation=_preservation(approval), reason=words, actor=actor, at=at)


@when_approved("dispose_of_preserved_items")
def disposal_is_approved(approval: Approval, *, actor: Any, at: Moment) -> None:
    """The agency head's signature decides about the things."""
    told, line = approval.proposal, _preservation(approval)
    dispose_of_preserved_items(preservation=line, fates=told["fates"], note=told.get("note", ""), actor=actor, at=at)


@when_approved("approve_coercive_measure")
def measure_is_approved(approval: Approval, *, actor: Any, at: Moment) -> None:
    """The agency head's signature approves the measure."""
    approve_coercive_measure(measure=_measure(approval), approval=approval, actor=actor, at=at)


@when_sent_back("approve_coercive_measure")
def measure_is_refused(approval: Approval, *, actor: Any, at: Moment) -> None:
    """A return refuses it; it may be asked for anew."""
    refuse_coercive_measure(measure=_measure(approval), reason=_last_words(approval), actor=actor, at=at)


@when_approved("approve_after_the_fact")
def urgent_measure_is_approved(approval: Approval, *, actor: Any, at: Moment) -> None:
    """The agency head approves what was done at once; where that is late, what the head wrote is the reason."""
    words = _last_words(approval).strip()
    late_reason = approval.proposal.get("late_reason") or ("" if words in ONLY_AGREES else words)
    approve_after_the_fact(measure=_measure(approval), late_reason=late_reason, approval=approval, actor=actor, at=at)


@when_sent_back("approve_after_the_fact")
def urgent_measure_is_refused(approval: Approval, *, actor: Any, at: Moment) -> None:
    """The agency head does not approve: the measure is released in the same moment."""
    refuse_after_the_fact(measure=_measure(approval), reason=_last_words(approval), actor=actor, at=at)


@when_approved("extend_coercive_measure")
def extension_is_approved(approval: Approval, *, actor: Any, at: Moment) -> None:
    """The agency head extends the measure."""
    extend_coercive_measure(measure=_measure(approval), reason=approval.proposal["reason"], actor=actor, at=at)


@when_approved("release_coercive_measure")
def release_is_approved(approval: Approval, *, actor: Any, at: Moment) -> None:
    """The agency head releases the measure."""
    told = approval.proposal
    release_coercive_measure(
        measure=_measure(approval), ground=told["release_ground"], ways=told["ways"], note=told.get("note", ""), actor=actor,
        at=at,
    )  # fmt: skip
