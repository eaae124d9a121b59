"""Ask for the file as one PDF: a preview while it is open, a copy for the parties to read, or the continuation volume."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.directory.api import Body
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.events import BoundFileAsked
from yangguang.records.models import BindingState, BoundFile, BoundFor
from yangguang.records.use_cases._file_plan import OF, plan_of
from yangguang.records.use_cases._sealed import is_sealed

ON_ITS_WAY = (BindingState.WAITING, BindingState.MAKING)


@transaction.atomic
def ask_for_bound_file(*, body: Body, file_ref: str, purpose: str, actor: Actor, at: Moment) -> BoundFile:
    """The job process binds it. Asked again while one is on its way, that one is meant."""
    if purpose not in BoundFor.values or purpose == BoundFor.ARCHIVE:
        raise Refused("请选择要生成的案卷。", field="purpose")
    if purpose == BoundFor.PREVIEW and is_sealed(file_ref):
        raise Refused("案卷已经归档，请下载归档卷。", "APL-2021:47")
    if not plan_of(file_ref, OF[BoundFor(purpose)]):
        raise Refused(
            "卷内还没有材料，不能生成。",
            remedy="归档以后另有材料的，才有续卷。" if purpose == BoundFor.CONTINUATION else "",
        )
    waiting = BoundFile.objects.filter(file_ref=file_ref, purpose=purpose, state__in=ON_ITS_WAY).first()
    if waiting is not None:
        return waiting
    bound = BoundFile.objects.create(
        body=body, file_ref=file_ref, purpose=purpose, asked_by_name=actor.actor_name, asked_on=at.day
    )
    ledger.record(BoundFileAsked(bound.get_purpose_display()), subject=bound.subject, actor=actor, at=at)
    return bound
