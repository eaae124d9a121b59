"""Serve the page of a decision straight from its file, before any of Django runs; everything else goes on to Django.

Headers of security are taken from Django itself, once, so that the two can never differ. A visitor who chose 大字版 is
passed on, because the page is then changed on its way.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from email.utils import formatdate, parsedate_to_datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http.request import split_domain_port, validate_host

Start = Callable[..., Any]
Application = Callable[[dict[str, Any], Start], Iterable[bytes]]
ADDRESS = re.compile(r"/decisions/([a-z2-7]{26})\Z")
PLAIN = re.compile(rb"GET /decisions/([a-z2-7]{26}) HTTP/1\.1\r\n")
ACCEPTS_GZIP = re.compile(rb"\r\naccept-encoding:[^\r]*gzip")
HOST = re.compile(rb"\r\nhost:[ \t]*([^\r]*?)[ \t]*(?=\r\n)")
NOT_PLAIN = (b"large_type=1", b"\r\nif-", b"\r\nconnection: close", b"\r\nupgrade:", b"\r\nexpect:",
             b"\r\ncontent-length:", b"\r\ntransfer-encoding:", b"\r\nrange:")  # fmt: skip
KEPT_IN_MEMORY = 512
SECURITY = {
    "content-security-policy", "x-frame-options", "x-content-type-options", "referrer-policy",
    "cross-origin-opener-policy", "strict-transport-security",
}  # fmt: skip
Page = tuple[tuple[int, int, int], bytes, str, str]


class StaticPages:
    """The WSGI application in front of Django."""

    def __init__(self, django: Application) -> None:
        self.django = django
        self.pages: dict[str, Page] = {}
        self.security: list[tuple[str, str]] | None = None

    def __call__(self, environ: dict[str, Any], start_response: Start) -> Iterable[bytes]:
        """The file if there is one and nothing asks for more; Django otherwise."""
        match = ADDRESS.match(environ["PATH_INFO"]) if environ["REQUEST_METHOD"] in {"GET", "HEAD"} else None
        if match is None or "large_type=1" in environ.get("HTTP_COOKIE", "") or self._is_to_be_redirected(environ):
            return self.django(environ, start_response)
        packed = "gzip" in environ.get("HTTP_ACCEPT_ENCODING", "")
        page = self._page(match.group(1), packed) if _is_ours(environ.get("HTTP_HOST", "")) else None
        if page is None:
            return self.django(environ, start_response)
        return self._answer(environ, start_response, page, packed)

    def at_once(self, head: bytes) -> bytes | None:
        """The whole answer to a raw request head, or None when it is not a plain question for a page on disk."""
        match = PLAIN.match(head)
        if match is None or self.security is None or settings.SITES == "desk" or settings.SECURE_SSL_REDIRECT:
            return None
        lowered = head.lower()
        hosts = HOST.findall(lowered)
        if len(hosts) != 1 or not _is_ours(hosts[0].decode("latin-1")) or any(word in lowered for word in NOT_PLAIN):
            return None
        packed = ACCEPTS_GZIP.search(lowered) is not None
        page = self._page(match.group(1).decode("ascii"), packed)
        if page is None:
            return None
        lines = [f"{name}: {value}" for name, value in [*self._headers(page, packed), *self.security]]
        lines += [f"Date: {formatdate(usegmt=True)}", f"Content-Length: {len(page[1])}", "Connection: keep-alive"]
        return "\r\n".join(["HTTP/1.1 200 OK", *lines, "", ""]).encode("latin-1") + page[1]

    def _is_to_be_redirected(self, environ: dict[str, Any]) -> bool:
        if settings.SITES == "desk":
            return True
        return bool(settings.SECURE_SSL_REDIRECT) and environ["wsgi.url_scheme"] != "https"

    def _page(self, ref: str, packed: bool) -> Page | None:
        """The file in memory, as long as it is still the same on disk."""
        path = f"{settings.PAGES_DIR}/{ref[:2]}/{ref}.html{'.gz' if packed else ''}"
        try:
            found = os.stat(path)
        except OSError:
            self.pages.pop(path, None)
            return None
        state = (found.st_mtime_ns, found.st_size, found.st_ino)
        page = self.pages.get(path)
        if page is None or page[0] != state:
            if len(self.pages) >= KEPT_IN_MEMORY:
                self.pages.pop(next(iter(self.pages)))
            tag = f'"{found.st_mtime_ns:x}-{found.st_size:x}"'
            page = (state, Path(path).read_bytes(), tag, formatdate(found.st_mtime, usegmt=True))
            self.pages[path] = page
        return page

    def _answer(self, environ: dict[str, Any], start_response: Start, page: Page, packed: bool) -> Iterable[bytes]:
        state, content, tag, _ = page
        headers = [*self._headers(page, packed), *self._security_headers(environ)]
        if _is_known(environ, tag, state[0] // 10**9):
            start_response("304 Not Modified", headers)
            return [b""]
        start_response("200 OK", [*headers, ("Content-Length", str(len(content)))])
        return [b"" if environ["REQUEST_METHOD"] == "HEAD" else content]

    def _headers(self, page: Page, packed: bool) -> list[tuple[str, str]]:
        """What stands above a page."""
        headers = [
            ("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-cache"), ("ETag", page[2]),
            ("Last-Modified", page[3]), ("Vary", "Accept-Encoding, Cookie"),
        ]  # fmt: skip
        return [*headers, ("Content-Encoding", "gzip")] if packed else headers

    def _security_headers(self, environ: dict[str, Any]) -> list[tuple[str, str]]:
        """What Django puts on a page of its own, asked once."""
        if self.security is None:
            told: list[tuple[str, str]] = []
            asked = environ | {"PATH_INFO": "/healthz", "REQUEST_METHOD": "GET", "QUERY_STRING": ""}
            answer = self.django(asked, lambda status, headers, *_: told.extend(headers))
            close = getattr(answer, "close", None)
            if close is not None:
                close()
            self.security = [(name, value) for name, value in told if name.lower() in SECURITY]
        return self.security


def _is_ours(host: str) -> bool:
    """Whether the host asked for is this site's, by Django's own rule; any other goes to Django, which refuses it."""
    return _stands_in(host, tuple(settings.ALLOWED_HOSTS))


@lru_cache(KEPT_IN_MEMORY)
def _stands_in(host: str, allowed: tuple[str, ...]) -> bool:
    domain, _ = split_domain_port(host)
    return bool(domain) and validate_host(domain, allowed)


def _is_known(environ: dict[str, Any], tag: str, changed: int) -> bool:
    """Whether the visitor has this very page already."""
    held = environ.get("HTTP_IF_NONE_MATCH", "")
    if held:
        return tag in [one.strip().removeprefix("W/") for one in held.split(",")]
    since = environ.get("HTTP_IF_MODIFIED_SINCE", "")
    try:
        return bool(since) and changed <= parsedate_to_datetime(since).timestamp()
    except (TypeError, ValueError):
        return False
