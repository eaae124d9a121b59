"""The circumstances a case file holds found: as rows papers keep, and whether what they rest on still carries them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from yangguang.base.guards import asked_once
from yangguang.cases import standing
from yangguang.cases.informants import covered, who_told
from yangguang.cases.models import Case, CaseKind, FoundCircumstance, Party
from yangguang.cases.prior_violations import earlier_decisions
from yangguang.cases.rules.circumstances import KINDS, PROVED_BY_PARTY, for_party, kind_of, shown_by_party, weigh
from yangguang.cases.rules.exemptions import check_exempting, check_punishable, resting_on
from yangguang.cases.rules.limitation import is_below_liability
from yangguang.cases.rules.shares import shares_of
from yangguang.catalogues.api import ListKind, Standard, find_in_force, standards_in_force
from yangguang.kernel.refusal import Refused
from yangguang.records.api import DocumentStatus, Evidence

ACT = "find_circumstances"


@asked_once
def found_circumstances(case: Case) -> list[FoundCircumstance]:
    """The circumstances held found now, in their order."""
    if not case.pk or not (case.kind == CaseKind.SUMMARY or standing.has_taken(case, ACT)):
        return []
    rows = case.found_circumstances.filter(dropped_on=None).select_related("party")
    return list(rows.order_by("position", "pk"))


def circumstance_rows(case: Case) -> list[dict[str, Any]]:
    """The circumstances as notices and decisions carry them: evidence by name (whoever told is covered) and reference."""
    found = found_circumstances(case)
    names = standing.cited_evidence(found, case)
    told = who_told(case.public_id) if found else []
    return [
        {
            "kind": one.kind, "name": one.name, "text": one.text, "refs": list(one.evidence_refs),
            "clause": KINDS[one.kind].clause, "party": one.party.public_id if one.party else "",
            "whom": one.party.name if one.party else "",
            "evidence": covered("、".join(names[ref].name for ref in one.evidence_refs if ref in names), told),
        }
        for one in found
    ]  # fmt: skip


def check_weighing(case: Case, content: Mapping[str, Any]) -> None:
    """Raises Refused where a proposal is milder or heavier than what was found allows, where no penalty is due, or where its
    circumstances do not hold.
    """
    rows = _as_found(case, content, "leniency")
    _evidence_holds(case, rows)
    everybody = [one.public_id for one in standing.parties_of(case)]
    for share in shares_of(content):
        refs = [party["ref"] for party in share.get("parties") or ()] or everybody
        check_punishable(rows, refs)
        leniency = str((share.get("discretion") or {}).get("leniency") or "")
        weigh(leniency, share.get("penalties") or (), for_party(rows, refs))


def check_exemption(case: Case, content: Mapping[str, Any]) -> None:
    """Raises Refused where an element of the ground a decision not to punish names was not found for a party, where its
    evidence does not carry it, or where the files say otherwise.
    """
    outcome = str(content.get("outcome") or "")
    rows = _as_found(case, content, "outcome")
    check_exempting(outcome, rows, [party["ref"] for party in content.get("parties") or ()])
    used = resting_on(outcome, rows)
    _evidence_holds(case, used)
    for row in used:
        parties = [one for one in case.parties.all() if row["party"] in {"", one.public_id}]
        _party_shows(case, row, parties)
        if fault := contradiction(case, kind_of(row).code, parties):
            raise Refused(fault, row["clause"], field="outcome", remedy="请重新认定情节，或者改用其他结论。")


def must_be_shown_by_party(kind: str, evidence: Iterable[Evidence], parties: Iterable[Party], *, field: str) -> None:
    """Raises Refused where the party itself has to show something and no piece of evidence came from it (APL-2021:33.2)."""
    if kind not in PROVED_BY_PARTY:
        return
    names = names_of(parties)
    if not any(shown_by_party(one.source, one.kind, names) for one in evidence):
        known = KINDS[kind]
        raise Refused(
            f"认定“{known.label}”没有当事人提供的证据。", known.clause, field=field,
            remedy="请列出当事人提供的证据，证据的“提供人或者来源”写明当事人；只有当事人的陈述或者其他人提供的证据，不能认定。",
        )  # fmt: skip


def names_of(parties: Iterable[Party]) -> list[str]:
    """By which names the source of evidence says that it came from a party: its own, its representative's, its agents'."""
    return [
        name
        for party in parties
        for name in (party.name, party.legal_representative, *(one.name for one in party.agents.order_by("pk")))
    ]


def contradiction(case: Case, kind: str, parties: Iterable[Party]) -> str:
    """What the files of the body say against a circumstance, in words; empty where they say nothing."""
    if kind == "first_violation" and earlier_decisions(case).exists():
        return "此前已有同类决定，不是初次违法。"
    acted_on = case.violation_ended_on or case.violation_began_on or case.opened_on
    born = [one.birth_date for one in parties if one.birth_date]
    if kind == "below_age" and any(not is_below_liability(day, acted_on) for day in born):
        return "按登记的出生日期，违法时已经达到责任年龄。"
    return ""


def local_names(case: Case, day: date) -> dict[str, tuple[str, ...]]:
    """What the body's discretion standard of this violation names besides the law, by code of the circumstance."""
    standard = standard_on(case, day)
    known = {one.label for one in KINDS.values()}
    names = {"local_milder": standard.lighter, "local_heavier": standard.heavier} if standard else {}
    return {code: tuple(name for name in told if name not in known) for code, told in names.items()}


def standard_on(case: Case, day: date) -> Standard | None:
    """The discretion standard of the violation in force on a day; None where the body's list does not have it."""
    if find_in_force(ListKind.DISCRETION_STANDARDS, case.body, day) is None:
        return None
    return next((s for s in standards_in_force(case.body, day) if s.code == case.violation_code), None)


def _as_found(case: Case, content: Mapping[str, Any], field: str) -> list[dict[str, Any]]:
    rows = list(content.get("circumstances") or ())
    if [_of(row) for row in rows] != [_of(row) for row in circumstance_rows(case)]:
        raise Refused(
            "认定的情节在拟稿以后有变化。", "APL-2021:34", field=field, remedy="请重新拟制，再按新的情节作出决定。"
        )
    return rows


def _of(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return row["kind"], row["name"], row["text"], row["party"], tuple(row["refs"])


class _Cited:
    def __init__(self, refs: Iterable[str]) -> None:
        self.evidence_refs = list(refs)


def _evidence_holds(case: Case, rows: Iterable[Mapping[str, Any]]) -> None:
    cited = standing.cited_evidence([_Cited(row["refs"]) for row in rows], case)
    for row in rows:
        carries = certain if case.kind == CaseKind.SUMMARY else sound
        if not any(carries(cited[ref]) for ref in row["refs"] if ref in cited):
            raise Refused(
                f"认定“{row['name']}”的证据没有查证属实，或者已经排除。", (row["clause"], "APL-2021:46.2"),
                remedy="请先查证证据，或者重新认定情节。",
            )  # fmt: skip


def _party_shows(case: Case, row: Mapping[str, Any], parties: Iterable[Party]) -> None:
    if row["kind"] not in PROVED_BY_PARTY:
        return
    carries = certain if case.kind == CaseKind.SUMMARY else sound
    cited = [one for one in standing.cited_evidence([_Cited(row["refs"])], case).values() if carries(one)]
    must_be_shown_by_party(row["kind"], cited, parties, field="outcome")


def sound(evidence: Evidence) -> bool:
    """Verified, not excluded, and no record that was voided since."""
    return bool(evidence.verified_on) and certain(evidence)


def certain(evidence: Evidence) -> bool:
    """Not excluded and no record that was voided since: on the spot facts are certain as they are seen (APL-2021:51)."""
    voided = evidence.document is not None and evidence.document.status == DocumentStatus.VOIDED
    return not evidence.excluded_on and not voided
