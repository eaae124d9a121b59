"""Certificates that run out soon: my own, and for a supervisor those of the bodies below."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db.models import Q, QuerySet

from yangguang.base import calendars
from yangguang.base.addresses import address_of
from yangguang.base.components.clocks import running
from yangguang.base.worded_once import worded_once
from yangguang.desk.today.rows import Waiting, source
from yangguang.directory.api import Account, Certificate, supervised_body_ids
from yangguang.kernel import clock
from yangguang.kernel.workdays import workdays_left


@source("certificates")
def my_certificates(account: Account) -> list[Waiting]:
    """Certificates that end within the coming weeks or have ended: mine, and those I supervise."""
    until = clock.today() + settings.CERTIFICATES_SHOWN_AHEAD
    rows = _ending(account.pk, tuple(supervised_body_ids(account)), until)
    calendar = calendars.in_force()
    return [
        Waiting(
            face=running(workdays_left(clock.today(), row.valid_until, calendar), due_on=row.valid_until),
            what=f"{row.get_kind_display()}换证",
            under=f"{row.officer.name} {row.number}",
            why="到期以后不能作为执法人员办案",
            clause="APL-2021:42.1",
            act="看证件",
            href=address_of("directory:officer", row.officer.public_id),
            due_on=row.valid_until,
        )
        for row in rows
    ]


@worded_once
def _ending(account: int, supervised: tuple[int, ...], until: date) -> QuerySet[Certificate]:
    mine = Q(officer__account_id=account) | Q(officer__body__pk__in=supervised)
    rows = Certificate.objects.filter(mine, officer__left_on=None, valid_until__lte=until)
    return rows.select_related("officer").order_by("valid_until", "pk")
