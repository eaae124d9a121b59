"""Acts on the publication of a major violation: title, button, form, one use case each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from yangguang.cases.kinds.major_labour_violations import forms
from yangguang.cases.kinds.major_labour_violations.stages import MAJOR_LABOUR_VIOLATIONS
from yangguang.cases.models import MajorViolation
from yangguang.cases.policy import may_take
from yangguang.cases.use_cases.answer_major_objection import answer_major_objection
from yangguang.cases.use_cases.confirm_major_publication import confirm_major_publication
from yangguang.cases.use_cases.object_to_major_publication import object_to_major_publication
from yangguang.cases.use_cases.record_changed_handling import record_changed_handling
from yangguang.directory.api import Account


@dataclass(frozen=True)
class MajorAct:
    """One act: title, words on the button, form, the use case, whether it asks for a fresh code."""

    title: str
    words: str
    form: type[forms.MajorForm]
    run: Callable[..., Any]
    asks_code: bool = False


ACTS = {
    "confirm_major_publication": MajorAct("确认公布", "确认公布", forms.ConfirmationForm, confirm_major_publication, True),
    "object_to_major_publication": MajorAct("登记异议", "登记异议", forms.ObjectionForm, object_to_major_publication),
    "answer_major_objection": MajorAct("复核异议", "作出复核决定", forms.AnswerForm, answer_major_objection),
    "record_changed_handling": MajorAct("登记处理决定变更、撤销", "登记", forms.ChangeForm, record_changed_handling),
}  # fmt: skip


def possible(line: MajorViolation, account: Account) -> list[tuple[str, str]]:
    """Name and title of the acts this person may begin now, in the order of the law."""
    return [
        (step.act, ACTS[step.act].title) for step in MAJOR_LABOUR_VIOLATIONS.steps_from(line.status)
        if step.act in ACTS and not (step.act == "record_changed_handling" and line.changed_paper)
        and may_take(account, line.case, step.by)
    ]  # fmt: skip
