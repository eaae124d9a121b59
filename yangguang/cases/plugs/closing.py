"""Gates about the end: every line of the case settled, every act that needs a recording recorded or explained."""

from __future__ import annotations

from yangguang.cases.contested import handed_in_of
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.inspection_approvals import unreported
from yangguang.cases.kinds.custody.held import open_items
from yangguang.cases.kinds.execution.fine_gates import fines_left
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case
from yangguang.cases.other_executions import other_penalties_left
from yangguang.cases.recordings import unrecorded
from yangguang.cases.standing import (
    decisions_of,
    pending_hearing_requests,
    remedies_of,
    steps_of,
)
from yangguang.cases.supervised import opinions_of
from yangguang.cases.withdrawn import recusals_of

LINE_LABELS = {
    "instruction": "限期改正指令", "disposition": "行政处理", "complaint": "投诉答复", "preservation": "先行登记保存",
    "coercion": "查封、扣押", "criminal_transfer": "移送涉嫌犯罪",
}  # fmt: skip


@gate(
    "lines_settled", label="各项程序已收口", clauses=("ENV-2010:67",),
    remedy="请先办完这些事项；已经处罚仍未改正的指令，由机关负责人在“限期改正与行政处理”中说明后续处理。",
)  # fmt: skip
def lines_settled(attempt: Attempt) -> str:
    """Something beside the main line is still open."""
    unsettled = unsettled_of(attempt.case)
    if (
        attempt.act in {"close_case", "request_closing"}
        and attempt.case.status == "concluded"
        and not _has(attempt.case, "disposition")
    ):
        unsettled.append("处罚、不予处罚或者处理决定")
    return f"尚有{'、'.join(unsettled)}未完成，不得结案。" if unsettled else ""


@gate(
    "recording_complete", label="应有记录齐全", clauses=("APL-2021:47", "TSO-2018:av_whole", "TSO-2018:av_key"),
    remedy="请补入音像记录，或者写明缺失的原因。",
)  # fmt: skip
def recording_complete(attempt: Attempt) -> str:
    """An act that needs a picture or sound has none of its day, and nobody says why."""
    missing = unrecorded(attempt.case)
    if not missing or str(attempt.given.get("recording_note") or "").strip():
        return ""
    return f"缺少应当制作的文字或者音像记录（{'、'.join(missing)}）。"


def unsettled_of(case: Case) -> list[str]:
    """What is still open beside the main line, in words."""
    found = [label for line, label in LINE_LABELS.items() if _is_open(case, line)]
    found += _waiting(case)
    if any(item.fate for item in open_items(case)):
        found.append("物品退还签收")
    for decision in decisions_of(case):
        found += fines_left(decision)
    return found + other_penalties_left(case)


def _waiting(case: Case) -> list[str]:
    recusal = any(one.granted is None for one in recusals_of(case))
    heard = bool(pending_hearing_requests(case))
    contested = any(one.is_open for one in remedies_of(case))
    told = (
        ("回避申请", recusal), ("听证", heard), ("现场检查的补报", unreported(case)), ("复议、诉讼", contested),
        ("复议决定、判决责令履行的事项", any(one.awaits_performance for one in remedies_of(case))),
        ("复议申请的转送", any(one.waits for one in handed_in_of(case))),
        ("监督意见答复", any(one.is_open for one in opinions_of(case))),
    )  # fmt: skip
    return [label for label, waits in told if waits]


def _has(case: Case, line: str) -> bool:
    return any(step.line == line for step in steps_of(case))


def _is_open(case: Case, line: str) -> bool:
    reached = {step.line_ref: step.reached for step in steps_of(case) if step.line == line}
    return any(not FLOWS[line].status(status).final for status in reached.values())
