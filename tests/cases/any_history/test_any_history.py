"""Two thousand histories by anybody, in any order, on any day: none of the impossible histories comes about."""

from datetime import date, timedelta

import pytest

from tests.builders import cases as build
from tests.builders import custody, fulfilment, hearings, legal_review, summary
from tests.cases.any_history.invariants import broken
from tests.cases.any_history.machine import run
from tests.cases.any_history.watching import Watched
from tests.cases.execution.test_own_execution import executed, ordered
from tests.cases.test_alteration import altered, exempted, proposed
from tests.cases.test_answering_remedies import answered, forwarded, received, sent
from tests.cases.test_decide_no_penalty import exemption
from tests.cases.test_decision_term import a_case, extended
from tests.cases.test_outcomes_in_part import partly
from tests.cases.test_remaking import a_fallen_case, remade
from tests.cases.test_remedies import contested
from tests.cases.test_third_parties import WORKER, a_hearing_told_to_a_worker
from tests.guards import somebody_at_the_database
from yangguang.base.models import Approval, LedgerEntry, LocalValue
from yangguang.cases.models import Case, Execution, OwnExecution
from yangguang.kernel import clock
from yangguang.records.models import Evidence

pytestmark = pytest.mark.django_db
HISTORIES, LENGTH = 2000, 12
LONG_AGO = date(2026, 10, 1)
SEEN_DONE = {
    "serve", "give_notice", "re_examine", "draft", "sign", "request_decision", "request_hearing", "interview",
    "order_execution", "execute", "remake", "settle_unheeded",
    "find_circumstances", "request_answer", "submit_answer", "receive_application", "forward_application",
}  # fmt: skip


@pytest.mark.daily
def test_no_impossible_history_comes_about_in_two_thousand():
    tried = run(histories=HISTORIES, length=LENGTH, seed="daily")
    assert (tried.histories, tried.longest) == (HISTORIES, LENGTH)
    assert set(tried.done) > SEEN_DONE
    assert "minor_violation_exemption" in tried.reached
    assert {"annulled", "in_execution", "served", "heard", "hearing_set", "awaiting_review"} <= set(tried.reached)


def a_decided_major_case():
    case = legal_review.a_major_case()
    legal_review.passed(legal_review.a_review(case))
    case.refresh_from_db()
    return build.decision_signed(case)


def an_executed_fine():
    made = fulfilment.an_urged_fine()
    fulfilment.given_the_power(made.case.body)
    ordered(made)
    executed(fulfilment.fine_of(made.case))
    return made.case


def a_remade_case():
    case = a_fallen_case()
    remade(case)
    return case


def an_altered_case():
    case = build.a_served_case()
    exempted(case, proposed(case))
    altered(case)
    return case


def a_longer_case():
    case = a_case()
    extended(case, date(2026, 11, 2))
    return case


def an_answered_case():
    remedy = answered(contested(build.a_served_case()))
    sent(remedy)
    return remedy.case


def a_forwarded_application():
    case = build.a_served_case()
    forwarded(received(case))
    return case


def decision(case, **told):
    case.decisions.update(**told)


def an_excused_case():
    return exemption(build.a_concluded_case(workers=2))


def found_instead(case, *kinds):
    rows = [{"kind": kind, "party": "", "refs": ["x"]} for kind in kinds]
    decision(case, content=build.the_decision(case).content | {"circumstances": rows})


TAMPERED = {
    "不予处罚缺少条件": (an_excused_case, lambda c: found_instead(c, "first_violation", "slight_harm")),
    "应当不予处罚而处罚": (build.a_served_case, lambda c: found_instead(c, "minor", "rectified_in_time", "no_harm")),
    "当场从轻没有情节": (
        summary.a_case_on_the_spot,
        lambda c: decision(c, content=c.decisions.get().content | {"discretion": {"leniency": "lighter"}}),
    ),
    "没有同意而电子送达当场处罚决定": (summary.a_case_on_the_spot, lambda c: c.services.update(method="electronic")),
    "决定早于告知": (build.a_served_case, lambda c: c.notices.update(served_on=date(2026, 12, 1))),
    "陈述申辩期未满": (build.a_served_case, lambda c: c.notices.update(served_on=build.DECIDED - timedelta(days=1))),
    "意见没有复核": (
        lambda: build.decision_signed(build.exempted(_drafted(build.a_heard_case(points=("午休。",))))),
        lambda c: c.statements.get().points.update(answer=""),
    ),
    "听证通知不足七个净工作日": (
        hearings.a_held_hearing, lambda c: c.services.update(served_on=hearings.HELD - timedelta(days=3)),
    ),
    "第三人没有依法收到听证通知": (
        lambda: hearings.held(a_hearing_told_to_a_worker(), third_parties=[WORKER]),
        lambda c: c.services.exclude(service_recipient=None).update(served_on=hearings.HELD - timedelta(days=3)),
    ),
    "承办人审核自己的案件": (
        a_decided_major_case, lambda c: c.legal_reviews.update(reviewer=build.handler_of(c)),
    ),
    "决定没有审核通过也没有免审": (a_decided_major_case, lambda c: c.legal_reviews.update(status="returned")),
    "决定人不是本机关负责人": (
        build.a_served_case, lambda c: decision(c, decided_by_ref=build.handler_of(c).actor_ref),
    ),
    "罚得比告知的重": (build.a_served_case, lambda c: c.notices.update(fine_fen=100)),
    "当场处罚超过限额或者种类": (summary.a_case_on_the_spot, lambda c: decision(c, fine_fen=300001)),
    "考勤记录由一人取得": (build.a_concluded_case, lambda c: Evidence.objects.update(collector_names=["陈立"])),
    "送达早于决定": (build.a_served_case, lambda c: decision(c, served_on=LONG_AGO)),
    "先扣押后批准": (custody.a_measure, lambda c: c.measures.update(approved_at=None)),
    "先行登记保存先做后批": (custody.a_preservation, lambda c: c.preservations.update(approved_at=None)),
    "有未解除的措施而结案": (custody.a_measure, lambda c: Case.objects.update(status="closed")),
    "夜间或者法定节假日执行": (
        an_executed_fine, lambda c: OwnExecution.objects.update(carried_out_at=clock.beijing(fulfilment.ORDERED, 23)),
    ),
    "没有强制执行权而自行执行": (an_executed_fine, lambda c: LocalValue.objects.filter(name="own_execution_basis").delete()),
    "没有失效的决定而重作": (a_remade_case, lambda c: decision(c, status="served")),
    "变更加重了处罚": (an_altered_case, lambda c: decision(c, fine_fen=100)),
    "没有批准而答复": (an_answered_case, lambda c: Approval.objects.filter(purpose="answer_remedy").update(state="returned")),
    "用复议、诉讼开始以后取得的证据答复": (an_answered_case, lambda c: c.remedies.update(received_on=LONG_AGO)),
    "批准以前提交答复": (an_answered_case, lambda c: c.remedies.update(answer_sent_on=LONG_AGO)),
    "没有答复书而提交答复": (an_answered_case, lambda c: c.remedies.update(answer=None)),
    "没有转送函或者回执而转送": (a_forwarded_application, lambda c: c.handed_in.update(letter=None)),
    "转送早于收到申请": (a_forwarded_application, lambda c: c.handed_in.update(handled_on=LONG_AGO)),
    "罚款多于结果留下的": (partly, lambda c: Execution.objects.update(altered_fine_fen=None)),
    "没有规定而延长办案期限": (
        a_longer_case, lambda c: LocalValue.objects.filter(name="decision_extension_rule").delete(),
    ),
    "没有批准而延长办案期限": (
        a_longer_case, lambda c: Approval.objects.filter(purpose="extend_decision_term").update(state="returned"),
    ),
    "没有办理日期": (
        build.a_served_case,
        lambda c: (
            LocalValue.objects.filter(name="next_step_workdays").delete(),
            c.clocks.update(stopped_on=build.SERVED),
        ),
    ),
    "没有承办人": (build.a_served_case, lambda c: c.assignments.update(ends_on=build.SERVED)),
    "补录没有原因": (
        build.an_open_case, lambda c: LedgerEntry.objects.update(occurred_at="2026-09-01T01:00:00Z"),
    ),
}  # fmt: skip


def _drafted(case):
    build.drafted(case)
    case.refresh_from_db()
    return case


@pytest.mark.parametrize("fault", TAMPERED)
def test_each_impossible_history_is_seen_where_somebody_wrote_it_into_the_rows(fault):
    scene, tamper = TAMPERED[fault]
    made = scene()
    case = made if isinstance(made, Case) else made.case
    watched = Watched(case)
    with watched.listening():
        assert broken(case) == watched.broken_at_the_end() == []
        with somebody_at_the_database():
            tamper(case)
        case.refresh_from_db()
        assert any(fault in one for one in broken(case)), broken(case)
        assert any(fault in one for one in watched.broken_at_the_end()), "not asked again though it may have come about"
