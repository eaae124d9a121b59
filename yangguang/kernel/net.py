"""The only door to the network out. Closed unless a site opens it to named hosts; nothing in the product needs it today."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from yangguang.kernel.refusal import Refused

Sender = Callable[[str, str, bytes, dict[str, str]], tuple[int, bytes]]


def _closed(method: str, url: str, body: bytes, headers: dict[str, str]) -> tuple[int, bytes]:
    raise Refused("本机没有开通对外连接。", remedy="请系统管理员在设置中登记允许连接的地址。")


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
