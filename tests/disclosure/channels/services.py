"""Two services on this machine that answer as theirs are documented: tokens that end, quotas, codes in the body, ids.

微信公众号: https://developers.weixin.qq.com/doc/subscription/api/public/ · 微博: https://open.weibo.com/wiki/2/statuses/share
"""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from urllib.parse import parse_qs, urlsplit

APP_ID, SECRET, LEAVE = "wx0123456789abcdef", "weixin-secret-zzz", "weibo-leave-zzz"


class Weixin:
    """One official account. `use_up`, `lose_answer_of`, `under_way` and `outcome` make it behave badly."""

    def __init__(self):
        self.ids, self.tokens, self.forced = count(1), set(), 0
        self.drafts, self.tasks, self.articles = {}, {}, {}
        self.use_up, self.lose_answer_of, self.under_way, self.outcome = False, "", 0, 0
        self.asked = []

    def answer(self, path, query, body):
        told, verb = json.loads(body), path.removeprefix("/cgi-bin/")
        self.asked.append(verb)
        if verb == "stable_token":
            return self.token(told)
        if query.get("access_token", [""])[0] not in self.tokens:
            return {"errcode": 40001, "errmsg": "invalid credential, access_token is invalid or not latest rid: 65"}
        if self.use_up:
            return {"errcode": 45009, "errmsg": "reach max api daily quota limit rid: 65"}
        answer = getattr(self, verb.replace("/", "_"))(told)
        if verb == self.lose_answer_of:
            self.lose_answer_of = ""
            return None
        return answer

    def token(self, told):
        if told["appid"] != APP_ID:
            return {"errcode": 40013, "errmsg": "invalid appid rid: 65"}
        if told["secret"] != SECRET:
            return {"errcode": 40125, "errmsg": "invalid appsecret rid: 65"}
        self.forced += told["force_refresh"]
        self.tokens = {f"token-{next(self.ids)}"} if told["force_refresh"] or not self.tokens else self.tokens
        return {"access_token": next(iter(self.tokens)), "expires_in": 7200}

    def draft_add(self, told):
        (article,) = told["articles"]
        if len(article["title"]) > 32 or article["thumb_media_id"] != "cover-1":
            return {"errcode": 40007, "errmsg": "invalid media_id rid: 65"}
        name = f"draft-{next(self.ids)}"
        self.drafts[name] = article
        return {"media_id": name}

    def draft_delete(self, told):
        return {"errcode": 0 if self.drafts.pop(told["media_id"], None) else 40007, "errmsg": ""}

    def freepublish_submit(self, told):
        if told["media_id"] not in self.drafts:
            return {"errcode": 40007, "errmsg": "invalid media_id rid: 65"}
        name, article = f"10000{next(self.ids)}", self.drafts.pop(told["media_id"])
        self.tasks[name] = f"article-{name}"
        if not self.outcome:
            self.articles[f"article-{name}"] = article
        return {"errcode": 0, "errmsg": "ok", "publish_id": name, "msg_data_id": name}

    def freepublish_get(self, told):
        if self.under_way:
            self.under_way -= 1
            return {"publish_id": told["publish_id"], "publish_status": 1, "fail_idx": []}
        if self.outcome:
            return {"publish_id": told["publish_id"], "publish_status": self.outcome, "fail_idx": [1]}
        return {"publish_id": told["publish_id"], "publish_status": 0, "article_id": self.tasks[told["publish_id"]]}

    def freepublish_batchget(self, told):
        items = [{"article_id": key, "content": {"news_item": [one]}} for key, one in self.articles.items()]
        return {"total_count": len(items), "item_count": len(items), "item": items[: told["count"]]}

    def freepublish_delete(self, told):
        gone = self.articles.pop(told["article_id"], None)
        return {"errcode": 0, "errmsg": "ok"} if gone else {"errcode": 53600, "errmsg": "Article ID invalid rid: 65"}


class Weibo:
    """One account's posts. `use_up`, `over`, `lose_answer`, `may_delete` make it behave badly."""

    def __init__(self):
        self.ids, self.posts, self.texts = count(5001), {}, set()
        self.use_up, self.over, self.lose_answer, self.may_delete = False, False, False, True

    def answer(self, path, query, body):
        told = {name: values[0] for name, values in parse_qs(body.decode()).items()}
        if self.over or told.get("access_token") != LEAVE:
            return self.fault(path, 21327, "expired_token")
        if self.use_up:
            return self.fault(path, 10023, "User requests out of rate limit!")
        if path == "/2/statuses/destroy.json":
            if not self.may_delete:
                return self.fault(path, 10014, "Insufficient app permissions!")
            gone = self.posts.pop(told["id"], None)
            return {"id": int(told["id"])} if gone else self.fault(path, 20101, "target weibo does not exist!")
        if told["status"] in self.texts:
            return self.fault(path, 20019, "repeat content!")
        if len(told["status"]) > 2000:
            return self.fault(path, 20012, "text too long, please input text less than 140 characters!")
        name = str(next(self.ids))
        self.posts[name] = told["status"]
        self.texts.add(told["status"])
        if self.lose_answer:
            self.lose_answer = False
            return None
        return {"id": int(name), "idstr": name, "text": told["status"]}

    def fault(self, path, code, words):
        return {"error": words, "error_code": code, "request": path}


@contextmanager
def served(service):
    """Its address while it runs; an answer that is lost breaks the connection."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            address = urlsplit(self.path)
            body = self.rfile.read(int(self.headers["Content-Length"]))
            answer = service.answer(address.path, parse_qs(address.query), body)
            if answer is None:
                self.close_connection = True
                return
            content = json.dumps(answer, ensure_ascii=False).encode()
            self.send_response(400 if "error_code" in answer else 200)
            self.send_header("Content-Type", "application/json; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *args):
            """Nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def a_secret(folder, name, words):
    """A file of a secret that nobody else reads."""
    path = folder / name
    path.write_text(words)
    path.chmod(0o600)
    return str(path)


@contextmanager
def both_services(settings, folder):
    """Both run, and the site is set up for them."""
    weixin, weibo = Weixin(), Weibo()
    with served(weixin) as one, served(weibo) as other:
        settings.OUTGOING_HOSTS = frozenset({"127.0.0.1"})
        settings.PUBLIC_SITE = settings.PUBLIC_SITE | {"url": "https://gongshi.example"}
        settings.WEIXIN = {
            "api": one,
            "app_id": APP_ID,
            "secret_file": a_secret(folder, "weixin", SECRET),
            "cover": "cover-1",
        }
        settings.WEIBO = {"api": other, "token_file": a_secret(folder, "weibo", LEAVE)}
        yield weixin, weibo
