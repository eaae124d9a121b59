"""What must be answered before a copy may be shown: its scope, three secrets and personal data (APL-2021:48.1, 50)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from yangguang.statutes import keeps

SCOPE = "APL-2021:48.1"
SECRECY = "APL-2021:50"
MINORS = "GD-DISC-2021:15.1"
ASSESSED = "PIP-2021:55"
RULING = "GIR-2019:17.3"
QUESTIONS = {
    "state_secret": "国家秘密",
    "trade_secret": "商业秘密",
    "personal_privacy": "个人隐私",
    "personal_information": "个人信息",
}
NONE, HIDDEN, WHOLE = "none", "hidden", "whole"
ANSWERS = {NONE: "不涉及", HIDDEN: "涉及，已经隐去", WHOLE: "主要事实涉及，不宜公开"}


@keeps(SCOPE)
def scope_fault(note: str) -> str:
    """Why the scope has not been examined; empty when it has."""
    return "" if note.strip() else "未审查是否应当公开。"


@keeps(RULING)
def ruling_fault(ruling: Mapping[str, object]) -> str:
    """Why a decision about which somebody was asked may not be public yet, or at all; empty where nothing stands in the way."""
    if not ruling:
        return ""
    if not ruling.get("received_on"):
        return "未完成保密审查，或者尚未确定能否公开。"
    return "" if ruling.get("may_be_public") else "主管部门确定不能公开。"


def asking_fault(ruling: Mapping[str, object]) -> str:
    """Why nobody has to be asked; empty where nobody was, and where what may not be public by the last answer may be by a new one."""
    if ruling and not ruling.get("received_on"):
        return "已经报请，正在等候批复。"
    return "批复已经同意公开，不用再报请。" if ruling.get("may_be_public") else ""


def told_fault(words: str) -> str:
    """Why nobody can say that the party knows its decision will be public; empty once it was told in writing."""
    return "" if words.strip() else "尚未书面告知当事人将予公示，请先发出告知。"


@keeps(SECRECY)
def secrecy_fault(answers: Mapping[str, str], open_questions: Iterable[str], hidden: int = 0) -> str:
    """Why a copy may not be shown; empty when all four are answered, in keeping with the places that are hidden, and nothing
    that looks private is left open.
    """
    missing = [label for code, label in QUESTIONS.items() if answers.get(code) not in ANSWERS]
    if missing:
        return f"未完成保密审查和脱敏：没有填写{'、'.join(missing)}。"
    whole = [label for code, label in QUESTIONS.items() if answers[code] == WHOLE]
    if whole:
        return f"主要事实涉及{'、'.join(whole)}，不能公开。"
    left = list(dict.fromkeys(open_questions))
    if left:
        return f"未完成保密审查和脱敏：还有 {len(left)} 处需要判断是不是姓名（{'、'.join(left[:5])}）。"
    if hidden and HIDDEN not in answers.values():
        return f"公开版隐去了 {hidden} 处，四项保密审查却都填“{ANSWERS[NONE]}”。"
    return ""
