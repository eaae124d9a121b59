"""Take in the photo that is printed on an officer's card; a new one takes the place of the old (D11)."""

from __future__ import annotations

import hashlib

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor, Subject
from yangguang.base.press.portraits import portrait
from yangguang.directory.events import OfficerPhotoSet
from yangguang.directory.models import Officer, OfficerPhoto
from yangguang.directory.policy import may_keep_officers
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def set_officer_photo(*, officer: Officer, content: bytes, file_name: str, actor: Actor, at: Moment) -> OfficerPhoto:
    """Keep the photo drawn anew in the card's ratio. Raises Refused for what is no picture, or an officer who left."""
    locked = Officer.objects.select_for_update(of=("self",)).select_related("body").get(pk=officer.pk)
    if not may_keep_officers(actor, locked.body):
        raise Refused("您不能登记这名执法人员的照片。", remedy="请联系系统管理员或者本级司法行政部门。")
    if locked.left_on is not None:
        raise Refused("该执法人员已经离岗，不再登记照片。", remedy="请查看离岗日期。")
    made = portrait(content, name=file_name)
    photo, _ = OfficerPhoto.objects.update_or_create(officer=locked, defaults={"content": made, "taken_in_on": at.day})

    event = OfficerPhotoSet(locked.name, hashlib.sha256(made).hexdigest())
    ledger.record(event, subject=Subject("officer", locked.public_id, locked.body.public_id), actor=actor, at=at)
    return photo
