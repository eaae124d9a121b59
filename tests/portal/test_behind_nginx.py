"""The example for nginx: it says of every file what the process says, and visitors behind it are told apart."""

import pytest

from tests.nginx import headers_of_the_example
from yangguang.base.boundaries import VisitorBehindProxy

HEADERS = headers_of_the_example()
OF_SOME_PAGES = {"Cache-Control", "Vary"}


@pytest.mark.django_db
def test_headers_of_the_example_are_those_of_the_process(client):
    answer = client.get("/decisions/")

    def parts(text):
        return sorted(part.strip() for part in text.split(";"))

    assert HEADERS.keys() >= {"Content-Security-Policy", "X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy"}
    assert {name: parts(answer[name]) for name in HEADERS if name not in OF_SOME_PAGES} == {
        name: parts(value) for name, value in HEADERS.items() if name not in OF_SOME_PAGES
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
