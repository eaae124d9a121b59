"""Put on record that one side of an entrustment made the instrument public; the law wants both (APL-2021:20.2)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.directory.events import EntrustmentPublished
from yangguang.directory.models import Body, Entrustment
from yangguang.directory.models.locked import locked_entrustment
from yangguang.directory.policy import may_publish_entrustment
from yangguang.directory.rules import entries
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def publish_entrustment(
    *, entrustment: Entrustment, by: Body, published_on: date, published_where: str, actor: Actor, at: Moment,
) -> Entrustment:  # fmt: skip
    """Record when and where `by`, one of the two sides, published. Raises Refused for a stranger or a second time."""
    locked, subject = locked_entrustment(entrustment)
    sides = {locked.entrusting_id: "published_on", locked.entrusted_id: "entrusted_published_on"}
    if by.pk not in sides:
        raise Refused("只有委托机关和受委托组织公布委托书。", "APL-2021:20.2", field="by", remedy="请重新选择。")
    if not (may_publish_entrustment(actor, by) or may_publish_entrustment(actor, locked.entrusting)):
        raise Refused("您不能登记这项委托的公布。", remedy="请双方的负责人或者公示员办理。")
    _check_filing(locked, published_on)
    side = sides[by.pk]
    if getattr(locked, side) is not None:
        raise Refused(f"{by.name}已经公布。", field="by", remedy="请查看公布日期。")
    if published_on > at.day:
        raise Refused("公布日期不能晚于今天。", field="published_on", remedy="请核对日期。")

    where = side.replace("_on", "_where")
    place = entries.required(published_where, label="公布的网址或者位置", field="published_where", most=300)
    setattr(locked, side, published_on)
    setattr(locked, where, place)
    locked.save(update_fields=[side, where])

    ledger.record(EntrustmentPublished(by.name, published_on, place), subject=subject, actor=actor, at=at)
    return locked


def _check_filing(locked: Entrustment, published_on: date) -> None:
    """The duty wants the agreement filed and reviewed first (D06); what is not public carries nothing."""
    if locked.filed_on is None:
        told, remedy = "还没有经司法行政部门备案", "请先办妥备案，再由双方公布。"
        if locked.returned_on:
            told, remedy = "备案已经退回", "请委托机关终止后按退回理由重新签订。"
        raise Refused(f"委托书{told}，不能公布，也不能据以实施。", "APL-2021:20.2", remedy=remedy)
    if published_on < locked.filed_on:
        raise Refused("公布日期不能早于备案日期。", "APL-2021:20.2", field="published_on", remedy="请核对日期。")
