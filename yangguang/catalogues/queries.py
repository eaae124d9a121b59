"""Editions by day and by reader, and the rows of lists as others read them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from yangguang.base import local_values
from yangguang.base.events import plain
from yangguang.base.guards import asked_once
from yangguang.base.worded_once import worded_once
from yangguang.catalogues.lists import discretion_standards, major_decision_review, matters
from yangguang.catalogues.lists.clause_column import not_in_force
from yangguang.catalogues.lists.register import LISTS, list_of
from yangguang.catalogues.models import Edition, Entry, SampleForm
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.readers import editions_in_public
from yangguang.catalogues.rules.editions import FIXED, EditionState
from yangguang.catalogues.rules.matters import Matter
from yangguang.catalogues.rules.offices import Office
from yangguang.catalogues.rules.review import Reason, ReviewFacts, is_major
from yangguang.catalogues.rules.tiers import Standard
from yangguang.directory.api import Account, Body, judicial_bureau_of, line_of, supervised_body_ids
from yangguang.kernel.refusal import Refused
from yangguang.kernel.row_changes import RowChange, compare

OPEN_STATES = (EditionState.DRAFT, EditionState.UNDER_REVIEW)
REVIEW_SWITCH = "review_all_but_summary"
SAMPLE_FORMS = "sample_forms"
CLAUSE_COLUMNS = ("basis", "clauses")
REVIEWED_OUTSIDE = [one.kind for one in LISTS.values() if one.reviewed_by is not None]
FROM_REGISTER = [one.kind for one in LISTS.values() if one.from_register]
FILED = [one.kind for one in LISTS.values() if one.filed]
REVIEWED_BY_JUSTICE = [one.kind for one in LISTS.values() if one.reviewed_by is Office.JUSTICE]


def editions_visible_to(account: Account) -> QuerySet[Edition]:
    """Every edition belongs to its own body and its supervisor, also as a draft. The bodies below read those adopted for them.

    Decision: everybody else reads an adopted edition only while the public may read every word of it, not before its release
    and not after it was taken back. Bodies below go by it in their cases (`find_in_force`) from the day it is in force, public or
    not, and so must be able to read it; a list from a register nobody inherits.
    """
    ours = Q(body_id=account.body_id) | Q(body_id__in=supervised_body_ids(account))
    above = [one.pk for one in line_of(account.body.parent)]
    read = Q(body_id__in=above) & ~Q(list_kind__in=FROM_REGISTER)
    for standing in editions_in_public():
        read |= Q(pk__in=standing)
    return Edition.objects.select_related("body", "based_on").filter(ours | Q(state__in=sorted(FIXED)) & read)


def drafts_of(account: Account) -> QuerySet[Edition]:
    """The drafts an account may work on: those of its own body."""
    return Edition.objects.select_related("body", "based_on").filter(state=EditionState.DRAFT, body_id=account.body_id)


def editions_waiting_for(account: Account) -> QuerySet[Edition]:
    """What waits for the agency head of the account's body."""
    return Edition.objects.select_related("body", "based_on").filter(
        state=EditionState.UNDER_REVIEW, body_id=account.body_id
    )


def editions_to_review_outside(account: Account) -> QuerySet[Edition]:
    """What waits for the judicial bureau whose supervisor this is: lists of other bodies that it reviews."""
    rows = Edition.objects.select_related("body", "based_on").exclude(
        body_id__in=[account.body_id, account.body.parent_id]
    )
    return rows.filter(
        state=EditionState.UNDER_REVIEW, body_id__in=supervised_body_ids(account), list_kind__in=REVIEWED_BY_JUSTICE
    )


def editions_whose_letter_waits(account: Account) -> QuerySet[Edition]:
    """What waits for a letter from an office that is not in this system, to be recorded by the account's own body."""
    bureau = judicial_bureau_of(account.body)
    kinds = [kind for kind in REVIEWED_OUTSIDE if bureau is None or kind not in REVIEWED_BY_JUSTICE]
    return editions_waiting_for(account).filter(list_kind__in=kinds)


def editions_to_file(account: Account) -> QuerySet[Edition]:
    """Adopted editions of the account's own body that are in force or to come and not filed yet."""
    rows = Edition.objects.select_related("body", "based_on").filter(list_kind__in=FILED, filing=None)
    return rows.filter(state=EditionState.ADOPTED, body_id=account.body_id)


def editions_in_force_of(account: Account, on: date) -> QuerySet[Edition]:
    """Adopted editions of the account's own body that are in force and have no successor yet."""
    rows = Edition.objects.in_force(on).select_related("body", "based_on")
    return rows.filter(state=EditionState.ADOPTED, body_id=account.body_id)


def draft_entries_of(account: Account) -> QuerySet[Entry]:
    """Rows an account may change."""
    return Entry.objects.select_related("edition__body").filter(edition__in=drafts_of(account))


def open_edition(list_kind: str, body: Body) -> Edition | None:
    """The one draft of a list of a body, whether still written or waiting for adoption."""
    rows = Edition.objects.select_related("body").filter(list_kind=list_kind, body=body, state__in=OPEN_STATES)
    return rows.first()


@asked_once
def find_in_force(list_kind: str, body: Body, on: date) -> Edition | None:
    """The edition a body goes by on a day: its own, else that of the nearest body above; None when there is none."""
    for one in (body,) if list_of(list_kind).from_register else line_of(body):
        if found := _in_force(str(list_kind), one, on):
            return found[0]
    return None


@worded_once
def _in_force(list_kind: str, body: Body, on: date) -> QuerySet[Edition]:
    return Edition.objects.in_force(on).filter(list_kind=list_kind, body=body)[:1]


def edition_in_force(list_kind: str, body: Body, on: date) -> Edition:
    """The edition a body goes by on a day. Raises Refused when nothing was adopted for that day."""
    found = find_in_force(list_kind, body, on)
    if found is None:
        definition = list_of(list_kind)
        raise Refused(
            f"{body.name}{on:%Y年%-m月%-d日}没有施行中的{definition.title}，不能办理。",
            definition.clauses,
            remedy="请先在“清单”中审定一版。",
        )
    return found


def entry(list_kind: str, body: Body, code: str, on: date) -> Entry:
    """One row of the list in force on a day. Raises Refused when the list does not have it."""
    edition = edition_in_force(list_kind, body, on)
    found = edition.entries.filter(code=code).first()
    if found is None:
        raise Refused(f"{edition}中没有编号为“{code}”的条目。", list_of(list_kind).clauses, remedy="请核对编号。")
    return found


def matter(body: Body, code: str, on: date) -> Matter:
    """One enforcement matter in force on a day. Raises Refused when the list does not have it."""
    row = entry(ListKind.MATTERS, body, code, on)
    return _matter(row)


def find_matter(body: Body, code: str, on: date) -> Matter | None:
    """One enforcement matter in force on a day, or None. Raises Refused when nothing was adopted for that day."""
    row = edition_in_force(ListKind.MATTERS, body, on).entries.filter(code=code).first()
    return _matter(row) if row else None


def matters_in_force(body: Body, on: date) -> tuple[Matter, ...]:
    """Every enforcement matter in force on a day, in list order."""
    return tuple(_matter(row) for row in rows_in_order(edition_in_force(ListKind.MATTERS, body, on)))


def standard(body: Body, code: str, on: date) -> Standard:
    """One discretion standard in force on a day. Raises Refused when the list does not have it."""
    return _standard(entry(ListKind.DISCRETION_STANDARDS, body, code, on))


def standards_in_force(body: Body, on: date) -> tuple[Standard, ...]:
    """Every discretion standard in force on a day, in list order."""
    return tuple(_standard(row) for row in rows_in_order(edition_in_force(ListKind.DISCRETION_STANDARDS, body, on)))


def review_reasons(body: Body, on: date, facts: ReviewFacts) -> tuple[Reason, ...]:
    """Why a decision is major under the catalogue in force on a day; empty when it is not. No catalogue: Refused."""
    edition = edition_in_force(ListKind.MAJOR_DECISION_REVIEW, body, on)
    criteria = [
        major_decision_review.criterion_of(row.code, row.columns, official=row.official)
        for row in rows_in_order(edition)
    ]
    switch = local_values.find(REVIEW_SWITCH, chain=body.public_id, on=on)
    return tuple(is_major(criteria, facts, all_but_summary=bool(switch and switch.value)))


def rows_in_order(edition: Edition) -> QuerySet[Entry]:
    """An edition's rows in list order."""
    return edition.entries.order_by("position", "pk")


def contents(edition: Edition) -> dict[str, dict[str, Any]]:
    """An edition's rows by code, official mark and files of sample forms included: what is compared, signed and published."""
    files = sample_forms_of(edition)
    return {
        row.code: {**row.columns, "official": row.official}
        | ({SAMPLE_FORMS: [one.told for one in files[row.code]]} if row.code in files else {})
        for row in rows_in_order(edition)
    }


def sample_forms_of(edition: Edition) -> dict[str, list[SampleForm]]:
    """The files of sample forms of an edition, by the code of their row."""
    found: dict[str, list[SampleForm]] = {}
    if edition.list_kind == ListKind.SERVICE_GUIDES:
        for one in SampleForm.objects.select_related("blob").filter(edition=edition).order_by("code", "pk"):
            found.setdefault(one.code, []).append(one)
    return found


def changes_between(before: Edition, after: Edition) -> list[RowChange]:
    """Row by row, what changed from one edition to the other."""
    return compare(contents(before), contents(after))


def lapsed_entries(edition: Edition, on: date) -> dict[str, list[str]]:
    """Rows whose basis is not in force on a day, by code, with the citations: what a change of law flags (D02)."""
    return lapsed_among(rows_in_order(edition), on)


def lapsed_among(rows: Iterable[Entry], on: date) -> dict[str, list[str]]:
    """The same of rows that were read already."""
    found = {}
    for row in rows:
        cited = [clause for name in CLAUSE_COLUMNS for clause in row.columns.get(name, ())]
        if lapsed := not_in_force(cited, on):
            found[row.code] = lapsed
    return found


def entries_without_standard(edition: Edition, on: date) -> dict[str, list[str]]:
    """Matters that name a discretion standard which the list in force on a day does not have, by code."""
    if edition.list_kind != ListKind.MATTERS:
        return {}
    standards = find_in_force(ListKind.DISCRETION_STANDARDS, edition.body, on)
    known = set(standards.entries.values_list("code", flat=True)) if standards else set()
    missing = {row.code: [s for s in row.columns["standards"] if s not in known] for row in rows_in_order(edition)}
    return {code: standards for code, standards in missing.items() if standards}


def public_rows(edition: Edition) -> dict[str, Any]:
    """An adopted edition as plain values for publication: nothing in it points back into the desk."""
    definition = list_of(edition.list_kind)
    if not edition.is_fixed:
        raise Refused("没有审定的清单不能公开。", definition.clauses)
    return {
        "ref": edition.public_id,
        "list_kind": edition.list_kind,
        "title": definition.title,
        "version": edition.version,
        "body": edition.body.name,
        "adopted_on": plain(edition.adopted_on),
        "in_force_from": plain(edition.in_force_from),
        "superseded_from": plain(edition.superseded_from),
        "source": edition.source,
        "note": edition.note,
        "columns": [
            {"name": c.name, "label": c.label, "subject": c.name == definition.subject_column}
            for c in definition.columns
        ],
        "rows": [
            {"code": row.code, "official": row.official, "cells": definition.show(row.columns), "values": row.columns}
            for row in rows_in_order(edition)
        ],
    }


def _matter(row: Entry) -> Matter:
    return matters.matter_of(row.code, row.columns, official=row.official, edition_ref=row.edition.public_id)


def _standard(row: Entry) -> Standard:
    return discretion_standards.standard_of(
        row.code, row.columns, official=row.official, edition_ref=row.edition.public_id
    )
