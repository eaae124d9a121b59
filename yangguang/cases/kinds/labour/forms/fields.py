"""Fields the labour forms share: money as people write it, an officer, a moment."""

from __future__ import annotations

from typing import Any

from django import forms

from yangguang.directory.api import Account, Officer
from yangguang.kernel.money import in_figures, parse_yuan
from yangguang.kernel.refusal import Refused


class MoneyField(forms.CharField):
    """Yuan as a person types them; 分 in the program. The refusal's words become the field's error."""

    def clean(self, value: Any) -> Any:
        """The amount in 分; an optional field left empty is 0."""
        text = super().clean(value)
        if not text:
            return 0
        try:
            return parse_yuan(text)
        except Refused as refusal:
            raise forms.ValidationError(f"{refusal.reason}{refusal.remedy}") from None

    def prepare_value(self, value: Any) -> Any:
        """分 as yuan."""
        return in_figures(value) if isinstance(value, int) else value


def officers_of_body(body_ids: set[int]) -> Any:
    """The officers who may be named for a case of these bodies."""
    return Officer.objects.filter(body_id__in=body_ids, left_on=None, account__isnull=False).order_by("pk")


def handlers_of_body(body_ids: set[int]) -> Any:
    """The accounts of these bodies that hold the role of handler."""
    return Account.objects.filter(
        body_id__in=body_ids, is_active=True, appointments__role="case_handler"
    ).distinct().order_by("pk")  # fmt: skip
