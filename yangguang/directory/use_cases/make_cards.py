"""Make the cards of certificates that may be used today (D12), and put on record whose."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor, Subject
from yangguang.bulletin.api import officer_link
from yangguang.directory.events import CardsMade
from yangguang.directory.models import Body, CardBatch, Certificate
from yangguang.directory.policy import may_keep_certificates
from yangguang.directory.rules.qualification import day_fault
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

MOST = 60
CLAUSE = "APL-2021:42.1#qualified"


@transaction.atomic
def make_cards(*, body: Body, certificates: Sequence[Certificate], actor: Actor, at: Moment) -> CardBatch:
    """One batch of a body's cards. Raises Refused for none, too many, one that may not be used, or without a public address."""
    if not may_keep_certificates(actor, body):
        raise Refused("执法证件由本级司法行政部门管理，您不能制作证件卡。", remedy="请联系本级司法行政部门。")
    if not officer_link("1"):
        raise Refused(
            "没有设置公示网站的网址，卡上的二维码没有地方可去。", remedy="请系统管理员设置公示网站的网址后再制作。"
        )
    wanted = [one.pk for one in certificates]
    rows = Certificate.objects.select_for_update(of=("self",)).select_related("officer").filter(pk__in=wanted)
    held = list(rows.filter(officer__body=body).order_by("number"))
    if not held or len(held) != len(set(wanted)):
        raise Refused("没有选择这个单位的证件。", field="certificates", remedy="请至少选择一张证件。")
    if len(held) > MOST:
        raise Refused(f"一次最多制作{MOST}张。", field="certificates", remedy="请分几次制作。")
    for one in held:
        if fault := day_fault(one.facts, on=at.day):
            raise Refused(f"{fault}，不能制作证件卡。", CLAUSE, field="certificates", remedy="请去掉这张证件。")

    batch = CardBatch.objects.create(body=body, made_on=at.day, made_by_name=actor.actor_name)
    batch.certificates.set(held)
    event = CardsMade([one.number for one in held])
    ledger.record(event, subject=Subject("body", body.public_id, body.public_id), actor=actor, at=at)
    return batch
