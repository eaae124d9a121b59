"""Papers of a proceeding beside a penalty on the spot are tried and announced like those beside any other case."""

from datetime import date

import pytest

from tests.builders import criminal, serving
from tests.builders import summary as build
from tests.builders.cases import on
from yangguang.base.events import SYSTEM
from yangguang.cases.presentation.acts import next_acts
from yangguang.cases.presentation.idle_acts import OF_SERVICE
from yangguang.cases.use_cases.deem_served import deem_all_served, last_day_of
from yangguang.cases.use_cases.issue_items_notice import issue_items_notice

pytestmark = pytest.mark.django_db

DAY, APPROVED = date(2026, 5, 11), date(2026, 5, 12)
OTHER = {"crime": "妨害公务罪", "other_standard": "以暴力阻碍执法人员。"}


@pytest.mark.clause("CPL-2023:95.1", "ACL-2011:21")
def test_notice_beside_a_penalty_on_the_spot_is_announced_and_counts_as_served():
    case = build.a_case_on_the_spot()
    criminal.a_principal(case.body)
    line = criminal.suspected(case, day=DAY, **OTHER)
    line = criminal.an_approved_transfer(criminal.with_a_task_force(line, day=DAY), day=APPROVED)
    actor = build.actor_of(case.body)
    with on(APPROVED, 9):
        assert not acts_of(case, actor) & OF_SERVICE
    with criminal.acting(line, day=APPROVED, hour=14) as known:
        issue_items_notice(**known, party_ref=case.parties.get().public_id, items="账册3本")
    with on(APPROVED, 15):
        assert "record_service_failure" in acts_of(case, actor)
    paper = serving.the_paper(case, "items_notice")
    serving.confirmed(case, APPROVED, hour=15, consents=False, signed=False)
    last = last_day_of(serving.announced(case, date(2026, 5, 13), document=paper))
    with on(last, 1) as at:
        assert deem_all_served(actor=SYSTEM, at=at) == 1
    line.refresh_from_db()
    assert line.items_told_on == last


def acts_of(case, actor):
    case.refresh_from_db()
    return {row["act"] for row in next_acts(type(case).objects.get(pk=case.pk), actor)["possible"]}
