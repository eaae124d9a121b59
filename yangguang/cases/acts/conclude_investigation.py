"""调查终结."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from yangguang.base.form_fields import WrittenField, YesNoField
from yangguang.base.forms import Parts
from yangguang.cases.acts.fields import FenField, basis_choices, several
from yangguang.cases.acts.proposal import assistant, standard_of
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.circumstances import found_circumstances
from yangguang.cases.presentation.counterparts import counted_words
from yangguang.cases.prior_violations import prior_violations
from yangguang.cases.use_cases.conclude_investigation import conclude_investigation
from yangguang.catalogues.api import Fact, FactKind, facts_asked
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures

TO_WEIGH = "裁量用的事实"
ALWAYS_ASKED = ("workers", "prior_violations", "harm", "rectified")
NOT_ASKED = frozenset({*ALWAYS_ASKED, "party_kind", "fine_fen"})  # asked above, known from the file, or what is sought
HARM = (("none", "无"), ("minor", "轻微"), ("medium", "一般"), ("serious", "严重"))


class FlagFact(YesNoField):
    """A question that weighs; one that was not looked into has no answer, which is not the same as no."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.choices = [("no", "否"), ("yes", "是"), ("", "没有查明")]


class AmountFact(FenField):
    """An amount that weighs; left empty it is not known, which is not the same as nothing."""

    def clean(self, value: Any) -> Any:
        """分, or None."""
        return super().clean(value) if str(value or "").strip() else None

    def prepare_value(self, value: Any) -> Any:
        """分 as yuan."""
        return in_figures(value) if isinstance(value, int) else value


@form_of("conclude_investigation")
class ReportForm(ActForm):
    """The report: how the facts are judged, gains, circumstances, suggestion."""

    button = "提交调查终结报告"
    done = "调查已终结，报告已入卷。"

    parts: ClassVar[Parts] = (
        ("事实和定性", ("established", "nature", "basis", "gains")),
        (TO_WEIGH, ("workers", "prior_violations", "prior_reason", "harm", "rectified", "circumstances_told")),
        ("处理建议", ("suggestion",)), *ActForm.parts,
    )  # fmt: skip

    established = forms.TypedChoiceField(
        label="违法事实", choices=(("yes", "成立"), ("no", "不成立")), coerce=lambda value: value == "yes"
    )
    nature = WrittenField(label="定性", most=1000, lines=True, help_text="属于哪一种违法行为，为什么。")
    basis = several("依据")
    gains = WrittenField(label="违法所得", most=400, initial="无", help_text="有违法所得的写明数额和退赔情况。")
    circumstances_told = WrittenField(
        label="从轻、减轻、从重情节", most=1000, lines=True, help_text="先“认定情节”，由系统写入报告；没有的写“无”。"
    )
    suggestion = WrittenField(
        label="处理建议", most=1000, lines=True, help_text="建议怎样处罚、不予处罚或者移送，理由是什么。"
    )
    workers = forms.IntegerField(
        label="受害劳动者人数", min_value=0, max_value=999999, required=False, help_text="裁量阶次按人数分。"
    )
    prior_violations = forms.IntegerField(label="一年内同类违法次数", min_value=0, max_value=999, required=False)
    prior_reason = WrittenField(label="次数与系统算得不同的理由", most=400, required=False, help_text="相同的不填。")
    harm = forms.ChoiceField(label="危害后果", choices=HARM, required=False)
    rectified = FlagFact(label="已经及时改正")

    def prepare(self) -> None:
        """The clauses of the matter; what the file already knows."""
        self.fields["basis"].choices = basis_choices(self.case)  # type: ignore[attr-defined]
        self._ask_for_facts()
        for name in (*ALWAYS_ASKED, *self.asked):
            self.fields[name].initial = self.case.circumstances.get(name)
        if named := "、".join(one.name for one in found_circumstances(self.case)):
            self.fields[
                "circumstances_told"
            ].help_text = f"已认定并由系统写入报告：{named}。其他需要说明的写在这里，没有的写“无”。"
        computed = prior_violations(self.case, self.account)
        if computed is not None:
            field = self.fields["prior_violations"]
            field.help_text = counted_words(computed)
            field.initial = computed.count if field.initial is None else field.initial

    def _ask_for_facts(self) -> None:
        """What this violation's discretion standard asks about besides, so that its tier can be told."""
        standard = standard_of(self.case)
        told = [one for one in (facts_asked(standard) if standard else ()) if one.name not in NOT_ASKED]
        self.fields |= {one.name: _field_of(one) for one in told if one.kind is not FactKind.CHOICE}
        self.asked = [one.name for one in told if one.name in self.fields]
        self.parts = tuple(  # type: ignore[misc]
            (title, (*names[:-1], *self.asked, names[-1]) if title == TO_WEIGH else names)
            for title, names in self.parts
        )

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Conclude with the report."""
        told = self.cleaned_data
        content = {name: told[name] for name in ("nature", "basis", "gains", "suggestion")}
        found = {name: None if told[name] == "" else told[name] for name in (*ALWAYS_ASKED, *self.asked)}
        return conclude_investigation(
            case_id=self.case.pk, content=content | {"circumstances": told["circumstances_told"]}, actor=actor, at=at,
            established=told["established"], circumstances=found, seen_version=told["seen_version"],
            overdue_reason=self.overdue_reason, prior_reason=told["prior_reason"],
        )  # fmt: skip

    def aside(self) -> dict[str, object]:
        """The discretion assistant."""
        return assistant(self.case)


def _field_of(fact: Fact) -> forms.Field:
    """How a fact is asked for: yes or no, money, or a number. Left empty, the standard says that it is missing."""
    if fact.kind is FactKind.FLAG:
        return FlagFact(label=fact.label)
    help_text = "裁量阶次按此分。"
    if fact.kind is FactKind.MONEY:
        return AmountFact(label=f"{fact.label}（元）", required=False, max_length=40, help_text=help_text)
    return forms.IntegerField(
        label=f"{fact.label}（{fact.unit}）", min_value=0, max_value=999999, required=False, help_text=help_text
    )
