"""Fields the forms of acts share: officers, money, files, documents to serve, clauses of the matter."""

from __future__ import annotations

from typing import Any

from django import forms

from yangguang.base import vault
from yangguang.base.models import Blob
from yangguang.cases.models import Case
from yangguang.cases.standing import pending_hearing_requests
from yangguang.catalogues.api import PENALTY_KINDS, Matter, matters_in_force
from yangguang.kernel import clock, money
from yangguang.kernel.refusal import Refused
from yangguang.statutes import UnknownClause, clause


class FenField(forms.CharField):
    """Money as people type it; the cleaned value is in 分, 0 when left empty."""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """The amount is said back in capitals beside what is typed."""
        return super().widget_attrs(widget) | {"data-amount": "", "inputmode": "decimal"}

    def clean(self, value: Any) -> int:
        """Read full-width digits, commas and units; a refusal becomes the field's error."""
        text = super().clean(value)
        if not text.strip():
            return 0
        try:
            return money.parse_yuan(text)
        except Refused as refusal:
            raise forms.ValidationError(f"{refusal.reason}{refusal.remedy}") from None


class StoredFileField(forms.FileField):
    """A file that is kept in the vault; the cleaned value is its blob, or None."""

    def clean(self, data: Any, initial: Any = None) -> Blob | None:
        """Store it; a refusal becomes the field's error."""
        upload = super().clean(data, initial)
        if not upload:
            return None
        try:
            return vault.store_upload(vault.content_of(upload), name=upload.name)
        except Refused as refusal:
            raise forms.ValidationError(f"{refusal.reason}{refusal.remedy}") from None


def several(label: str, **kwargs: Any) -> forms.MultipleChoiceField:
    """Tick boxes; the choices are filled in from the case."""
    return forms.MultipleChoiceField(label=label, widget=forms.CheckboxSelectMultiple, **kwargs)


class MinuteField(forms.DateTimeField):
    """A day and a minute, typed or picked."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
            widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
            error_messages={"invalid": "请按“2026-11-20 09:30”的样式填写时间。"}, **kwargs,
        )  # fmt: skip


def pending_hearing_choices(case: Case) -> list[tuple[str, str]]:
    """The requests for a hearing that stand, by party."""
    rows = pending_hearing_requests(case)
    return [(one.public_id, f"{one.notice.party.name}（{one.asked_on:%Y-%m-%d}申请）") for one in rows]


def matter_of(case: Case) -> Matter | None:
    """The matter of a case in the list in force today, or None."""
    try:
        return next((m for m in matters_in_force(case.body, clock.today()) if m.code == case.matter_code), None)
    except Refused:
        return None


def penalty_choices(case: Case) -> list[tuple[str, str]]:
    """The kinds of penalty the matter allows; all of them where the list says nothing."""
    matter = matter_of(case)
    kinds = matter.penalty_kinds if matter and matter.penalty_kinds else tuple(PENALTY_KINDS)
    return [(kind, PENALTY_KINDS[kind]) for kind in kinds]


def basis_choices(case: Case) -> list[tuple[str, str]]:
    """The clauses of the matter, cited as papers cite them."""
    matter = matter_of(case)
    return [(one, _cited(one)) for one in (matter.basis if matter else ())]


def _cited(clause_id: str) -> str:
    try:
        found = clause(clause_id)
        return f"{found.cite()}（{found.topic}）"
    except UnknownClause:
        return clause_id
