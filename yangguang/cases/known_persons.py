"""The natural persons of a case as far as the file knows them: what may never be published of them.

Each line of a case plugs its own source; disclosure asks for all of them before it shows a word to the public.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date

from yangguang.cases.models import Case, Party, PartyKind, RosterWorker
from yangguang.cases.rules.limitation import is_underage
from yangguang.kernel.person_ids import is_person_id, parse_person_id
from yangguang.records.api import EvidenceKind, evidence_of

PEOPLE_TELL = (EvidenceKind.WITNESS, EvidenceKind.PARTY_STATEMENT)
# Who signs for a paper may be a person, the party itself or an office; only what can be a name is taken for one.
LIKE_A_NAME = re.compile(r"[\u3400-\u9fff]{2,4}(?:·[\u3400-\u9fff]{1,12})*")
NO_NAMES = re.compile(
    r"本人|前台|门卫|保安|员工|职工|工人|劳动者|当事人|家属|公司|集团|单位|中心|银行|法院|公安|物业|负责人|经理|收发|办公"
    r"|居委|村委|社区|街道|邻居|朋友|配偶|保洁|司机|不详|没有|同上|无人|他人|[室处部科局厂店班组队所站]$"
)
NAME, MINOR = "自然人姓名", "未成年人姓名"
DAY_FORMS = ("%Y年%-m月%-d日", "%Y-%m-%d", "%Y.%-m.%-d", "%Y/%m/%d")


@dataclass(frozen=True)
class PrivateFact:
    """One private text of the case and what kind of thing it is."""

    text: str
    kind: str = NAME


Source = Callable[[Case], Iterable[PrivateFact]]
_sources: dict[str, Source] = {}


def private_source(name: str) -> Callable[[Source], Source]:
    """Plug a source of private facts: the decorated function is given a case."""

    def plug(source: Source) -> Source:
        _sources[name] = source
        return source

    return plug


def private_facts(case: Case) -> tuple[PrivateFact, ...]:
    """Everything private the file knows of persons, each once, empty texts left out."""
    told = (fact for source in _sources.values() for fact in source(case))
    return tuple(dict.fromkeys(fact for fact in told if fact.text.strip()))


@private_source("parties")
def of_parties(case: Case) -> Iterable[PrivateFact]:
    """Parties who are persons, and who stands behind the others."""
    for party in case.parties.order_by("pk"):
        yield PrivateFact(party.legal_representative)
        yield PrivateFact(party.phone, "电话号码")
        if party.kind == PartyKind.PERSON:
            yield PrivateFact(party.name, MINOR if was_underage(party.birth_date, party.code, case.opened_on) else NAME)
            yield PrivateFact(party.code, "证件号码")
            yield PrivateFact(party.address, "住址")
        if party.birth_date:
            yield from (PrivateFact(f"{party.birth_date:{form}}", "出生日期") for form in DAY_FORMS)


@private_source("roster")
def of_roster(case: Case) -> Iterable[PrivateFact]:
    """Workers, those taken off the roster included."""
    for name, person_id, phone in case.workers.order_by("pk").values_list("name", "person_id", "phone"):
        yield PrivateFact(name, MINOR if was_underage(None, person_id, case.opened_on) else NAME)
        yield PrivateFact(person_id, "证件号码")
        yield PrivateFact(phone, "电话号码")


@private_source("evidence")
def of_evidence(case: Case) -> Iterable[PrivateFact]:
    """Who testified or made a statement."""
    for evidence in evidence_of(case.public_id):
        if evidence.kind in PEOPLE_TELL:
            yield PrivateFact(evidence.source)


@private_source("service_addresses")
def of_service_addresses(case: Case) -> Iterable[PrivateFact]:
    """Where a party is served: nobody else's business, whoever the party is."""
    for one in case.service_addresses.order_by("pk"):
        yield PrivateFact(one.phone, "电话号码")
        yield PrivateFact(one.electronic_address, "电子地址")


def was_underage(born_on: date | None, person_id: str, on: date) -> bool:
    """Whether somebody was underage on a day, by the birth date on file or the one in the identity number."""
    if born_on is None and is_person_id(person_id):
        born_on = parse_person_id(person_id).born_on
    return born_on is not None and is_underage(born_on, on)


def underage_parties(cases: Collection[int]) -> frozenset[int]:
    """The parties who were underage when their case was opened, by row number: by their own birth date or number, or by the
    roster where it has one of their name. Two questions however many cases, given by row number.
    """
    rows = Party.objects.filter(case__in=cases, kind=PartyKind.PERSON).select_related("case").order_by("pk")
    persons = list(rows.only("name", "birth_date", "code", "case__opened_on"))
    if not persons:
        return frozenset()
    named = {(one.case_id, one.name): one.case.opened_on for one in persons}
    roster = RosterWorker.objects.filter(case__in=cases, name__in={name for _, name in named})
    workers = {
        (case, name) for case, name, number in roster.values_list("case", "name", "person_id")
        if (case, name) in named and was_underage(None, number, named[case, name])
    }  # fmt: skip
    return frozenset(
        one.pk for one in persons
        if (one.case_id, one.name) in workers or was_underage(one.birth_date, one.code, one.case.opened_on)
    )  # fmt: skip


def may_be_a_name(text: str) -> bool:
    """Whether a text typed as somebody who signed or spoke can be a person's name."""
    return bool(LIKE_A_NAME.fullmatch(text.strip())) and not NO_NAMES.search(text)
