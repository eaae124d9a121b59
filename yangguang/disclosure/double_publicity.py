"""The rows of 双公示: what the credit site asks of each party to a published penalty, filled in as far as the file knows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch, QuerySet

from yangguang.cases.api import DecisionKind, Party, PartyKind, conclusions, outcomes, underage_parties
from yangguang.disclosure.decided import NOTICE_KINDS
from yangguang.disclosure.models import Publication, PublishedVersion
from yangguang.disclosure.models.publication import STANDING
from yangguang.disclosure.rules.grades import Grade
from yangguang.disclosure.rules.names import masked_name
from yangguang.disclosure.rules.profiles import DOUBLE_PUBLICITY, Field, Profile, profile_for
from yangguang.kernel.credit_codes import is_credit_code
from yangguang.kernel.money import wan_yuan
from yangguang.kernel.person_ids import kind_of_number

PENALTIES = [
    kind for kind, (notice, _) in NOTICE_KINDS.items() if notice == "penalty" and kind != DecisionKind.ON_THE_SPOT
]
SHOWN, HIDDEN = "shown", "hidden"
DOCUMENTS = {"居民身份证": "身份证", "外国人永久居留身份证": "外国人永久居留身份证"}  # as the table calls them
BETWEEN = ";"  # between several kinds of penalty, as the table wants it
FACTS = "违法事实"  # what the summary of a public copy calls them


@dataclass(frozen=True)
class CreditRow:
    """One row of the table: its cells by the code of the item, and the labels of required items that nobody can fill in here,
    or may: those that are filled in at the site itself are `there`.
    """

    publication: Publication
    party: Party
    cells: dict[str, str]
    missing: list[str] = field(default_factory=list)
    there: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Told:
    publication: Publication
    version: PublishedVersion
    party: Party
    imposed: conclusions.Imposed
    profile: Profile


def reported(rows: QuerySet[Publication]) -> QuerySet[Publication]:
    """The standing publications of penalties that go to the credit site (CRR-2025:minor), with what their rows are made of."""
    found = rows.filter(status__in=STANDING, decision__kind__in=PENALTIES).exclude(term_grade=Grade.MINOR)
    released = PublishedVersion.objects.exclude(released_on=None).order_by("-number")
    return found.select_related("body", "decision__case").prefetch_related(
        Prefetch("versions", queryset=released, to_attr="released"), "case__parties", "decision__alterations",
        "decision__remedies",
    ).order_by("-published_on", "-pk")  # fmt: skip


def rows_of(publications: Iterable[Publication]) -> list[CreditRow]:
    """One row a party. A publication that the table shows nothing of – a minor's – has none."""
    every = list(publications)
    underage = underage_parties([one.case_id for one in every])
    return [row for one in every if not underage & {party.pk for party in _parties(one)} for row in _rows(one)]


def _rows(publication: Publication) -> Iterable[CreditRow]:
    decision = publication.decision
    if decision is None:
        return
    profile = profile_for(DOUBLE_PUBLICITY, publication.body.region_code)
    version: PublishedVersion = publication.released[0]  # type: ignore[attr-defined]
    standing = [one for one in decision.alterations.all() if one.fallen_on is None]
    imposed = conclusions.imposed_by(decision, max(standing, key=lambda one: one.pk, default=None))
    for party in _parties(publication):
        if _is_person(party) and profile.person == HIDDEN:
            continue  # the province lets no natural person be shown there
        told = _Told(publication, version, party, imposed, profile)
        cells = {one.code: TAKEN[one.takes](told) if one.takes else "" for one in profile.fields}
        wanted = [one for one in profile.fields if not cells[one.code] and _is_wanted(one, party, imposed)]
        lacking, there = ([one.label for one in wanted if one.there is flag] for flag in (False, True))
        yield CreditRow(publication, party, cells, lacking, there)


def _is_wanted(one: Field, party: Party, imposed: conclusions.Imposed) -> bool:
    """Whether the table asks this item of this party and this penalty."""
    asked = not (one.organisations if _is_person(party) else one.persons)
    return one.required and asked and (not one.with_penalties or bool(set(one.with_penalties) & set(imposed.kinds)))


def _parties(publication: Publication) -> list[Party]:
    content = publication.decision.content if publication.decision is not None else {}
    refs = {party.get("ref") for party in content.get("parties") or ()} - {None}
    if publication.decision is not None:
        refs -= outcomes.fallen_parties_of(publication.decision)
    every = sorted(publication.case.parties.all(), key=lambda one: (one.position, one.pk))
    return [one for one in every if not refs or one.public_id in refs]


def _is_person(party: Party) -> bool:
    return party.kind == PartyKind.PERSON


def _name(told: _Told) -> str:
    shown = told.profile.person if _is_person(told.party) else told.profile.organisation
    return told.party.name if shown == SHOWN else "" if shown == HIDDEN else masked_name(told.party.name)


def _kind(told: _Told) -> str:
    kinds = {PartyKind.PERSON: "自然人", PartyKind.INDIVIDUAL_BUSINESS: "个体工商户"}
    return kinds.get(PartyKind(told.party.kind), "法人及非法人组织")


def _code(told: _Told) -> str:
    code = told.party.code.strip().upper()
    return code if not _is_person(told.party) and is_credit_code(code) else ""


def _document(told: _Told) -> str:
    """The kind of the document, which the number in the file tells and the table has a word for; never the number."""
    kind = kind_of_number(told.party.code) if _is_person(told.party) else ""
    return DOCUMENTS.get(kind, "")


def _facts(told: _Told) -> str:
    return next((str(value) for label, value in told.version.copy.get("summary") or () if label == FACTS), "")


def _day(day: date | None) -> str:
    return f"{day:%Y/%m/%d}" if day else ""


def _sum(fen: int) -> str:
    return str(wan_yuan(fen)) if fen else ""


TAKEN: dict[str, Callable[[_Told], str]] = {
    "party_name": _name, "party_kind": _kind, "party_code": _code, "person_document": _document,
    "legal_representative": lambda told: "" if _is_person(told.party) else told.party.legal_representative,
    "number": lambda told: told.publication.number,
    "violation": lambda told: told.publication.case.title,
    "facts": _facts,
    "basis": lambda told: str(told.version.copy.get("basis") or ""),
    "penalties": lambda told: BETWEEN.join(told.imposed.kinds),
    "conclusion": lambda told: str(told.version.copy.get("conclusion") or ""),
    "fine": lambda told: _sum(told.imposed.fine_fen), "confiscated": lambda told: _sum(told.imposed.confiscated_fen),
    "decided_on": lambda told: _day(told.publication.decided_on), "until": lambda told: _day(told.publication.until),
    "body_name": lambda told: told.publication.body.name, "body_code": lambda told: told.publication.body.credit_code,
}  # fmt: skip
