"""The public site as files for a web server or a CDN: what every visitor gets alike lies there, the rest stays with the process.

Files are compared before they are written, so that what is the same keeps its time; each is put in place whole; what is no
longer public goes, whatever else is broken. Only a folder that is empty, or that an export made, is written to.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest

from yangguang.base import public_address
from yangguang.kernel import disk
from yangguang.kernel.refusal import Refused
from yangguang.portal.every_address import every_address, fallen_addresses

LIST = ".yangguang-export.json"
READABLE = 0o644
OK, GONE, NOT_HERE = 200, 410, {404, 503}
HTML = "text/html"
BEING_WRITTEN = ".new-"
LOG = "tlog"
HEADS = ("checkpoint", "cosigned")
AS_THEY_LIE = {LOG, "static"}  # what a head or a page left from before may still need goes at the end
BROKEN = 500
Ask = Callable[[str], tuple[int, str, bytes]]


@dataclass(frozen=True)
class Exported:
    """How many files there are, and what this run did to them."""

    files: int
    written: int
    kept: int
    removed: int


def export(folder: Path) -> Exported:
    """Bring a folder up to date. Raises Refused for a folder that holds something else, and when something was in the way.

    The list comes first, so that a run that dies leaves no file which the next one does not know. What is in the way of one file
    is in the way of no other: what is no longer public goes whatever happens, and what is broken is told at the end.
    """
    if public_address.is_untold():
        raise Refused("公示端不知道自己的网址，没有导出。", remedy=public_address.REMEDY)
    before = _before(folder)
    ask, addresses = _asking(), list(every_address())  # asked for before: each request may end with its connection
    fallen, possible = fallen_addresses(), {name for path in addresses for name in _names(path)}
    run = _Run(folder, before)
    for name in sorted(one for one in before - possible if one.partition("/")[0] not in AS_THEY_LIE):
        run.drop(name)
    run.remember(before | possible)
    for path in addresses:
        _bring_page(run, path, ask, has_fallen=not fallen.isdisjoint({path, path.rpartition("/")[0]}))
    heads, files = (
        _heads(),
        list(_files()),
    )  # the log goes on growing: what a head speaks of is listed after it was read
    run.remember(before | possible | {name for name, _ in files} | heads.keys())
    for name, file in files:
        _bring_file(run, name, file)
    for name, content in heads.items():
        _bring_head(run, name, content)
    for name in sorted(before - run.now - run.left):
        run.drop(name)
    if not run.faults:
        run.remember(run.now)
    if run.faults:
        raise Refused(
            f"{run.faults[0]}，没有导出完。" + (f"这样的共{len(run.faults)}处。" if run.faults[1:] else ""),
            remedy="不再公开的已经删除，出错的列表页面除外。请马上查看日志，排除故障后再导出。",
        )
    return Exported(len(run.now), run.written, len(run.now) - run.written, run.removed)


@dataclass
class _Run:
    """One run over a folder: what it found there, what it did, and what was in its way."""

    folder: Path
    before: set[str]
    now: set[str] = field(default_factory=set)
    left: set[str] = field(default_factory=set)  # what stays as it is because nobody knows what it should say
    faults: list[str] = field(default_factory=list)
    written: int = 0
    removed: int = 0
    is_listed: bool = False

    def remember(self, names: set[str]) -> None:
        """Say on disk which files are this export's; while it does not say so, none is written."""
        content = json.dumps(sorted(names), ensure_ascii=False).encode()
        self.is_listed = self._tried(LIST, partial(disk.write_durably, self.folder / LIST, content, mode=READABLE))

    def put(self, name: str, digest: str, size: int, write: Callable[[], None]) -> None:
        """Have a file say what it should; one that cannot be written does not go on saying what it said."""
        if not _differs(self.folder / name, digest, size):
            self.now.add(name)
        elif self.is_listed and self._tried(name, write):
            self.now.add(name)
            self.written += 1
        else:
            self.drop(name)

    def drop(self, name: str) -> None:
        """Take a file away."""
        if (self.folder / name).is_file() and self._tried(name, partial(disk.remove_durably, self.folder / name)):
            self.removed += 1

    def _tried(self, name: str, work: Callable[[], None]) -> bool:
        try:
            work()
        except OSError as fault:
            self.faults.append(f"{self.folder / name} 写不进去、删不掉（{fault.strerror}）")
            return False
        return True


def _bring_page(run: _Run, path: str, ask: Ask, *, has_fallen: bool) -> None:
    """Bring the file of one address up to date."""
    code, kind, content = ask(path)
    if code == OK or (code == GONE and _is_page(path)):
        name = file_of(path, kind)
        write = partial(disk.write_durably, run.folder / name, content, mode=READABLE)
        run.put(name, hashlib.sha256(content).hexdigest(), len(content), write)
        return
    known = {name for name in _names(path) if name in run.before and name not in run.now}
    if code not in (GONE, *NOT_HERE):
        run.faults.append(f"公示端对 {path} 的答复是 {code}")
        if not has_fallen:
            run.left |= known
            return
    for name in known:  # not ready, taken down, or taken down with a tombstone that is broken
        run.drop(name)


def _bring_file(run: _Run, name: str, path: Path) -> None:
    """Bring the copy of one file up to date."""
    try:
        digest, size = _digest(path), path.stat().st_size
    except OSError as fault:
        run.faults.append(f"{path} 读不出来（{fault.strerror}）")
        run.left.add(name)
        return
    run.put(name, digest, size, partial(disk.make_durably, run.folder / name, partial(_copied, path), mode=READABLE))


def _bring_head(run: _Run, name: str, content: bytes) -> None:
    """Bring a head of the log up to date, only when all it speaks of is there."""
    if run.faults:
        run.left.add(name)
        return
    write = partial(disk.write_durably, run.folder / name, content, mode=READABLE)
    run.put(name, hashlib.sha256(content).hexdigest(), len(content), write)


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


def _names(path: str) -> tuple[str, str]:
    """Under which names an address may lie."""
    return file_of(path, HTML), file_of(path, "")


def _is_page(path: str) -> bool:
    """Whether a tombstone lies here for visitors to read; files that were taken back have none."""
    return "/files/" not in path and not path.endswith("/compare")


def _files() -> Iterator[tuple[str, Path]]:
    """The public log but for its heads, and the files of the layout, as they lie."""
    for first, folder in ((LOG, _log()), ("static", Path(settings.STATIC_ROOT))):
        for path in sorted(folder.rglob("*")):
            is_head = first == LOG and path.name in HEADS
            if path.is_file() and not is_head and not path.name.startswith(BEING_WRITTEN):
                yield f"{first}/{path.relative_to(folder).as_posix()}", path


def _heads() -> dict[str, bytes]:
    """What the heads of the log say now."""
    return {f"{LOG}/{name}": (_log() / name).read_bytes() for name in HEADS if (_log() / name).is_file()}


def _log() -> Path:
    return Path(settings.TLOG_DIR) / "public"


def _asking() -> Ask:
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
        try:
            content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        except OSError:  # a file that went while it was read
            return BROKEN, "", b""
        return answer.status_code, answer.get("Content-Type", ""), content

    return ask


def _differs(path: Path, digest: str, size: int) -> bool:
    return not path.exists() or path.stat().st_size != size or _digest(path) != digest


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _copied(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
