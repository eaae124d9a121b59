"""The voices a person may see, when each is due, and how many there were."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet

from yangguang.base import calendars, local_values
from yangguang.cases.api import leads_visible_to
from yangguang.directory.api import Account, supervised_body_ids
from yangguang.kernel import clock
from yangguang.kernel.workdays import DueDate, add_workdays, workdays_left
from yangguang.statutes.deadlines import due
from yangguang.voice.models import Voice, VoiceStatus
from yangguang.voice.policy import HEADS, ORDINARY, TAKERS, concerned, served_by
from yangguang.voice.rules.settling import ACCEPT, EXAMINE

TERM = "voice_answer_workdays"


@dataclass(frozen=True)
class Term:
    """Until when a voice is to be dealt with, and on what that rests: a clause, or the body's own rule."""

    due: DueDate
    left: int
    clause: str = ""
    source: str = ""


@dataclass(frozen=True)
class Tally:
    """How many voices of a kind came to a body, and how they were dealt with."""

    body_ref: str
    body_name: str
    kind: str
    received: int
    settled: int
    with_term: int
    in_time: int


def voices_visible_to(account: Account) -> QuerySet[Voice]:
    """Takers and heads: their body's, and those of bodies they act for; of officers the heads alone; the supervisor those
    below; nobody what is said of them.
    """
    roles, scope = account.role_names, Q(pk__in=[])
    if roles & ORDINARY:
        ordinary = served_by(account, clock.today()) & ~Q(kind="conduct")
        scope |= ordinary | Q(lead__in=leads_visible_to(account).values("pk"))
    if roles & HEADS:
        scope |= Q(kind="conduct", body_id=account.body_id)
    if below := supervised_body_ids(account):
        scope |= Q(kind="conduct", body_id__in=below)
    rows = Voice.objects.filter(scope)
    rows = rows.exclude(pk__in=Voice.objects.filter(concerned(account)).order_by().values("pk"))
    return rows.select_related(
        "body", "keeper", "officer", "decision", "publication__decision", "publication__paper", "lead"
    ).order_by("-pk")


def term_of(voice: Voice) -> Term | None:
    """The term that runs for a voice: the law's for a complaint about an employer, else the body's own; None without one."""
    calendar, start = calendars.in_force(), voice.received_on
    if voice.kind == "wages" and not voice.is_tip_off:
        found = due(ACCEPT, start, calendar)
        return Term(found, workdays_left(clock.today(), found.day, calendar), ACCEPT)
    own = local_values.find(TERM, chain=voice.body.public_id, on=clock.today()) if voice.kind != "wages" else None
    if own is None:
        return None
    found = add_workdays(start, own.value, calendar)
    return Term(
        found, workdays_left(clock.today(), found.day, calendar), EXAMINE if voice.is_conduct else "", own.source
    )


def due_on(voice: Voice) -> date | None:
    """The last day of its term, kept when it is settled."""
    term = term_of(voice)
    return term.due.day if term else None


def waiting_for(account: Account) -> list[Voice]:
    """What this person has in hand, and what is theirs to take and nobody has; every desk page counts it, in one question."""
    roles = account.role_names
    if not roles & ORDINARY:
        return []
    free = Q(pk__in=[])
    if roles & TAKERS:
        free |= served_by(account, clock.today()) & ~Q(kind="conduct")
    if roles & HEADS:
        free |= Q(kind="conduct", body_id=account.body_id)
    rows = Voice.objects.filter(Q(keeper=account) | (Q(keeper=None) & free), status=VoiceStatus.RECEIVED)
    rows = rows.exclude(pk__in=Voice.objects.filter(concerned(account)).order_by().values("pk"))
    return list(rows.select_related("body").order_by("pk"))


def late_below(account: Account) -> list[Voice]:
    """For the supervisor: complaints about officers and decisions whose term has passed unanswered."""
    if not supervised_body_ids(account):
        return []
    rows = voices_visible_to(account).filter(status=VoiceStatus.RECEIVED, kind="conduct").order_by("pk")
    return [one for one in rows if (term := term_of(one)) and term.left < 0]


def tallies(rows: QuerySet[Voice]) -> list[Tally]:
    """Numbers by body and kind, in one question."""
    settled, with_term = ~Q(status=VoiceStatus.RECEIVED), Q(due_on__isnull=False)
    counted = rows.order_by().values("body__public_id", "body__name", "kind").annotate(
        received=Count("pk"), done=Count("pk", filter=settled), term=Count("pk", filter=settled & with_term),
        timely=Count("pk", filter=settled & with_term & Q(settled_on__lte=F("due_on"))),
    ).order_by("body_id", "kind")  # fmt: skip
    return [
        Tally(
            row["body__public_id"],
            row["body__name"],
            row["kind"],
            row["received"],
            row["done"],
            row["term"],
            row["timely"],
        )
        for row in counted
    ]


def voices_of_leads(refs: Iterable[str]) -> QuerySet[Voice]:
    """The voices that became these leads, or leads merged into them or into the same case."""
    named = list(refs)
    rows = Voice.objects.filter(Q(lead__public_id__in=named) | Q(lead__merged_into__public_id__in=named))
    return rows.select_related("body", "lead__body", "lead__case", "lead__merged_into__case").order_by("pk")
