"""Long bodies, read where they arrive: straight from the connection into two blocks of memory that are used turn about.

The web server's own way copies every byte several times. Where it is not the server we know, its way is taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import cycle
from typing import Any

BLOCK = 1024 * 1024


class Body:
    """The body of a request. `silence`: seconds without a byte after which its sender is taken for gone."""

    def __init__(self, environment: Mapping[str, Any], *, silence: float) -> None:
        self._body: Any = environment["wsgi.input"]
        self._line: Any = environment.get("gunicorn.socket")
        self._source: Any = getattr(self._body, "reader", None)
        self._known = hasattr(self._line, "recv_into") and type(self._source).__name__ == "LengthReader"
        self._turns = cycle([memoryview(bytearray(BLOCK)), memoryview(bytearray(BLOCK))])
        if self._line is not None:
            self._line.settimeout(silence)

    def read(self, size: int) -> memoryview:
        """The next bytes: as many as asked for, up to a block; fewer only when the sender is gone. They last until the block
        after the next is asked for.
        """
        view, come = next(self._turns)[: min(size, BLOCK)], 0
        while come < len(view):
            try:
                more = self._straight(view[come:]) if self._known else self._handed(view[come:])
            except OSError:  # reset or silent
                more = 0
            if not more:
                if self._known:
                    self._body.failed = True  # where the next request would begin nobody knows
                break
            come += more
        return view[:come]

    def _straight(self, view: memoryview) -> int:
        """Some bytes: first those that came with the head of the request."""
        ahead = min(len(view), self._body.buf.tell() + self._source.unreader.buf.tell(), self._source.length)
        if ahead:
            return self._handed(view[:ahead])
        come: int = self._line.recv_into(view[: min(len(view), self._source.length)])
        self._source.length -= come
        return come

    def _handed(self, view: memoryview) -> int:
        """Some bytes, as the server hands them over."""
        told = self._body.read(len(view))
        view[: len(told)] = told
        return len(told)
