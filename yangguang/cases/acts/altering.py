"""拟制变更决定、变更决定."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.fields import FenField, several
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.altering import alterable, content_now, waiting_alteration
from yangguang.cases.models import CaseKind
from yangguang.cases.rules.altering import GAINS, in_words
from yangguang.cases.rules.severity import LABELS, in_order
from yangguang.cases.use_cases.alter_decision import alter_decision
from yangguang.cases.use_cases.propose_alteration import AlterationPlan, propose_alteration
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures


@form_of("propose_alteration")
class AlterationProposalForm(ActForm):
    """Which decision, what is left of it, and why it is altered."""

    button = "保存变更稿"
    done = "变更稿已保存。请提交法制审核，或者由机构负责人确认免予审核；通过后由机关负责人作出变更决定。"
    consequence = "只能减轻，不能加重；事实、依据有错的，请撤销决定后重新处理。"
    parts: ClassVar[Parts] = (
        ("决定", ("decision_ref",)), ("变更为", ("penalties", "fine", "confiscated", "fulfilment")),
        ("理由", ("reasons",)), *ActForm.parts,
    )  # fmt: skip

    decision_ref = forms.ChoiceField(label="决定")
    penalties = several("变更后的处罚种类")
    fine = FenField(label="变更后的罚款金额", required=False, max_length=40, help_text="没有罚款的不填。")
    confiscated = FenField(
        label="变更后没收违法所得的金额",
        required=False,
        max_length=40,
        help_text="不变的不填；已经缴入国库的不能在这里变更。",
    )
    fulfilment = WrittenField(label="履行方式和期限", most=1000, lines=True, required=False, help_text="不变的不填。")
    reasons = WrittenField(
        label="变更的理由", most=2000, lines=True, help_text="原决定错在哪里、为什么这样变更；写入变更决定书。"
    )

    def prepare(self) -> None:
        """The decisions that stand, and what they impose now."""
        if self.case.kind == CaseKind.SUMMARY:
            self.done = "变更稿已保存。当场处罚的变更不经法制审核，请由机关负责人作出变更决定。"
        rows = list(alterable(self.case))
        now = [content_now(one) for one in rows]
        self.fields["decision_ref"].choices = [  # type: ignore[attr-defined]
            (one.public_id, f"{one.number}：{in_words(content)}") for one, content in zip(rows, now, strict=True)
        ]
        kinds = in_order({kind for content in now for kind in content.get("penalties") or ()})
        self.fields["penalties"].choices = [(kind, LABELS[kind]) for kind in kinds]  # type: ignore[attr-defined]
        if GAINS not in kinds:
            del self.fields["confiscated"]
        if len(now) == 1:
            self.fields["penalties"].initial = list(now[0].get("penalties") or ())
            fen = int(now[0].get("fine_fen") or 0)
            self.fields["fine"].initial = in_figures(fen) if fen else ""
            gains = int(now[0].get("confiscated_fen") or 0)
            if gains and GAINS in kinds:
                self.fields["confiscated"].initial = in_figures(gains)

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Keep the draft."""
        told = self.told
        plan = AlterationPlan(
            told.pop("decision_ref"), tuple(told.pop("penalties")), int(told.pop("fine") or 0), told.pop("reasons"),
            told.pop("fulfilment"), told.pop("confiscated", None),
        )  # fmt: skip
        return propose_alteration(plan=plan, actor=actor, at=at, **told)


@form_of("alter_decision")
class AlterationForm(ActForm):
    """The head issues what was reviewed."""

    button = "作出变更决定"
    done = "变更决定书已经制作，请送达当事人。已经公开的决定，请在公示中更正或者撤回；多缴的款项请退还。"
    consequence = "原决定不改动，另作变更决定书盖章送达；复议、起诉的期限自送达之日重新计算。"

    court_notice = WrittenField(
        label="告知人民法院的文书", most=200, required=False, help_text="诉讼期间变更的必填：文书名称、编号、日期。"
    )

    def aside(self) -> dict[str, Any]:
        """What is altered, from what to what, and why."""
        draft = waiting_alteration(self.case)
        if draft is None:
            return {}
        before, after = draft.content["altered"]
        rows = [
            ("原决定", before.partition("：")[2]),
            ("变更为", after.partition("：")[2]),
            ("理由", draft.content["reasons"]),
        ]
        return {"title": "拟变更的内容", "rows": rows, "note": "", "source": ""}

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Issue it."""
        return alter_decision(actor=actor, at=at, **self.told)
