"""Hand the open cases of an officer who can act no longer to somebody else: one proper assignment for each case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from yangguang.cases import standing
from yangguang.cases.batches import batchable
from yangguang.cases.models import Case
from yangguang.cases.upkeep import unfit_on
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.assign_officers import assign_officers
from yangguang.directory.api import Account, Officer
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@dataclass(frozen=True)
class Handed:
    """What became of one case: who handles it now, or why it was refused."""

    case: Case
    handlers: tuple[str, ...] = ()
    refusal: Refused | None = None


@batchable("assign_officers")
def reassign_cases(
    *, case_ids: Sequence[int], leaving: Officer | None, taking: Sequence[Officer], reason: str, actor: Account, at: Moment
) -> list[Handed]:  # fmt: skip
    """Whoever leaves – the one named, and everybody who is no longer fit – makes room for those who take over.

    Each case is an act of its own: with its gates and its line in the ledger, or refused with its reason while the
    others go on. Raises Refused when nothing was chosen at all.
    """
    if not case_ids:
        raise Refused("请至少选择一件案件。", field="cases")
    if not taking:
        raise Refused("请选择接办人员。", "APL-2021:42.1#officers", field="taking")
    if not reason.strip():
        raise Refused("更换承办人应当写明原因。", "APL-2021:42.1#officers", field="reason")
    return [_hand_over(pk, leaving, taking, reason, actor, at) for pk in dict.fromkeys(case_ids)]


def _hand_over(
    case_id: int, leaving: Officer | None, taking: Sequence[Officer], reason: str, actor: Account, at: Moment
) -> Handed:
    case = Case.objects.select_related("body", "unit", "acting_body").get(pk=case_id)
    try:
        with transaction.atomic():
            locked = lock_case(case_id)
            before = standing.officers_on(locked, at.day)
            gone = {one.pk for one in unfit_on(locked, before, at.day)} | ({leaving.pk} if leaving else set())
            after = succession(before, gone, taking)
            assign_officers(case_id=case_id, officers=after, reason=reason, actor=actor, at=at)
    except Refused as refusal:
        return Handed(case, refusal=refusal)
    return Handed(case, tuple(one.name for one in after))


def succession(before: Sequence[Officer], gone: set[int], taking: Sequence[Officer]) -> list[Officer]:
    """The officers afterwards: who takes over stands where the first who leaves stood, and nobody stands there twice."""
    after: list[Officer] = []
    for officer in before:
        after.extend([officer] if officer.pk not in gone else taking)
    after.extend(taking)
    return list({one.pk: one for one in after if one.pk not in gone}.values())
