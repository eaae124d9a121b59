"""集体讨论."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import Parts
from yangguang.cases import standing
from yangguang.cases.acts.fields import several
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.models import DecisionDraft, DiscussionConclusion, DiscussionWay
from yangguang.cases.presentation.proposals import drafted_rows
from yangguang.cases.use_cases.discuss_collectively import discuss_collectively
from yangguang.cases.use_cases.issue_decision import TITLES
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment


@form_of("discuss_collectively")
class DiscussionForm(ActForm):
    """Who attended and what each of them said; what was concluded, and what the minority held."""

    button = "登记集体讨论"
    done = "已登记，集体讨论记录已生成。请打印，由参加人签名后归入签名页。"
    consequence = "讨论针对现在的代拟稿：以后改动代拟稿的，要重新讨论。结论改变内容的，案件退回修改。"
    parts: ClassVar[Parts] = (
        ("讨论", ("kind", "way", "matter")), ("参加人和意见", ("attendees",)),
        ("结论", ("conclusion", "conclusion_words", "minority", "others")), *ActForm.parts,
    )  # fmt: skip

    kind = forms.ChoiceField(label="代拟稿")
    way = forms.ChoiceField(label="方式", choices=DiscussionWay.choices, help_text="传阅签字不是集体讨论。")
    matter = WrittenField(label="讨论事项", most=400, lines=True)
    attendees = several("参加的机关负责人")
    conclusion = forms.ChoiceField(label="结论", choices=DiscussionConclusion.choices, widget=forms.RadioSelect)
    conclusion_words = WrittenField(label="结论的内容", most=2000, lines=True)
    minority = WrittenField(label="少数意见", most=2000, lines=True, required=False, help_text="没有的不填。")
    others = WrittenField(label="列席人和记录人", most=400, required=False, help_text="如：赵文斌列席，林静记录。")

    def prepare(self) -> None:
        """The drafts that can be decided; an opinion for each head of the body."""
        kinds = standing.drafts_to_decide(self.case)
        self.fields["kind"].choices = [(kind, TITLES[kind].removesuffix("审批表")) for kind in kinds]  # type: ignore[attr-defined]
        self.fields["matter"].initial = f"{self.case.title}一案如何处理。"
        self.heads = standing.heads_of(self.case.body, clock.today())
        self.fields["attendees"].choices = [(one.public_id, f"{one.name}（{one.post}）") for one in self.heads]  # type: ignore[attr-defined]
        for one in self.heads:
            self.fields[f"opinion_{one.public_id}"] = WrittenField(
                label=f"{one.name}的意见", most=2000, lines=True, required=False, help_text="参加的，应当写明意见。"
            )
        names = tuple(f"opinion_{one.public_id}" for one in self.heads)
        self.parts = tuple(  # type: ignore[misc]
            (title, (*fields, *names) if "attendees" in fields else fields) for title, fields in type(self).parts
        )

    def aside(self) -> dict[str, Any]:
        """What lies before the heads."""
        draft: DecisionDraft | None = self.case.drafts.filter(kind="penalty").first()
        rows = drafted_rows(draft) if draft else []
        return {"title": "代拟稿", "note": "", "rows": rows, "source": ""} if rows else {}

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Record it."""
        told = self.told
        attended = told.pop("attendees")
        said = {one.public_id: told.pop(f"opinion_{one.public_id}") for one in self.heads}
        opinions = {ref: said.get(ref, "") for ref in attended}
        return discuss_collectively(opinions=opinions, actor=actor, at=at, **told)
