"""重新作出决定、重开案件."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from yangguang.base.form_fields import DayField, WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.models import DecisionStatus
from yangguang.cases.rules.remaking import GROUNDS, STARTS
from yangguang.cases.use_cases.remake_decision import RemakePlan, remake_decision, to_remake
from yangguang.cases.use_cases.reopen_case import reopen_case
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("remake_decision")
class RemakeForm(ActForm):
    """Which decision fell, for which fault, and where the procedure begins again."""

    button = "重新进行"
    done = "案件已经回到所选的环节，请依次办理。"
    consequence = "所选环节以后的报告、告知不再作数，但留在卷内；以后的步骤全部重新办理。"
    parts: ClassVar[Parts] = (
        ("失效的决定", ("decision_ref", "ground")), ("重新进行", ("restarts_at", "plan", "decide_by")), *ActForm.parts,
    )  # fmt: skip

    decision_ref = forms.ChoiceField(label="决定")
    ground = forms.ChoiceField(
        label="失效的原因", choices=[("", "请选择"), *((g.value, w) for g, w in GROUNDS.items())]
    )
    restarts_at = forms.ChoiceField(
        label="从哪个环节重新进行", choices=[("", "请选择"), *((s.value, w) for s, w in STARTS.items())],
        help_text="自违法的环节起重新进行：事实不清的从调查开始；依据、幅度有错的从告知开始。",
    )  # fmt: skip
    plan = WrittenField(label="需要重做的步骤", most=2000, lines=True)
    decide_by = DayField(label="文书指定的期限", required=False, help_text="文书没有指定期限的不填。")

    def prepare(self) -> None:
        """The decisions that have fallen whole or in part, the newest first."""
        self.fields["decision_ref"].choices = [  # type: ignore[attr-defined]
            (one.public_id, f"{one.number}{'' if one.status == DecisionStatus.ANNULLED else '（部分撤销）'}")
            for one in to_remake(self.case)
        ]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Begin anew."""
        told = self.told
        named = {name: told.pop(name) for name in ("decision_ref", "ground", "restarts_at", "plan", "decide_by")}
        return remake_decision(plan=RemakePlan(**named), actor=actor, at=at, **told)


@form_of("reopen_case")
class ReopeningForm(ActForm):
    """On which paper, and why."""

    button = "重开案件"
    done = "案件已重开。已归档的卷不动，以后的材料另立续卷。"
    consequence = "案件回到“决定被撤销”，可以重新作出决定或者再次结案。"

    paper = WrittenField(label="依据的文书", most=200, help_text="如：示政复决字〔2026〕第12号行政复议决定书。")
    reason = WrittenField(label="理由", most=1000, lines=True)

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Take it up again."""
        return reopen_case(actor=actor, at=at, **self.told)
