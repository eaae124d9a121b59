"""微信公众号: one article for each thing told, as a draft that is then published (draft/add, freepublish/submit, …/get).

Every step is kept before the next: a draft is published once, whoever asks again, and is so the key of the article. Codes:
https://developers.weixin.qq.com/doc/subscription/guide/dev/api/errcode.html
"""

from __future__ import annotations

import hashlib
import html
import json
from typing import Any

from django.conf import settings

from yangguang.disclosure.channels.asking import ask, is_reachable
from yangguang.disclosure.channels.channel import Busy, Declined, Keep, Parcel, Steps
from yangguang.kernel import disk

TOKEN_IS_OVER = frozenset({40001, 40014, 42001})
TRY_LATER = {-1: 60, 45009: 14400, 45011: 120}  # busy; the day's quota; the minute's quota: seconds to wait
DRAFT_IS_GONE, ARTICLE_IS_GONE = frozenset({40007, 53404}), frozenset({53600})
WORDS = {
    40001: "AppSecret 不对，或者凭证无效", 40013: "AppID 不对", 40125: "AppSecret 不对", 40164: "本机地址不在公众号的 IP 白名单里",
    40007: "封面素材或者草稿不存在", 45009: "今天的调用次数已经用完", 48001: "公众号没有这个接口的权限", 50002: "公众号被限制使用",
    53503: "草稿没有通过发布检查", 53504: "需要先在公众平台上使用草稿", 53505: "请手动保存成功后再发表",
}  # fmt: skip
PUBLISHED, UNDER_WAY = 0, 1
OUTCOMES = {2: "原创声明失败", 3: "发布失败", 4: "平台审核没有通过", 5: "发布后被删除", 6: "发布后被平台封禁"}
LONGEST_TITLE, LONGEST_DIGEST = 32, 120
NEWEST = 20


class WeixinChannel:
    """An article on an official account. It does not ring at followers; they find it in the account."""

    name = "weixin"
    label = "微信公众号"

    def __init__(self) -> None:
        self._token = ""

    def lacks(self) -> list[str]:
        """The account, its secret, a cover, and the host among those the site may connect to."""
        told = {
            "AppID": settings.WEIXIN["app_id"], "AppSecret 文件": settings.WEIXIN["secret_file"],
            "封面素材": settings.WEIXIN["cover"], "公示端网址": settings.PUBLIC_SITE["url"],
            "允许连接的主机": is_reachable(settings.WEIXIN["api"]),
        }  # fmt: skip
        return [label for label, value in told.items() if not value]

    def tell(self, parcel: Parcel, so_far: Steps, keep: Keep) -> None:
        """Put the draft there, publish it, and see that it is out."""
        steps = dict(so_far)
        if "article_id" in steps:
            return
        if "media_id" not in steps:
            steps["media_id"] = str(self._asked("draft/add", {"articles": [_article(parcel)]})["media_id"])
            keep(steps)
        if "publish_id" not in steps:
            self._submit(parcel, steps)
            keep(steps)
        if "article_id" not in steps:
            outcome, article_id = self._outcome(steps["publish_id"])
            if outcome != PUBLISHED:
                keep({})  # whoever tries again has put something right, and begins with a new draft
                raise Declined(f"微信没有发布：{OUTCOMES.get(outcome, outcome)}。")
            keep(steps | {"article_id": article_id})

    def take_back(self, parcel: Parcel, so_far: Steps, keep: Keep) -> None:
        """Delete the article; of one that never came out, the draft."""
        article_id = so_far.get("article_id", "")
        if so_far.get("publish_id") and not article_id:
            _, article_id = self._outcome(so_far["publish_id"])
        if article_id:
            self._asked("freepublish/delete", {"article_id": article_id, "index": 0}, also=ARTICLE_IS_GONE)
        elif so_far.get("media_id"):
            self._asked("draft/delete", {"media_id": so_far["media_id"]}, also=DRAFT_IS_GONE)

    def _submit(self, parcel: Parcel, steps: Steps) -> None:
        """Publish the draft. One that is gone was published by a try whose answer was lost: its article is looked for."""
        told = self._asked("freepublish/submit", {"media_id": steps["media_id"]}, also=DRAFT_IS_GONE)
        if told.get("errcode"):
            steps["article_id"] = self._article_of(parcel)
            steps["publish_id"] = ""
        else:
            steps["publish_id"] = str(told["publish_id"])

    def _outcome(self, publish_id: str) -> tuple[int, str]:
        """What became of it, and the article when it is out. Raises Busy while it is under way."""
        told = self._asked("freepublish/get", {"publish_id": publish_id})
        outcome = int(told.get("publish_status", UNDER_WAY))
        if outcome == UNDER_WAY:
            raise Busy("微信正在发布。", pause=60)
        return outcome, str(told["article_id"]) if outcome == PUBLISHED else ""

    def _article_of(self, parcel: Parcel) -> str:
        told = self._asked("freepublish/batchget", {"offset": 0, "count": NEWEST, "no_content": 1})
        for item in told.get("item", []):
            pieces = item.get("content", {}).get("news_item", [])
            if any(piece.get("content_source_url") == _source(parcel) for piece in pieces):
                return str(item["article_id"])
        raise Declined("草稿已经不在，也没有找到发布的文章；请在公众平台核对。")

    def _asked(self, path: str, told: dict[str, Any], *, also: frozenset[int] = frozenset()) -> dict[str, Any]:
        """Ask with a token; once more with a new one when it was over. `also` are codes that are answers as well."""
        body = json.dumps(told, ensure_ascii=False).encode()
        self._token = self._token or self._fresh_token(forced=False)
        answer = self._post(path, body)
        if answer.get("errcode") in TOKEN_IS_OVER:
            self._token = self._fresh_token(forced=True)
            answer = self._post(path, body)
        code = int(answer.get("errcode") or 0)
        if code and code not in also:
            raise _fault(code)
        return answer

    def _post(self, path: str, body: bytes) -> dict[str, Any]:
        return ask(f"{settings.WEIXIN['api']}/cgi-bin/{path}?access_token={self._token}", body, "application/json")

    def _fresh_token(self, *, forced: bool) -> str:
        """By stable_token, whose secret travels in the body and never in an address."""
        secret = disk.read_secret(settings.WEIXIN["secret_file"])
        told = {
            "grant_type": "client_credential",
            "appid": settings.WEIXIN["app_id"],
            "secret": secret,
            "force_refresh": forced,
        }
        answer = ask(f"{settings.WEIXIN['api']}/cgi-bin/stable_token", json.dumps(told).encode(), "application/json")
        if not answer.get("access_token"):
            raise _fault(int(answer.get("errcode") or 0))
        return str(answer["access_token"])


def _fault(code: int) -> Busy | Declined:
    words = f"微信答复 {code}：{WORDS.get(code, '没有办理')}。"
    return Busy(words, pause=TRY_LATER[code]) if code in TRY_LATER else Declined(words)


def _article(parcel: Parcel) -> dict[str, Any]:
    lines = "".join(f"<p>{html.escape(line)}</p>" for line in parcel.lines)
    return {
        "title": parcel.title[:LONGEST_TITLE], "digest": "，".join(parcel.lines)[:LONGEST_DIGEST], "content": lines,
        "content_source_url": _source(parcel), "thumb_media_id": settings.WEIXIN["cover"], "need_open_comment": 0,
    }  # fmt: skip


def _source(parcel: Parcel) -> str:
    """Where “阅读原文” leads; its end names the parcel, so that the article is found again."""
    return f"{parcel.address}#{hashlib.sha256(parcel.key.encode()).hexdigest()[:12]}"
