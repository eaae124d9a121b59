"""延期听证."""

from __future__ import annotations

from yangguang.base.form_fields import WrittenField
from yangguang.cases.acts.fields import MinuteField
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.standing import hearing_set
from yangguang.cases.use_cases.postpone_hearing import postpone_hearing
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("postpone_hearing")
class PostponementForm(ActForm):
    """The new day, and why."""

    button = "制作延期通知书"
    done = "延期听证通知书已编号，请送达各当事人。"

    set_for = MinuteField(label="新的听证时间", help_text="七个工作日自延期通知送达起重新计算。")
    place = WrittenField(label="听证地点", most=200)
    reason = WrittenField(label="延期的正当理由", most=400, lines=True)

    def prepare(self) -> None:
        """The place stays unless somebody changes it."""
        if (hearing := hearing_set(self.case)) is not None:
            self.fields["place"].initial = hearing.place

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Give it another day."""
        return postpone_hearing(actor=actor, at=at, **self.told)
