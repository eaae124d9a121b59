"""认定情节: what lightens, aggravates or excuses, each with its evidence."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.cases.acts.fields import several
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.circumstances import found_circumstances, local_names, names_of
from yangguang.cases.models import Case
from yangguang.cases.presentation.counterparts import first_words
from yangguang.cases.prior_violations import prior_violations
from yangguang.cases.rules.circumstances import EFFECT_LABELS, KINDS, LOCAL, Effect, shown_by_party
from yangguang.cases.standing import parties_of
from yangguang.cases.use_cases.find_circumstances import Circumstance, find_circumstances
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.records.api import evidence_of

SPARE = 3  # as many as a ground of no penalty has elements
MARK = "："  # between the code of a local circumstance and its name


@form_of("find_circumstances")
class CircumstancesForm(ActForm):
    """The circumstances held found now, and room for more; an emptied one falls away."""

    button = "认定情节"
    done = "认定的情节已保存。已经拟稿的，请重新拟制。"
    consequence = "从轻、减轻、从重和不予处罚都以这里认定的情节为准；每一项都要有本案卷中的证据。"

    def prepare(self) -> None:
        """For each circumstance: which, whose, how it shows, its evidence."""
        found = found_circumstances(self.case)
        evidence = [(e.public_id, e.name) for e in evidence_of(self.case.public_id).filter(excluded_on=None)]
        parties = parties_of(self.case)
        kinds, self.rows = choices_of(self.case), len(found) + SPARE
        parts = []
        for n in range(1, self.rows + 1):
            row = found[n - 1] if n <= len(found) else None
            self.fields[f"kind_{n}"] = forms.ChoiceField(
                label="情节", choices=kinds, required=False, initial=key_of(row.kind, row.name) if row else ""
            )
            if len(parties) > 1:
                self.fields[f"party_{n}"] = forms.ChoiceField(
                    label="谁的情节", required=False, choices=[("", "全部当事人"), *((p.public_id, p.name) for p in parties)],
                    initial=row.party.public_id if row and row.party else "",
                )  # fmt: skip
            self.fields[f"text_{n}"] = WrittenField(
                label="具体情况", most=1000, lines=True, required=False, initial=row.text if row else "",
                help_text="写明时间、做法和结果；法律、法规、规章另有规定的写明规定。",
            )  # fmt: skip
            self.fields[f"evidence_{n}"] = several(
                "证据", choices=evidence, required=False, initial=row.evidence_refs if row else []
            )
            names = [f"{name}_{n}" for name in ("kind", "party", "text", "evidence") if f"{name}_{n}" in self.fields]
            parts.append((f"情节{n}", tuple(names)))
        self.parts = (*parts, *ActForm.parts)  # type: ignore[misc]

    def aside(self) -> dict[str, Any]:
        """What the history says of a first violation, and what the party handed in to show that it had no fault."""
        told = first_words(prior_violations(self.case, self.account))
        names = names_of(self.case.parties.all())
        known = evidence_of(self.case.public_id).filter(excluded_on=None).order_by("pk")
        theirs = "、".join(one.name for one in known if shown_by_party(one.source, one.kind, names))
        rows = [("既往决定", told), ("当事人提供的证据", theirs or "没有；不能认定没有主观过错")]
        return {
            "title": "认定以前核对",
            "note": "没有主观过错由当事人提供证据证明，只有其陈述的不算。",
            "rows": rows,
            "source": "",
        }

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Set them down. A row without a kind says nothing, unless something was written into it."""
        told: dict[str, Any] = self.cleaned_data
        found = []
        for n in range(1, self.rows + 1):
            kind, _, name = told[f"kind_{n}"].partition(MARK)
            if kind or told[f"text_{n}"].strip() or told[f"evidence_{n}"]:
                party = told.get(f"party_{n}", "")
                found.append(Circumstance(kind, told[f"text_{n}"], tuple(told[f"evidence_{n}"]), name, party))
        return find_circumstances(
            case_id=self.case.pk, found=found, actor=actor, at=at, seen_version=told["seen_version"]
        )


def key_of(kind: str, name: str) -> str:
    """How the list of choices names a circumstance."""
    return f"{kind}{MARK}{name}" if kind in LOCAL else kind


def choices_of(case: Case, effects: Collection[Effect] = tuple(Effect)) -> list[tuple[str, Any]]:
    """What the law and the body's standard know, under what it does; of these effects alone."""
    named = local_names(case, clock.today())
    groups: list[tuple[str, Any]] = [("", "请选择")]
    for effect, label in EFFECT_LABELS.items():
        if effect not in effects:
            continue
        of_it = [one for one in KINDS.values() if one.effect is effect]
        rows = [(one.code, one.label) for one in of_it if one.code not in LOCAL]
        rows += [
            (key_of(one.code, name), name) for one in of_it if one.code in LOCAL for name in named.get(one.code, ())
        ]
        groups += [(label, rows)] if rows else []
    return groups
