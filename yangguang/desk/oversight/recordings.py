"""Recordings as a supervisor sees them: what arrived lately in each body, and what should be there and is not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count, QuerySet

from yangguang.cases.api import awaited, cases_visible_to
from yangguang.directory.api import Account, Body, supervised_body_ids
from yangguang.kernel import clock
from yangguang.records.api import MediaManifest


@dataclass(frozen=True)
class BodyRecordings:
    """One body: what arrived within a week, what is awaited and what of it is late."""

    body: Body
    arrived: int
    awaited: int
    late: int


def arrivals(account: Account) -> QuerySet[MediaManifest]:
    """Everything that was stored in the bodies a person looks down on, or the own one, the latest first."""
    rows = MediaManifest.objects.filter(body_id__in=overseen(account)).select_related("body")
    return rows.order_by("-made_at", "-pk")


def overseen(account: Account) -> list[int]:
    """The bodies below; for a head the own one."""
    return supervised_body_ids(account) or [account.body_id]


def by_body(account: Account) -> list[BodyRecordings]:
    """In the order of the register, as far as there is anything to say; nobody is ranked."""
    lately = arrivals(account).filter(made_at__gte=clock.now() - settings.RECORDINGS_LATELY).order_by()
    came = Counter(dict(lately.values_list("body_id").annotate(count=Count("pk"))))
    films = awaited(cases_visible_to(account))
    waiting = Counter(one.case.body_id for one in films)
    late = Counter(one.case.body_id for one in films if one.is_late)
    known = Body.objects.filter(pk__in={*came, *waiting}).order_by("pk")
    return [BodyRecordings(body, came[body.pk], waiting[body.pk], late[body.pk]) for body in known]
