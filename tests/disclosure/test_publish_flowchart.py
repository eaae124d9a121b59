"""Flowcharts are drawn from the very tables cases run on, and become public when a publisher says so."""

from datetime import date

import pytest

from tests.base.test_flowcharts import faults
from tests.builders.directory import a_body, an_account
from tests.builders.disclosure import deliver
from yangguang.base import local_values
from yangguang.base.components.flowcharts import flowchart_steps
from yangguang.base.flowcharts import drawn
from yangguang.bulletin.api import PublicFlowchart
from yangguang.cases.api import FLOWS, flowcharts
from yangguang.disclosure.use_cases.publish_flowchart import publish_flowchart
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D08")]


def test_every_row_of_every_stage_table_is_on_its_flowchart_and_nothing_overlaps():
    body = a_body()
    for name, flow in FLOWS.items():
        outline = flowcharts.flowchart_of(name, body, date(2026, 11, 20))
        numbers = {one.label: one.number for one in outline.stations if one.number > 0}
        numbers = {status.name: numbers[status.label] for status in flow.statuses}
        told = [move for station in outline.stations for move in station.moves]
        rows = drawn(outline)
        expected = [
            (one.act, one.label, tuple(sorted(numbers[s] for s in one.sources)), numbers.get(one.to, 0))
            for one in flow.steps
        ]
        assert sorted((one.act, one.label, one.sources, one.to) for one in told) == sorted(expected), name
        assert sorted(row.act for row in rows if row.act) == sorted(step.act for step in flow.steps), name
        assert len(set(numbers.values())) == len(flow.statuses)
        assert numbers[flow.start] == 1, "the chart begins where a matter begins"
        assert [fault for row in rows for fault in faults(row)] == [], name
        assert [one.number for one in told] == list(range(1, len(told) + 1))


@pytest.mark.clause("APL-2021:39")
def test_published_flowchart_is_public_with_its_terms_until_the_table_says_something_else(client):
    body = a_body()
    publisher = an_account(role="publisher", body=body)
    with pytest.raises(Refused, match="只有本机关的公示员"):
        publish_flowchart(name="lead", body=body, actor=an_account(role="case_handler", body=body), at=Moment.now())
    one = publish_flowchart(name="penalty", body=body, actor=publisher, at=Moment.now())
    deliver()
    public = PublicFlowchart.objects.get(ref=one.public_id)
    assert public.outline == one.outline
    page = client.get(f"/flowcharts/{public.ref}").content.decode()
    assert "送达决定，自作出决定起7个工作日（行政处罚法第六十一条第一款）" in page
    assert page.count("<svg viewBox") == len(drawn(flowcharts.flowchart_of("penalty", body, clock.today())))
    assert public.title in client.get("/flowcharts/").content.decode()
    assert public.title in client.get(f"/bodies/{body.public_id}").content.decode()
    with pytest.raises(Refused, match="与程序表一致"):
        publish_flowchart(name="penalty", body=body, actor=publisher, at=Moment.now())

    client.force_login(publisher)
    assert "与程序表一致" in client.get("/desk/flowcharts/penalty").content.decode()
    local_values.set_value("statement_period_workdays", 9, chain=body.public_id, source="示人社发〔2026〕1号",
                           in_force=date(2026, 1, 1), by_name="管理员")  # fmt: skip
    assert "程序表已变，需要重新公示" in client.get("/desk/flowcharts/").content.decode()
    once = client.get("/desk/flowcharts/penalty/publish").context["form"]["once"].value()
    assert client.post("/desk/flowcharts/penalty/publish", {"once": once}, follow=True).status_code == 200
    deliver()
    assert "自告知送达起9个工作日" in client.get(f"/flowcharts/{public.ref}").content.decode()


def test_text_beside_the_drawing_tells_the_same_steps():
    outline = flowcharts.flowchart_of("complaint", a_body(), date(2026, 11, 20))
    parts = flowchart_steps(outline)["parts"]
    told = [one["move"] for _, moves in parts for one in moves]
    assert [one.number for one in told] == list(range(1, outline.size + 1))
    assert {one["to"] for _, moves in parts for one in moves} >= {"到 3 已受理", "状态不变"}


def test_page_of_one_chart_draws_no_other(client, monkeypatch):
    drawn_for = []
    draw = flowcharts.flowchart_of
    monkeypatch.setattr(flowcharts, "flowchart_of", lambda name, *told: drawn_for.append(name) or draw(name, *told))
    client.force_login(an_account(role="publisher", body=a_body()))
    assert client.get("/desk/flowcharts/penalty").status_code == 200
    assert client.get("/desk/flowcharts/no-such").status_code == 404
    assert drawn_for == ["penalty"]
