"""The sanctions list in a real browser, at a desk and on a phone: no accessibility violation, nothing sticks out."""

import pytest
from django.urls import reverse

from tests.browser import look, sign_in
from tests.builders import sanctions as build
from tests.builders.cases import handler_of
from yangguang.kernel import clock

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_handler_walks_the_pages_of_the_sanctions_list(open_tab, live_server, transactional_db):
    line = build.a_listing()
    case = line.case
    tab = open_tab()
    with clock.frozen(clock.beijing(build.LISTED, 15)):
        sign_in(tab, handler_of(case), live_server.url)
        for name, address in {
            "lines": reverse("cases:sanctions", args=[case.public_id]),
            "case": reverse("cases:case", args=[case.public_id]),
            "propose": reverse("cases:propose_listing", args=[case.public_id]),
            "request": reverse("cases:listing_act", args=[case.public_id, line.public_id, "request_delisting"]),
        }.items():
            tab.goto(live_server.url + address)
            look(tab, f"sanctions-{name}")
