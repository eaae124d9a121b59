"""The public site as files for a web server or a CDN: what every visitor gets alike lies there, the rest stays with the process.

Files are compared before they are written, so that what is the same keeps its time; each is put in place whole; what is no
longer public goes. Only a folder that is empty, or that an export made, is written to.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest

from yangguang.kernel import disk
from yangguang.kernel.refusal import Refused
from yangguang.portal.every_address import every_address

LIST = ".yangguang-export.json"
READABLE = 0o644
OK, GONE, NOT_HERE = 200, 410, {404, 503}
HTML = "text/html"
BEING_WRITTEN = ".new-"


@dataclass(frozen=True)
class Exported:
    """How many files there are, and what this run did to them."""

    files: int
    written: int
    kept: int
    removed: int


def export(folder: Path) -> Exported:
    """Bring a folder up to date. Raises Refused for a folder that holds something else."""
    before = _before(folder)
    ask, now, written = _asking(), dict[str, str](), 0
    for name, content in _pages(ask):
        now[name] = hashlib.sha256(content).hexdigest()
        if _differs(folder / name, now[name], len(content)):
            disk.write_durably(folder / name, content, mode=READABLE)
            written += 1
    for name, path in _files():
        now[name] = _digest(path)
        if _differs(folder / name, now[name], path.stat().st_size):
            disk.make_durably(folder / name, partial(_copied, path), mode=READABLE)
            written += 1
    gone = sorted(before - now.keys())
    for name in gone:
        disk.remove_durably(folder / name)
    disk.write_durably(folder / LIST, json.dumps(sorted(now), ensure_ascii=False).encode(), mode=READABLE)
    return Exported(len(now), written, len(now) - written, len(gone))


def file_of(path: str, kind: str) -> str:
    """Under which name an address lies: / as index.html, a page as page.html, any other file as it is called."""
    name = path.lstrip("/")
    if name.endswith("/") or not name:
        return f"{name}index.html"
    return f"{name}.html" if kind.startswith(HTML) else name


def _before(folder: Path) -> set[str]:
    """What an earlier export left here."""
    if (folder / LIST).exists():
        return set(json.loads((folder / LIST).read_bytes()))
    if folder.exists() and any(folder.iterdir()):
        raise Refused(f"{folder} 里有别的文件，没有导出。", remedy="请指出一个空文件夹，或者上次导出的文件夹。")
    return set()


def _pages(ask: Callable[[str], tuple[int, str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Every address that answers, as the process would answer it."""
    for path in list(every_address()):  # asked for before: each request may end with its connection
        code, kind, content = ask(path)
        if code == OK or (code == GONE and _is_page(path)):
            yield file_of(path, kind), content
        elif code not in {
            GONE,
            *NOT_HERE,
        }:  # what is not ready or was taken down has no file; what is broken leaves everything as it is
            raise Refused(f"公示端对 {path} 的答复是 {code}，没有导出完。", remedy="请查看日志，排除故障后再导出。")


def _is_page(path: str) -> bool:
    """Whether a tombstone lies here for visitors to read; files that were taken back have none."""
    return "/files/" not in path and not path.endswith("/compare")


def _files() -> Iterator[tuple[str, Path]]:
    """The public log and the files of the layout, as they lie."""
    for first, folder in (("tlog", Path(settings.TLOG_DIR) / "public"), ("static", Path(settings.STATIC_ROOT))):
        heads_last = sorted(folder.rglob("*"), key=lambda path: (path.name in {"checkpoint", "cosigned"}, path))
        for path in heads_last:
            if path.is_file() and not path.name.startswith(BEING_WRITTEN):
                yield f"{first}/{path.relative_to(folder).as_posix()}", path


def _asking() -> Callable[[str], tuple[int, str, bytes]]:
    """Ask the application itself, as a visitor without cookies. Connections stay open from one question to the next."""
    application = BaseHandler()
    application.load_middleware()
    site = urlsplit(settings.PUBLIC_SITE["url"] or f"http://{settings.ALLOWED_HOSTS[0].replace('*', 'localhost')}")
    scheme = "https" if settings.SECURE_SSL_REDIRECT else site.scheme

    def ask(path: str) -> tuple[int, str, bytes]:
        environ = {
            "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": "", "HTTP_HOST": site.netloc,
            "SERVER_NAME": site.hostname or "", "SERVER_PORT": str(site.port or 80), "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1", "wsgi.url_scheme": scheme, "wsgi.input": BytesIO(),
        }  # fmt: skip
        answer: Any = application.get_response(WSGIRequest(environ))
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        return answer.status_code, answer.get("Content-Type", ""), content

    return ask


def _differs(path: Path, digest: str, size: int) -> bool:
    return not path.exists() or path.stat().st_size != size or _digest(path) != digest


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _copied(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
