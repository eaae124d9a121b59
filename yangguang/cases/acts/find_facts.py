"""认定事实: each fact with its evidence."""

from __future__ import annotations

from typing import Any

from yangguang.base.form_fields import WrittenField
from yangguang.cases.acts.fields import several
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.standing import found_facts
from yangguang.cases.use_cases.find_facts import find_facts
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import evidence_of

SPARE = 2


@form_of("find_facts")
class FactsForm(ActForm):
    """The facts held found now, and room for more; an emptied one falls away."""

    button = "认定事实"
    done = "认定的事实已保存。"

    def prepare(self) -> None:
        """One text and one row of ticks for each fact."""
        facts = found_facts(self.case)
        choices = [(e.public_id, e.name) for e in evidence_of(self.case.public_id).filter(excluded_on=None)]
        self.rows = len(facts) + SPARE
        for n in range(1, self.rows + 1):
            fact = facts[n - 1] if n <= len(facts) else None
            self.fields[f"text_{n}"] = WrittenField(
                label=f"事实{n}", most=2000, lines=True, required=n == 1, initial=fact.text if fact else "",
                help_text="写明时间、地点、行为和结果。",
            )  # fmt: skip
            self.fields[f"evidence_{n}"] = several(
                f"事实{n}的证据", choices=choices, required=False, initial=fact.evidence_refs if fact else []
            )

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Set them down."""
        told: dict[str, Any] = self.cleaned_data
        facts = [
            (told[f"text_{n}"], told[f"evidence_{n}"]) for n in range(1, self.rows + 1) if told[f"text_{n}"].strip()
        ]
        return find_facts(case_id=self.case.pk, facts=facts, actor=actor, at=at, seen_version=told["seen_version"])
