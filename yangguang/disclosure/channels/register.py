"""Which channels there are; those of publications tell everybody, the one of mail its subscribers."""

from __future__ import annotations

from yangguang.disclosure.channels.channel import PushChannel
from yangguang.disclosure.channels.mail import MailChannel
from yangguang.disclosure.channels.weibo import WeiboChannel
from yangguang.disclosure.channels.weixin import WeixinChannel


def channels_of_publications() -> dict[str, PushChannel]:
    """By name."""
    return {one.name: one for one in (WeixinChannel(), WeiboChannel())}


def every_channel() -> list[PushChannel]:
    """In the order they are shown."""
    return [*channels_of_publications().values(), MailChannel()]


LABELS = {one.name: one.label for one in every_channel()}
