"""微博: one short text with its link for each thing told (statuses/share); deleted where the application may, else told.

Codes: https://open.weibo.com/wiki/Error_code
"""

from __future__ import annotations

import hashlib
from typing import Any
from urllib.parse import urlencode

from django.conf import settings

from yangguang.disclosure.channels.asking import ask, is_reachable
from yangguang.disclosure.channels.channel import Busy, Declined, Keep, NotAsked, Parcel, Steps
from yangguang.kernel import disk

REPEATED = 20019  # an earlier try went through and its answer was lost
GONE = 20101
NOT_ALLOWED = frozenset({10014, 10005})
TRY_LATER = {10001: 60, 10002: 300, 10009: 300, 10010: 60, 10022: 3600, 10023: 3600, 10024: 3600, 20016: 600}
WORDS = {
    10014: "应用没有这个接口的权限", 20012: "文字太长", 20018: "文字里有不允许的网址", 20021: "文字含有不允许的内容",
    21314: "授权已经用过", 21315: "授权已经过期", 21316: "授权已经撤销", 21317: "授权被拒绝", 21319: "授权已经解除",
    21327: "授权已经过期", 21332: "授权无效", 10023: "账号的调用次数已经用完", 10022: "本机地址的调用次数已经用完",
}  # fmt: skip
NEEDS_LEAVE = frozenset({21314, 21315, 21316, 21317, 21319, 21327, 21332})
LONGEST = 130


class _Answered(Exception):
    """The service said no: what was asked for was not done."""


class _NotNow(Busy, _Answered):
    """Not now, in the service's own words."""


class _NotLikeThis(Declined, _Answered):
    """Not like this, in the service's own words."""


class WeiboChannel:
    """A post of the agency's own account. Its leave (access_token) is given by a person for some weeks, in a file."""

    name = "weibo"
    label = "微博"

    def lacks(self) -> list[str]:
        """The file with the leave, the site's own address, and the host among those the site may connect to."""
        told = {
            "access_token 文件": settings.WEIBO["token_file"], "公示端网址": settings.PUBLIC_SITE["url"],
            "允许连接的主机": is_reachable(settings.WEIBO["api"]),
        }  # fmt: skip
        return [label for label, value in told.items() if not value]

    def tell(self, parcel: Parcel, so_far: Steps, keep: Keep) -> None:
        """Post it. The service refuses the same text twice, so that a lost answer or a crash makes no second post."""
        if "id" not in so_far:
            # From here on it may be out, whatever becomes of the answer: later tries ask with the very same text.
            asked = {**so_far, "asked": so_far.get("asked") or _text(parcel)}
            keep(asked)
            try:
                name = self._share(asked["asked"])
            except (_Answered, Declined, NotAsked, OSError):  # it said that it is not out, or was not asked
                keep(so_far)
                raise
            keep({**asked, "id": name})

    def take_back(self, parcel: Parcel, so_far: Steps, keep: Keep) -> None:
        """Delete the post; tell that it was withdrawn where that is not allowed, or where its number is not known."""
        if not so_far or so_far.get("deleted") or so_far.get("told_again"):
            return
        if so_far.get("id"):
            code = int(
                self._asked("statuses/destroy", {"id": so_far["id"]}, also=NOT_ALLOWED | {GONE}).get("error_code") or 0
            )
            if code not in NOT_ALLOWED:
                keep({**so_far, "deleted": "1"})
                return
        keep({**so_far, "told_again": self._share(_text(parcel)) or "1"})

    def _share(self, text: str) -> str:
        answer = self._asked("statuses/share", {"status": text}, also=frozenset({REPEATED}))
        return str(answer.get("idstr") or answer.get("id") or "")

    def _asked(self, path: str, told: dict[str, str], *, also: frozenset[int]) -> dict[str, Any]:
        """Ask with the leave as the file holds it now; `also` are codes that are answers as well."""
        body = urlencode({**told, "access_token": disk.read_secret(settings.WEIBO["token_file"])}).encode()
        answer = ask(f"{settings.WEIBO['api']}/2/{path}.json", body, "application/x-www-form-urlencoded")
        code = int(answer.get("error_code") or 0)
        if code and code not in also:
            raise _fault(code)
        return answer


def _text(parcel: Parcel) -> str:
    link = f"{parcel.address}#{hashlib.sha256(parcel.key.encode()).hexdigest()[:8]}"
    words = "，".join((parcel.title, *parcel.lines))[: LONGEST - 1].rstrip("，")
    return f"{words} {link}"


def _fault(code: int) -> _Answered:
    words = f"微博答复 {code}：{WORDS.get(code, '没有办理')}。"
    if code in NEEDS_LEAVE:
        words += "请重新授权，把新的 access_token 放进文件后重试。"
    return _NotNow(words, pause=TRY_LATER[code]) if code in TRY_LATER else _NotLikeThis(words)
