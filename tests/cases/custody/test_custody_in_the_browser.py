"""Held things in a real browser, at a desk and on a phone: no accessibility violation, nothing wider than the screen."""

from datetime import date

import pytest
from django.urls import reverse

from tests.browser import look, sign_in
from tests.builders import custody as build
from tests.builders.cases import handler_of
from yangguang.kernel import clock

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LOOKED_AT = date(2026, 10, 15)


def test_handler_reads_and_fills_in_held_things(open_tab, live_server, transactional_db):
    case = build.a_case_that_may_hold()
    kept, held = build.a_preservation(case), build.a_measure(case)
    asked = build.an_approved_measure(case, kind="sealing_up")
    late = build.taken_urgently(case, day=LOOKED_AT, hour=8)
    tab = open_tab()
    with clock.frozen(clock.beijing(LOOKED_AT, 10)):
        sign_in(tab, handler_of(case), live_server.url)
        act = lambda line, name: reverse("cases:custody_act", args=[case.public_id, line.public_id, name])  # noqa: E731
        for name, address in {
            "custody": reverse("cases:custody", args=[case.public_id]),
            "case": reverse("cases:case", args=[case.public_id]),
            "ask-preservation": reverse("cases:ask_custody", args=[case.public_id, "preservation"]),
            "take": act(asked, "take_coercive_measure"),
            "urgent": reverse("cases:ask_custody", args=[case.public_id, "urgent"]),
            "fates": act(kept, "dispose_of_preserved_items"), "release": act(held, "release_coercive_measure"),
            "hours": reverse("cases:clock", args=[late.case.clocks.get(kind="report_emergency_by").public_id]),
            "limit": reverse("cases:clock", args=[case.clocks.get(about_ref=held.public_id).public_id]),
            "today": "/desk/",
        }.items():  # fmt: skip
            tab.goto(live_server.url + address)
            look(tab, f"custody-{name}")
