"""集体讨论."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from yangguang.base.form_fields import NamesField, WrittenField
from yangguang.base.forms import Parts
from yangguang.cases import standing
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.models import DecisionDraft, DiscussionConclusion, DiscussionWay, SettledBy, Vote
from yangguang.cases.presentation.proposals import drafted_rows
from yangguang.cases.use_cases._meeting import Meeting, Said, settles
from yangguang.cases.use_cases.discuss_collectively import discuss_collectively
from yangguang.cases.use_cases.issue_decision import TITLES
from yangguang.cases.withdrawn import has_withdrawn
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

ABSENT = "absent"
HOW = {
    SettledBy.MAJORITY: "少数服从多数：参加人过半数赞成的，同意代拟稿；过半数反对的，改变代拟稿。",
    SettledBy.PRINCIPAL: "首长负责制：听取各人意见以后，以主要负责人的表决为结论。",
}


@form_of("discuss_collectively")
class DiscussionForm(ActForm):
    """Every head of the body: what each said and how each voted, or why one did not come; and what follows from it."""

    button = "登记集体讨论"
    done = "已登记，集体讨论记录已生成。请打印，由参加人和记录人签名后归入签名页。"
    consequence = (
        "讨论针对现在的代拟稿：以后改动代拟稿的，要重新讨论。结论应当是表决的结果：改变代拟稿的，案件退回修改；"
        "没有形成多数意见的，另行讨论。"
    )
    parts: ClassVar[Parts] = (
        ("讨论", ("kind", "way", "matter", "place", "recorder_name", "others")), ("参加人、意见和表决", ("presided_by",)),
        ("结论", ("conclusion", "conclusion_words", "differing_reason")), *ActForm.parts,
    )  # fmt: skip

    kind = forms.ChoiceField(label="代拟稿")
    way = forms.ChoiceField(label="方式", choices=DiscussionWay.choices, help_text="传阅签字不是集体讨论。")
    matter = WrittenField(label="讨论事项", most=400, lines=True)
    place = WrittenField(label="讨论地点", most=200)
    recorder_name = WrittenField(label="记录人", most=60)
    others = NamesField(label="列席人", most=400, required=False, help_text="列席人不表决。已经回避的，不得列席。")
    presided_by = forms.ChoiceField(label="主持人")
    conclusion = forms.ChoiceField(label="结论", choices=DiscussionConclusion.choices, widget=forms.RadioSelect)
    conclusion_words = WrittenField(label="结论的内容", most=2000, lines=True)
    differing_reason = WrittenField(
        label="结论与多数意见不一致的理由", most=2000, lines=True, required=False,
        help_text="主要负责人的意见与多数人不一致的，应当写明理由；一致的不填。",
    )  # fmt: skip

    def prepare(self) -> None:
        """The drafts that can be decided; a vote and an opinion for each head of the body who has not withdrawn."""
        kinds = standing.drafts_to_decide(self.case)
        self.fields["kind"].choices = [(kind, TITLES[kind].removesuffix("审批表")) for kind in kinds]  # type: ignore[attr-defined]
        self.fields["matter"].initial = f"{self.case.title}一案如何处理。"
        heads = standing.heads_of(self.case.body, clock.today())
        self.heads = [one for one in heads if not has_withdrawn(one, self.case)]
        self.gone = [one for one in heads if one not in self.heads]
        self.settled_by = settles(self.case, clock.today())
        if self.settled_by == SettledBy.MAJORITY:
            del self.fields["differing_reason"]
        self.fields["conclusion"].help_text = HOW[self.settled_by]
        titled = [(one.public_id, f"{one.name}（{one.post}）") for one in self.heads]
        self.fields["presided_by"].choices = [("", "请选择"), *titled]  # type: ignore[attr-defined]
        names = tuple(name for ref, title in titled for name in self._asks(ref, title))
        self.parts = tuple(  # type: ignore[misc]
            (title, (*fields, *names) if "presided_by" in fields else fields) for title, fields in type(self).parts
        )

    def _asks(self, ref: str, title: str) -> tuple[str, str]:
        vote, opinion = f"vote_{ref}", f"opinion_{ref}"
        choices = [("", "请选择"), *Vote.choices, (ABSENT, "缺席")]
        self.fields[vote] = forms.ChoiceField(
            label=f"{title}的表决", choices=choices, error_messages=_wanted(title, "表决")
        )
        self.fields[opinion] = WrittenField(
            label=f"{title}的意见", most=2000, lines=True, help_text="缺席的，写明缺席原因。",
            error_messages=_wanted(title, "意见"),
        )  # fmt: skip
        return vote, opinion

    def aside(self) -> dict[str, Any]:
        """What lies before the heads, and who of them stays out of the room."""
        draft: DecisionDraft | None = self.case.drafts.filter(kind="penalty").first()
        rows = drafted_rows(draft) if draft else []
        note = f"{'、'.join(one.name for one in self.gone)}已经回避，不参加讨论、不在场。" if self.gone else ""
        return {"title": "代拟稿", "note": note, "rows": rows, "source": ""} if rows or note else {}

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Record it."""
        told = self.told
        case_id, kind, version = told.pop("case_id"), told.pop("kind"), told.pop("seen_version")
        votes = {one.public_id: (told.pop(f"vote_{one.public_id}"), told.pop(f"opinion_{one.public_id}"))
                 for one in self.heads}  # fmt: skip
        meeting = Meeting(
            said={ref: Said(vote, words) for ref, (vote, words) in votes.items() if vote != ABSENT},
            absent={ref: words for ref, (vote, words) in votes.items() if vote == ABSENT}, **told,
        )  # fmt: skip
        return discuss_collectively(
            case_id=case_id, kind=kind, meeting=meeting, actor=actor, at=at, seen_version=version
        )


def _wanted(title: str, what: str) -> dict[str, str]:
    return {"required": f"请填写{title}的{what}；缺席的，选“缺席”并写明原因。"}
