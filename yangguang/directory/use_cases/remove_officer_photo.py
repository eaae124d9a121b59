"""Delete the photo for an officer's card for good."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor, Subject
from yangguang.directory.events import OfficerPhotoRemoved
from yangguang.directory.models import Officer, OfficerPhoto
from yangguang.directory.policy import may_keep_officers
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def remove_officer_photo(*, officer: Officer, actor: Actor, at: Moment) -> None:
    """Delete it. Raises Refused where there is none."""
    locked = Officer.objects.select_for_update(of=("self",)).select_related("body").get(pk=officer.pk)
    if not may_keep_officers(actor, locked.body):
        raise Refused("您不能删除这名执法人员的照片。", remedy="请联系系统管理员或者本级司法行政部门。")
    gone, _ = OfficerPhoto.objects.filter(officer=locked).delete()
    if not gone:
        raise Refused("没有登记照片。", remedy="请刷新页面。")

    subject = Subject("officer", locked.public_id, locked.body.public_id)
    ledger.record(OfficerPhotoRemoved(locked.name), subject=subject, actor=actor, at=at)
