"""Against machines, without riddles: a form knows when it was given out, and has a field that nobody sees.

It fails closed and in words: what was typed stays, and the next attempt of a person goes through.
"""

from __future__ import annotations

import hmac
from typing import Any

from django import forms
from django.conf import settings

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.purpose_keys import mark_for
from yangguang.kernel import chance, clock

PURPOSE = b"yangguang.portal.voices"
MARK = 32  # hexadecimal digits of a stamp's mark
TOO_FAST = "填写得太快，系统分不清是不是人在填写。请等几秒钟，再点一次提交。"
TOO_OLD = "这张表单打开得太久了。请核对填写的内容，再点一次提交。"
NOT_OURS = "这张表单不完整。请核对填写的内容，再点一次提交。"
TRAP = "请把这一栏清空，再提交。"


def stamp_for(slip: str) -> str:
    """When this slip was given out, in a way nobody can make up."""
    given_out = str(int(clock.now().timestamp()))
    return f"{given_out}.{_mark(slip, given_out)}"


def fault_of(slip: str, stamp: str) -> str:
    """Why a form is not taken; empty when it was given out here, not just now and not too long ago."""
    given_out, _, mark = stamp.partition(".")
    is_ours = given_out.isascii() and given_out.isdecimal() and hmac.compare_digest(mark, _mark(slip, given_out))
    if not slip or not is_ours:
        return NOT_OURS
    age = clock.now().timestamp() - int(given_out)
    if age > settings.VOICE_GREATEST_AGE.total_seconds() or age < 0:
        return TOO_OLD
    return TOO_FAST if age < settings.VOICE_LEAST_AGE.total_seconds() else ""


class GuardedForm(OfficialForm):
    """A form strangers send. What is typed is kept whatever is wrong; enclosures a browser does not send twice by itself."""

    stamp = forms.CharField(widget=forms.HiddenInput, required=False, max_length=60)
    homepage = WrittenField(
        label="请不要填写这一栏", required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stamp"].initial = stamp_for(str(self.fields["once"].initial))

    def visible_fields(self) -> list[forms.BoundField]:
        """All that a person is asked; the trap is drawn apart, out of sight."""
        return [bound for bound in super().visible_fields() if bound.name != "homepage"]

    def clean(self) -> dict[str, Any]:
        """Raises nothing a person cannot mend by sending once more."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        fault = fault_of(told.get("once") or "", told.get("stamp") or "")
        if fault:
            self.add_error(None, fault)
        if fault in {NOT_OURS, TOO_OLD}:
            self._given_out_anew()
        if told.get("homepage"):
            self.add_error(None, TRAP)
        return told

    def _given_out_anew(self) -> None:
        data, slip = self.data.copy(), chance.public_id()  # type: ignore[attr-defined]
        data["once"], data["stamp"] = slip, stamp_for(slip)
        self.data = data


def _mark(slip: str, given_out: str) -> str:
    return mark_for(PURPOSE, f"{slip}\n{given_out}", size=MARK // 2)
