"""The public site needs the public store and nothing else: no page of it asks the agency's database anything."""

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from tests.builders.disclosure import a_publication
from yangguang.base import pages
from yangguang.disclosure.plugs.public_log import write_log


@pytest.mark.django_db
def test_visitor_of_the_public_site_never_reaches_the_database_of_the_agency(client, people):
    published = a_publication(people, state="published")
    write_log()
    plain = [f"/{one.address}" for one in pages.register().values() if one.site == "portal" and "<" not in one.address]
    assert "/" in plain
    addresses = [
        *plain,
        "/search?q=超时",
        f"/decisions/{published.notice_ref}",
        f"/bodies/{people.body.public_id}",
        f"/decisions/{published.notice_ref}/decision.tlog-proof",
        "/tlog/tile/entries/000.p/1",
    ]
    with CaptureQueriesContext(connections["default"]) as asked, CaptureQueriesContext(connections["public"]) as public:
        for address in addresses:
            assert client.get(address, follow=True).status_code == 200, address
    assert [query["sql"] for query in asked.captured_queries] == []
    assert public.captured_queries
