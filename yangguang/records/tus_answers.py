"""What the resumable upload protocol answers: its headers on everything, a status for whatever went wrong."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.http import http_date

from yangguang.kernel import growing
from yangguang.kernel.refusal import Refused
from yangguang.records.models import Upload, UploadState
from yangguang.records.rules import tus
from yangguang.records.use_cases import _receive_part as receiving

FAULTS: dict[type[Exception], tuple[int, str]] = {
    receiving.WrongOffset: (409, "续传的位置不对，请先查询已收到多少。"),
    receiving.WrongChecksum: (460, "这一段与校验值不符，没有保留。"),
    receiving.TooLong: (413, "这一段超过了文件的大小。"),
    receiving.Gone: (410, "这次上传已经结束。"),
    receiving.NotTheOriginal: (422, "上传的不是原始文件，或者摘要不一致。"),
    receiving.ContentRefused: (415, "文件内容与扩展名不符，或者不是允许的种类，没有保存。"),
    growing.Taken: (423, "这个文件正在由另一处上传。"),
    tus.Unreadable: (400, "请求的格式不对。"),
    OSError: (507, "服务器没有写下这一段，请稍后续传。"),
}


def answered(request: HttpRequest, act: Callable[[], HttpResponse]) -> HttpResponse:
    """Act, and say what came of it."""
    if request.headers.get("Tus-Resumable") != tus.VERSION:
        return spoken(told(412, "请使用 tus 1.0.0 上传。"))
    try:
        return spoken(act())
    except Refused as refusal:
        return spoken(told(413 if refusal.field == "file" else 403, f"{refusal.reason}{refusal.remedy}"))
    except tuple(FAULTS) as fault:
        return spoken(told(*next(words for kind, words in FAULTS.items() if isinstance(fault, kind))))


def told(status: int, words: str) -> HttpResponse:
    """A status, and words for people."""
    return HttpResponse(words, status=status, content_type="text/plain; charset=utf-8")


def expiring(answer: HttpResponse, one: Upload) -> HttpResponse:
    """Until when what has come is kept."""
    if one.state == UploadState.OPEN:
        answer["Upload-Expires"] = http_date(one.expires_at.timestamp())
    return answer


def spoken(answer: HttpResponse) -> HttpResponse:
    """What every answer of the protocol says."""
    answer["Tus-Resumable"] = answer["Tus-Version"] = tus.VERSION
    answer["Tus-Extension"], answer["Tus-Max-Size"] = tus.EXTENSIONS, settings.UPLOAD_MOST_BYTES
    answer["Tus-Checksum-Algorithm"] = ",".join(tus.ALGORITHMS)
    return answer
