"""Diary, overview and lists to be worked through in a real browser: on a desk, on a phone and on paper."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.browser import look, sign_in
from tests.builders import cases as build
from tests.builders.directory import a_body, an_account, an_officer
from tests.builders.many import many_cases
from yangguang.base.events import SYSTEM
from yangguang.cases.models import Clock
from yangguang.cases.use_cases.plan_next_step import plan_next_step
from yangguang.directory.use_cases.leave_post import leave_post
from yangguang.kernel import clock

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
A4 = {"width": 680, "height": 960}  # what is left of a page between its margins, in pixels of the screen


@pytest.fixture
def county(transactional_db):
    """A body below a judicial bureau: a case in time, one late, one whose officer left, one without a date."""
    county = a_body(named="示范县人民政府", mark="示政")
    bureau = a_body(named="示范县司法局", mark="示司", under=county, supervises=True)
    body = build.an_agency(under=county)
    case, late = (build.an_open_case(body=body, parties=(build.a_party(n),)) for n in (1, 2))
    with build.on(clock.today()) as at:
        plan_next_step(case_id=case.pk, day=clock.today(), what="核对工资表", actor=build.handler_of(case), at=at)
    Clock.objects.filter(case=late).update(due_on=clock.today() - timedelta(days=3))
    an_officer(body=body, named="刘洋")
    return body, an_account(role="supervisor", body=bureau)


def test_overview_diary_and_worklists_are_readable_everywhere(open_tab, live_server, county):
    body, supervisor = county
    head, handler = build.person_of(body, "unit_head"), build.officers_of(body)[0].account
    with build.on(clock.today()) as at:
        leave_post(officer=build.officers_of(body)[1], left_on=clock.today(), actor=SYSTEM, at=at)
    seen = [
        (supervisor, "desk:oversight", ""), (head, "desk:schedule", ""), (head, "desk:schedule", "?view=week"),
        (head, "cases:gaps", ""), (head, "cases:reassign", ""), (handler, "cases:explain_several", ""),
        (an_account(role="archivist", body=body), "cases:archive_several", ""), (supervisor, "cases:list", "?lack=overdue"),
    ]  # fmt: skip
    for account, name, query in seen:
        tab = open_tab()
        sign_in(tab, account, live_server.url)
        tab.goto(live_server.url + reverse(name) + query)
        look(tab, name.replace(":", "-"))


def test_phone_shows_the_diary_as_a_list_of_days(open_tab, live_server, county):
    body, _ = county
    tab = open_tab("phone")
    sign_in(tab, build.person_of(body, "unit_head"), live_server.url)
    tab.goto(live_server.url + reverse("desk:schedule"))
    assert tab.locator(".diary thead").is_hidden()
    assert tab.locator(".diary td.free").first.is_hidden()
    tops = [one.bounding_box()["x"] for one in tab.locator(".diary td:not(.free):not(.outside)").all()]
    assert len(set(tops)) == 1


PRINTED = (
    "desk:today",
    "cases:list",
    "cases:leads",
    "desk:schedule",
    "cases:gaps",
    "directory:officers",
    "desk:clauses",
)


def test_paper_says_whose_it_is_and_holds_no_navigation_and_no_cut_table(open_tab, live_server, county):
    body, _ = county
    many_cases(body, 30)
    head = build.person_of(body, "unit_head")
    tab = open_tab("desktop")
    sign_in(tab, head, live_server.url)
    tab.set_viewport_size(A4)
    tab.emulate_media(media="print")
    for name in PRINTED:
        tab.goto(live_server.url + reverse(name))
        printed = tab.locator(".printed-head")
        assert printed.is_visible(), name
        assert {body.name, head.name} <= set(printed.inner_text().replace("\n", " ").split()), name
        for hidden in (".desk-nav", ".top-bar", ".phone-bar", ".actions", ".case-filters"):
            assert not any(one.is_visible() for one in tab.locator(hidden).all()), f"{name} prints {hidden}"
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} is wider than the page"
        cut = tab.evaluate(
            "[...document.querySelectorAll('tr')].filter(r => getComputedStyle(r).breakInside != 'avoid').length"
        )
        assert cut == 0, f"{name} lets a row be cut"


def test_long_list_begins_on_the_first_sheet(open_tab, live_server, county):
    """A card that may not be broken would leave the first page empty."""
    body, _ = county
    many_cases(body, 60)
    tab = open_tab("desktop")
    sign_in(tab, build.person_of(body, "unit_head"), live_server.url)
    tab.goto(live_server.url + reverse("cases:list") + "?size=100")
    tab.emulate_media(media="print")
    assert tab.evaluate("getComputedStyle(document.querySelector('.card:has(table)')).breakInside") == "auto"
