"""终止听证."""

from __future__ import annotations

from yangguang.base.form_fields import WrittenField, YesNoField
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.use_cases.terminate_hearing import terminate_hearing
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("terminate_hearing")
class TerminationForm(ActForm):
    """Who stayed away or left."""

    button = "终止听证"
    done = "听证已终止，案件继续办理。"

    reason = WrittenField(
        label="缺席或者退场的事实", most=400, lines=True, help_text="谁、什么时间没有到场或者未经许可退场。"
    )
    good_reason = YesNoField(label="当事人有正当理由", help_text="有正当理由的应当延期。")

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """End it."""
        return terminate_hearing(actor=actor, at=at, **self.told)
