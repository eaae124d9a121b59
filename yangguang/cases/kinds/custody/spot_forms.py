"""Forms of the spot, filled in on a phone: the list thing by thing, and how the party was called, told and heard."""

from __future__ import annotations

from typing import Any

from django import forms

from yangguang.base.form_fields import WrittenField, offer
from yangguang.base.forms import DatedForm
from yangguang.cases.acts.fields import several
from yangguang.cases.acts.register import officers_named, officers_to_choose
from yangguang.cases.acts.witnessing import OF_A_WITNESS, OF_SIGNING, SigningFields, witness_in
from yangguang.cases.kinds.custody.forms import powers_of
from yangguang.cases.models import Case, MeasureKind, Party
from yangguang.cases.rules.inventory import ItemEntry, OnTheSpot
from yangguang.cases.standing import officers_on
from yangguang.directory.api import Officer
from yangguang.kernel import clock

FEWEST, MOST_ROWS, MORE = 3, 30, 5
ABOUT_PEOPLE = (*OF_SIGNING, *OF_A_WITNESS)
ROW = (
    ("name", "名称", 120), ("spec", "规格型号", 120), ("quantity", "数量", 40), ("condition", "状况", 200),
    ("photo", "照片编号", 80), ("kept_at", "保管地点", 200),
)  # fmt: skip
NEEDED = ("quantity", "condition", "kept_at")


class InventoryForm(SigningFields):
    """The list, a few things at first; a row without a name is no row."""

    place = WrittenField(label="地点", most=200)
    officers = several("执法人员")
    certificate_shown = forms.BooleanField(label="已主动出示执法证件", required=False)
    party_came = forms.BooleanField(label="当事人到场", required=False, initial=True)
    about_each: tuple[tuple[str, Any], ...] = ()

    def __init__(self, *args: Any, case: Case, rows: int = FEWEST, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = max(FEWEST, min(rows, MOST_ROWS))
        self.fields["officers"].choices = officers_to_choose(case)  # type: ignore[attr-defined]
        self.fields["officers"].initial = lambda: [one.public_id for one in officers_on(case, clock.today())]
        self.fields["signature"].label = "清单、笔录签名"
        self.fields["witness"].help_text = "当事人不到场的必填；没有见证人的，见证人各项都不填。"
        machinery = {"occurred_at", "late_reason", "once", *ABOUT_PEOPLE}
        spoken = [name for name in self.fields if name not in machinery]
        each = []
        for number in range(1, self.rows + 1):
            names = [f"item_{number}_{name}" for name, _, _ in ROW]
            for name, label, most in ROW:
                self.fields[f"item_{number}_{name}"] = WrittenField(label=label, most=most, required=False)
            for name, make in self.about_each:
                self.fields[f"item_{number}_{name}"] = make()
                names.append(f"item_{number}_{name}")
            each.append((f"第 {number} 件", tuple(names)))
        self.parts = (("现场", tuple(spoken)), ("签名和见证", ABOUT_PEOPLE), *each, *DatedForm.parts)  # type: ignore[misc]

    def clean(self) -> dict[str, Any]:
        """A named thing says how much, in what condition and where it is kept."""
        given = super().clean() or {}
        for number in range(1, self.rows + 1):
            if not str(given.get(f"item_{number}_name") or "").strip():
                continue
            for name in NEEDED:
                if not str(given.get(f"item_{number}_{name}") or "").strip():
                    self.add_error(f"item_{number}_{name}", "请填写，清单应当逐件写明。")
        return given

    def entries(self) -> list[ItemEntry]:
        """The things with a name."""
        given = self.cleaned_data
        named = [n for n in range(1, self.rows + 1) if str(given.get(f"item_{n}_name") or "").strip()]
        fields = [name for name, _, _ in ROW] + [name for name, _ in self.about_each]
        return [ItemEntry(**{name: given[f"item_{n}_{name}"] for name in fields}) for n in named]

    def acting(self) -> list[Officer]:
        """The officers ticked."""
        return officers_named(self.cleaned_data["officers"])

    def spot(self) -> OnTheSpot:
        """What was done at the place."""
        told = dict(self.cleaned_data)
        witness = witness_in(told)
        known = {name for name in OnTheSpot.__dataclass_fields__ if name in told}
        return OnTheSpot(**{name: told[name] for name in known}, witness=witness)


def _asked(label: str, *, ticked: bool = False) -> Any:
    return lambda: forms.BooleanField(label=label, required=False, initial=ticked)


def _written(label: str) -> Any:
    return lambda: WrittenField(label=label, most=400, required=False)


class PreservedForm(InventoryForm):
    """The list of what is preserved: each thing says what it proves."""

    about_each = (("proves", _written("证明内容")),)
    urgent_reason = WrittenField(
        label="紧急情况",
        most=400,
        required=False,
        help_text="规章允许先采取后补批、且本机关已录入依据的，才可以在批准以前实施。",
    )


class TakenForm(InventoryForm):
    """The list of what is sealed or seized, and everything the law asks of the spot."""

    about_each = (
        ("case_related", _asked("与违法行为有关", ticked=True)), ("daily_necessity", _asked("属于生活必需品")),
        ("sealed_by", _written("已被哪个机关查封")),
    )  # fmt: skip
    party_called = forms.BooleanField(label="已通知当事人到场", required=False)
    rights_told = forms.BooleanField(label="已当场告知理由、依据、权利和救济途径", required=False)
    heard = WrittenField(
        label="当事人的陈述申辩", most=2000, lines=True, required=False, help_text="没有意见的写“当事人表示无意见”。"
    )
    delivered = forms.BooleanField(label="决定书和清单已当场交付", required=False)
    copies = forms.IntegerField(label="清单份数", min_value=0, max_value=9, initial=2)
    sealed = forms.BooleanField(label="决定书已加盖机关印章", required=False)


class UrgentForm(TakenForm):
    """Everything at once: the measure, why it could not wait, and the spot."""

    party = forms.ModelChoiceField(Party.objects.none(), label="当事人", to_field_name="public_id")
    matter_code = forms.ChoiceField(label="强制事项", help_text="取自本机关行政执法事项清单中的行政强制事项。")
    kind = forms.ChoiceField(label="种类", choices=MeasureKind.choices)
    objects_named = WrittenField(label="对象", most=800, lines=True)
    reason = WrittenField(label="必要性", most=800, lines=True)
    urgent_reason = WrittenField(label="情况紧急的事由", most=400, lines=True, required=False)

    def __init__(self, *args: Any, case: Case, rows: int = FEWEST, **kwargs: Any) -> None:
        super().__init__(*args, case=case, rows=rows, **kwargs)
        offer(self, "party", case.parties.order_by("position", "pk"))
        self.initial.setdefault("party", case.parties.first())
        self.fields["matter_code"].choices = powers_of(case)  # type: ignore[attr-defined]
        first = ["party", "matter_code", "kind", "objects_named", "reason", "urgent_reason"]
        (label, names), *others = self.parts
        spot = tuple(name for name in names if name not in first)
        self.parts = (("措施", tuple(first)), (label, spot), *others)  # type: ignore[misc]
