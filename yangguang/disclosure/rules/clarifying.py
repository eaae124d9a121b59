"""What a clarification must say, and what may not stand in it (GIR-2019:6.2)."""

from __future__ import annotations

from collections.abc import Mapping

from yangguang.disclosure.rules.checks import NONE, secrecy_fault
from yangguang.statutes import keeps

CLARIFYING = "GIR-2019:6.2"
LEAST = 10
SIGNERS = "澄清公告由机关负责人批准后公布。"


@keeps(CLARIFYING)
def wording_fault(*, found: str, title: str, text: str) -> tuple[str, str]:
    """What is missing, and in which field; both empty when nothing is."""
    if not found.strip():
        return "没有写明发现了什么虚假或者不完整的信息。", "found"
    if not title.strip():
        return "澄清公告没有标题。", "title"
    return ("澄清公告应当说明准确的情况。", "text") if len(text.strip()) < LEAST else ("", "")


def examined_fault(answers: Mapping[str, str]) -> str:
    """Why it may not be put before the head: the questions of secrecy are not all answered, or something secret stands in it."""
    if fault := secrecy_fault(answers, ()):
        return fault
    return "" if all(one == NONE for one in answers.values()) else "澄清公告不作隐去，涉及的内容请删去后再送审。"
