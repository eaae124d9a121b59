"""The only door to the network out. Closed unless a site opens it to named hosts (`YANGGUANG_OUTGOING_HOSTS`)."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import urllib.error
import urllib.request
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from yangguang.kernel.refusal import Refused

Sender = Callable[[str, str, bytes, dict[str, str]], tuple[int, bytes]]
PATIENCE = 15  # seconds
MOST = 1024 * 1024  # bytes of an answer
REMEDY = "请系统管理员在设置中登记允许连接的地址。"


NOT_CONNECTED = (ConnectionRefusedError, socket.gaierror)


class Unreachable(Exception):
    """Nobody answered. Says nothing of the address, which may hold a key."""


class NotReached(Unreachable):
    """Nobody was asked either: there was no connection over which anything could have been sent."""


def _closed(method: str, url: str, body: bytes, headers: dict[str, str]) -> tuple[int, bytes]:
    raise Refused("本机没有开通对外连接。", remedy=REMEDY)


_send: Sender = _closed


def send(method: str, url: str, body: bytes = b"", headers: dict[str, str] | None = None) -> tuple[int, bytes]:
    """Send one HTTP request and return (status, body). Refused while the door is closed."""
    return _send(method, url, body, headers or {})


@contextmanager
def through(sender: Sender) -> Iterator[None]:
    """Use `sender` for the length of a block: a real client in the exchange process, a recorded one in a replay."""
    global _send
    before, _send = _send, sender
    try:
        yield
    finally:
        _send = before


def is_open_to(url: str, hosts: Collection[str], *, plain: bool = False) -> bool:
    """Whether an address may be asked: one of the named hosts, by TLS unless it is this machine or `plain` is good enough."""
    parts = urlsplit(url)
    unsealed = parts.scheme == "http" and (plain or _is_here(parts.hostname))
    return parts.hostname in hosts and (parts.scheme == "https" or unsealed)


def client_for(hosts: Collection[str], *, plain: bool = False, most: int = MOST) -> Sender:
    """A sender to these hosts and no others, which follows nobody elsewhere. It raises Refused and Unreachable.

    `plain` for what proves itself and needs no TLS; `most` bytes of an answer are read.
    """
    opener = urllib.request.build_opener(_StaysHere)

    def ask(method: str, url: str, body: bytes, headers: dict[str, str]) -> tuple[int, bytes]:
        if not is_open_to(url, hosts, plain=plain):
            raise Refused("这个地址没有登记为允许连接。", remedy=REMEDY)
        request = urllib.request.Request(url, data=body or None, headers=headers, method=method)  # noqa: S310 – looked at above
        try:
            with opener.open(request, timeout=PATIENCE) as answer:
                return answer.status, answer.read(most)
        except urllib.error.HTTPError as answer:
            with answer:
                return answer.code, answer.read(most)
        except (OSError, http.client.HTTPException) as fault:
            why = getattr(fault, "reason", fault)
            raise (NotReached if isinstance(why, NOT_CONNECTED) else Unreachable)(type(fault).__name__) from None

    return ask


class _StaysHere(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        """Nowhere: a redirect could lead past the list of hosts."""


def _is_here(host: str | None) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host or "").is_loopback
    except ValueError:
        return False
