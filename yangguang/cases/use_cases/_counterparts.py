"""Tie whoever is told of to a counterpart: by its code always, by a choice somebody made, else as a new row.

Called inside the act that tells; that act records. Nothing is ever merged here.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from yangguang.cases.models import Case, Counterpart, CounterpartFact, FactOf, Lead
from yangguang.cases.rules.counterpart_facts import CREDIT_CODE, Told, refined, same_sort
from yangguang.cases.sealed_codes import fingerprint, seal
from yangguang.directory.api import Body
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@dataclass(frozen=True)
class Source:
    """Where something about a counterpart was told, and whether anybody had established it."""

    body: Body
    words: str
    by_name: str
    at: Moment
    established: bool
    case: Case | None = None
    lead: Lead | None = None


def tied(told: Told, source: Source, *, chosen_ref: str = "") -> Counterpart:
    """The counterpart of a code under its row lock; without a code the chosen one, else a new one. Notes what is new."""
    chosen = _chosen(chosen_ref)
    if chosen is not None and not same_sort(chosen.kind, told.kind):
        raise Refused("公民和单位不能是同一相对人。", field="counterpart", remedy="请核对类别，或者选“都不是”。")
    row = _of_code(told, source, chosen) if told.code else chosen
    if row is None:
        row = Counterpart.objects.create(kind=told.kind, name=told.name, registered_at=source.at.recorded_at)
    if (kind := refined(row.kind, told.kind)) != row.kind:
        row.kind = kind
        row.save(update_fields=["kind"])
    told_of = {FactOf.NAME: told.name, FactOf.ADDRESS: told.address, FactOf.REPRESENTATIVE: told.representative}
    for what, text in told_of.items():
        note(row, what, text, source)
    return row


def locked(counterpart: Counterpart) -> Counterpart:
    """The row as it stands now, locked for the act."""
    return Counterpart.objects.select_for_update().get(pk=counterpart.pk)


def note(row: Counterpart, what: str, text: str, source: Source) -> CounterpartFact | None:
    """A row of the history for each file that tells it: whoever sees only that file still learns it from there."""
    known = CounterpartFact.objects.filter(
        counterpart=row, what=what, text=text, struck_on=None, body=source.body, case=source.case, lead=source.lead
    )
    if not text or known.exists():
        return None
    fact = CounterpartFact.objects.create(
        counterpart=row, what=what, text=text, from_on=source.at.day, source=source.words,
        established=source.established, body=source.body, case=source.case, lead=source.lead,
        recorded_at=source.at.recorded_at, recorded_by_name=source.by_name,
    )  # fmt: skip
    if what == FactOf.NAME:
        named(row)
    return fact


def named(row: Counterpart) -> None:
    """The present name, from the history: the newest that was established, else the newest that was told."""
    names = CounterpartFact.objects.filter(counterpart=row, what=FactOf.NAME, struck_on=None)
    best = names.order_by("established", "from_on", "pk").last()
    if best is not None and best.text != row.name:
        row.name = best.text
        row.save(update_fields=["name"])


def identity(code_kind: str, code: str) -> dict[str, str]:
    """How a code is kept: an organisation's in the open, a person's sealed, both with their fingerprint."""
    is_open = code_kind == CREDIT_CODE
    return {
        "code_kind": code_kind, "code": code if is_open else "", "sealed_code": "" if is_open else seal(code),
        "code_digest": fingerprint(code_kind, code),
    }  # fmt: skip


def _of_code(told: Told, source: Source, chosen: Counterpart | None) -> Counterpart:
    """Two who tell of one code at once: the unique fingerprint lets one make the row, the lock makes the other wait."""
    kept = identity(told.code_kind, told.code)
    digest = kept["code_digest"]
    if chosen is not None and not chosen.code_digest:
        with suppress(IntegrityError), transaction.atomic():
            Counterpart.objects.filter(pk=chosen.pk).update(**kept)
    del kept["code_digest"]
    made = {"kind": told.kind, "name": told.name, "registered_at": source.at.recorded_at, **kept}
    row, _ = Counterpart.objects.get_or_create(code_digest=digest, defaults=made)
    return locked(row)


def _chosen(ref: str) -> Counterpart | None:
    return Counterpart.objects.select_for_update().filter(public_id=ref).first() if ref else None
