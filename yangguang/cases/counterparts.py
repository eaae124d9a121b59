"""Which counterparts a person may see, and what of them: only what that person's own cases, leads and body tell.

What lies in files the person may not see is neither shown nor counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models as columns
from django.db.models import Count, F, Max, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from yangguang.base.guards import asked_once
from yangguang.cases.kinds.labour.queries import leads_visible_to
from yangguang.cases.models import (
    AuthorisedAgent,
    Case,
    ComplianceGrade,
    Counterpart,
    CounterpartFact,
    CounterpartMerger,
    Decision,
    FactOf,
    Lead,
    Party,
)
from yangguang.cases.queries import cases_visible_to
from yangguang.cases.rules import look_alikes
from yangguang.cases.rules.counterpart_facts import CREDIT_CODE
from yangguang.cases.rules.shares import is_for
from yangguang.cases.sealed_codes import fingerprint
from yangguang.directory.api import Account, Entrustment, supervised_body_ids
from yangguang.kernel.credit_codes import is_credit_code, parse_credit_code
from yangguang.kernel.person_ids import is_person_id
from yangguang.kernel.refusal import Refused

OFFERED = 5
CANDIDATES = 400


@dataclass(frozen=True)
class Tally:
    """How many cases and leads of a counterpart the person may see, and when the last case was opened."""

    cases: int = 0
    leads: int = 0
    last_on: Any = None


def counterparts_visible_to(account: Account) -> QuerySet[Counterpart]:
    """Those of the cases and leads the account may see, and those its own body registered; absorbed ones not apart."""
    roots = [
        _roots(Party.objects.filter(case__in=_cases(account)), "counterpart"),
        _roots(leads_visible_to(account).exclude(counterpart=None), "counterpart"),
        _roots(CounterpartFact.objects.filter(_by_hand(account)), "counterpart"),
    ]
    known = Q(pk__in=roots[0]) | Q(pk__in=roots[1]) | Q(pk__in=roots[2])
    return Counterpart.objects.filter(known, stands_as=None).select_related("superior")


def find_counterpart(account: Account, ref: str) -> Counterpart | None:
    """The counterpart an address names, or the one it was merged into; None where the account may see neither."""
    named = Counterpart.objects.filter(public_id=ref).only("pk", "stands_as_id").first()
    if named is None:
        return None
    return counterparts_visible_to(account).filter(pk=named.stands_as_id or named.pk).first()


def members_of(counterpart: Counterpart) -> list[int]:
    """The row itself and those merged into it."""
    root = counterpart.stands_as_id or counterpart.pk
    return [root, *Counterpart.objects.filter(stands_as_id=root).values_list("pk", flat=True)]


def facts_of(counterpart: Counterpart, account: Account) -> list[CounterpartFact]:
    """The history as far as the account may see the files it comes from, newest first."""
    rows = facts_visible_to(account).filter(counterpart__in=members_of(counterpart))
    return list(rows.select_related("case", "lead").order_by("-from_on", "-pk"))


def facts_visible_to(account: Account) -> QuerySet[CounterpartFact]:
    """Facts from cases and leads the account may see, and those its body put down by hand."""
    seen = Q(case__in=_cases(account)) | Q(lead__in=leads_visible_to(account).values("pk")) | _by_hand(account)
    return CounterpartFact.objects.filter(seen)


def current(facts: Iterable[CounterpartFact], what: FactOf) -> str:
    """What holds now: the newest that was established, else the newest that was told; struck ones never."""
    standing = [fact for fact in facts if fact.what == what and fact.struck_on is None]
    best = max(standing, key=lambda fact: (fact.established, fact.from_on, fact.pk), default=None)
    return best.text if best else ""


def cases_of(counterpart: Counterpart, account: Account) -> QuerySet[Case]:
    """The cases of a counterpart that the account may see, the newest first."""
    rows = Party.objects.filter(counterpart__in=members_of(counterpart)).values("case_id")
    return cases_visible_to(account).filter(pk__in=rows).order_by("-opened_on", "-pk")


def leads_about(counterpart: Counterpart, account: Account) -> QuerySet[Lead]:
    """The leads about a counterpart that the account may see."""
    return leads_visible_to(account).filter(counterpart__in=members_of(counterpart))


def decisions_about(counterpart: Counterpart, account: Account) -> QuerySet[Decision]:
    """The decisions for it in those cases, the newest first: not those for another party that is decided apart."""
    own = Party.objects.filter(counterpart__in=members_of(counterpart), case__in=_cases(account))
    refs = set(own.values_list("public_id", flat=True))
    told = Decision.objects.filter(case__in=own.values("case_id"))
    rows = Decision.objects.filter(pk__in=[one.pk for one in told.only("content") if is_for(one.content, refs)])
    return rows.select_related("case").order_by("-decided_on", "-pk")


def agents_about(counterpart: Counterpart, account: Account) -> QuerySet[AuthorisedAgent]:
    """Who acts or acted for it in the cases the account may see, the newest first."""
    own = Party.objects.filter(counterpart__in=members_of(counterpart), case__in=_cases(account))
    rows = AuthorisedAgent.objects.filter(party__in=own.order_by().values("pk"))
    return rows.select_related("case", "party", "power_of_attorney").order_by("-from_on", "-pk")


def grades_of(counterpart: Counterpart) -> QuerySet[ComplianceGrade]:
    """Its grades, the newest first. They are given to be made public, so whoever sees the counterpart sees them."""
    rows = ComplianceGrade.objects.filter(counterpart__in=members_of(counterpart))
    return rows.select_related("body", "approval").order_by("-year", "-pk")


def mergers_of(counterpart: Counterpart, account: Account) -> list[CounterpartMerger]:
    """Which rows were found to be this one, as far as the account's own or supervised bodies said so."""
    members = members_of(counterpart)
    rows = CounterpartMerger.objects.filter(Q(absorbed__in=members) | Q(into__in=members))
    rows = rows.filter(body__in=bodies_read_by(account))
    return list(rows.select_related("absorbed", "into").order_by("-pk"))


def with_grade(rows: QuerySet[Counterpart]) -> QuerySet[Counterpart]:
    """Counterparts with their newest grade, that of absorbed rows included."""
    same = Q(counterpart_id=OuterRef("pk")) | Q(counterpart__stands_as_id=OuterRef("pk"))
    newest = ComplianceGrade.objects.filter(same).order_by("-year", "-pk")
    return rows.annotate(grade=Subquery(newest.values("grade")[:1]), grade_year=Subquery(newest.values("year")[:1]))


def searched(rows: QuerySet[Counterpart], account: Account, typed: str) -> QuerySet[Counterpart]:
    """By any two characters of a name, present or former, or by a whole code; a person's number only as a whole."""
    plain = "".join(typed.split())
    if not plain:
        return rows
    named = facts_visible_to(account).filter(what=FactOf.NAME, text__icontains=plain)
    hit = Q(name__icontains=plain) | Q(pk__in=_roots(named, "counterpart")) | Q(code__icontains=plain)
    codes = [kind for kind, fits in (("credit_code", is_credit_code), ("identity", is_person_id)) if fits(plain)]
    digests = [fingerprint(kind, plain.upper()) for kind in [*codes, "passport", "travel_permit"]]
    hit |= Q(pk__in=_roots(Counterpart.objects.filter(code_digest__in=digests), ""))
    return rows.filter(hit)


def look_alikes_of(name: str, account: Account, *, apart_from: Collection[int] = ()) -> list[Counterpart]:
    """Counterparts the account may see whose name looks like this one, the likest first."""
    pieces = look_alikes.pieces(name)
    if not pieces:
        return []
    one, none = columns.Value(1), columns.Value(0)
    shares = [columns.Case(When(name__icontains=piece, then=one), default=none) for piece in pieces]
    scored = counterparts_visible_to(account).annotate(shared=sum(shares[1:], shares[0]))
    rows = scored.filter(shared__gt=0).exclude(pk__in=apart_from).order_by("-shared", "pk")
    ranked = Counter({one: look_alikes.likeness(one.name, name) for one in rows[:CANDIDATES]})
    return [one for one, how_much in ranked.most_common(OFFERED) if how_much >= look_alikes.ENOUGH]


def known_otherwise(name: str, code: str) -> str:
    """The name an organisation's code stands for, where it never stood for the one that was typed; empty otherwise.

    Whoever knows the code may know the name: both are in the public register of organisations.
    """
    try:
        plain = parse_credit_code(code)
    except Refused:
        return ""
    row = Counterpart.objects.filter(code_digest=fingerprint(CREDIT_CODE, plain)).first()
    if row is None or not name.strip():
        return ""
    names = CounterpartFact.objects.filter(counterpart=row, what=FactOf.NAME, struck_on=None, text=name.strip())
    return "" if row.name == name.strip() or names.exists() else row.name


def tallies(account: Account, roots: Collection[int] | None = None) -> dict[int, Tally]:
    """For each counterpart: visible cases, visible leads, last opening. Two questions, however many rows there are."""
    parties = Party.objects.filter(case__in=_cases(account)).exclude(counterpart=None)
    leads = leads_visible_to(account).exclude(counterpart=None)
    of_cases = _grouped(parties, roots).values_list("root", Count("case", distinct=True), Max("case__opened_on"))
    of_leads = dict(_grouped(leads, roots).values_list("root", Count("pk")))
    known = {root: (cases, last_on) for root, cases, last_on in of_cases}
    return {
        root: Tally(*(known.get(root, (0, None))[:1]), of_leads.get(root, 0), known.get(root, (0, None))[1])
        for root in known.keys() | of_leads.keys()
    }


def _grouped(rows: QuerySet[Any], roots: Collection[int] | None) -> QuerySet[Any]:
    found = rows.order_by().annotate(root=Coalesce("counterpart__stands_as_id", "counterpart_id")).values("root")
    return found if roots is None else found.filter(root__in=roots)


def _roots(rows: QuerySet[Any], by: str) -> QuerySet[Any]:
    """The counterparts the rows point at, each as what it stands as."""
    key, path = (f"{by}_id", f"{by}__stands_as_id") if by else ("pk", "stands_as_id")
    return rows.order_by().annotate(root=Coalesce(F(path), F(key))).values("root")


def _cases(account: Account) -> QuerySet[Any]:
    return cases_visible_to(account).order_by().values("pk")


def _by_hand(account: Account) -> Q:
    return Q(case=None, lead=None, body__in=bodies_read_by(account))


@asked_once
def bodies_read_by(account: Account) -> list[int]:
    """Whose entries in the register the account reads: its own body's, those entrusted by it, those it supervises."""
    entrusted = Entrustment.objects.filter(entrusting_id=account.body_id).values_list("entrusted_id", flat=True)
    return [account.body_id, *entrusted, *supervised_body_ids(account)]
