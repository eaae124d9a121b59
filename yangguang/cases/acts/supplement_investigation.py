"""退回补充调查."""

from __future__ import annotations

from yangguang.base.form_fields import WrittenField
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.use_cases.supplement_investigation import supplement_investigation
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("supplement_investigation")
class SupplementForm(ActForm):
    """What has to be found out."""

    button = "退回补充调查"
    done = "已退回。办案期限继续计算。"

    wanted = WrittenField(label="需要查明的事实", most=400, lines=True)

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Send it back."""
        return supplement_investigation(actor=actor, at=at, **self.told)
