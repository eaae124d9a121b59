"""Whose open cases have to be handed over, and who could take them."""

from __future__ import annotations

from collections import Counter
from datetime import date

from yangguang.cases.models import Assignment
from yangguang.cases.queries import cases_visible_to
from yangguang.cases.rules.upkeep import ABOUT_HANDLERS
from yangguang.cases.upkeep import Upkeep, gone_on, open_cases, upkeep_of
from yangguang.directory.api import Account, Officer, own_rows

MOST = 100  # of one page and one act: what is left is handed over next


def cases_to_hand_over(account: Account, leaving: str, day: date) -> list[Upkeep]:
    """The open cases of one officer, by public id; without one, every open case whose owner is missing or unfit."""
    cases = open_cases(cases_visible_to(account)).filter(own_rows(account)).order_by("pk")
    if leaving:
        held = Assignment.objects.filter(officer__public_id=leaving, ends_on=None).values("case")
        return upkeep_of(cases.filter(pk__in=held), day)
    return [one for one in upkeep_of(cases, day) if ABOUT_HANDLERS & set(one.gaps)]


def officers_to_take_over(account: Account, leaving: str, day: date) -> list[tuple[str, str]]:
    """The officers of the body who still work there, by public id; whoever leaves is not among them."""
    rows = Officer.objects.filter(body_id=account.body_id).exclude(gone_on(day)).exclude(public_id=leaving)
    return [(one.public_id, f"{one.name}（{one.post}）") for one in rows.order_by("pk")]


def officers_unfit(account: Account, day: date) -> list[tuple[Officer, int]]:
    """The officers who handle open cases they can act in no longer, each with how many."""
    cases = open_cases(cases_visible_to(account)).filter(own_rows(account))
    counted: Counter[int] = Counter()
    for one in upkeep_of(cases, day):
        counted.update(facts.officer for facts in one.handlers if not facts.fit)
    found = Officer.objects.filter(pk__in=counted).order_by("pk")
    return [(officer, counted[officer.pk]) for officer in found]
