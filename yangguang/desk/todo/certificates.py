"""My own certificates that run out soon: after that day I may not act as an officer."""

from __future__ import annotations

from django.conf import settings

from yangguang.base import calendars
from yangguang.base.components.clocks import running
from yangguang.desk.addresses import address_of
from yangguang.desk.todo.rows import Todo, source
from yangguang.directory.api import Account, Certificate
from yangguang.kernel import clock
from yangguang.kernel.workdays import workdays_left


@source("certificates")
def my_certificates(account: Account) -> list[Todo]:
    """Certificates of my own that end within the coming weeks or have ended."""
    until = clock.today() + settings.CERTIFICATES_SHOWN_AHEAD
    rows = Certificate.objects.filter(officer__account=account, officer__left_on=None, valid_until__lte=until)
    calendar = calendars.in_force()
    return [
        Todo(
            face=running(workdays_left(clock.today(), row.valid_until, calendar), due_on=row.valid_until),
            what=f"{row.get_kind_display()}换证",
            under=row.number,
            why="到期以后不能作为执法人员办案",
            clause="APL-2021:42.1",
            act="看证件",
            href=address_of("directory:officer", row.officer.public_id),
            due_on=row.valid_until,
        )
        for row in rows.select_related("officer").order_by("valid_until", "pk")
    ]
