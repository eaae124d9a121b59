"""Entrust enforcement to another body by a written agreement (APL-2021:20)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor, Subject
from yangguang.directory.events import PowerEntrusted
from yangguang.directory.models import Body, Entrustment
from yangguang.directory.models.body import BodyCategory
from yangguang.directory.policy import may_entrust
from yangguang.directory.rules import entries, entrustments
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

POWERS_MOST = 2000


@transaction.atomic
def entrust_power(
    *, entrusting: Body, entrusted: Body, agreement_number: str, matters: Sequence[str], powers: str,
    signed_on: date | None, starts_on: date | None, ends_on: date | None, actor: Actor, at: Moment,
) -> Entrustment:  # fmt: skip
    """Entrust named matters for a term. Refused for passing on, a missing term or power, or matters entrusted already."""
    both = Body.objects.select_for_update().filter(pk__in=[entrusting.pk, entrusted.pk]).order_by("pk")
    locked = {body.pk: body for body in both}
    giver, taker = locked[entrusting.pk], locked[entrusted.pk]
    if not may_entrust(actor, giver):
        raise Refused("委托由委托机关的负责人办理，您不能办理。", "APL-2021:20.1", remedy="请机关负责人办理。")
    _check_sides(giver, taker, at.day)
    matters = entries.names(matters, label="委托事项", field="matters")
    number = entries.required(agreement_number, label="委托书编号", field="agreement_number", most=80)
    starts_on, ends_on = entries.term(starts_on, ends_on, label="委托期限", field="ends_on")
    powers, signed_on = _powers(powers), _signed(signed_on, starts_on, at)
    standing = [one.facts for one in Entrustment.objects.filter(entrusting=giver, entrusted=taker).order_by("pk")]
    if twice := entrustments.overlapping(standing, matters=matters, starts_on=starts_on, ends_on=ends_on):
        raise Refused(
            f"这段时间内已经委托过：{twice}。", field="matters", remedy="请去掉重复的事项，或者先终止原委托。"
        )

    entrustment = Entrustment.objects.create(
        entrusting=giver, entrusted=taker, agreement_number=number, matters=matters,
        powers=powers, signed_on=signed_on, starts_on=starts_on, ends_on=ends_on,
    )  # fmt: skip

    event = PowerEntrusted(taker.name, number, matters, starts_on, ends_on, powers, signed_on)
    subject = Subject("entrustment", entrustment.public_id, giver.public_id)
    ledger.record(event, subject=subject, actor=actor, at=at)
    return entrustment


def _powers(told: str) -> str:
    if not told.strip():
        raise Refused("委托书没有载明委托的权限。", "APL-2021:20.2", field="powers", remedy="请照委托书填写。")
    return entries.required(told, label="委托权限", field="powers", most=POWERS_MOST, lines=True)


def _signed(signed_on: date | None, starts_on: date, at: Moment) -> date:
    if signed_on is None:
        raise Refused("没有填写签订日期。", "APL-2021:20.1", field="signed_on", remedy="委托须有签订的书面委托书。")
    if signed_on > at.day or signed_on > starts_on:
        raise Refused("签订日期不能晚于今天，也不能晚于委托期限起。", field="signed_on", remedy="请核对日期。")
    return signed_on


def _check_sides(giver: Body, taker: Body, on: date) -> None:
    if giver.pk == taker.pk:
        raise Refused("委托机关和受委托组织不能是同一个。", field="entrusted", remedy="请重新选择。")
    received = Entrustment.objects.not_over_on(on).filter(entrusted=giver, entrusting=taker)
    is_entrusted = giver.category == BodyCategory.ENTRUSTED or received.exists()
    fault = entrustments.passing_on_fault(giver_is_entrusted=is_entrusted)
    if fault:
        raise Refused(fault, "APL-2021:20.4", remedy="请由原委托机关直接委托。")
