"""Fields for parties that are decided apart: one set for each party after the first, shown when somebody says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from yangguang.base.form_fields import WrittenField, YesNoField
from yangguang.base.forms import Parts
from yangguang.cases.acts.fields import FenField, basis_choices, penalty_choices, several
from yangguang.cases.models import Case, Party
from yangguang.cases.rules.circumstances import LENIENCY_WORDS
from yangguang.kernel.money import in_figures

NAMES = ("penalties", "fine", "basis", "reasons", "tier", "tier_reasons", "leniency")


def parties_of(case: Case) -> list[Party]:
    """The parties in their order: the first is the one the main fields speak of."""
    return list(case.parties.order_by("position", "pk"))


def fields_for(case: Case) -> dict[str, Any]:
    """The question, and the fields of each further party; nothing where there is but one party."""
    others = parties_of(case)[1:]
    fields: dict[str, Any] = {}
    if others:
        first = parties_of(case)[0].name
        fields["apart"] = YesNoField(
            label="对各当事人分别决定",
            help_text=f"选“是”的，上面的内容只对{first}，其他当事人在下面逐个填写，各有一份文书。",
        )
    for number, _ in enumerate(others, start=2):
        fields |= {
            f"p{number}_penalties": several("处罚种类", required=False, choices=penalty_choices(case)),
            f"p{number}_fine": FenField(label="罚款金额", required=False, max_length=40),
            f"p{number}_basis": several("处罚依据", required=False, choices=basis_choices(case)),
            f"p{number}_reasons": WrittenField(label="理由", most=2000, lines=True, required=False),
            f"p{number}_tier": WrittenField(label="裁量档次", most=40, required=False),
            f"p{number}_tier_reasons": WrittenField(label="裁量理由", most=1000, lines=True, required=False),
            f"p{number}_leniency": forms.ChoiceField(
                label="从轻、减轻、从重", choices=(("", "无"), *LENIENCY_WORDS.items()), required=False
            ),
        }
    return fields


def parts_for(case: Case) -> Parts:
    """The headings of those fields."""
    others = parties_of(case)[1:]
    own = tuple(
        (f"对{party.name}", tuple(f"p{number}_{name}" for name in NAMES))
        for number, party in enumerate(others, start=2)
    )
    return (("各当事人", ("apart",)), *own) if others else ()


def shown_for(case: Case) -> dict[str, str]:
    """They are shown once somebody says that parties are decided apart."""
    numbers = range(2, len(parties_of(case)) + 1)
    return {f"p{number}_{name}": "apart=yes" for number in numbers for name in NAMES}


def shares_told(case: Case, main: Mapping[str, Any], told: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """What the form says of each party, by its public id; nothing where they are decided together."""
    if not told.get("apart"):
        return {}
    first, *others = parties_of(case)
    shares = {first.public_id: dict(main)}
    for number, party in enumerate(others, start=2):
        own = {name: told[f"p{number}_{name}"] for name in NAMES}
        shares[party.public_id] = {
            "penalties": own["penalties"], "fine_fen": own["fine"], "basis": own["basis"], "reasons": own["reasons"],
            "discretion": {
                "tier": own["tier"], "reasons": own["tier_reasons"], "leniency": own["leniency"],
                "several_acts": main["discretion"]["several_acts"],
            },
        }  # fmt: skip
    return shares


def initial_of(shares: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What is known of the further parties already, for the fields that ask about them."""
    found: dict[str, Any] = {"apart": True}
    for number, share in enumerate(shares[1:], start=2):
        discretion = share.get("discretion") or {}
        found |= {
            f"p{number}_penalties": share.get("penalties"), f"p{number}_basis": share.get("basis"),
            f"p{number}_fine": in_figures(share["fine_fen"]) if share.get("fine_fen") else "",
            f"p{number}_reasons": share.get("reasons"), f"p{number}_tier": discretion.get("tier"),
            f"p{number}_tier_reasons": discretion.get("reasons"), f"p{number}_leniency": discretion.get("leniency"),
        }  # fmt: skip
    return found
