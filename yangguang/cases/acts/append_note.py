"""附加说明."""

from __future__ import annotations

from yangguang.base.form_fields import WrittenField
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.use_cases.append_note import append_note
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("append_note")
class NoteForm(ActForm):
    """What the note is about, and what it says."""

    button = "归入续卷"
    done = "说明已归入续卷，原卷不动。"

    about = WrittenField(label="所说明的材料", most=200, help_text="写题名、文号和页号。")
    words = WrittenField(label="说明", most=2000, lines=True, help_text="原卷不修改、不增加、不抽取，说明另入续卷。")

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Append it."""
        return append_note(actor=actor, at=at, **self.told)
