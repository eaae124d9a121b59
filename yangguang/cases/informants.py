"""Who told, and that nobody learns it from what goes out: looked for in texts, covered in what the file fills in by itself.

Names are unsealed for comparing only (LSR-2004:9.3); they are never shown, logged or returned to a page from here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Q, QuerySet

from yangguang.base.guards import asked_once
from yangguang.base.models import LedgerEntry
from yangguang.base.worded_once import worded_once
from yangguang.cases.kinds.labour.sealing import Identity, unseal
from yangguang.cases.models import Case, Informant, InformantPart, Party
from yangguang.directory.api import Officer
from yangguang.kernel.refusal import Refused

CLAUSE = "LSR-2004:9.3"
REASON = "应当为举报人保密。"
REMEDY = "文字里有投诉人、举报人的姓名、证件号码或者电话。请改用“职工甲”等称呼后再办理。"
COVER = "×××"


# What may name a complainant who agreed to take part in the hearing openly: its papers, and never what the public is told of it.
HEARING_PAPERS = frozenset({
    "notice_of_hearing", "hearing_postponement", "hearing_staff_change", "hearing_record", "hearing_report", "hearing_termination",
})  # fmt: skip
CONSENT = "NamingConsentRecorded"


@worded_once
def informants_of(file_ref: str) -> QuerySet[Informant]:
    """The rows of everybody who told about a file, names still sealed."""
    of_case = Q(lead__case__public_id=file_ref) | Q(lead__merged_into__case__public_id=file_ref)
    of_lead = Q(lead__public_id=file_ref) | Q(lead__merged_into__public_id=file_ref)
    return Informant.objects.filter(of_case | of_lead).order_by("pk")


@asked_once
def who_told(file_ref: str) -> list[Identity]:
    """Everybody who told about a file, be it a case or a lead, merged leads included."""
    return [unseal(one.sealed) for one in informants_of(file_ref)]


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


def may_agree_to_be_named(file_ref: str) -> list[Informant]:
    """Those who complained of a wrong of their own; whoever told of others' stays secret whatever anybody agrees to."""
    return [one for one in informants_of(file_ref) if one.part != InformantPart.INFORMANT]


def named_by_consent(file_ref: str) -> list[str]:
    """The names of complainants who agreed in writing to take part in the hearing openly and have not taken it back."""
    agreed = _agreed(file_ref)
    rows = may_agree_to_be_named(file_ref) if agreed else []
    return [unseal(one.sealed).name for one in rows if one.public_id in agreed]


def is_named_by_consent(file_ref: str, row: Informant) -> bool:
    """Whether this one has agreed and not taken it back."""
    return row.public_id in _agreed(file_ref)


def _agreed(file_ref: str) -> set[str]:
    rows = LedgerEntry.objects.filter(event=CONSENT, file_ref=file_ref).order_by("pk").values_list("facts", flat=True)
    last = {facts["informant_ref"]: bool(facts["openly"]) for facts in rows}
    return {ref for ref, openly in last.items() if openly}


def keep_secret(case: Case, typed: Mapping[str, Any], *, at_hearing: bool = False) -> None:
    """Raises Refused at the first field whose text names somebody who told, before it finds its way into a paper.
    `at_hearing`: whoever agreed to take part openly may be named there.
    """
    told = who_told(case.public_id) if case.pk else who_told(case.lead_ref)
    openly = named_openly(case.public_id) if told else []
    openly = [*openly, *named_by_consent(case.public_id)] if told and at_hearing else openly
    for field, text in typed.items():
        if told and names_somebody(str(text or ""), told, openly):
            raise Refused(REASON, CLAUSE, field=field, remedy=REMEDY)
