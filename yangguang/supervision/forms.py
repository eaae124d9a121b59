"""Forms of the acts of an evaluation."""

from __future__ import annotations

from typing import Any

from django import forms

from yangguang.base.form_fields import DayField, WrittenField, YesNoField, offer
from yangguang.base.forms import OfficialForm
from yangguang.directory.api import Account, Body
from yangguang.supervision.models import EvaluationStandard, FileKind
from yangguang.supervision.rules.sheets import FOCUS


class StandardForm(OfficialForm):
    """A sheet as text, line by line."""

    kind = forms.ChoiceField(label="案卷种类", choices=FileKind.choices)
    title = WrittenField(label="名称", most=120)
    source = WrittenField(label="来源", most=200, help_text="本省评查标准的名称和文号；没有的写明由本机关编写。")
    vetoes = WrittenField(label="一票否决项", most=6000, lines=True, help_text="一行一项。")
    sections = WrittenField(
        label="各部分和条目", most=20000, lines=True,
        help_text=f"先写部分：【文书制作】20分；再逐行写条目：条目｜最多扣几分。四项重点的条目末尾写明：{'、'.join(FOCUS)}。",
    )  # fmt: skip
    grades = WrittenField(label="等次", most=1000, lines=True, help_text="一行一等：优秀｜90。最低一等从0分起。")
    opinion = WrittenField(label="拟订说明", most=1000, lines=True, required=False)


class SignForm(OfficialForm):
    """The head's words."""

    opinion = WrittenField(label="审定意见", most=1000, lines=True, initial="同意。")


class ReturnForm(OfficialForm):
    """Why it goes back."""

    reason = WrittenField(label="退回理由", most=400, lines=True)


class PlanForm(OfficialForm):
    """Whose files of which period, by which sheet, how many."""

    title = WrittenField(label="评查名称", most=120)
    standard = forms.ModelChoiceField(label="评查标准", queryset=EvaluationStandard.objects.none())
    bodies = forms.ModelMultipleChoiceField(
        label="被评查单位", queryset=Body.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    period_from = DayField(label="办结日期自")
    period_until = DayField(label="办结日期至")
    size = forms.IntegerField(label="抽取件数", min_value=1, help_text="按种类和件数的比例分层抽取。")
    scheme = WrittenField(label="组织方式和要求", most=4000, lines=True, required=False)

    def __init__(self, *args: Any, bodies: Any, standards: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "standard", standards)
        self.fields["bodies"].queryset = bodies  # type: ignore[attr-defined]


class DrawForm(OfficialForm):
    """Who else is there when the sample is drawn."""

    witness = forms.ModelChoiceField(
        label="监督抽取的人", queryset=Account.objects.none(), help_text="抽取应当两人在场。"
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "witness", people, words=lambda one: one.name)


class TargetForm(OfficialForm):
    """Which file is added, and why."""

    number = WrittenField(label="案号", most=120)
    reason = WrittenField(label="指定的理由", most=400, help_text="如：投诉、复议撤销、败诉。")


class ReasonForm(OfficialForm):
    """A reason, and nothing else."""

    reason = WrittenField(label="理由", most=400)


class ObjectionForm(OfficialForm):
    """What is held against a score."""

    reason = WrittenField(label="异议理由", most=2000, lines=True)


class AssignForm(OfficialForm):
    """One evaluator for each file."""

    def __init__(self, *args: Any, files: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sampled = list(files)
        for file in self.sampled:
            field = forms.ModelChoiceField(
                label=f"{file}　{file.case.number}", queryset=Account.objects.none(), initial=file.evaluator
            )
            self.fields[f"of_{file.public_id}"] = field
            offer(self, f"of_{file.public_id}", people, words=lambda one: f"{one.name}（{one.body.name}）")

    @property
    def facts(self) -> dict[str, Any]:
        """The evaluator of each file by its reference."""
        return {"evaluators": {file.public_id: self.cleaned_data[f"of_{file.public_id}"] for file in self.sampled}}


class RecheckerForm(OfficialForm):
    """Who rechecks."""

    evaluator = forms.ModelChoiceField(
        label="复评人", queryset=Account.objects.none(), help_text="没有评过这一卷、也没有参与过该案的人。"
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "evaluator", people, words=lambda one: f"{one.name}（{one.body.name}）")


class VetoForm(OfficialForm):
    """Whether a second person sees it the same way."""

    confirms = YesNoField(label="否决成立")
    reason = WrittenField(label="不成立的理由", most=400, required=False)


class ConfirmForm(OfficialForm):
    """Nothing but the act itself."""


class SummaryForm(OfficialForm):
    """What is to be said of the whole."""

    summary = WrittenField(
        label="总体评价", most=4000, lines=True, help_text="写明总体情况、问题和改进意见；不写当事人，不排名。"
    )


class DemandForm(OfficialForm):
    """What is to be put right."""

    demand = WrittenField(label="整改要求", most=2000, lines=True)


class FixingForm(OfficialForm):
    """What was put right."""

    report = WrittenField(label="整改情况", most=2000, lines=True)
    evidence = WrittenField(label="证据的名称和位置", most=400, help_text="如：附加说明（续卷第1件）、培训记录。")
    changes_file = YesNoField(
        label="这次整改补充了案卷", help_text="案卷已经归档的，只能在案件页附加说明，不得改动原件。"
    )


class VerdictForm(OfficialForm):
    """Whether it was put right."""

    fixed = YesNoField(label="已经整改")
    verdict = WrittenField(label="核查意见", most=400)
