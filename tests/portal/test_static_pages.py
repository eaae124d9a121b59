"""A page that lies on disk is served without Django, byte for byte, with the same protection, and never when it is gone."""

import gzip
from wsgiref.util import setup_testing_defaults

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections

from tests.builders.disclosure import a_publication, withdraw
from yangguang.bulletin.api import pages_on_disk
from yangguang.portal.static_pages import SECURITY, StaticPages

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _connections_stay_open():
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def fast():
    return StaticPages(get_wsgi_application())


@pytest.fixture
def published(people):
    return a_publication(people, state="published")


def ask(application, path, method="GET", **headers):
    environ = {"PATH_INFO": path, "REQUEST_METHOD": method} | {f"HTTP_{k.upper()}": v for k, v in headers.items()}
    setup_testing_defaults(environ)
    told = {}

    def start(status, given, *_):
        told["status"], told["headers"] = int(status[:3]), {name.lower(): value for name, value in given}

    body = b"".join(application(environ, start))
    return told["status"], told["headers"], body


def page_of(publication):
    return f"/decisions/{publication.notice_ref}", pages_on_disk.path_of(publication.notice_ref)


def test_page_is_the_file_and_its_compressed_twin(fast, published):
    address, path = page_of(published)
    status, headers, body = ask(fast, address)
    assert (status, body) == (200, path.read_bytes())
    status, headers, body = ask(fast, address, accept_encoding="gzip, br")
    assert headers["content-encoding"] == "gzip"
    assert gzip.decompress(body) == path.read_bytes()
    assert ask(fast, address, "HEAD")[2] == b""


def test_protection_is_the_same_as_of_pages_django_serves(fast, published):
    address, path = page_of(published)
    _, quick, body = ask(fast, address)
    _, slow, same = ask(get_wsgi_application(), address)
    assert same == body
    assert {n: v for n, v in quick.items() if n in SECURITY} == {n: v for n, v in slow.items() if n in SECURITY}
    assert {"content-security-policy", "x-frame-options", "x-content-type-options"} <= set(quick)


def test_visitor_who_has_the_page_gets_no_second_copy(fast, published):
    address, _ = page_of(published)
    _, headers, _ = ask(fast, address)
    assert ask(fast, address, if_none_match=headers["etag"])[0] == 304
    assert ask(fast, address, if_modified_since=headers["last-modified"])[0] == 304
    assert ask(fast, address, if_none_match='"other"')[0] == 200
    assert ask(fast, address, if_modified_since="nonsense")[0] == 200


def test_withdrawn_page_is_the_tombstone_at_once(fast, people, published):
    address, _ = page_of(published)
    tag = ask(fast, address)[1]["etag"]
    withdraw(published, people)
    status, _, body = ask(fast, address, if_none_match=tag)
    assert status == 200
    assert "晨曦" not in body.decode()


def test_large_type_goes_through_django(fast, published):
    address, _ = page_of(published)
    assert b'class="large-type"' in ask(fast, address, cookie="a=b; large_type=1")[2]


@pytest.mark.parametrize(
    "path", ["/decisions/../../etc/passwd", "/decisions/" + "A" * 26, "/decisions/" + "z" * 26, "/decisions/"]
)
def test_other_addresses_go_on_to_django(fast, people, path):
    assert ask(fast, path)[0] in {200, 404}


def test_insecure_visit_of_a_secure_site_is_redirected(fast, published, settings):
    settings.SECURE_SSL_REDIRECT = True
    redirecting = StaticPages(get_wsgi_application())
    assert ask(redirecting, page_of(published)[0])[0] == 301


def test_memory_keeps_only_so_many_pages(fast, published, monkeypatch):
    from yangguang.portal import static_pages

    monkeypatch.setattr(static_pages, "KEPT_IN_MEMORY", 1)
    address, _ = page_of(published)
    ask(fast, address)
    ask(fast, address, accept_encoding="gzip")
    assert len(fast.pages) == 1


def head_of(path, *lines):
    return "\r\n".join([f"GET {path} HTTP/1.1", "Host: x", *lines, "", ""]).encode()


def test_answer_at_once_says_what_the_usual_answer_says(fast, published):
    address, path = page_of(published)
    assert fast.at_once(head_of(address)) is None
    _, usual, _ = ask(fast, address, accept_encoding="gzip")
    answer = fast.at_once(head_of(address, "Accept-Encoding: gzip, br"))
    head, _, body = answer.partition(b"\r\n\r\n")
    told = dict(line.lower().split(": ", 1) for line in head.decode().split("\r\n")[1:])
    assert gzip.decompress(body) == path.read_bytes()
    assert {name: value.lower() for name, value in usual.items()}.items() <= told.items()


@pytest.mark.parametrize(
    "line",
    ["Cookie: large_type=1", "If-None-Match: x", "Connection: close", "Content-Length: 3", "Expect: 100-continue"],
)
def test_anything_but_a_plain_question_goes_the_usual_way(fast, published, line):
    address, _ = page_of(published)
    ask(fast, address)
    assert fast.at_once(head_of(address)) is not None
    assert fast.at_once(head_of(address, line)) is None
    assert fast.at_once(head_of("/decisions/" + "z" * 26)) is None


def test_tombstone_is_answered_at_once_after_a_withdrawal(fast, people, published):
    address, _ = page_of(published)
    ask(fast, address)
    withdraw(published, people)
    assert "晨曦" not in fast.at_once(head_of(address)).decode()


HEAD = "GET {} HTTP/1.1\r\nHost: {}\r\n\r\n"


@pytest.mark.parametrize(
    "host", ["evil.example", "gongshi.example.evil.example", "", "a b", "gongshi.example@evil.example"]
)
def test_page_asked_for_under_a_foreign_host_is_left_to_django_which_refuses(fast, published, settings, host):
    settings.ALLOWED_HOSTS = ["gongshi.example"]
    address, _ = page_of(published)
    assert ask(fast, address, host="gongshi.example:8000")[0] == 200
    assert fast.at_once(HEAD.format(address, "Gongshi.example").encode()) is not None
    assert ask(fast, address, host=host)[0] == 400
    assert fast.at_once(HEAD.format(address, host).encode()) is None


def test_request_with_two_hosts_is_left_to_django(fast, published, settings):
    settings.ALLOWED_HOSTS = ["gongshi.example"]
    address, _ = page_of(published)
    ask(fast, address, host="gongshi.example")
    twice = HEAD.format(address, "gongshi.example\r\nHost: evil.example").encode()
    assert fast.at_once(twice) is None
