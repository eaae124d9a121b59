"""Acts on a counterpart as its page offers them: title, button, form, the one use case each carries out, and who may."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from yangguang.cases import counterpart_forms as forms
from yangguang.cases.models import Counterpart
from yangguang.cases.policy import may_keep_register, may_merge
from yangguang.cases.use_cases.identify_counterpart import identify_counterpart
from yangguang.cases.use_cases.merge_counterparts import merge_counterparts
from yangguang.cases.use_cases.propose_grade import propose_grade
from yangguang.cases.use_cases.record_counterpart_fact import record_counterpart_fact
from yangguang.cases.use_cases.separate_counterparts import separate_counterparts
from yangguang.cases.use_cases.strike_counterpart_fact import strike_counterpart_fact
from yangguang.directory.api import Account, Role


@dataclass(frozen=True)
class CounterpartAct:
    """One act: its title, the words on its button, its form, its use case and who may."""

    title: str
    words: str
    form: type[forms.AboutCounterpart]
    run: Callable[..., Any]
    may: Callable[[Account], bool]


def _handles(account: Account) -> bool:
    return account.holds(Role.CASE_HANDLER)


ACTS = {
    "record_fact": CounterpartAct(
        "登记名称、住所、负责人变更", "登记变更", forms.FactForm, record_counterpart_fact, may_keep_register
    ),
    "identify": CounterpartAct(
        "核定类别、代码和上级单位", "核定", forms.IdentityForm, identify_counterpart, may_keep_register
    ),
    "strike_fact": CounterpartAct("划去错误记录", "划去", forms.StrikeForm, strike_counterpart_fact, may_keep_register),
    "propose_grade": CounterpartAct(
        "提请评定守法诚信等级", "提交审批", forms.GradeForm, propose_grade, _handles
    ),
    "merge": CounterpartAct("并入另一相对人", "合并", forms.MergeForm, merge_counterparts, may_merge),
    "separate": CounterpartAct("撤销合并", "撤销合并", forms.SeparateForm, separate_counterparts, may_merge),
}  # fmt: skip


def acts_for(counterpart: Counterpart, account: Account, *, merged: bool) -> list[tuple[str, CounterpartAct]]:
    """The acts this person may begin now."""
    without = {"propose_grade"} if counterpart.is_person else set()
    without |= set() if merged else {"separate"}
    return [(name, act) for name, act in ACTS.items() if name not in without and act.may(account)]
