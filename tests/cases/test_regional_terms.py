"""Where a province or a city gives another term, it is that term which runs, and the page says why."""

from datetime import date

import pytest

from tests.builders.cases import OPENED, on
from tests.builders.directory import a_body, an_account
from yangguang.cases.models import Clock
from yangguang.cases.rules.clocks import KINDS, clause_for
from yangguang.cases.use_cases import run_clocks

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("region", "clause"), [("370281", "QD-LSR-2011:26"), ("330106", "ZJ-LSR-2020:23"),
     ("370100", "LSP-2004:18#accept"), ("", "LSP-2004:18#accept")]
)  # fmt: skip
def test_term_of_a_complaint_is_the_city_s_before_the_province_s_before_the_nation_s(region, clause):
    assert clause_for(KINDS["accept_complaint_by"], region=region, on=TODAY) == clause


def test_term_that_a_body_sets_itself_is_no_regional_one():
    assert clause_for(KINDS["triage_lead_by"], region="370281", on=TODAY) == "LSR-2004:14.2"


@pytest.mark.clause("QD-LSR-2011:26")
def test_clock_of_a_body_in_the_city_runs_by_the_city_s_clause():
    body = a_body(region_code="370281")
    with on(OPENED) as at:
        run_clocks.start(
            None, "accept_complaint_by", on=at.day, event="接到投诉", lead_ref="a" * 26, chain=body.public_id
        )
    clock = Clock.objects.get()
    assert clock.clause == "QD-LSR-2011:26"
    assert clock.due_on == date(2026, 10, 19)


def test_explanation_tells_which_rule_goes_before_which():
    from yangguang.cases.presentation.clocks import explanation_of

    body = a_body(region_code="370281")
    with on(OPENED) as at:
        clock = run_clocks.start(
            None, "accept_complaint_by", on=at.day, event="接到投诉", lead_ref="a" * 26, chain=body.public_id
        )
    (note,) = [one for one in explanation_of(clock, OPENED).notes if "另有规定" in one]
    assert "青岛市劳动保障监察条例第二十六条" in note
    assert "若干规定》" in note or "若干规定第" in note


@pytest.mark.parametrize(
    ("region", "told"), [("370281", "先于国家的规定适用"), ("370100", "国家的规定，本地没有另行规定")]
)
def test_clause_page_says_what_governs_at_the_reader_s_place(client, region, told):
    client.force_login(an_account(role="case_handler", body=a_body(region_code=region)))
    page = client.get("/desk/clauses/LSP-2004:18%23accept").content.decode()
    assert told in page
    assert "QD-LSR-2011:26" in page


def test_page_of_a_regional_clause_names_the_national_one_it_goes_before(client):
    client.force_login(an_account(role="case_handler"))
    page = client.get("/desk/clauses/QD-LSR-2011:26").content.decode()
    assert "/desk/clauses/LSP-2004:18%23accept" in page


def test_clause_nothing_takes_the_place_of_says_nothing_about_places(client):
    client.force_login(an_account(role="case_handler"))
    assert "国家与地方的规定" not in client.get("/desk/clauses/APL-2021:44").content.decode()
