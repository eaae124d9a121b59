"""Say to which file a recording from the station belongs: only then it is written down as an original of that file."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records.events import RecordingClaimed
from yangguang.records.finding import files_offered
from yangguang.records.models import Upload, UploadState
from yangguang.records.policy import may_keep_devices
from yangguang.records.use_cases.finish_upload import written_down

CLAUSE = "APL-2021:47"


def waiting(upload: Upload, actor: Account) -> Upload:
    """The recording as it stands now. Raises Refused for somebody else's body, and once somebody decided."""
    found = Upload.objects.select_for_update(of=("self",)).select_related("body").get(pk=upload.pk)
    if not may_keep_devices(actor, found.body):
        raise Refused("只有本机关的设备管理人员可以认领。", CLAUSE, remedy="请由档案员或者承办机构负责人办理。")
    if found.state != UploadState.UNCLAIMED:
        raise Refused("这个文件已经处理。", CLAUSE, remedy="请返回列表查看。")
    return found


@transaction.atomic
def claim_recording(*, upload: Upload, file_ref: str, reason: str, actor: Account, at: Moment) -> Upload:
    """Raises Refused for a file this person may not put it into, and without a reason."""
    found = waiting(upload, actor)
    label = dict(files_offered(actor, found.officer_id)).get(file_ref)
    if label is None:
        raise Refused("不能存入这个案卷。", CLAUSE, remedy="请从列表中选择在办案件。", field="file_ref")
    reason = clean(reason, label="认领理由", most=200, least=1, field="reason")
    ledger.record(RecordingClaimed(found.name, label, reason), subject=found.subject, actor=actor, at=at)
    found.file_ref = file_ref
    found.save(update_fields=["file_ref"])
    written_down(found, actor=actor, at=at)
    return found
