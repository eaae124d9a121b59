"""The decision a confiscation rests on."""

from __future__ import annotations

from yangguang.cases.altering import content_now
from yangguang.cases.models import Case, Decision, DecisionStatus
from yangguang.kernel.refusal import Refused

STANDS = (DecisionStatus.DECIDED, DecisionStatus.SERVED)
CONFISCATES = "confiscation_of_goods"


def confiscation_of(case: Case) -> Decision | None:
    """The penalty decision that stands and confiscates goods, or None."""
    rows = case.decisions.filter(kind="penalty", status__in=STANDS).order_by("-pk")
    return next((one for one in rows if CONFISCATES in content_now(one).get("penalties", ())), None)


def confiscating_decision(case: Case) -> Decision:
    """The same. Raises Refused without one."""
    found = confiscation_of(case)
    if found is None:
        raise Refused("没收应当依据处罚决定。", "ACL-2011:27", field="items", remedy="请先作出没收非法财物的处罚决定。")
    return found
