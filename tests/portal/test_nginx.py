"""The public site through a real nginx with the example of the documentation: every address says what the process says."""

import gzip
import http.client
import re
from urllib.parse import quote, urlsplit

import pytest
from django.conf import settings as settings_of
from django.core.management import call_command

from tests import nginx
from tests.builders.disclosure import withdraw
from tests.builders.public_site import a_public_site, addresses, keep_up
from yangguang.base.boundaries import VisitorBehindProxy
from yangguang.portal.every_address import every_address
from yangguang.portal.static_export import LIST, export

pytestmark = [
    pytest.mark.nginx, pytest.mark.duty("D19"), pytest.mark.django_db(transaction=True, databases=["default", "public"]),
]  # fmt: skip
ALIKE = ("Content-Security-Policy", "X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy",
         "Cross-Origin-Opener-Policy")  # fmt: skip


class Server:
    """One web server that is asked."""

    def __init__(self, port):
        self.port = port

    def ask(self, path, *, method="GET", body=None, **headers):
        """Code, headers and content of one answer."""
        client = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        client.request(method, quote(path, safe="/?=&%"), body=body, headers={"Host": "localhost", **told})
        answer = client.getresponse()
        content = answer.read()
        client.close()
        return answer.status, answer.headers, content


@pytest.fixture
def site(settings, tmp_path, live_server):
    """A public site as files behind nginx, and the process beside it."""
    settings.PUBLIC_SITE = settings.PUBLIC_SITE | {"url": "https://gongshi.example"}
    settings.TLOG_DIR, settings.STATIC_ROOT = tmp_path / "tlog", tmp_path / "static"
    call_command("collectstatic", interactive=False, verbosity=0)
    made = a_public_site()
    export(tmp_path / "www")
    made.www = tmp_path / "www"
    port = nginx.a_port()
    folder = tmp_path / "nginx"
    nginx.example(folder, www=made.www, port=port, process=live_server.url)
    with nginx.running(folder, [port]):
        made.through, made.process = Server(port), Server(urlsplit(live_server.url).port)
        yield made


def sorted_parts(text):
    return sorted(part.strip() for part in text.split(";"))


def unsigned(content):
    """Without what is drawn anew for every form."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]*"|value="[\w:.-]{20,}"', b"", content)


def test_every_address_says_through_nginx_what_the_process_says(site):
    faults, asked = [], list(dict.fromkeys([*every_address(), *addresses()]))
    for path in asked:
        code, headers, content = site.through.ask(path)
        wanted, theirs, said = site.process.ask(path)
        if (code, unsigned(content)) != (wanted, unsigned(said)):
            faults.append(f"{path}: {code} instead of {wanted}, {len(content)} bytes instead of {len(said)}")
        if headers["Content-Type"].lower().replace(" ", "") != theirs["Content-Type"].lower().replace(" ", ""):
            faults.append(f"{path}: {headers['Content-Type']} instead of {theirs['Content-Type']}")
        for name in ALIKE:
            told = headers.get_all(name) or []
            if [sorted_parts(one) for one in told] != [sorted_parts(theirs[name])]:
                faults.append(f"{path}: {name} is {told}")
    assert not faults, "\n".join(faults)
    assert len(asked) > 60


def test_what_is_asked_goes_to_the_process_though_a_file_has_that_address(site):
    ref = site.people.body.public_id
    for path in ("/search?q=超时", f"/decisions/?body={ref}", f"/feeds/decisions.atom?body={'a' * 26}",
                 f"/feeds/decisions.json?body={'a' * 26}"):  # fmt: skip
        assert site.through.ask(path)[::2] == site.process.ask(path)[::2], path
    assert "超时" in site.through.ask("/search?q=超时")[2].decode()
    assert site.through.ask(f"/feeds/decisions.json?body={'a' * 26}")[2] != site.through.ask("/feeds/decisions.json")[2]


def test_large_type_and_what_is_sent_reach_the_process(site):
    page = f"/decisions/{site.standing.notice_ref}"
    assert b'class="large-type"' not in site.through.ask(page)[2]
    assert b'class="large-type"' in site.through.ask(page, Cookie="large_type=1")[2]
    code, _, content = site.through.ask("/large-type/", method="POST", body=b"x=1")
    assert (code, content) == (403, site.process.ask("/large-type/", method="POST", body=b"x=1")[2])
    assert (
        site.through.ask(page, method="POST", body=b"x=1")[0] == site.process.ask(page, method="POST", body=b"x=1")[0]
    )


def test_complaint_with_its_files_is_not_too_large_for_nginx(site):
    allowed = settings_of.VOICE_FILES_BYTES
    size = int(re.search(r"client_max_body_size (\d+)m;", (nginx.EXAMPLE / "site.conf").read_text("utf-8"))[1]) * 2**20
    assert size > settings_of.MOST_BYTES_OF_VOICES
    code, _, _ = site.through.ask("/voice/conduct/", method="POST", body=b"x" * allowed, Content_Type="text/plain")
    assert code != 413
    assert code == site.process.ask("/voice/conduct/", method="POST", body=b"x" * 10, Content_Type="text/plain")[0]


def test_page_taken_back_is_a_tombstone_and_its_files_are_not_found(site):
    ref = site.withdrawn.notice_ref
    code, headers, content = site.through.ask(f"/decisions/{ref}")
    assert (code, headers["Cache-Control"]) == (200, "no-cache")
    assert "已撤回" in content.decode()
    for path in (f"/decisions/{ref}/copy.json", f"/decisions/{ref}/decision.pdf", f"/decisions/{'a' * 26}", "/nothing"):
        code, headers, content = site.through.ask(path)
        assert (code, content) == (404, site.process.ask(path)[2]), path
        assert headers.get_all("X-Frame-Options") == ["DENY"], path
    assert site.through.ask(f"/{LIST}")[0] == 404
    assert site.through.ask("/../nginx/nginx.conf")[0] == 400
    assert site.through.ask("/static/")[0] == 404
    withdraw(site.standing, site.people)
    keep_up()
    export(site.www)
    assert "已撤回" in site.through.ask(f"/decisions/{site.standing.notice_ref}")[2].decode()
    assert site.through.ask(f"/decisions/{site.standing.notice_ref}/copy.json")[0] == 404


def test_text_is_compressed_and_what_is_known_is_not_sent_again(site):
    for path in ("/", f"/decisions/{site.standing.notice_ref}", "/feeds/decisions.atom", "/feeds/decisions.json",
                 "/open-data/decisions.csv", "/open-data/decisions.json", "/static/css/base.css"):  # fmt: skip
        _, plain, content = site.through.ask(path)
        code, packed, short = site.through.ask(path, Accept_Encoding="gzip")
        assert (code, packed["Content-Encoding"]) == (200, "gzip"), path
        assert gzip.decompress(short) == content
        assert len(short) < len(content)
        for told in (plain, packed):
            assert {"Accept-Encoding", "Cookie"} <= set(", ".join(told.get_all("Vary")).split(", ")), path
        code, again, nothing = site.through.ask(path, If_None_Match=plain["ETag"])
        assert (code, nothing) == (304, b"")
        assert again["Content-Security-Policy"]
    paper = f"/decisions/{site.standing.notice_ref}/decision.pdf"
    assert site.through.ask(paper, Accept_Encoding="gzip")[1]["Content-Encoding"] is None
    code, _, part = site.through.ask(paper, Range="bytes=0-3")
    assert (code, part) == (206, b"%PDF")


def test_visitors_behind_nginx_are_told_apart_by_what_nginx_says(site, settings, monkeypatch):
    settings.PROXIES, seen = frozenset({"127.0.0.1"}), []
    real = VisitorBehindProxy.__call__

    def noting(self, request):
        seen.append(request.META.get("HTTP_X_FORWARDED_FOR"))
        return real(self, request)

    monkeypatch.setattr(VisitorBehindProxy, "__call__", noting)
    site.through.ask("/search?q=超时", X_Forwarded_For="198.51.100.9")
    assert seen == ["127.0.0.1"]
