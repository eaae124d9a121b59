"""From the suspicion to the police: who may, what must be there, which days run (C01 to C06)."""

from datetime import date

import pytest

from tests.builders import criminal as build
from tests.builders.cases import an_open_case, officers_of, person_of
from tests.builders.directory import an_officer
from tests.builders.labour import a_concluded_labour_case
from yangguang.base.models import LedgerEntry
from yangguang.cases.models import Clock
from yangguang.cases.use_cases.form_task_force import form_task_force
from yangguang.cases.use_cases.report_criminal_transfer import report_criminal_transfer
from yangguang.cases.use_cases.transfer_to_police import transfer_to_police
from yangguang.kernel.refusal import Refused
from yangguang.records.api import Document, documents_of

pytestmark = pytest.mark.django_db
HOLIDAY, DAY_AFTER = date(2026, 10, 1), date(2026, 10, 2)


def running(line, kind):
    return Clock.objects.get(case=line.case, kind=kind, about_ref=line.public_id)


@pytest.mark.clause("TCR-2020:3.1")
def test_another_crime_goes_by_its_own_standard_whatever_the_roster_says():
    line = build.suspected(
        an_open_case(), day=date(2026, 10, 13), crime="强迫劳动罪", other_standard="以暴力手段强迫三人以上劳动。"
    )
    assert (line.crime, line.status) == ("强迫劳动罪", "suspected")
    assert documents_of(line.case.public_id).filter(kind="suspicion_form").exists()


def test_another_crime_without_its_standard_is_judged_by_the_roster():
    with pytest.raises(Refused) as caught:
        build.suspected(an_open_case(), day=date(2026, 10, 13), crime="强迫劳动罪")
    assert [one.gate for one in caught.value.verdicts if not one.holds] == [
        "criminal_line_reached",
        "order_to_pay_unheeded",
    ]


def test_a_second_suspicion_while_one_is_on_its_way_is_refused():
    line = build.a_suspected_crime()
    with pytest.raises(Refused, match="已经在办理移送"):
        build.suspected(line.case, hour=12)


@pytest.mark.clause("TCR-2020:5.1")
def test_a_task_force_of_one_is_refused():
    line = build.a_suspected_crime()
    head = person_of(line.case.body, "agency_head")
    with (
        pytest.raises(Refused, match="移送案件应当指定两名以上执法人员组成专案组。"),
        build.acting(line, by=head, day=build.REPORTED, hour=12) as known,
    ):
        form_task_force(**known, officers=officers_of(line.case.body)[:1])


def test_an_officer_without_a_valid_certificate_is_not_named_to_the_task_force():
    line = build.a_suspected_crime()
    stranger = an_officer(body=line.case.body, named="孙晓", with_certificate=False)
    named = [officers_of(line.case.body)[0], stranger]
    with (
        pytest.raises(Refused, match="孙晓"),
        build.acting(line, by=person_of(line.case.body, "agency_head"), day=build.REPORTED, hour=12) as known,
    ):
        form_task_force(**known, officers=named)


def test_a_member_who_does_not_handle_the_case_yet_handles_it_from_that_day():
    line = build.a_suspected_crime()
    third = an_officer(body=line.case.body, unit=line.case.unit, named="孙晓")
    named = [officers_of(line.case.body)[0], third]
    with build.acting(line, by=person_of(line.case.body, "agency_head"), day=build.REPORTED, hour=12) as known:
        form_task_force(**known, officers=named)
    assert line.case.assignments.filter(officer=third, starts_on=build.REPORTED, ends_on=None).exists()


def test_handlers_outside_the_task_force_do_not_report():
    line = build.a_suspected_crime()
    body = line.case.body
    named = [officers_of(body)[0], an_officer(body=body, unit=line.case.unit, named="孙晓")]
    with build.acting(line, by=person_of(body, "agency_head"), day=build.REPORTED, hour=12) as known:
        form_task_force(**known, officers=named)
    with (
        pytest.raises(Refused, match="您不是专案组成员"),
        build.acting(line, by=officers_of(body)[1].account, day=build.REPORTED, hour=16) as known,
    ):
        report_criminal_transfer(**known, police=build.POLICE, report=build.GROUNDS, opinion="移送。")


@pytest.mark.clause("TCR-2020:6")
@pytest.mark.parametrize("missing", ["investigation", "items", "examination", "others"])
def test_a_package_that_lacks_a_paper_is_refused(missing):
    line = build.an_approved_transfer()
    with pytest.raises(Refused, match="移送材料不全。"), build.acting(line, day=build.APPROVED, hour=15) as known:
        transfer_to_police(**known, **build.PAPERS | {missing: " "})


@pytest.mark.history("P9.76")
@pytest.mark.clause("ACL-2011:21")
def test_things_whose_owner_was_not_told_do_not_leave():
    line = build.an_approved_transfer()
    with (
        pytest.raises(Refused, match="查封、扣押的财物应当一并移送并书面告知当事人。"),
        build.acting(line, day=build.APPROVED, hour=15) as known,
    ):
        transfer_to_police(**known, **build.PAPERS | {"items": "账册3本"})
    build.told_of_items(line, day=build.APPROVED, hour=13)
    with build.acting(line, day=build.APPROVED, hour=15) as known:
        transfer_to_police(**known, **build.PAPERS | {"items": "账册3本"})
    line.refresh_from_db()
    assert line.status == "sent"


def test_informants_are_named_in_no_paper_for_the_police():
    line = build.an_approved_transfer()
    papers = build.PAPERS | {"others": "投诉人万春山的陈述。"}
    with pytest.raises(Refused, match="应当为举报人保密"), build.acting(line, day=build.APPROVED, hour=15) as known:
        transfer_to_police(**known, **papers)


def test_sending_makes_every_paper_and_one_entry_of_the_ledger_for_both_lines():
    line = build.a_sent_transfer()
    kinds = [Document.objects.get(public_id=ref).kind for ref in line.papers_sent]
    assert kinds == ["criminal_transfer_letter", "criminal_investigation_report", "case_item_inventory", "examination_note",
                     "evidence_catalogue"]  # fmt: skip
    steps = line.case.steps_taken.filter(act="transfer_to_police")
    assert {one.line for one in steps} == {"case", "criminal_transfer"}
    assert len({one.entry_id for one in steps}) == 1
    assert LedgerEntry.objects.filter(event="CaseSentToPolice").count() == 1


@pytest.mark.history("P9.75")
@pytest.mark.clause("TCR-2020:11.1")
def test_no_fine_is_decided_from_the_first_suspicion_until_the_police_have_answered():
    line = build.a_suspected_crime()
    assert not build.penalty_is_free(line.case, build.REPORTED)
    for further in (
        build.with_a_task_force,
        build.an_approved_transfer,
        build.a_sent_transfer,
        build.an_acknowledged_transfer,
    ):
        line = further(line)
        assert not build.penalty_is_free(line.case, build.RECEIVED)


@pytest.mark.history("P9.72", "P9.73")
def test_a_case_whose_order_to_pay_still_runs_is_no_suspicion():
    case = a_concluded_labour_case(owed=4_000_00)
    with pytest.raises(Refused, match="未达到移送标准"):
        build.suspected(case)
