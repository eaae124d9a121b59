"""Circumstances as somebody tells them, and the rows they become: each with its words, its evidence, and nothing against it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from yangguang.cases.circumstances import contradiction, local_names, must_be_shown_by_party
from yangguang.cases.informants import keep_secret
from yangguang.cases.models import Case, FoundCircumstance, Party
from yangguang.cases.rules.circumstances import KINDS, LAW_IS_NAMED, LOCAL, Kind
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import chosen
from yangguang.records.api import Evidence, evidence_of

CLAUSE = "APL-2021:40"


@dataclass(frozen=True)
class Circumstance:
    """One as typed: its code, how it shows, its evidence by public id; `name` where the body's standard names it, `party_ref`
    where it is one party's alone.
    """

    kind: str
    text: str
    evidence_refs: tuple[str, ...]
    name: str = ""
    party_ref: str = ""


def rows_told(case: Case, found: Sequence[Circumstance], day: date) -> list[FoundCircumstance]:
    """The rows, not yet stored. Raises Refused where one lacks its words, its evidence or its party."""
    known = {one.public_id: one for one in evidence_of(case.public_id)}
    parties = {one.public_id: one for one in case.parties.all()}
    named = local_names(case, day)
    rows = [_row(case, n, one, known, parties, named, day) for n, one in enumerate(found, start=1)]
    keep_secret(case, {f"text_{row.position}": row.text for row in rows})
    return rows


def replace_found(case: Case, rows: Sequence[FoundCircumstance], day: date) -> None:
    """These are what is held found from now on; the former ones stay in the file as dropped."""
    case.found_circumstances.filter(dropped_on=None).update(dropped_on=day)
    FoundCircumstance.objects.bulk_create(rows)


def _row(
    case: Case, n: int, told: Circumstance, known: Mapping[str, Evidence], parties: Mapping[str, Party],
    named: Mapping[str, Sequence[str]], day: date,
) -> FoundCircumstance:  # fmt: skip
    kind = KINDS[chosen(told.kind, KINDS, label="情节", clause=CLAUSE, field=f"kind_{n}")]
    name, text = _name_of(kind, told, named, n), told.text.strip()
    if not text or (kind.names_law and LAW_IS_NAMED not in text):
        wanted = "规定这一情节的法律、法规、规章和具体情况" if kind.names_law else "具体情况"
        raise Refused(f"“{name}”应当写明{wanted}。", kind.clause, field=f"text_{n}")
    _rests_on(kind, name, told, known, n)
    if told.party_ref and told.party_ref not in parties:
        raise Refused("请选择本案的当事人。", kind.clause, field=f"party_{n}")
    theirs = [one for ref, one in parties.items() if told.party_ref in {"", ref}]
    must_be_shown_by_party(kind.code, [known[ref] for ref in told.evidence_refs], theirs, field=f"evidence_{n}")
    if fault := contradiction(case, kind.code, theirs):
        raise Refused(fault, kind.clause, field=f"kind_{n}", remedy="请核对；不属实的情节不能认定。")
    return FoundCircumstance(
        case=case, position=n, kind=kind.code, name=name, text=text, evidence_refs=list(told.evidence_refs),
        party=parties.get(told.party_ref), found_on=day,
    )  # fmt: skip


def _name_of(kind: Kind, told: Circumstance, named: Mapping[str, Sequence[str]], n: int) -> str:
    if kind.code not in LOCAL:
        return kind.label
    if told.name not in named.get(kind.code, ()):
        raise Refused(
            f"“{told.name or kind.label}”不在本机关公布的裁量基准里。", kind.clause, field=f"kind_{n}",
            remedy="请从列表中选择；法律、法规、规章另有规定的，选那一项并写明规定。",
        )  # fmt: skip
    return told.name


def _rests_on(kind: Kind, name: str, told: Circumstance, known: Mapping[str, Evidence], n: int) -> None:
    if not told.evidence_refs:
        raise Refused(
            f"认定“{name}”没有列明证据。",
            kind.clause,
            field=f"evidence_{n}",
            remedy="请选择本案卷中的证据；没有证据的不能认定。",
        )
    if any(ref not in known for ref in told.evidence_refs):
        raise Refused("列出的证据不在本案卷中。", kind.clause, field=f"evidence_{n}", remedy="请从列表中选择。")
    if any(known[ref].excluded_on for ref in told.evidence_refs):
        raise Refused(
            "以非法手段取得的证据不得采用。", ("APL-2021:46.3", kind.clause), field=f"evidence_{n}",
            remedy="请选择没有排除的证据。",
        )  # fmt: skip
