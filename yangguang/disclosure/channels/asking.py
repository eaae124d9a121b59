"""Ask a service over the one door to the network, and read its JSON; what goes wrong is said in words without any key."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings

from yangguang.disclosure.channels.channel import Busy, Declined, NotAsked
from yangguang.kernel import net
from yangguang.kernel.refusal import Refused

AWAY = 500  # from this status on it is the service's own fault


def ask(url: str, body: bytes, kind: str) -> dict[str, Any]:
    """Post and return the JSON object that came back. Raises Busy when the service is away, Declined when it is not allowed."""
    try:
        with net.through(net.client_for(settings.OUTGOING_HOSTS)):
            status, answer = net.send("POST", url, body, {"Content-Type": kind})
    except net.NotReached as fault:
        raise NotAsked(f"连接不上对方的服务（{fault}）。") from None
    except net.Unreachable as fault:
        raise Busy(f"连接不上对方的服务（{fault}）。") from None
    except Refused as refusal:
        raise Declined(f"{refusal.reason}{refusal.remedy}") from None
    if status >= AWAY:
        raise Busy(f"对方的服务出错（{status}）。")
    try:
        told = json.loads(answer)
    except ValueError:
        raise Busy(f"对方的答复读不懂（{status}）。") from None
    if not isinstance(told, dict):
        raise Busy(f"对方的答复读不懂（{status}）。")
    return told


def is_reachable(url: str) -> bool:
    """Whether the site has allowed this host."""
    return net.is_open_to(url, settings.OUTGOING_HOSTS)
