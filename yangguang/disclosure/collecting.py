"""Collect the public copy of a decision from what was decided, with everything private the file knows of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from yangguang.base.components.texts import cn_date
from yangguang.bulletin.api import NoticeCopy
from yangguang.cases.api import (
    Case,
    ClericalCorrection,
    Decision,
    PartyKind,
    altering,
    conclusions,
    fulfilment_of,
    outcomes,
    private_facts,
)
from yangguang.disclosure.collecting_coercion import copy_of_coercion
from yangguang.disclosure.decided import coercion
from yangguang.disclosure.models import Publication, PublishedVersion
from yangguang.disclosure.rules.citing import cited
from yangguang.disclosure.rules.profiles import PORTAL, Named, Profile, profile_for
from yangguang.disclosure.rules.public_copy import Copy, corrected
from yangguang.disclosure.rules.redaction import Known, find
from yangguang.disclosure.rules.sheet_lines import lines
from yangguang.kernel.money import in_capitals
from yangguang.records.api import sheet_of

DAYS = ("decided_on", "published_on", "until")


def known_of(case: Case) -> tuple[Known, ...]:
    """Everything private the case file knows of, and what the public site of this region hides besides."""
    parties = (Named(one.name, one.code, one.kind == PartyKind.PERSON) for one in case.parties.order_by("pk"))
    facts = (Known(fact.text, fact.kind) for fact in private_facts(case))
    own = case.body.name
    return tuple(
        replace(one, spared_in=own) if not one.is_pattern and one.text in own else one
        for one in profile_of(case).known(parties, facts)
    )


def profile_of(case: Case) -> Profile:
    """How the public site shows decisions in the region of the body."""
    return profile_for(PORTAL, case.body.region_code)


def known_about(publication: Publication) -> tuple[Known, ...]:
    """What the file knows, and every name a publisher judged private in any version of the copy."""
    judged = (name for private in publication.versions.values_list("private", flat=True) for name in private)
    return (*known_of(publication.case), *(Known(name) for name in judged))


def known_for(version: PublishedVersion) -> tuple[Known, ...]:
    """What may not be read of a version: what is known about its publication, save names it judges to be no names."""
    publication, harmless = version.publication, set(version.harmless)
    judged = (one for one in known_about(publication) if one.text not in harmless)
    return tuple(dict.fromkeys((*known_of(publication.case), *judged)))


def private_in(text: str, publication: Publication) -> str:
    """The first place of a public reason that is private or looks so, since nobody is asked about it; empty without one."""
    return next((span.original for span in find(text, known_about(publication))), "")


def original_copy(publication: Publication) -> Copy:
    """What the copy would say if nothing had to be hidden."""
    decision = publication.decision
    return copy_of_decision(decision) if decision is not None else copy_of_coercion(coercion(publication))


def copy_of_decision(decision: Decision) -> Copy:
    """The same of a penalty, of none, of a disposition."""
    case, content = decision.case, decision.content
    parties = list(case.parties.filter(pk__in=outcomes.parties_left(decision)).order_by("position", "pk"))
    named = {str(party.get("ref")): str(party["name"]) for party in content.get("parties") or () if party.get("name")}
    names = "、".join(named.get(party.public_id, party.name) for party in parties)  # as the decision names them
    basis, fine = cited(content.get("basis", ())), fine_of(decision)
    conclusion, altered, fallen = (
        conclusions.conclusion_of(decision),
        altering.alteration_of(decision),
        altering.fallen_alterations(decision),
    )
    summary = [
        ("违法事实", "".join(str(fact["text"]) for fact in content.get("facts", ()))),
        ("依据", basis),
        ("裁量", _discretion(content)),
        ("决定", conclusion + (f"（{in_capitals(fine)}）" if fine else "")),
        *(_fallen(one) for one in fallen),
        *(_altered(altered) if altered else ()),
        *(_changed(one) for one in outcomes.changes_of(decision)),
        ("履行方式和期限", str((altered.content if altered else content).get("fulfilment") or "")),
        *_remedies(content.get("remedies") or {}),
    ]
    return Copy(
        title=f"{names}{case.title}案", party_name=names,
        party_kind=PartyKind(parties[0].kind).label if parties else "", conclusion=conclusion, basis=basis,
        fulfilment=fulfilment_of(decision), summary=tuple((label, value) for label, value in summary if value),
        text=(*_of_paper(decision.document, content), *(_of_paper(altered.document, {}) if altered else ())),
    )  # fmt: skip


def fine_of(decision: Decision) -> int:
    """The fine as the agency, reconsiderations and judgments left it."""
    return conclusions.as_altered(decision, altering.alteration_of(decision))[1]


def _altered(row: Any) -> list[tuple[str, str]]:
    """What the decision said before: the public reads both."""
    before = str(row.content["altered"][0]).partition("：")[2]
    return [("变更情况", f"{cn_date(row.altered_on)}作出变更决定（{row.document.number}），变更前：{before}。")]


def _changed(row: Any) -> tuple[str, str]:
    """What a reconsideration, a judgment or a mediation left of it: the public reads what it said before, too."""
    told = f"{cn_date(row.outcome_received_on)}收到{row.outcome_paper}，{row.get_outcome_display()}"
    return "变更情况", f"{told}：{outcomes.change_in_words(row)}。"


def _fallen(row: Any) -> tuple[str, str]:
    """An alteration the public may have read, and that it stands no longer."""
    told = f"{cn_date(row.altered_on)}作出变更决定（{row.document.number}）"
    return "变更情况", f"{told}；{cn_date(row.fallen_on)}收到{row.fallen_paper}，变更决定被撤销，原决定恢复效力。"


def _of_paper(document: Any, content: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(lines(sheet_of(document).blocks)) if document else _text(content)


def version_copy(publication: Publication, version: PublishedVersion) -> Copy:
    """The copy a version starts from: the decision with the version's corrections, nothing hidden yet."""
    return corrected(original_copy(publication), version.replacements)


def still_reads(publication: Publication, words: str) -> bool:
    """Whether the released copy still says these words."""
    released = publication.versions.exclude(released_on=None).order_by("-number").first()
    return released is not None and any(words in text for text in version_copy(publication, released).words())


def slips_of(publication: Publication) -> list[ClericalCorrection]:
    """The slips put right in the file that the released copy still shows."""
    if publication.decision is None:
        return []
    rows = ClericalCorrection.objects.filter(decision=publication.decision).order_by("pk")
    return [one for one in rows if publication.stands and still_reads(publication, one.wrong)]


def copy_of(version: PublishedVersion) -> NoticeCopy:
    """The stored copy of a released version as it travels."""
    values = dict(version.copy)
    for name in DAYS:
        values[name] = date.fromisoformat(values[name]) if values.get(name) else None
    return NoticeCopy(**values)


def _text(content: Mapping[str, Any]) -> tuple[str, ...]:
    told = [str(fact["text"]) for fact in content.get("facts", ())]
    return tuple(part for part in (*told, str(content.get("reasons") or "")) if part)


def _discretion(content: Mapping[str, Any]) -> str:
    discretion = content.get("discretion") or {}
    return "。".join(str(discretion[name]) for name in ("tier", "reasons") if discretion.get(name))


def _remedies(remedies: Mapping[str, str]) -> list[tuple[str, str]]:
    told = []
    if remedies.get("first"):
        return _reconsideration_first(remedies)
    for label, at, within, act in (
        ("行政复议", "reconsideration_body", "reconsideration_term", "申请行政复议"),
        ("行政诉讼", "court", "litigation_term", "起诉"),
    ):
        if remedies.get(at) and remedies.get(within):
            told.append((label, f"收到决定书之日起{remedies[within]}内，向{remedies[at]}{act}。"))
    return told


def _reconsideration_first(remedies: Mapping[str, str]) -> list[tuple[str, str]]:
    """What a party to a decision on the spot may do: the court only hears it after reconsideration (ARL-2023:23)."""
    body, court = remedies["reconsideration_body"], remedies["court"]
    return [
        (
            "行政复议",
            f"应当先申请行政复议：收到决定书之日起{remedies['reconsideration_term']}内，向{body}申请行政复议。",
        ),
        ("行政诉讼", f"对复议决定不服的，收到复议决定书之日起{remedies['litigation_term']}内，向{court}起诉。"),
    ]
