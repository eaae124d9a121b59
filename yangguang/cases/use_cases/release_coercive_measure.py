"""Release a sealing-up or seizure on one of the grounds of the law (M10)."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from yangguang.cases.kinds.custody.held import held_items
from yangguang.cases.models import CoerciveMeasure, ReleaseGround
from yangguang.cases.use_cases._lines import locked_line
from yangguang.cases.use_cases._releasing import WAYS, released
from yangguang.cases.use_cases.propose_custody_act import BACK
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def release_coercive_measure(
    *, measure: CoerciveMeasure, ground: str, ways: Mapping[str, str], actor: Account, at: Moment, note: str = ""
) -> CoerciveMeasure:
    """Refused while a thing neither goes back nor is its owner told to come for it."""
    line = locked_line(measure)
    if ground not in ReleaseGround.values:
        raise Refused("请选择解除的情形。", "ACL-2011:28.1", field="ground")
    if any(ways.get(item.public_id) not in WAYS for item in held_items(line)):
        raise Refused(BACK, "ACL-2011:28.2", field="ways", remedy="请为每件物品选择当场退还，或者通知领取。")
    return released(line, "release_coercive_measure", ground=ground, note=note, ways=ways, actor=actor, at=at)
