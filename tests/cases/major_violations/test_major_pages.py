"""The publication of major violations through the browser's door."""

import pytest
from django.urls import reverse

from tests.browser import look, sign_in
from tests.builders import major_violations as build
from tests.builders.cases import a_decided_case, handler_of, on, person_of
from tests.builders.directory import fresh_code
from yangguang.base.events import SYSTEM
from yangguang.cases.kinds.major_labour_violations.acts import ACTS
from yangguang.cases.kinds.major_labour_violations.stages import MAJOR_LABOUR_VIOLATIONS
from yangguang.cases.models import MajorViolation
from yangguang.disclosure.use_cases.schedule_entry import schedule_entry
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

TAKEN_WITHIN_ANOTHER = {
    "mark_major_candidate", "keep_major_publication",
    "publish_major_violation", "correct_major_publication", "end_major_publication",  # within the publication
}  # fmt: skip


def act_of(line, act):
    return reverse("cases:major_act", args=[line.case.public_id, line.public_id, act])


def test_every_act_of_the_table_has_a_form_but_those_taken_within_another():
    assert {step.act for step in MAJOR_LABOUR_VIOLATIONS.steps} == set(ACTS) | TAKEN_WITHIN_ANOTHER


@pytest.mark.django_db
def test_handler_marks_head_confirms_and_publisher_publishes(client):
    case = a_decided_case()
    when = {"occurred_at": f"{build.MARKED}T10:00"}
    with on(build.MARKED, 10):
        client.force_login(handler_of(case))
        told = {
            "party": case.parties.get().public_id, "kind": "working_time", "standard": "涉及二十人。", "facts_found": "超时加班。",
            "handling": "罚款。",
        }  # fmt: skip
        assert client.post(reverse("cases:mark_major", args=[case.public_id]), told | when).status_code == 302
        line = MajorViolation.objects.get(case=case)
        head = person_of(case.body, "agency_head")
        client.force_login(head)
        checks = {"scope_note": "应当公布。", "secrecy_note": "已脱敏。", "code": fresh_code(head)}
        empty = client.post(act_of(line, "confirm_major_publication"), checks | when | {"scope_note": ""})
        assert "未审查是否应当公开。" in empty.content.decode()
        assert client.post(act_of(line, "confirm_major_publication"), checks | when).status_code == 302
        publisher = build.a_publisher(case.body)
        client.force_login(publisher)
        given = {
            "secrecy_note": "已脱敏。",
            "until": "2027-11-10",
            "until_basis": "示范省规定",
            "code": fresh_code(publisher),
        }
        line.refresh_from_db()
        ref = schedule_entry(entry=line, actor=SYSTEM, at=Moment.now()).ref
        assert "超时加班。" in client.get(f"/desk/standing/{ref}").content.decode()
        assert client.post(f"/desk/standing/{ref}/release-entry", given).status_code == 302
        shown = client.get(reverse("cases:major_violations", args=[case.public_id])).content.decode()
    assert "公布中" in shown
    assert "2026年第四季度" in shown


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_handler_walks_the_pages_of_a_publication(open_tab, live_server, transactional_db):
    line = build.a_published_violation()
    case = line.case
    tab = open_tab()
    with clock.frozen(clock.beijing(build.PUBLISHED, 15)):
        sign_in(tab, handler_of(case), live_server.url)
        for name, address in {
            "lines": reverse("cases:major_violations", args=[case.public_id]),
            "mark": reverse("cases:mark_major", args=[case.public_id]),
            "object": act_of(line, "object_to_major_publication"),
        }.items():
            tab.goto(live_server.url + address)
            look(tab, f"major-{name}")
