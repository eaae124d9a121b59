"""决定回避；登记机关负责人回避的决定."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from yangguang.base import local_values
from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.models import Case, Recusal, RecusedRole
from yangguang.cases.rules import votes as rule
from yangguang.cases.standing import heads_of
from yangguang.cases.use_cases.decide_recusal import decide_recusal
from yangguang.cases.use_cases.decide_recusal_of_head import decide_recusal_of_head
from yangguang.cases.withdrawn import has_withdrawn, recusals_of
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

ANSWERS = (("yes", "应当回避"), ("no", "不需回避"))
VOTES = [("", "没有参加"), *((vote, f"{label}回避") for vote, label in rule.LABELS.items())]


class _Deciding(ActForm):
    """Which request, and the answer."""

    recusal_id = forms.TypedChoiceField(label="回避申请", coerce=int)
    granted = forms.TypedChoiceField(label="决定", choices=ANSWERS, coerce=lambda value: value == "yes")
    reason = WrittenField(label="理由", most=400, lines=True)

    def prepare(self) -> None:
        """The requests that wait."""
        rows = [(r.pk, f"{r.titled}：{r.reason}") for r in _waiting(self.case) if self.takes(r)]
        self.fields["recusal_id"].choices = rows  # type: ignore[attr-defined]
        self.fields["overdue_reason"] = WrittenField(
            label="逾期原因", most=400, required=False, help_text="劳动保障监察案件超过三个工作日才决定的，应当填写。"
        )

    def takes(self, recusal: Recusal) -> bool:
        """Whether this act decides about it."""
        return recusal.role != RecusedRole.AGENCY_HEAD

    @property
    def told(self) -> dict[str, Any]:
        """Why it comes late goes along."""
        return super().told | {"overdue_reason": self.overdue_reason}


@form_of("decide_recusal")
class RecusalDecisionForm(_Deciding):
    """The head's own answer, about anybody but a head."""

    button = "作出回避决定"
    done = "已决定。承办人员应当回避的，已经不再承办，请承办机构负责人另行指定；听证人员应当回避的，请更换。"

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Decide it."""
        return decide_recusal(actor=actor, at=at, **self.told)


@form_of("decide_recusal_of_head")
class HeadsRecusalForm(_Deciding):
    """What the other heads, or the body above, decided about a head."""

    button = "登记决定"
    done = "已登记，回避决定书已生成。"
    parts: ClassVar[Parts] = (
        ("回避申请", ("recusal_id", "granted", "reason")), ("由谁决定", ("superior", "paper")),
        ("逾期", ("overdue_reason",)), *ActForm.parts,
    )  # fmt: skip

    superior = WrittenField(label="作出决定的上级行政机关", most=120, required=False)
    paper = WrittenField(label="上级决定的文号", most=120, required=False)

    def prepare(self) -> None:
        """Who decides is what the place has set; the other heads vote one by one."""
        super().prepare()
        row = local_values.find("head_recusal_decided_by", chain=self.case.body.public_id, on=clock.today())
        self.heads: list[Account] = []
        if row is None or row.value != "机关负责人集体讨论":
            self.fields["superior"].help_text = (
                row.source if row else "本机关还没有设定由谁决定，请系统管理员在“本地参数”中录入。"
            )
            return
        del self.fields["superior"], self.fields["paper"]
        self.heads = [one for one in heads_of(self.case.body, clock.today()) if not has_withdrawn(one, self.case)]
        for one in self.heads:
            self.fields[f"vote_{one.public_id}"] = forms.ChoiceField(
                label=f"{one.name}的表决", choices=VOTES, required=False
            )
        names = tuple(f"vote_{one.public_id}" for one in self.heads)
        self.parts = tuple(  # type: ignore[misc]
            (title, names) if "superior" in fields else (title, fields) for title, fields in type(self).parts
        )

    def takes(self, recusal: Recusal) -> bool:
        """Only a head's."""
        return recusal.role == RecusedRole.AGENCY_HEAD

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Put it on record."""
        told = self.told
        votes = {one.public_id: told.pop(f"vote_{one.public_id}") for one in self.heads}
        return decide_recusal_of_head(
            votes={ref: vote for ref, vote in votes.items() if vote}, actor=actor, at=at, **told
        )


def _waiting(case: Case) -> list[Recusal]:
    return [one for one in recusals_of(case) if one.granted is None]
