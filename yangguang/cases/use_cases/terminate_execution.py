"""End the execution of a fine for good (ACL-2011:40), or after three years of standing still (39.2): a person decides."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import calendars
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.execution.documents import fulfilment_papers
from yangguang.cases.models import Decision, Execution
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._execution import locked_execution, move_case, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document
from yangguang.statutes import deadlines

CLAUSE, THREE_YEARS = "ACL-2011:40", "ACL-2011:39.2"
TITLE = "终结执行决定书"
STOOD_STILL = "stood_still"
GROUNDS = {
    "death": "公民死亡，无遗产可供执行，又无义务承受人", "dissolved": "法人或者其他组织终止，无财产可供执行，又无义务承受人",
    "object_lost": "执行标的灭失", "annulled": "据以执行的行政决定被撤销", "other": "行政机关认为需要终结执行的其他情形",
    STOOD_STILL: "没有明显社会危害，当事人确无能力履行，中止执行满三年未恢复执行",
}  # fmt: skip


@transaction.atomic
def terminate_execution(
    *, decision: Decision, ground: str, reason: str, actor: Account, at: Moment, harmless_and_unable: bool = False
) -> Execution:
    """`harmless_and_unable`: the two conditions of the three-year rule, said by the person who decides."""
    row = locked_execution(decision)
    if ground not in GROUNDS:
        raise Refused("请选择终结执行的情形。", CLAUSE, field="ground")
    if ground == STOOD_STILL:
        _has_stood_still(row, harmless_and_unable, at)
    words = worded(reason, label="事实和理由", field="reason", most=1000)
    keep_secret(row.case, {"reason": words})
    taken = step_taken(row, "terminate_execution", actor=actor, at=at)
    under = "《中华人民共和国行政强制法》" + ("第三十九条第二款" if ground == STOOD_STILL else "第四十条")
    make_document(
        kind="execution_termination", title=TITLE, number_kind="监止", body=row.case.body, file_ref=row.case.public_id,
        dated_on=at.day, actor=actor, at=at,
        sheet=fulfilment_papers.execution_order(
            row.case, title=TITLE, number=row.decision.number, to=fulfilment_papers.whom_of(row.decision), on=at.day,
            order="决定终结执行", ground=GROUNDS[ground], reason=words, under=under,
        ),
    )  # fmt: skip
    move_case(row.case, "enter_execution", actor=actor, at=at)
    told(taken, row, GROUNDS[ground], actor=actor, at=at)
    return row


def _has_stood_still(row: Execution, harmless_and_unable: bool, at: Moment) -> None:
    """Three years of suspension have passed, no harm is left, and the party cannot pay."""
    due = deadlines.due(THREE_YEARS, row.stayed_on, calendars.in_force()).day if row.stayed_on else None
    if due is None or at.day < due:
        raise Refused("中止执行未满三年。", THREE_YEARS, field="ground", remedy="有能力履行的，请恢复执行。")
    if not harmless_and_unable:
        raise Refused(
            "应当没有明显社会危害，并且当事人确无能力履行。", THREE_YEARS, field="harmless_and_unable",
            remedy="有能力履行的，请恢复执行。",
        )  # fmt: skip
