"""What the public gets of a listing of unpaid wages or of a major violation: as the file says it, private things hidden."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from yangguang.bulletin.api import ListCopy
from yangguang.cases.api import private_facts, public_entries
from yangguang.disclosure.collecting import profile_of
from yangguang.disclosure.models import StandingPublication
from yangguang.disclosure.rules.profiles import strongest
from yangguang.disclosure.rules.redaction import Known, redacted, with_aliases
from yangguang.disclosure.rules.standing import put_right

KINDS = (public_entries.LISTINGS, public_entries.VIOLATIONS)
ONLY_ROW = "1"  # of one that was public before there were register numbers
Pairs = Sequence[tuple[str, str]]


def told_of(publication: StandingPublication) -> public_entries.Told:
    """What the file says of the entry today."""
    assert publication.entry is not None
    return public_entries.told_of(publication.entry)


def title_of(publication: StandingPublication) -> str:
    """How it is called in public, once taken back too: which list, which quarter, which number; nobody's name."""
    told = told_of(publication)
    number = f"登记号{publication.register_number}" if publication.register_number else ""
    beside = "，".join(text for text in (told.batch, number) if text)
    return f"{told.label}（{beside}）" if beside else told.label


def known_of_entry(publication: StandingPublication) -> tuple[Known, ...]:
    """Everything private the file knows, and what the region's profile hides besides, save what the law of the list makes
    public: whom it lists.
    """
    assert publication.entry is not None
    case, own = publication.entry.case, publication.body.name
    by_law = set(told_of(publication).by_law)
    facts = (Known(fact.text, fact.kind) for fact in private_facts(case) if fact.text not in by_law)
    known = strongest([*facts, *profile_of(case).also])
    return tuple(replace(one, spared_in=own) if not one.is_pattern and one.text in own else one for one in known)


def entry_copy(publication: StandingPublication, *, published_on: date, replacements: Pairs = ()) -> ListCopy:
    """The entry as it may go out, one row under its register number. Words put right before that are not there any more,
    because the file itself was corrected since, are passed over.
    """
    told, known = told_of(publication), known_of_entry(publication)
    row: dict[str, Any] = {
        "code": publication.register_number or ONLY_ROW,
        "cells": _hidden(told.cells, told.worded, known),
    }
    for pair in replacements:
        if any(pair[0] in row["cells"][name] for name in told.worded):
            row = put_right([row], told.worded, [pair])[0]
    row["cells"] = _hidden(row["cells"], told.worded, known)
    return ListCopy(
        ref=publication.ref, list_kind=told.kind, list_label=told.label, body_ref=publication.body.public_id,
        body_name=publication.body.name, title=title_of(publication), in_force_from=told.since,
        published_on=published_on, columns=told.columns, rows=[row],
    )  # fmt: skip


def refuse_unreadable(publication: StandingPublication, standing: ListCopy, pairs: Pairs) -> None:
    """Raises Refused for words that the public copy does not say in a column of plain words."""
    put_right(standing.rows, told_of(publication).worded, pairs)


def fallen(publication: StandingPublication) -> str:
    """Why an entry may not stand again: it ended in its file; empty for one that did not, and for what is no entry."""
    if publication.entry is None or (publication.version and public_entries.may_stand(publication.entry)):
        return ""
    return "案卷中已经移出、撤销或者停止公布，不能恢复公开。"


def _hidden(cells: dict[str, str], worded: Iterable[str], known: Sequence[Known]) -> dict[str, str]:
    everything = with_aliases(known, cells.values())
    return {name: redacted(text, everything) if name in worded else text for name, text in cells.items()}
