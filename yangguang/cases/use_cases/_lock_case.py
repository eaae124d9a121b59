"""Lock a case for an act, and see whether somebody changed it since the form was opened."""

from __future__ import annotations

from django.db.models import QuerySet

from yangguang.base.worded_once import worded_once
from yangguang.cases.models import Case
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused


@worded_once
def _locked(case: int) -> QuerySet[Case]:
    return Case.objects.select_for_update(of=("self",)).select_related("body", "unit", "acting_body").filter(pk=case)


def lock_case(case_id: int, *, seen_version: int | None = None) -> Case:
    """The case as it stands now, locked. Raises Refused, naming who and when, if it changed since `seen_version`."""
    (case,) = _locked(case_id)
    if seen_version is not None and seen_version != case.version:
        when = case.touched_at.astimezone(clock.BEIJING).strftime("%H:%M")
        raise Refused(
            f"{case.touched_by_name} {when} 改过这个案件。",
            remedy="您填写的内容都在本页，请核对后再次提交。",
            field="seen_version",
        )
    return case
