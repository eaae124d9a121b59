"""Proceedings beside a case keep an owner, a next step and a date, those of cases that have ended too."""

from datetime import date, timedelta

import pytest

from tests.builders import criminal, custody, major_violations, sanctions
from tests.builders.cases import handler_of, officers_of, on, person_of
from yangguang.base import verifying
from yangguang.cases.kinds.register import FLOWS, MAIN_LINES
from yangguang.cases.models import Assignment, Case, CaseStatus, Clock, StepTaken, SupervisionOpinion
from yangguang.cases.plugs.upkeep import upkeep_panel
from yangguang.cases.presentation.acts import next_acts
from yangguang.cases.rules.upkeep import Gap
from yangguang.cases.upkeep_beside import LABELS, beside_upkeep, lacking_beside
from yangguang.cases.use_cases.assign_officers import assign_officers
from yangguang.cases.use_cases.plan_next_step import plan_next_step
from yangguang.directory.models import Appointment
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db


def beside(case, day):
    return {one.label: set(one.gaps) for one in beside_upkeep(Case.objects.filter(pk=case.pk), day)}


def test_checker_knows_every_proceeding_beside_a_case():
    assert set(LABELS) == {name for name, flow in FLOWS.items() if flow not in MAIN_LINES} - {"lead"} | {"supervision"}


def test_listing_of_an_archived_case_keeps_its_owner_and_its_date():
    line = sanctions.a_listing()
    day = sanctions.LISTED + timedelta(days=400)
    Case.objects.filter(pk=line.case_id).update(status=CaseStatus.ARCHIVED)
    assert beside(line.case, day)["失信联合惩戒名单"] <= {Gap.CERTIFICATE_LAPSED}
    with on(day):
        Clock.objects.filter(case=line.case, about_ref=line.public_id).update(stopped_on=day)
        Assignment.objects.filter(case=line.case).delete()
        assert {Gap.NO_HANDLER, Gap.NO_DATE} <= beside(line.case, day)["失信联合惩戒名单"]
        (reminded,) = verifying.warnings({"proceedings_looked_after"})
    assert any("失信联合惩戒名单：没有承办人" in one for one in reminded[2])


def test_transfer_whose_case_the_police_took_wants_a_date_and_an_agreed_day_is_one():
    line = criminal.an_opened_transfer()
    case = Case.objects.get(pk=line.case_id)
    assert (case.status, beside(case, criminal.ANSWERED)["移送涉嫌犯罪"]) == (CaseStatus.POLICE_OPENED, set())
    Clock.objects.filter(case=case, about_ref=line.public_id).update(stopped_on=criminal.ANSWERED)
    assert beside(case, criminal.ANSWERED)["移送涉嫌犯罪"] == {Gap.NO_DATE}
    with on(criminal.ANSWERED, 17) as at:
        plan_next_step(case_id=case.pk, day=date(2026, 9, 28), what="移交物品。", actor=handler_of(case), at=at)
    assert beside(case, criminal.ANSWERED)["移送涉嫌犯罪"] == set()


def test_publication_of_an_ended_case_waits_for_its_last_day_in_public():
    line = major_violations.a_published_violation()
    Case.objects.filter(pk=line.case_id).update(status=CaseStatus.ARCHIVED)
    assert Gap.NO_DATE not in beside(line.case, major_violations.UNTIL)["重大违法社会公布"]
    assert Gap.NO_DATE in beside(line.case, major_violations.UNTIL + timedelta(days=1))["重大违法社会公布"]


def test_seized_things_that_nobody_could_release_and_an_opinion_that_nobody_could_answer_are_seen():
    line, day = custody.a_measure(), custody.KEPT
    opinion = {"kind": "opinion", "authority": "示范县司法局", "number": "示司监〔2026〕1号", "words": "请说明。"}
    SupervisionOpinion.objects.create(case=line.case, received_on=day, **opinion)
    assert beside(line.case, day) == {"查封、扣押": set(), "监督意见答复": set()}
    Appointment.objects.update(ends_on=day)
    nobody = {Gap.NOBODY_TO_ACT}
    assert beside(line.case, day + timedelta(days=1)) == {"查封、扣押": nobody, "监督意见答复": nobody}
    assert len(list(lacking_beside(Case.objects.filter(pk=line.case_id), day + timedelta(days=1)))) == 2


def test_ended_case_with_nothing_open_beside_it_needs_no_day():
    line = criminal.an_opened_transfer()
    case = Case.objects.get(pk=line.case_id)
    case.steps_taken.exclude(line="case").delete()
    with on(criminal.ANSWERED, 17) as at, pytest.raises(Refused, match="本案已经办结"):
        plan_next_step(case_id=case.pk, day=date(2026, 9, 28), what="移交。", actor=handler_of(case), at=at)


@pytest.mark.clause("APL-2021:42.1#officers")
def test_line_beside_an_ended_case_that_lost_its_handlers_is_seen_on_the_page_and_given_new_ones():
    line = sanctions.a_listing()
    day = sanctions.LISTED + timedelta(days=1)
    case, head = line.case, person_of(line.case.body, "unit_head")
    Assignment.objects.filter(case=case).delete()
    for status in (CaseStatus.POLICE_OPENED, CaseStatus.ARCHIVED):
        Case.objects.filter(pk=case.pk).update(status=status)
        fresh = Case.objects.get(pk=case.pk)
        with on(day, 9) as at:
            assert "失信联合惩戒名单：没有承办人" in upkeep_panel(fresh, head).values["gaps"]
            assert "assign_officers" in {row["act"] for row in next_acts(fresh, head)["possible"]}
            assign_officers(case_id=case.pk, officers=officers_of(case.body), reason="", actor=head, at=at)
            assert beside(case, day)["失信联合惩戒名单"] == set()
        Assignment.objects.filter(case=case).delete()
    StepTaken.objects.filter(case=case).exclude(line="case").delete()
    with on(day, 11) as at:
        assert "assign_officers" not in {
            row["act"] for row in next_acts(Case.objects.get(pk=case.pk), head)["possible"]
        }
        with pytest.raises(Refused, match="本案已经办结"):
            assign_officers(case_id=case.pk, officers=officers_of(case.body), reason="", actor=head, at=at)


def test_opinion_nobody_answered_keeps_an_ended_case_open_to_a_day():
    case = criminal.an_opened_transfer().case
    case.steps_taken.exclude(line="case").delete()
    opinion = {"kind": "opinion", "authority": "示范县司法局", "number": "示司监〔2026〕1号", "words": "请说明。"}
    SupervisionOpinion.objects.create(case=case, received_on=criminal.ANSWERED, **opinion)
    with on(criminal.ANSWERED, 17) as at:
        plan_next_step(case_id=case.pk, day=date(2026, 9, 28), what="答复。", actor=handler_of(case), at=at)
    assert case.planned_days.count() == 1
