"""What a notice proposes and a draft decides: penalties, amounts, basis, reasons, discretion."""

from __future__ import annotations

from typing import Any

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.cases.acts import apart
from yangguang.cases.acts.fields import FenField, basis_choices, penalty_choices, several
from yangguang.cases.acts.register import ActForm
from yangguang.cases.changed_law import changed_since
from yangguang.cases.circumstances import circumstance_rows
from yangguang.cases.models import Case
from yangguang.cases.norms import threatening
from yangguang.cases.rules.circumstances import LENIENCY_WORDS
from yangguang.cases.rules.exemptions import told_of
from yangguang.catalogues.api import (
    ListKind,
    Measure,
    Standard,
    find_in_force,
    range_of,
    standards_in_force,
    statutory_range_of,
    tier_of,
)  # fmt: skip
from yangguang.kernel import clock
from yangguang.kernel.money import in_figures
from yangguang.kernel.refusal import Refused

LENIENCY = (("", "无"), *LENIENCY_WORDS.items())


class ProposalForm(ActForm):
    """The fields both papers share."""

    penalties = several("处罚种类")
    fine = FenField(label="罚款金额", required=False, max_length=40, help_text="没有罚款的不填。")
    confiscated = FenField(label="没收金额", required=False, max_length=40)
    basis = several("处罚依据", help_text="写明处罚种类和幅度的条款。")
    reasons = WrittenField(
        label="理由", most=2000, lines=True, help_text="为什么违法、为什么这样处理；事实和证据由系统写入。"
    )
    several_acts = WrittenField(
        label="依据针对不同违法行为的说明", most=1000, lines=True, required=False,
        help_text="同一违法行为违反多个规定的，按罚款数额高的规定处罚，不填；分别针对不同行为的，写明各适用于哪个行为。",
    )  # fmt: skip
    comparison = WrittenField(label="从旧兼从轻的比较", most=1000, lines=True)
    tier = WrittenField(label="裁量档次", most=40, help_text="按调查报告认定的事实得出，可以改。")
    tier_reasons = WrittenField(label="裁量理由", most=1000, lines=True, help_text="不得因当事人陈述申辩加重处罚。")
    leniency = forms.ChoiceField(label="从轻、减轻、从重", choices=LENIENCY, required=False)
    outside_reason = WrittenField(
        label="超出裁量档次的理由", most=400, required=False, help_text="金额在档次以内的不填。"
    )

    def prepare(self) -> None:
        """Choices from the matter; the tier the facts fall into."""
        self.fields["penalties"].choices = penalty_choices(self.case)  # type: ignore[attr-defined]
        self.fields["basis"].choices = basis_choices(self.case)  # type: ignore[attr-defined]
        self._compare()
        if len(threatening([one for one, _ in basis_choices(self.case)], clock.today())) < 2:
            del self.fields["several_acts"]
        self.fields |= apart.fields_for(self.case)
        self.parts = (*self.parts, *apart.parts_for(self.case))  # type: ignore[misc]
        self.shown_when = {**self.shown_when, **apart.shown_for(self.case)}  # type: ignore[misc]
        if said := amount_words(self.case):
            self.fields["fine"].help_text = f"{said}没有罚款的不填。"
        found = tier_words(self.case)
        if found:
            self.fields["tier"].initial, self.fields["tier_reasons"].initial = found[0], found[1]

    def _compare(self) -> None:
        """The comparison is asked only where something changed since the violation."""
        changed = changed_since(self.case, [one for one, _ in basis_choices(self.case)], clock.today())
        if not changed:
            del self.fields["comparison"]
            return
        self.fields[
            "comparison"
        ].help_text = f"违法行为以后{'、'.join(changed)}有变化。请写明行为时和现在的规定、哪个较轻、适用哪个（行政处罚法第三十七条）。"

    @property
    def proposal(self) -> dict[str, Any]:
        """As the use cases take it."""
        told = self.cleaned_data
        main = {
            "penalties": told["penalties"], "fine_fen": told["fine"], "confiscated_fen": told["confiscated"],
            "basis": told["basis"], "reasons": told["reasons"],
            "discretion": {
                "tier": told["tier"], "reasons": told["tier_reasons"], "leniency": told["leniency"],
                "outside_reason": told["outside_reason"], "comparison": told.get("comparison", ""),
                "several_acts": told.get("several_acts", ""),
            },
        }  # fmt: skip
        return main | {"shares": apart.shares_told(self.case, main, told)}

    def aside(self) -> dict[str, Any]:
        """The discretion assistant: tiers and ranges, never an amount filled in; and that nothing need be imposed."""
        found, told = assistant(self.case), told_of(circumstance_rows(self.case))
        if not told:
            return found
        return (
            {"title": "裁量助手", "note": "", "source": ""}
            | found
            | {"rows": [*found.get("rows", ()), ("不予处罚", told)]}
        )


def standard_of(case: Case) -> Standard | None:
    """The discretion standard of the violation in force today."""
    day = clock.today()
    if find_in_force(ListKind.DISCRETION_STANDARDS, case.body, day) is None:
        return None
    return next((s for s in standards_in_force(case.body, day) if s.code == case.violation_code), None)


def tier_words(case: Case) -> tuple[str, str] | None:
    """The tier the found circumstances fall into, with its reasons; None when it cannot be told."""
    standard = standard_of(case)
    try:
        choice = tier_of(standard, case.circumstances) if standard and standard.tiers else None
    except Refused:
        return None
    return (choice.tier.name, "".join(choice.reasons)) if choice else None


def amount_words(case: Case) -> str:
    """The statutory range and the range of the tier, as they stand beside the amount; empty where there is no standard."""
    standard = standard_of(case)
    if standard is None or standard.measure is not Measure.FINE:
        return ""
    parties = case.parties.filter(kind="organisation").exists()
    facts = {**case.circumstances, "party_kind": "organisation" if parties else "person"}
    said = []
    for label, asked in (("法定幅度", statutory_range_of), ("本档幅度", range_of)):
        try:
            low, high = asked(standard, facts)
        except Refused:
            continue
        said.append(f"{label} {in_figures(low)}—{in_figures(high)} 元")
    return f"{'，'.join(said)}。" if said else ""


def assistant(case: Case) -> dict[str, Any]:
    """Rows of tiers, the range for this case, and what is missing to tell."""
    standard = standard_of(case)
    if standard is None or standard.measure is not Measure.FINE:
        return {}
    rows = [(tier.name, tier.says().removeprefix(f"{tier.name}：")) for tier in standard.tiers]
    try:
        low, high = statutory_range_of(standard, case.circumstances)
        rows.append(("法定幅度", f"{in_figures(low)}—{in_figures(high)} 元"))
    except Refused as refusal:
        rows.append(("法定幅度", refusal.reason))
    chosen = tier_words(case)
    return {
        "title": "裁量助手",
        "rows": rows,
        "note": f"本案属于“{chosen[0]}”。" if chosen else "",
        "source": standard.source,
    }
