"""What `yangguang verify` proves about penalties on the spot."""

from __future__ import annotations

from collections.abc import Iterator

from yangguang.base.models import IssuedNumber, NumberRange
from yangguang.base.verifying import invariant
from yangguang.cases.kinds.summary.numbers import NUMBER_KIND
from yangguang.cases.models import Assignment, CaseKind, Decision, DecisionKind
from yangguang.cases.rules import on_the_spot as rules


@invariant("on_the_spot_numbers", title="每一份当场处罚决定都用领用的号码，领用人是办案人员或者其机构")
def on_the_spot_numbers() -> Iterator[str]:
    """A decision whose number lies in no run of its officers or their unit was written on a form of somebody else."""
    issued = {one.text: one for one in IssuedNumber.objects.filter(series__kind=NUMBER_KIND).select_related("series")}
    runs = list(NumberRange.objects.filter(series__kind=NUMBER_KIND))
    for decision in Decision.objects.filter(kind=DecisionKind.ON_THE_SPOT).select_related("case__unit").order_by("pk"):
        number, case = issued.get(decision.number), decision.case
        refs = set(Assignment.objects.filter(case=case).values_list("officer__public_id", flat=True))
        refs |= {case.unit.public_id} if case.unit else set()
        if number is None or not any(
            one.series_id == number.series_id and one.first <= number.number <= one.last and one.holder_ref in refs
            for one in runs
        ):
            yield f"决定 {decision.number}：不在办案人员或者其机构领用的号段内"


@invariant("on_the_spot_limits", title="当场处罚只有警告和限额以内的罚款，告知先申请复议，没有拆分")
def on_the_spot_limits() -> Iterator[str]:
    """What nobody reviewed before it was decided is looked at here again."""
    seen: dict[tuple[object, ...], str] = {}
    rows = Decision.objects.filter(kind=DecisionKind.ON_THE_SPOT).exclude(status__in=("annulled", "voided"))
    for decision in rows.select_related("case").order_by("pk"):
        content, case = decision.content, decision.case
        kind = str(content.get("party_kind"))
        if case.kind != CaseKind.SUMMARY or rules.beyond_summary(content, kind, decision.decided_on):
            yield f"决定 {decision.number}：不符合简易程序适用条件"
        if not rules.names_reconsideration_first(content):
            yield f"决定 {decision.number}：没有告知先申请行政复议"
        code = next((party["code"] for party in content.get("parties", ())), "")
        act = (decision.body_id, code, case.violation_code, case.violation_began_on)
        if act in seen:
            yield f"决定 {decision.number}：与 {seen[act]} 是同一违法行为"
        seen[act] = decision.number
