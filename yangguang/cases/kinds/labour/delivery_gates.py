"""Gates of an instruction that reaches the employer otherwise than by service: on the spot, or posted."""

from __future__ import annotations

from yangguang.base import approvals
from yangguang.base.models.approval import ApprovalState
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.models import Clock, Instruction

NOT_FILMED = "张贴责令没有拍照、录像，或者未记明无法送交的情况，不能视为责令支付。"
TRIES = ("tried_person", "tried_family", "tried_reception")


@gate(
    "facts_plain", label="事实确凿", clauses=("LSP-2004:31",), remedy="需要进一步调查的，请按一般程序提请作出指令。",
)  # fmt: skip
def facts_plain(attempt: Attempt) -> str:
    """The officers say that facts are beyond doubt and the law is plain; else it goes the ordinary way."""
    return "" if attempt.given.get("facts_plain") is True else "事实不确凿，不能当场作出限期改正指令。"


@gate(
    "instruction_unsigned", label="指令没有在审批", clauses=("LSP-2004:31",), remedy="请等候审批，或者先收回。",
)  # fmt: skip
def instruction_unsigned(attempt: Attempt) -> str:
    """A draft that lies before its signers is not given on the spot as well."""
    instruction: Instruction = attempt.given["instruction"]
    asked = approvals.latest(instruction.subject, "issue_instruction")
    return "指令正在审批，不能当场作出。" if asked and asked.state == ApprovalState.PENDING else ""


@gate(
    "given_on_the_spot",
    label="当场文书没有交存",
    clauses=("LSP-2004:32",),
    remedy="只有当场作出、没有交存的文书需要办理。",
)
def given_on_the_spot(attempt: Attempt) -> str:
    """There is a paper given on the spot that the department has not got yet."""
    return "" if is_to_be_handed_over(attempt.given["instruction"]) else "不是当场作出的文书，或者已经交存。"


@gate(
    "employer_fled", label="行为人逃匿", clauses=("WPI-2013:4.2",), remedy="能够送达的，请用“送达指令”办理。",
)  # fmt: skip
def employer_fled(attempt: Attempt) -> str:
    """Posting is for those who fled, and the file says how that is known."""
    given = attempt.given
    fled = given.get("fled") is True and str(given.get("fled_how") or "").strip()
    return "" if fled else "行为人没有逃匿，应当依法送达。"


@gate(
    "posting_filmed", label="张贴有影像，并记明无法送交", clauses=("WPI-2013:4.2",),
    remedy="请上传张贴的照片或者录像，并分别写明向本人、同住成年家属、单位收件人送交的情况。",
)  # fmt: skip
def posting_filmed(attempt: Attempt) -> str:
    """A picture of the posted paper, and what came of handing it to each of the three the law names."""
    given = attempt.given
    tried = all(str(given.get(name) or "").strip() for name in TRIES)
    if given.get("film") and tried:
        return ""
    return NOT_FILMED


def is_to_be_handed_over(instruction: Instruction) -> bool:
    """The paper was given on the spot and its term of handing over runs."""
    running = Clock.objects.filter(kind="hand_over_papers_by", about_ref=instruction.public_id, stopped_on=None)
    return instruction.given_on_the_spot and running.exists()
