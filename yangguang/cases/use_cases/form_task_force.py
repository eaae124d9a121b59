"""Name the task force that looks after a suspected crime alone: two officers or more, at once (C02)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.cases.events.criminal import TaskForceFormed
from yangguang.cases.kinds.criminal_transfer.documents import papers
from yangguang.cases.models import Assignment, CriminalTransfer
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account, Officer
from yangguang.kernel.moment import Moment


@transaction.atomic
def form_task_force(
    *, transfer: CriminalTransfer, officers: Sequence[Officer], actor: Account, at: Moment
) -> CriminalTransfer:
    """Whoever of them does not handle the case yet handles it from that day on."""
    line = locked_line(transfer)
    taken = step_taken(line, "form_task_force", actor=actor, at=at, given={"officers": list(officers)})
    line.members, line.member_names = [one.public_id for one in officers], [one.name for one in officers]
    line.save()
    standing = list(line.case.assignments.filter(ends_on=None))
    known = {row.officer_id for row in standing}
    for position, officer in enumerate((o for o in officers if o.pk not in known), start=len(standing) + 1):
        Assignment.objects.create(case=line.case, officer=officer, starts_on=at.day, position=position)
    rows = [("涉嫌罪名", line.crime), ("专案组", "、".join(line.member_names))]
    papers.form(
        line.case, kind="task_force_appointment", title="涉嫌犯罪案件专案组指定书", rows=rows, actor=actor, at=at
    )
    told(taken, line, TaskForceFormed(line.member_names), actor=actor, at=at)
    return line
