"""What must hold of voices at any time."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q

from yangguang.base.verifying import invariant
from yangguang.bulletin.api import PublicVoice
from yangguang.voice.models import Voice, VoiceStatus


@invariant("voices", title="来件办结有日期和去向，公示网站不留内容，投诉不由被投诉的人办理")
def voices_whole() -> Iterator[str]:
    """Settled with a day; taken with a lead; nothing of it left outside; nobody deals with what is said of them."""
    rows = Voice.objects.order_by("pk")
    for voice in rows.exclude(status=VoiceStatus.RECEIVED).filter(settled_on=None):
        yield f"{voice}：已经办结，没有办结日期"
    for voice in rows.filter(
        Q(status=VoiceStatus.TAKEN, lead=None) | Q(~Q(status=VoiceStatus.TAKEN), lead__isnull=False)
    ):
        yield f"{voice}：状态与登记的线索不一致"
    for voice in rows.filter(kind="conduct", keeper__isnull=False, officer__account__isnull=False).select_related(
        "officer"
    ):
        if voice.officer is not None and voice.keeper_id == voice.officer.account_id:
            yield f"{voice}：由被投诉的人办理"
    for left in PublicVoice.objects.filter(taken=True).exclude(sealed="").order_by("pk"):
        yield f"公示网站来件 {left.receipt}：机关已收取，内容没有删除"
