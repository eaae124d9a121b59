"""What a first visit costs: every kind of public page with all it is made of, as nginx packs it, stays small."""

import gzip
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.urls import resolve

from tests.builders.disclosure import deliver
from tests.builders.public_entries import an_entry
from tests.builders.public_site import a_public_site, addresses
from tests.builders.reporting import an_adopted_report
from yangguang.base import pages
from yangguang.bulletin.api import PublicOfficer

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D19")]
MOST = 200 * 1024
PACKED = (".css", ".js", ".svg")  # `gzip_types` of the example beside text/html
LEVEL = 1  # what nginx packs with unless told otherwise
URL = re.compile(r"url\([\"']?([^\"')]+)")
# Answers with files, leads elsewhere, asks for a receipt somebody holds, or belongs to a subscription that was asked for by mail.
NO_PAGE = {
    "portal:copy", "portal:paper", "portal:proof", "portal:large_type", "portal:list_file", "portal:guide_paper",
    "portal:report_file", "portal:month_file", "portal:log_head", "portal:log_key", "portal:log_tile",
    "portal:officer_photo", "portal:open_data_file", "portal:decision_feed", "portal:list_feed",
}  # fmt: skip


class Parts(HTMLParser):
    """What a page is made of."""

    def __init__(self):
        super().__init__()
        self.found = set()

    def handle_starttag(self, tag, attributes):
        told = dict(attributes)
        if tag in {"script", "img", "source"} and told.get("src"):
            self.found.add(told["src"])
        if tag == "link" and told.get("rel") in {"stylesheet", "icon", "preload"}:
            self.found.add(told["href"])


def packed(name, content):
    return len(gzip.compress(content, LEVEL)) if name.endswith(PACKED) else len(content)


def static_bytes(path, client, counted):
    """A part and what it draws in turn; each once. What does not lie as a file is asked for."""
    path = urlsplit(path).path
    if path in counted or not path.startswith("/"):
        return
    name = path.removeprefix("/static/")
    found = finders.find(name) if path.startswith("/static/") else None
    answer = None if found else client.get(path)
    content = Path(found).read_bytes() if found else b"".join(answer) if answer.streaming else answer.content
    counted[path] = packed(path, content)
    if path.endswith(".css"):
        for inner in URL.findall(content.decode()):
            if not inner.startswith(("data:", "#")):
                static_bytes(urljoin(path, inner), client, counted)


def first_load(client, address):
    """The bytes of one visit without anything in the cache; None for what is no page."""
    answer = client.get(address)
    if answer.status_code != 200 or not answer.headers["Content-Type"].startswith("text/html"):
        return None
    html = b"".join(answer) if answer.streaming else answer.content
    reader, counted = Parts(), {"": len(gzip.compress(html, LEVEL))}
    reader.feed(html.decode())
    for part in reader.found:
        static_bytes(urljoin(address, part), client, counted)
    return sum(counted.values())


def test_first_visit_to_every_kind_of_public_page_stays_below_200_kb(client, settings, tmp_path):
    settings.TLOG_DIR = tmp_path / "tlog"
    site = a_public_site()
    report = an_adopted_report(site.people.body)
    deliver()
    entry = an_entry("wage_arrears_sanctions")
    number = PublicOfficer.objects.order_by("pk").first().certificate_numbers.split()[0]
    asked = [
        *addresses(),
        f"/annual-reports/{report.public_id}",
        f"/officers/no/{number}",
        f"/lists/{entry}/compare",
        "/lists/kind/wage_arrears_sanctions",
        f"/lists/{entry}",
    ]
    loads = {address: first_load(client, address) for address in asked}
    seen = {resolve(urlsplit(address).path).view_name for address, load in loads.items() if load is not None}
    assert {address: load for address, load in loads.items() if load is not None and load >= MOST} == {}
    wanted = {one.name for one in pages.register().values() if one.site == "portal"} - NO_PAGE
    assert wanted - seen == set()
    assert max(load for load in loads.values() if load) > 20 * 1024  # it does count what pages are made of
