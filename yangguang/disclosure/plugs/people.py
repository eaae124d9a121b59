"""Who has left is no longer public: on the day itself, and in lists adopted since (D07)."""

from __future__ import annotations

from datetime import timedelta

from yangguang.base.jobs import scheduled
from yangguang.bulletin.api import forget_people
from yangguang.directory.api import Certificate, Officer
from yangguang.disclosure.plugs.log_lists import retell_lists
from yangguang.kernel import clock


@scheduled("disclosure.forget_people", title="离岗人员的信息撤出公示", every=timedelta(hours=1))
def forget_those_who_left() -> int:
    """Take out whoever is not in post today; how many copies changed."""
    left = Officer.objects.filter(left_on__lte=clock.today()).order_by("pk")
    numbers = Certificate.objects.filter(officer__in=left).order_by("pk").values_list("number", flat=True)
    changed = forget_people(list(left.values_list("public_id", flat=True)), set(numbers))
    retell_lists()
    return changed
