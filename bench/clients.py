"""Many clients in one thread, on raw sockets kept open, so that what a bench measures is nearly all server.

A client is a generator: it yields the bytes of a request and is given the whole answer, again and again. Every answer is read to
its last byte by its Content-Length and has the status the client expects, or the run ends.
"""

from __future__ import annotations

import re
import selectors
import socket
import time
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urlencode

AT_ONCE = 1 << 18  # bytes read at once
LONGEST_WAIT = 120.0  # seconds for one answer
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
PARTING = re.compile(rb"\r\nconnection: *close", re.IGNORECASE)


class Answer(NamedTuple):
    """What came back, and in how many seconds."""

    status: int
    head: bytes
    body: bytes
    seconds: float


Client = Generator[bytes, Answer, None]


def asking(address: str, cookies: str) -> bytes:
    """A request for a page."""
    return f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookies}\r\n\r\n".encode()


def posting(address: str, cookies: str, fields: dict[str, object]) -> bytes:
    """A form that is sent."""
    body = urlencode(fields, doseq=True).encode()
    head = (
        f"POST {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookies}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def expected(answer: Answer, status: int) -> Answer:
    """The answer, if it has this status."""
    if answer.status != status:
        raise SystemExit(f"{answer.status} instead of {status}: {answer.body[-300:].decode(errors='replace')}")
    return answer


@dataclass
class _Line:
    """One client on its own connection."""

    port: int
    client: Client
    socket: socket.socket = field(init=False)
    began: float = 0.0
    come: bytearray = field(default_factory=bytearray)
    wanted: int = 0  # bytes of the answer, once its head is there
    parted: bool = False

    def __post_init__(self) -> None:
        self._connect()

    def _connect(self) -> None:
        self.socket, self.parted = socket.create_connection(("127.0.0.1", self.port), timeout=LONGEST_WAIT), False
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def say(self, request: bytes) -> None:
        self.come, self.wanted, self.began = bytearray(), 0, time.perf_counter()
        self.socket.sendall(request)

    def hear(self) -> Answer | None:
        """The answer, once all of it is there."""
        told = self.socket.recv(AT_ONCE)
        if not told:
            raise SystemExit("the server hung up in the middle of an answer")
        self.come += told
        end = self.come.find(b"\r\n\r\n") if not self.wanted else -1
        if end >= 0:
            length = LENGTH.search(self.come, 0, end)
            if length is None:
                raise SystemExit(f"an answer without a length: {bytes(self.come[:end])!r}")
            self.wanted, self.parted = end + 4 + int(length.group(1)), bool(PARTING.search(self.come, 0, end))
        if not self.wanted or len(self.come) < self.wanted:
            return None
        if len(self.come) > self.wanted:
            raise SystemExit("more came than the answer says")
        head, _, body = bytes(self.come).partition(b"\r\n\r\n")
        return Answer(int(head[9:12]), head, body, time.perf_counter() - self.began)


def served_at_once(port: int, clients: Iterable[Client]) -> float:
    """Seconds until every client has ended, each on a connection of its own."""
    began = time.perf_counter()
    with selectors.DefaultSelector() as waiting:
        for client in clients:
            line = _Line(port, client)
            line.say(next(client))
            waiting.register(line.socket, selectors.EVENT_READ, line)
        while waiting.get_map():
            ready = waiting.select(LONGEST_WAIT)
            if not ready:
                raise SystemExit(f"no answer in {LONGEST_WAIT:.0f} seconds")
            for key, _ in ready:
                _go_on(waiting, key.data)
    return time.perf_counter() - began


def _go_on(waiting: selectors.BaseSelector, line: _Line) -> None:
    answer = line.hear()
    if answer is None:
        return
    try:
        request = line.client.send(answer)
    except StopIteration:
        waiting.unregister(line.socket)
        line.socket.close()
        return
    if line.parted:
        waiting.unregister(line.socket)
        line.socket.close()
        line._connect()
        waiting.register(line.socket, selectors.EVENT_READ, line)
    line.say(request)
