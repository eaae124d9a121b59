"""The public log as it lies on disk: head, key, tiles; and the proof of a decision, to check offline."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from yangguang.base.pages import PUBLIC, page
from yangguang.base.tlog import tiles
from yangguang.bulletin.api import notice_by_ref, pages_on_disk

COSIGNED, SECOND_KEY = "cosigned", "key-sm2"
PARTIAL = ".p/"  # not full yet: what was written and not signed is written over
COMING = "存证证明正在写出，公开后大约一分钟可以下载，请稍后再试。"
TEXT, BYTES = "text/plain; charset=utf-8", "application/octet-stream"
FOR_EVER, FOR_A_MOMENT = "public, max-age=31536000, immutable", "public, max-age=5"


@page("tlog/checkpoint", name="portal:log_head", title="存证日志头", allow=PUBLIC, site="portal", subject="log")
def head(request: HttpRequest) -> HttpResponse:
    """The newest signed head."""
    return _file("checkpoint", TEXT, FOR_A_MOMENT)


@page("tlog/key", name="portal:log_key", title="存证日志的公钥", allow=PUBLIC, site="portal", subject="log")
def key(request: HttpRequest) -> HttpResponse:
    """The key of the log; whoever relies on it takes it from elsewhere too."""
    return _file("key", TEXT, FOR_A_MOMENT)


@page("tlog/<path:name>", name="portal:log_tile", title="存证日志的文件", allow=PUBLIC, site="portal", subject="log")
def tile(request: HttpRequest, name: str) -> HttpResponse:
    """A tile of hashes or a bundle of entries, for ever once it is full; or the newest cosigned head, or the SM2 key."""
    if name in {COSIGNED, SECOND_KEY}:
        return _file(name, TEXT, FOR_A_MOMENT)
    if not tiles.ADDRESS.match(name):
        raise Http404
    return _file(name, BYTES, FOR_A_MOMENT if PARTIAL in name else FOR_EVER)


@page(
    "decisions/<ref:ref>/decision.tlog-proof", name="portal:proof", title="存证证明", allow=PUBLIC, site="portal",
    subject="proof",
)  # fmt: skip
def proof(request: HttpRequest, ref: str) -> HttpResponse:
    """The proof that goes with copy.json; said to come while the log has not written it, none once it was taken down."""
    path = pages_on_disk.proof_of(ref)
    notice = None if path.exists() else notice_by_ref(ref)
    if notice is not None and notice.stands:
        return HttpResponse(COMING, status=503, content_type=TEXT, headers={"Retry-After": "60"})
    response = _answer(path, TEXT, "no-cache")
    response["Content-Disposition"] = content_disposition_header(True, "decision.tlog-proof") or ""
    return response


def _file(name: str, kind: str, kept: str) -> HttpResponse:
    return _answer(Path(settings.TLOG_DIR) / "public" / name, kind, kept)


def _answer(path: Path, kind: str, kept: str) -> HttpResponse:
    try:
        response = HttpResponse(path.read_bytes(), content_type=kind)
    except (FileNotFoundError, IsADirectoryError):
        raise Http404 from None
    response["Cache-Control"] = kept
    return response
