"""Long bodies, read where they arrive: straight from the connection into two blocks of memory that are used turn about.

The web server's own way copies every byte several times. Where it is not the server we know, its way is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import cycle
from typing import Any

BLOCK = 1024 * 1024

Read = Callable[[int], memoryview]


def reader_of(environment: Mapping[str, Any], *, silence: float) -> Read:
    """What gives the next bytes of a request's body: as many as asked for, up to a block, fewer only when the sender is gone –
    because it hung up, or said nothing for `silence` seconds. A block lasts until the one after the next is asked for.
    """
    body: Any = environment["wsgi.input"]
    line: Any = environment.get("gunicorn.socket")
    source: Any = getattr(body, "reader", None)
    known = line is not None and type(source).__name__ == "LengthReader" and hasattr(line, "recv_into")
    if line is not None:
        line.settimeout(silence)
    turns = cycle([memoryview(bytearray(BLOCK)), memoryview(bytearray(BLOCK))])

    def straight(view: memoryview) -> int:
        """Some bytes: first those that came with the head of the request."""
        ahead = min(len(view), body.buf.tell() + source.unreader.buf.tell(), source.length)
        if ahead:
            told = body.read(ahead)
            view[: len(told)] = told
            return len(told)
        come: int = line.recv_into(view[: min(len(view), source.length)])
        source.length -= come
        return come

    def handed(view: memoryview) -> int:
        """Some bytes, as the server hands them over."""
        told = body.read(len(view))
        view[: len(told)] = told
        return len(told)

    def read(size: int) -> memoryview:
        view, come = next(turns)[: min(size, BLOCK)], 0
        while come < len(view):
            try:
                more = straight(view[come:]) if known else handed(view[come:])
            except OSError:  # reset or silent
                more = 0
            if not more:
                body.failed = True  # where the next request would begin nobody knows
                break
            come += more
        return view[:come]

    return read
