"""A transfer of suspected crime in a real browser, at a desk and on a phone: no accessibility violation, nothing sticks out."""

import pytest
from django.urls import reverse

from tests.browser import look, sign_in
from tests.builders import criminal as build
from tests.builders.cases import handler_of
from yangguang.kernel import clock

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_handler_walks_the_pages_of_a_transfer(open_tab, live_server, transactional_db):
    line = build.an_opened_transfer()
    case = line.case
    tab = open_tab()
    with clock.frozen(clock.beijing(build.ANSWERED, 15)):
        sign_in(tab, handler_of(case), live_server.url)
        for name, address in {
            "lines": reverse("cases:criminal_transfer", args=[case.public_id]),
            "case": reverse("cases:case", args=[case.public_id]),
            "hand-over": reverse("cases:transfer_act", args=[case.public_id, line.public_id, "hand_over_case_items"]),
            "register": reverse("cases:criminal_transfers"),
            "clock": reverse("cases:clock", args=[case.clocks.get(kind="hand_over_items_by").public_id]),
        }.items():
            tab.goto(live_server.url + address)
            look(tab, f"criminal-{name}")
