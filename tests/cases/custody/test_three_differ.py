"""Sealing-up, seizure and preservation differ and do not stand in for each other (law/stages-penalty §5.0)."""

import pytest

from tests.builders import cases as way
from tests.builders import criminal
from tests.builders import custody as build
from tests.builders.cases import an_agency, an_open_case, equipped, handler_of, on
from tests.builders.directory import a_body, an_entrustment
from tests.cases.refusing import failing, refusal_of
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.recordings import unrecorded
from yangguang.cases.rules.clocks import KINDS, Effect

pytestmark = pytest.mark.django_db
PRESERVATION, COERCION = FLOWS["preservation"], FLOWS["coercion"]


@pytest.mark.clause("APL-2021:56#settle")
def test_preservation_is_never_extended_and_its_days_never_stand_still():
    acts = {step.act for step in PRESERVATION.steps}
    assert not {act for act in acts if "extend" in act or "examination" in act}
    from_expired = {step.act for step in PRESERVATION.steps_from("expired")}
    assert from_expired == {"dispose_of_some_items", "dispose_of_preserved_items", "record_item_return"}


def test_limits_of_held_things_are_limits_and_no_agency_terms():
    for name in ("dispose_preserved_items_by", "release_by", "report_emergency_by"):
        assert KINDS[name].effect is Effect.MEASURE_LIMIT


@pytest.mark.clause("ACL-2011:17.1")
@pytest.mark.clause("APL-2021:56#approval")
def test_entrusted_team_preserves_evidence_in_the_name_of_its_bureau_and_seizes_nothing():
    bureau = build.an_agency_with_the_power()
    team = equipped(a_body(category="entrusted", under=bureau))
    an_entrustment(entrusting=bureau, entrusted=team)
    case = an_open_case(body=bureau)
    case.assignments.all().delete()
    for position, officer in enumerate(way.officers_of(team), start=1):
        case.assignments.create(officer=officer, position=position, starts_on=build.ASKED)
    case.acting_body = team
    case.save()
    line = build.a_preservation(case)
    assert (line.status, line.case.body) == ("preserved", bureau)
    refusal = refusal_of(build.a_requested_measure, case)
    assert failing(refusal)["measure_not_entrusted"].reason == "行政强制措施权不得委托。"


@pytest.mark.clause("ACL-2011:10")
def test_power_to_seal_up_is_none_to_seize():
    body = build.given_the_power(an_agency(), name="对生产设备的查封")
    case = an_open_case(body=body)
    assert refusal_of(build.a_requested_measure, case, kind="seizure").reason.startswith("没有法律、法规依据")
    assert build.a_requested_measure(case, kind="sealing_up").status == "requested"


@pytest.mark.clause("APL-2021:47")
def test_acts_on_held_things_are_filmed_or_missed_at_the_end():
    line = build.a_preservation(build.a_case_that_may_hold())
    build.a_measure(line.case)
    assert unrecorded(line.case) == ["10月14日实施先行登记保存", "10月14日实施查封、扣押"]


@pytest.mark.clause("APL-2021:57.1")
@pytest.mark.clause("ACL-2011:28.1")
def test_decision_that_nothing_was_violated_waits_for_the_release():
    line = build.a_measure()
    scene = way.documents_of(line.case.public_id).get(kind="on_site_record")
    with on(build.KEPT, 15) as at:
        way.attach_signed_page(
            document_id=scene.pk, content=way.PAGE, file_name="笔录.pdf", actor=handler_of(line.case), at=at
        )
    line.case.refresh_from_db()
    case = way.concluded(way.with_records(line.case))
    told = {"outcome": "violation_not_established"}
    way.drafted(case, kind="violation_not_established", day=way.NOTIFIED, **told)
    refusal = refusal_of(way.decision_signed, case, kind="violation_not_established", day=way.NOTIFIED)
    assert refusal.reason == "违法事实不成立，应当同时解除强制措施。"
    assert {"APL-2021:57.1", "ACL-2011:28.1"} <= set(refusal.clauses)


@pytest.mark.history("P9.76")
@pytest.mark.clause("ACL-2011:21")
def test_case_is_not_sent_to_the_police_while_its_seized_things_stay():
    line = build.a_measure()
    told = {"crime": "强迫劳动罪", "other_standard": "强迫三人以上劳动。", "day": build.KEPT, "hour": 14}
    transfer = criminal.with_a_task_force(criminal.suspected(line.case, **told), day=build.KEPT, hour=15)
    transfer = criminal.an_approved_transfer(transfer, day=build.KEPT + way.ONE_DAY)
    refusal = refusal_of(criminal.a_sent_transfer, transfer, day=build.KEPT + way.ONE_DAY)
    assert refusal.reason == "查封、扣押的财物应当一并移送并书面告知当事人。"
