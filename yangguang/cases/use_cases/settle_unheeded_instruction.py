"""Say what follows on an order that stays unheeded though its disregard was punished, so that the case need not stay open."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.cases.events.instructions import UnheededInstructionSettled
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.models import Decision, Instruction, InstructionStatus, OrderKind, UnheededInstruction
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.rules.unheeded import FOLLOWS, Follows
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_days import in_words
from yangguang.kernel.written_text import chosen
from yangguang.records.api import make_document

CLAUSE = "LSR-2004:18.1"
TITLE = "期满未改正后续处理记录"
UNCHECKED = (InstructionStatus.ISSUED, InstructionStatus.RUNNING)


@transaction.atomic
def settle_unheeded_instruction(
    *, instruction: Instruction, follows: str, words: str, actor: Account, at: Moment, watch_until: date | None = None
) -> UnheededInstruction:
    """The head says it, never the passage of time. Raises Refused for wages: those are decided on or go to the police."""
    row = locked_line(instruction)
    chosen(follows, set(Follows), label="后续处理", clause=CLAUSE, field="follows")
    said = worded(words, label="后续处理的情况", field="words", most=2000)
    keep_secret(row.case, {"words": said})
    _is_what_follows(row, follows, watch_until, at)
    decision = _punished_by(row, at.day)
    taken = step_taken(row, "settle_unheeded_instruction", actor=actor, at=at)
    label = FOLLOWS[Follows(follows)]
    rows = [
        ("限期改正指令", row.number), ("核查结果", "；".join(f"{o.text}：{o.finding}" for o in row.orders.order_by("position"))),
        ("已经作出的处罚", decision.number), ("后续处理", label), ("情况", said),
        *([("复查日期", in_words(watch_until))] if watch_until else ()),
    ]  # fmt: skip
    made = make_document(
        kind="unheeded_instruction", title=TITLE, body=row.case.body, file_ref=row.case.public_id, dated_on=at.day,
        sheet=short_form.sheet(row.case, title=TITLE, rows=rows, dated_on=at.day), actor=actor, at=at,
    )  # fmt: skip
    fate = UnheededInstruction.objects.create(
        instruction=row, decision=decision, follows=follows, words=said, watch_until=watch_until, document=made,
        recorded_on=at.day,
    )  # fmt: skip
    told(taken, row, UnheededInstructionSettled(row.number, label, decision.number), actor=actor, at=at)
    return fate


def _is_what_follows(row: Instruction, follows: str, watch_until: date | None, at: Moment) -> None:
    if row.orders.filter(kind=OrderKind.PAY_WAGES).exclude(outcome=InstructionStatus.RECTIFIED).exists():
        raise Refused(
            "尚欠工资的，应当作出行政处理决定或者移送，不能以处罚收口。", (CLAUSE, "LSR-2004:26#compensation"), field="follows",
            remedy="请办理行政处理，或者移送涉嫌犯罪。",
        )  # fmt: skip
    others = row.case.instructions.exclude(pk=row.pk).filter(issued_on__gte=row.issued_on)
    if follows == Follows.ORDERED_AGAIN and not others.filter(status__in=[*UNCHECKED, "rectified"]).exists():
        raise Refused("还没有再次责令改正。", CLAUSE, field="follows", remedy="请先作出新的限期改正指令。")
    if follows == Follows.WATCHED and (watch_until is None or watch_until <= at.day):
        raise Refused("请填写以后的复查日期。", CLAUSE, field="watch_until")


def _punished_by(row: Instruction, on: date) -> Decision:
    """The penalty that had been served for it by that day."""
    found = row.case.decisions.filter(kind="penalty", status="served", served_on__lte=on).order_by("-pk").first()
    if found is None:
        raise Refused(
            "期满未改正的行为还没有依法处罚。", CLAUSE, field="follows", remedy="请先作出并送达处罚决定，或者作出行政处理决定。",
        )  # fmt: skip
    return found
