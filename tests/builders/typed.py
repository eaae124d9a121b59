"""What people and their opponents type into forms, by the kind of field: strategies every form of the product is run under."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import strategies as st

from yangguang.base.form_fields import DayField
from yangguang.cases.acts.fields import FenField
from yangguang.cases.kinds.labour.forms.fields import MoneyField

MARKUP = "<script>alert(1)</script>"
HOSTILE = [
    "甲\u202e乙", "甲\x00乙", "\u200b", "甲\x1b[31m乙", "\u2066abc\u2069", "长" * 20_000, "\ufeff甲", "e\u0301" * 3000,
]  # fmt: skip
ODD = [
    MARKUP, "䶮𬱟工程", "😀👨\u200d👩\u200d👧", "=1+1", "{{ 7*7 }}", "' OR 1=1 --", "%s%n", "../../etc/passwd", "①㈱ﬁ", "&lt;b&gt;",
    "　", "第一行\n第二行", "王·阿不都", "null", "-1",
]  # fmt: skip
NUMBERS_OF_PEOPLE = [
    "110101198804120076", "110101198804120077", "810000199408230021", "820000199211200041", "830000198103220058", "11010119990231001X",
    "91990101MA60000017", "9199O1O1MA6000001X", "91110000600037341L", "１１０１０１１９８８０４１２００７６",
]  # fmt: skip
AMOUNTS = [
    "12,345.67", "１２，３４５．６７元", "1.2万", "1.2万元", "￥100", "0", "0.001", "-5", "壹佰元", "1e9", "9" * 30, "1,2,3", "NaN",
    "十万", " 8 ", "12.345,67", "inf",
]  # fmt: skip
DAYS = [
    "2026-10-01", "2026-09-20", "2019-01-01", "2031-10-01", "2099-12-31", "9999-12-31", "0001-01-01", "2026-02-30", "2026年9月8日",
    "２０２６－０９－０８", "20260908", "08/09/2026", "昨天", "2026-11-18", "2026-11-19",
]  # fmt: skip
MOMENTS = [f"{day}T09:30" for day in DAYS] + ["2026-11-18T25:00", "2026-11-18", "2026-11-18 09:00+14:00", "上午"]
COUNTS = ["0", "1", "-1", "１２", "3.5", "1e3", "9" * 20, "三", "", "2147483648"]
TYPED = st.sampled_from(HOSTILE + ODD + NUMBERS_OF_PEOPLE) | st.text(max_size=40)
OF_A_KIND: tuple[tuple[type[forms.Field] | tuple[type[forms.Field], ...], list[str]], ...] = (
    ((MoneyField, FenField), AMOUNTS), (DayField, DAYS), (forms.DateTimeField, MOMENTS), (forms.DateField, DAYS),
    (forms.IntegerField, COUNTS),
)  # fmt: skip


def typed_into(field: forms.Field) -> st.SearchStrategy[Any]:
    """Something somebody might send for this field: what it offers, what it expects in odd dress, and anything else."""
    if isinstance(field, forms.FileField):
        return uploads()
    if isinstance(field, forms.BooleanField):
        return st.sampled_from(["", "on", "x"])
    if isinstance(field, forms.ChoiceField):
        offered = offered_by(field)
        one = st.sampled_from([*offered, *offered, "", "x", MARKUP, "9" * 30])
        several = isinstance(field, forms.MultipleChoiceField | forms.ModelMultipleChoiceField)
        return st.lists(one, max_size=3) if several else one
    for kinds, values in OF_A_KIND:
        if isinstance(field, kinds):
            return st.sampled_from(values) | TYPED
    return TYPED


def plausible_for(field: forms.Field) -> Any:
    """A value the field is likely to take, odd but lawful, so that a post reaches the act behind the form."""
    if isinstance(field, forms.FileField):
        return SimpleUploadedFile(
            "页.pdf", b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
        )
    if isinstance(field, forms.BooleanField):
        return "on"
    if isinstance(field, forms.ChoiceField):
        offered = [value for value in offered_by(field) if value]
        several = isinstance(field, forms.MultipleChoiceField | forms.ModelMultipleChoiceField)
        return offered[:2] if several else (offered[:1] or [""])[0]
    if isinstance(field, MoneyField | FenField):
        return "１，２３４．５６元"
    if isinstance(field, forms.DateTimeField):
        return "2026-11-18T09:30"
    if isinstance(field, forms.DateField):
        return "2026-10-01"
    return "3" if isinstance(field, forms.IntegerField) else "䶮𬱟<b>&工程"


def offered_by(field: forms.ChoiceField) -> list[str]:
    """The first values a field offers."""
    return [str(value) for value, _ in list(field.choices)[:6] if not isinstance(value, list | tuple)]


def uploads() -> st.SearchStrategy[Any]:
    """Files that are not what they say: empty, misnamed, broken, hostile by name."""
    contents = st.sampled_from([b"", b"PK\x03\x04", b"%PDF-", b"GIF89a", b"<svg onload=alert(1)>", b"name,id\n1,2\n"])
    names = st.sampled_from(["a.xlsx", "a.pdf", "a", "../../a.xlsx", "a.xlsx.exe", "长" * 60 + ".xlsx", "<b>.png"])
    return st.builds(SimpleUploadedFile, names, contents | st.binary(max_size=60))
