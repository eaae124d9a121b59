"""Archive the files of several closed cases, each in an act of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yangguang.cases.batches import batchable
from yangguang.cases.models import Case
from yangguang.cases.use_cases.archive_file import archive_file
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@dataclass(frozen=True)
class Filed:
    """What became of one file: archived, or why not."""

    case: Case
    refusal: Refused | None = None


@batchable("archive_file")
def archive_files(*, case_ids: Sequence[int], actor: Account, at: Moment) -> list[Filed]:
    """Raises Refused when none was chosen."""
    if not case_ids:
        raise Refused("请至少选择一件案件。", field="cases")
    return [_archive(pk, actor, at) for pk in dict.fromkeys(case_ids)]


def _archive(case_id: int, actor: Account, at: Moment) -> Filed:
    case = Case.objects.get(pk=case_id)
    try:
        archive_file(case_id=case_id, actor=actor, at=at)
    except Refused as refusal:
        return Filed(case, refusal)
    return Filed(case)
