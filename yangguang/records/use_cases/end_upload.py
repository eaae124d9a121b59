"""End an upload that is not whole: given up by its owner, or left too long. What had come is removed."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.kernel import growing
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records import incoming
from yangguang.records.events import UploadEnded
from yangguang.records.models import Upload, UploadState

GIVEN_UP, LEFT = "上传人取消", "逾期没有传完"


def end_upload(*, upload_ref: str, actor: Actor, at: Moment, expired: bool = False) -> Upload:
    """Raises growing.Taken while a part is coming, Refused for one that is finished."""
    part = incoming.part_of(upload_ref)
    with growing.alone_with(part):
        with transaction.atomic():
            upload = Upload.objects.select_for_update(of=("self",)).select_related("body").get(public_id=upload_ref)
            if upload.state != UploadState.OPEN or upload.sha256:
                raise Refused("文件已经传完，不能取消。", "APL-2021:47")
            upload.state = UploadState.EXPIRED if expired else UploadState.ENDED
            upload.save(update_fields=["state"])
            event = UploadEnded(upload.name, LEFT if expired else GIVEN_UP)
            ledger.record(event, subject=upload.subject, actor=actor, at=at)
        growing.remove(part)
    return upload
