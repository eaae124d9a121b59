"""Ask for the file as one PDF: a preview of what is not archived yet, or a copy for the parties to read."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.directory.api import Body
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.events import BoundFileAsked
from yangguang.records.models import BindingState, BoundFile, BoundFor
from yangguang.records.use_cases._file_plan import plan_of, volumes_for
from yangguang.records.use_cases._sealed import open_round

ON_ITS_WAY = (BindingState.WAITING, BindingState.MAKING)


@transaction.atomic
def ask_for_bound_file(*, body: Body, file_ref: str, purpose: str, actor: Actor, at: Moment) -> BoundFile:
    """The job process binds it. Asked again while one is on its way, that one is meant."""
    if purpose not in BoundFor.values or purpose == BoundFor.ARCHIVE:
        raise Refused("请选择要生成的案卷。", field="purpose")
    round_ = open_round(file_ref)
    if not plan_of(file_ref, volumes_for(BoundFor(purpose), round_)):
        if round_:
            raise Refused("案卷已经归档，归档以后没有新的材料。", "APL-2021:47", remedy="请下载归档卷。")
        raise Refused("卷内还没有材料，不能生成。")
    waiting = BoundFile.objects.filter(file_ref=file_ref, purpose=purpose, state__in=ON_ITS_WAY).first()
    if waiting is not None:
        return waiting
    bound = BoundFile.objects.create(
        body=body,
        file_ref=file_ref,
        purpose=purpose,
        round=round_,
        asked_by_name=actor.actor_name,
        asked_on=at.day,
        asked_at=at.recorded_at,
    )
    ledger.record(BoundFileAsked(bound.get_purpose_display()), subject=bound.subject, actor=actor, at=at)
    return bound
