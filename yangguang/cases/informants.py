"""Who told, and that nobody learns it from what goes out: looked for in texts, covered in what the file fills in by itself.

Names are unsealed for comparing only (LSR-2004:9.3); they are never shown, logged or returned to a page from here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Q, QuerySet

from yangguang.base.guards import asked_once
from yangguang.base.worded_once import worded_once
from yangguang.cases.kinds.labour.sealing import Identity, unseal
from yangguang.cases.models import Case, Informant, Party
from yangguang.directory.api import Officer
from yangguang.kernel.refusal import Refused

CLAUSE = "LSR-2004:9.3"
REASON = "应当为举报人保密。"
REMEDY = "文字里有投诉人、举报人的姓名、证件号码或者电话。请改用“职工甲”等称呼后再办理。"
COVER = "×××"


@worded_once
def _informants(file_ref: str) -> QuerySet[Informant]:
    of_case = Q(lead__case__public_id=file_ref) | Q(lead__merged_into__case__public_id=file_ref)
    of_lead = Q(lead__public_id=file_ref) | Q(lead__merged_into__public_id=file_ref)
    return Informant.objects.filter(of_case | of_lead).order_by("pk")


@asked_once
def who_told(file_ref: str) -> list[Identity]:
    """Everybody who told about a file, be it a case or a lead, merged leads included."""
    return [unseal(one.sealed) for one in _informants(file_ref)]


def names_somebody(text: str, told: Iterable[Identity], openly: Iterable[str] = ()) -> bool:
    """Whether a text holds a name, number or phone of somebody who told; `openly` are names any paper may say."""
    plain = "".join(text.split())
    for name in openly:
        plain = plain.replace("".join(name.split()), "\n") if name.strip() else plain
    return any("".join(word.split()) in plain for who in told for word in who.words())


def covered(text: str, told: Iterable[Identity]) -> str:
    """The text with whoever told made unreadable: for evidence titles and quoted statements, which nobody retypes."""
    for word in sorted({word for who in told for word in who.words()}, key=len, reverse=True):
        text = re.sub(r"\s*".join(map(re.escape, "".join(word.split()))), COVER, text)
    return text


@asked_once
def named_openly(file_ref: str) -> list[str]:
    """Who is named in the open anyway: the parties, who stands behind them, the officers of the case."""
    parties = Party.objects.filter(case__public_id=file_ref).order_by("pk").values_list("name", "legal_representative")
    officers = Officer.objects.filter(assignments__case__public_id=file_ref).order_by("pk")
    return [*(name for row in parties for name in row), *officers.values_list("name", flat=True)]


def keep_secret(case: Case, typed: Mapping[str, Any]) -> None:
    """Raises Refused at the first field whose text names somebody who told, before it finds its way into a paper."""
    told = who_told(case.public_id) if case.pk else who_told(case.lead_ref)
    openly = named_openly(case.public_id) if told else []
    for field, text in typed.items():
        if told and names_somebody(str(text or ""), told, openly):
            raise Refused(REASON, CLAUSE, field=field, remedy=REMEDY)
