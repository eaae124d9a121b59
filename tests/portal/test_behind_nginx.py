"""The example for nginx: it says of every file what the process says, and visitors behind it are told apart."""

import re
from pathlib import Path

import pytest

from yangguang.base.boundaries import VisitorBehindProxy

CONF = (Path(__file__).resolve().parents[2] / "docs" / "how-to" / "nginx.conf").read_text(encoding="utf-8")
HEADERS = dict(re.findall(r'^    add_header ([A-Za-z-]+) "([^"]+)" always;', CONF, re.M))


@pytest.mark.django_db
def test_headers_of_the_example_are_those_of_the_process(client):
    answer = client.get("/decisions/")

    def parts(text):
        return sorted(part.strip() for part in text.split(";"))

    assert HEADERS.keys() >= {"Content-Security-Policy", "X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy"}
    assert {name: parts(answer[name]) for name in HEADERS if name != "Cache-Control"} == {
        name: parts(value) for name, value in HEADERS.items() if name != "Cache-Control"
    }


@pytest.mark.parametrize(
    ("proxies", "sent", "known"),
    [
        ((), "198.51.100.9", "127.0.0.1"),
        (("127.0.0.1",), "198.51.100.9", "198.51.100.9"),
        (("127.0.0.1",), "1.1.1.1, 198.51.100.9", "198.51.100.9"),
        (("127.0.0.1",), "", "127.0.0.1"),
        (("10.0.0.1",), "198.51.100.9", "127.0.0.1"),
    ],
)
def test_visitor_is_whom_our_own_proxy_names_last(rf, settings, proxies, sent, known):
    settings.PROXIES = frozenset(proxies)
    request = rf.get("/", REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR=sent)
    VisitorBehindProxy(lambda asked: None)(request)
    assert request.META["REMOTE_ADDR"] == known
