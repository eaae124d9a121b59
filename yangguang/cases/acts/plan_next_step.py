"""约定办理日."""

from __future__ import annotations

from yangguang.base.form_fields import DayField, WrittenField
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.use_cases.plan_next_step import plan_next_step
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("plan_next_step")
class PlanForm(ActForm):
    """By which day, and what."""

    button = "约定办理日"
    done = "已写入日程。"
    consequence = "法律规定的期限不因此改变。"

    day = DayField(label="约定办理日期")
    what = WrittenField(label="要办的事", most=200)

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Agree on it."""
        return plan_next_step(actor=actor, at=at, **self.told)
