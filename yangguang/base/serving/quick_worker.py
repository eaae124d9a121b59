"""A threaded worker that lets the application answer at once what it can answer from memory.

Between two requests on one connection the main loop waits. When the next one is plain – a GET alone in its packet, after
one that had no body – the application is asked whether it has the whole answer ready; if so it is sent without a thread,
a parser or an environment. Everything else goes the usual way, so nothing depends on this.
"""

from __future__ import annotations

import contextlib
import socket
from typing import Any

from gunicorn.workers.gthread import ThreadWorker

HEAD_LIMIT = 8192
WHOLE = b"\r\n\r\n"


class QuickWorker(ThreadWorker):
    """gthread, with a short cut."""

    def on_client_socket_readable(self, conn: Any, client: Any) -> None:
        """Answer at once, or hand on."""
        answer = self._answer_at_once(conn)
        if answer is None:
            super().on_client_socket_readable(conn, client)
            return
        try:
            sent = conn.sock.send(answer)
        except OSError:
            sent = 0
        if sent == len(answer):
            self.keepalived_conns.remove(conn)
            conn.set_timeout()
            self.keepalived_conns.append(conn)
            return
        self.poller.unregister(client)
        self.keepalived_conns.remove(conn)
        self.nr_conns -= 1
        self.tpool.submit(_finish, conn, answer[sent:], self.cfg.timeout)

    def _answer_at_once(self, conn: Any) -> bytes | None:
        at_once = getattr(self.wsgi, "at_once", None)
        if at_once is None or not self.alive or self.cfg.is_ssl or not _nothing_left_over(conn):
            return None
        try:
            head = conn.sock.recv(HEAD_LIMIT, socket.MSG_PEEK)
        except OSError:
            return None
        if not head.startswith(b"GET ") or head.find(WHOLE) != len(head) - len(WHOLE):
            return None
        answer: bytes | None = at_once(head)
        if answer is not None:
            conn.sock.recv(len(head))
        return answer


def _nothing_left_over(conn: Any) -> bool:
    """Nothing of the request before is still unread: it was a GET without a body, and no byte of the next was taken."""
    parser = conn.parser
    message = getattr(parser, "mesg", None)
    unread = getattr(getattr(parser, "unreader", None), "buf", None)
    if message is None or unread is None or conn.is_http2 or unread.tell():
        return False
    names = {name for name, _ in message.headers}
    return message.method in {"GET", "HEAD"} and not names & {"CONTENT-LENGTH", "TRANSFER-ENCODING"}


def _finish(conn: Any, rest: bytes, seconds: float) -> None:
    """Send what a slow visitor has not taken yet, then part."""
    with contextlib.suppress(OSError):
        conn.sock.settimeout(seconds)
        conn.sock.sendall(rest)
    conn.close()
