"""Seizing, adding to a fine, executing by force: each is a decision of its own, public within twenty working days."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.builders import cases as build
from tests.builders import custody
from tests.builders import fulfilment as fine
from tests.builders.directory import an_account
from tests.builders.disclosure import annul, deliver, prepare, release, the_people, withdraw
from yangguang.base.events import SYSTEM
from yangguang.base.search import normalised
from yangguang.bulletin.api import notice_by_ref
from yangguang.cases.api import private_facts
from yangguang.cases.use_cases.order_execution import order_execution
from yangguang.cases.use_cases.refuse_after_the_fact import refuse_after_the_fact
from yangguang.disclosure.comparing import comparison_of
from yangguang.disclosure.double_publicity import reported
from yangguang.disclosure.models import Publication, PublicationStatus
from yangguang.disclosure.plugs.coercions import list_what_is_missing
from yangguang.disclosure.plugs.invariants import every_coercion_is_listed, publications
from yangguang.disclosure.queries import shown_version, standing_of
from yangguang.disclosure.use_cases.schedule_coercion import schedule_coercion
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.statutes import clause

pytestmark = pytest.mark.django_db


def publication_of(document_ref: str) -> Publication:
    return Publication.objects.get(paper__public_id=document_ref)


def made_public(one: Publication, day: date, **given) -> Publication:
    people = the_people(one.body)
    deliver()
    with build.on(day, 9):
        prepare(one, people, private=comparison_of(one, None).questions)
    with build.on(day, 10):
        return release(one, people, **given)


@pytest.fixture
def measure(db):
    taken = custody.a_measure()
    deliver()
    return taken


@pytest.mark.clause("TSO-2018:publish_other")
def test_seizure_is_due_twenty_working_days_from_its_decision_whatever_is_served(measure):
    one = publication_of(measure.document_ref)
    standing = standing_of(one, custody.KEPT)
    assert (one.decision, one.number, one.clause) == (None, measure.number, "TSO-2018:publish_other")
    assert (standing.deferred, standing.left) == (False, 20)
    assert standing.due.amount == clause("TSO-2018:publish_other").amount(unit="workday")
    assert [row.pk for row in Publication.objects.filter(case=measure.case)] == [one.pk]
    assert list(every_coercion_is_listed()) == []


def test_public_copy_of_a_seizure_names_its_kind_and_basis_and_nothing_the_file_knows_to_be_private(measure):
    one = made_public(publication_of(measure.document_ref), date(2026, 10, 20))
    notice = notice_by_ref(one.notice_ref)
    assert (notice.kind, notice.kind_label, notice.number) == ("coercive_measure", "行政强制措施", measure.number)
    assert notice.conclusion == "扣押 1 件（批）场所、设施或者财物"
    assert "《行政强制法》第二十二条" in notice.basis.replace("中华人民共和国", "")
    assert notice.fulfilment.startswith("实施中：期限至2026年11月")
    assert "期限 20 个工作日" in notice.published_in
    shown = normalised(str([notice.title, notice.party_name, notice.conclusion, notice.summary, notice.text]))
    private = [fact.text for fact in private_facts(measure.case) if len(fact.text) > 1]
    assert private
    assert not [text for text in private if normalised(text) in shown]
    assert one.register_number
    assert list(publications()) == []


def test_four_names_stand_behind_a_seizure(measure):
    version = shown_version(made_public(publication_of(measure.document_ref), date(2026, 10, 20)))
    steps = [(step, name, act) for step, _, name, _, act in version.hands]
    handler = build.handler_of(measure.case).name
    assert [step for step, _, _ in steps] == ["采集", "传递", "审核", "发布"]
    assert (steps[0][1], steps[1][1]) == (handler, handler)
    assert "实施查封、扣押" in steps[1][2]


def test_who_took_the_measure_does_not_release_it(measure):
    one, people = publication_of(measure.document_ref), the_people(measure.case.body)
    namesake = an_account(
        role="publisher", body=one.body, named=build.handler_of(measure.case).name, second_factor=True
    )
    prepare(one, people, private=comparison_of(one, None).questions)
    with pytest.raises(Refused, match="拟稿或者送达"):
        release(one, people, by=namesake, late_reason="演示")


def test_lifting_is_told_and_an_unfounded_one_is_taken_back(measure):
    one = made_public(publication_of(measure.document_ref), date(2026, 10, 20))
    told = {"release_ground": "no_longer_needed", "ways": {item.public_id: "return" for item in measure.items.all()}}
    custody.carried_out(measure, "release_coercive_measure", day=date(2026, 10, 22), **told)
    deliver()
    one.refresh_from_db()
    assert (one.status, one.withdraw_by) == (PublicationStatus.PUBLISHED, None)
    assert notice_by_ref(one.notice_ref).fulfilment.startswith("已结束：2026年10月22日解除")


def test_measure_against_somebody_who_did_nothing_wrong_is_taken_back_with_a_public_reason(measure):
    one = made_public(publication_of(measure.document_ref), date(2026, 10, 20))
    told = {"release_ground": "no_violation", "ways": {item.public_id: "return" for item in measure.items.all()}}
    custody.carried_out(measure, "release_coercive_measure", day=date(2026, 10, 22), **told)
    deliver()
    with build.on(date(2026, 10, 22), 12):
        one.refresh_from_db()
        assert (one.withdrawal_ground, one.withdraw_by) == ("lifted", date(2026, 10, 27))
        assert "当事人没有违法行为" in one.withdrawal_paper
        withdraw(one, the_people(one.body), reason="强制措施已经解除。", ground="")
    notice = notice_by_ref(one.notice_ref)
    assert (notice.stands, notice.text, notice.conclusion) == (False, [], "")
    assert "处罚法" not in notice.withdrawal_basis
    assert list(publications()) == []


def test_urgent_measure_without_approval_never_becomes_public():
    case = custody.a_case_that_may_hold()
    line = custody.taken_urgently(case)
    with build.on(custody.KEPT + timedelta(days=1), 9) as at:
        refuse_after_the_fact(
            measure=line, reason="情况并不紧急。", actor=build.person_of(case.body, "agency_head"), at=at
        )
    deliver()
    one = publication_of(line.document_ref)
    assert (one.status, one.withholding_ground) == (PublicationStatus.WITHHELD, "no_longer_stands")
    assert not one.is_exempt


def test_additional_fine_is_a_decision_of_its_own_and_waits_for_its_service():
    decision = fine.an_urged_fine()
    with build.on(fine.URGED, 12):
        deliver()
    one = Publication.objects.get(under=decision)
    assert (one.paper.kind, one.clause, one.decided_on) == (
        "additional_fine_decision", "TSO-2018:publish_other", fine.execution(decision).imposed_on,
    )  # fmt: skip
    assert standing_of(one, one.decided_on).deferred
    copy = comparison_of(one, None)
    told = dict(copy.rows)
    assert told["决定"].startswith(f"加处罚款，计算至{one.decided_on.year}年")
    assert told["决定"].endswith(" 元")
    assert decision.number in told["主要事实"]


def test_served_additional_fine_is_public_with_what_it_rests_on_and_is_no_row_of_the_penalties():
    decision = fine.an_urged_fine()
    build.served(decision.case, "additional_fine_decision", fine.URGED, hour=15)
    with build.on(fine.URGED, 16):
        deliver()
    one = Publication.objects.get(under=decision)
    assert not standing_of(one, fine.URGED).deferred
    one = made_public(one, date(2026, 12, 8))
    notice = notice_by_ref(one.notice_ref)
    assert (notice.kind, notice.kind_label, notice.number) == ("additional_fine", "加处罚款", one.paper.number)
    assert notice.conclusion.startswith("加处罚款，计算至2026年")
    assert "第四十五条第一款" in notice.basis
    assert "# 加处罚款决定书" in notice.text
    assert notice.fulfilment == "履行中：尚未缴清"
    private = [fact.text for fact in private_facts(decision.case) if len(fact.text) > 1]
    assert not [text for text in private if normalised(text) in normalised(str(notice.text))]
    assert not reported(Publication.objects.filter(pk=one.pk)).exists()
    assert list(publications()) == []


def test_execution_by_the_body_is_listed_and_falls_with_the_decision_it_enforces():
    decision = fine.an_urged_fine()
    fine.given_the_power(decision.case.body)
    with build.on(fine.ORDERED) as at:
        order_execution(
            decision=decision,
            stayed=False,
            good_reason=False,
            reason="有存款而不缴纳。",
            actor=fine.head_of(decision),
            at=at,
        )
    with build.on(fine.ORDERED, 12):
        deliver()
    rows = {one.paper.kind: one for one in Publication.objects.filter(under=decision)}
    assert rows.keys() == {"additional_fine_decision", "execution_decision"}
    assert dict(comparison_of(rows["execution_decision"], None).rows)["决定"].startswith("划拨存款、汇款")
    with build.on(fine.ORDERED, 14):
        annul(decision, received_on=fine.ORDERED)
    assert {one.status for one in Publication.objects.filter(under=decision)} == {PublicationStatus.WITHHELD}


def test_what_was_decided_before_it_was_listed_by_itself_is_listed_within_the_day(measure):
    Publication.objects.filter(case=measure.case).delete()
    assert list(every_coercion_is_listed()) == [f"扣押决定书 {measure.number}：没有列入待公开"]
    assert list_what_is_missing() == 1
    assert publication_of(measure.document_ref).decided_on == custody.KEPT
    assert list_what_is_missing() == 0
    paper = publication_of(measure.document_ref).paper
    again = schedule_coercion(paper=paper, actor=SYSTEM, at=Moment.on(custody.KEPT))
    assert again.pk == publication_of(measure.document_ref).pk


def test_publishers_find_the_seizure_on_their_list_and_read_both_texts(measure, client):
    one, people = publication_of(measure.document_ref), the_people(measure.case.body)
    client.force_login(people.first)
    where = reverse("disclosure:publication", args=[one.public_id])
    assert where in client.get(reverse("disclosure:queue")).content.decode()
    page = client.get(where).content.decode()
    assert "扣押决定书" in page
    assert "实施查封、扣押" in page
