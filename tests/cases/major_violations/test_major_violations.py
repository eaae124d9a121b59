"""Major labour violations on their way to the public and back (G01 to G06)."""

from datetime import date

import pytest

from tests.builders import criminal
from tests.builders import major_violations as build
from tests.builders.cases import a_concluded_case, handler_of, on
from tests.builders.directory import fresh_code
from tests.builders.disclosure import deliver
from tests.builders.standing import a_publisher as a_second_publisher
from tests.builders.standing import approved, proposed
from yangguang.base.events import SYSTEM
from yangguang.bulletin.api import PublicList
from yangguang.cases.models import Clock, MajorViolation, Party
from yangguang.cases.use_cases.answer_major_objection import answer_major_objection
from yangguang.cases.use_cases.end_major_publication import end_all_that_ran_out, end_major_publication
from yangguang.cases.use_cases.object_to_major_publication import object_to_major_publication
from yangguang.cases.use_cases.record_changed_handling import record_changed_handling
from yangguang.disclosure.models import StandingPublication
from yangguang.disclosure.rules.standing import ChangeKind
from yangguang.disclosure.use_cases.approve_change import approve_change
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db(databases=["default", "public"])]
OBJECTED = date(2026, 11, 12)


def public_cells():
    found = PublicList.objects.filter(list_kind="major_labour_violations").first()
    return None if found is None else [row["cells"] for row in found.rows]


def objected(line):
    with on(OBJECTED) as at:
        return object_to_major_publication(violation=line, objection="人数有误。", actor=handler_of(line.case), at=at)


def answered(line, *, corrected, day=date(2026, 11, 13), **facts):
    with on(day) as at:
        return answer_major_objection(
            violation=line, answer="人数应为18人。", corrected=corrected, actor=handler_of(line.case), at=at, **facts
        )


def changed(line, *, of_a_penalty):
    with on(OBJECTED) as at:
        return record_changed_handling(
            violation=line, paper="示政复决〔2026〕3号", of_a_penalty=of_a_penalty, actor=handler_of(line.case), at=at
        )


def corrected(line, *, day, reason="处罚决定经复议变更。", **facts):
    publication = StandingPublication.objects.get(violation=line)
    with on(day) as at:
        change = publication.changes.filter(decided_on=None).first() or proposed(
            publication, ChangeKind.CORRECT, by=build.a_publisher(line.case.body), reason=reason
        )
        second = a_second_publisher(line.case.body, named="林国栋")
        approve_change(change_id=change.pk, code=fresh_code(second), actor=second, at=at, **facts)
    return MajorViolation.objects.get(pk=line.pk)


@pytest.mark.history("P9.83")
@pytest.mark.clause("MVP-2016:5")
def test_what_has_not_been_dealt_with_is_no_candidate():
    with pytest.raises(Refused, match="尚未依法查处并作出处理决定，不得公布。"):
        build.marked(a_concluded_case(), day=date(2026, 10, 26))


@pytest.mark.clause("MVP-2016:5")
def test_unpaid_wages_sent_to_the_police_are_a_candidate_of_their_own_ground_alone():
    case = criminal.a_sent_transfer().case
    with pytest.raises(Refused, match="尚未依法查处"):
        build.marked(case, day=criminal.RECEIVED)
    line = build.marked(case, day=criminal.RECEIVED, kind="unpaid_wages", handling="已移送公安机关。")
    assert (line.year, line.quarter, line.status) == (2026, 3, "candidate")


@pytest.mark.clause("MVP-2016:8#quarter")
def test_candidate_belongs_to_its_quarter_and_is_due_by_its_end():
    line = build.a_candidate()
    assert (line.year, line.quarter) == (2026, 4)
    assert Clock.objects.get(case=line.case, kind="publish_major_by").due_on == date(2026, 12, 30)
    with pytest.raises(Refused, match="已经列为候选或者公布"):
        build.marked(line.case, hour=10)


@pytest.mark.clause("APL-2021:48.1")
def test_head_confirms_only_after_both_checks():
    line = build.a_candidate()
    with pytest.raises(Refused, match="未审查是否应当公开。"):
        build.confirmed(line, scope_note=" ")
    with pytest.raises(Refused, match="未完成保密审查和脱敏。"):
        build.confirmed(line, secrecy_note=" ")
    assert build.confirmed(line).status == "confirmed"


@pytest.mark.history("P9.83")
@pytest.mark.clause("MVP-2016:6#secrets")
def test_words_that_hold_something_private_of_the_file_do_not_go_out():
    line = build.marked(build.a_decided_case(), facts="法定代表人罗玉梅（0000-7654321）安排加班。")
    with pytest.raises(Refused, match="未完成保密审查和脱敏。"):
        build.confirmed(line)


@pytest.mark.clause("MVP-2016:6")
def test_publication_that_lacks_an_item_is_refused():
    line = build.a_confirmed_violation()
    Party.objects.filter(pk=line.party_id).update(address="")
    with pytest.raises(Refused, match="公布事项不全。"):
        build.published(line)


@pytest.mark.clause("MVP-2016:6")
def test_public_reads_the_four_items_in_the_list_of_the_quarter():
    line = build.a_published_violation()
    deliver()
    found = PublicList.objects.get(list_kind="major_labour_violations")
    assert found.title == "重大劳动保障违法行为公布（2026年第四季度，登记号2026-0001）"
    (cells,) = public_cells()
    assert [
        bool(cells[name]) for name in ("name", "credit_code", "address", "representative", "facts", "handling")
    ] == [True] * 6
    assert cells["name"] == line.party.name


def test_publication_after_the_quarter_says_why():
    line = build.a_confirmed_violation()
    late = date(2027, 1, 5)
    with pytest.raises(Refused, match="请写明逾期公开的原因"):
        build.published(line, day=late)
    assert build.published(line, day=late, late_reason="异议较多。").status == "published"


@pytest.mark.clause("MVP-2016:10")
def test_objection_is_looked_at_within_fifteen_working_days_and_the_publication_stays():
    line = objected(build.a_published_violation())
    assert Clock.objects.get(case=line.case, kind="review_major_objection_by").due_on == date(2026, 12, 3)
    assert answered(line, corrected=False).status == "published"


@pytest.mark.clause("MVP-2016:10")
def test_objection_that_is_right_puts_the_correction_in_the_place_of_the_facts():
    line = build.a_published_violation()
    deliver()
    line = answered(objected(line), corrected=True)
    deliver()
    assert line.status == "corrected"
    assert public_cells()[0]["facts"]
    with clock.frozen(clock.beijing(date(2026, 11, 13), 16)):
        approved(line.publication.changes.get())
    (cells,) = public_cells()
    assert (cells["facts"], cells["correction"]) == ("", "人数应为18人。")


@pytest.mark.clause("MVP-2016:11")
@pytest.mark.clause("APL-2021:48.2")
@pytest.mark.parametrize(("of_a_penalty", "due"), [(False, date(2026, 11, 26)), (True, date(2026, 11, 17))])
def test_change_of_the_decision_is_corrected_within_the_days_that_end_first(of_a_penalty, due):
    line = changed(build.a_published_violation(), of_a_penalty=of_a_penalty)
    assert Clock.objects.get(case=line.case, kind="correct_major_by").due_on == due


@pytest.mark.clause("APL-2021:48.2")
def test_correction_without_a_reason_the_public_reads_is_refused():
    line = changed(build.a_published_violation(), of_a_penalty=True)
    with pytest.raises(Refused, match="应当写明理由，理由会公开"):
        corrected(line, day=date(2026, 11, 13), reason=" ")
    with pytest.raises(Refused, match="应当写明逾期原因"):
        corrected(line, day=date(2026, 11, 18))
    assert corrected(line, day=date(2026, 11, 18), overdue_reason="复议决定书转送迟延。").status == "corrected"
    assert Clock.objects.get(case=line.case, kind="correct_major_by").stopped_on == date(2026, 11, 18)


def test_publication_ends_by_itself_after_its_day_and_leaves_the_public():
    line = build.a_published_violation()
    with on(build.UNTIL) as at:
        assert end_all_that_ran_out(actor=SYSTEM, at=at) == 0
        with pytest.raises(Refused, match="公布期限未满"):
            end_major_publication(violation=line, reason="届满", actor=SYSTEM, at=at)
    with on(date(2027, 11, 11)) as at:
        assert end_all_that_ran_out(actor=SYSTEM, at=at) == 1
        deliver()
    assert public_cells() == []
