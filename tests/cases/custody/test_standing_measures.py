"""While something is held and at the end: its days, one extension, tests, custody, release, confiscation, police, closing."""

from datetime import date

import pytest

from tests.builders import cases as way
from tests.builders import custody as build
from tests.builders.cases import handler_of, on, person_of
from tests.cases.refusing import asked, failing, refusal_of
from yangguang.base import verifying
from yangguang.base.events import SYSTEM
from yangguang.cases.models import Clock, CoerciveMeasure
from yangguang.cases.plugs.closing import unsettled_of
from yangguang.cases.presentation import clocks
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases.dispose_of_items import dispose_of_items
from yangguang.cases.use_cases.end_expert_examination import end_expert_examination
from yangguang.cases.use_cases.entrust_custody import entrust_custody
from yangguang.cases.use_cases.hand_over_items import hand_over_items
from yangguang.cases.use_cases.mark_expired import mark_all_expired
from yangguang.cases.use_cases.re_examine import re_examine
from yangguang.cases.use_cases.record_item_return import record_item_return
from yangguang.cases.use_cases.release_coercive_measure import release_coercive_measure
from yangguang.cases.use_cases.sell_perishables import sell_perishables
from yangguang.cases.use_cases.start_expert_examination import start_expert_examination
from yangguang.cases.use_cases.tell_extension import tell_extension
from yangguang.kernel.moment import Moment

pytestmark = pytest.mark.django_db
FIRST_END, NEXT_DAY, SECOND_END = date(2026, 11, 13), date(2026, 11, 14), date(2026, 12, 13)
OVER = "查封、扣押期限已经届满，应当解除。"
NOT_EXTENDED = "延长查封、扣押没有经批准并书面告知理由，或者已经延长。"
WITH_FILE = "查封、扣押的财物应当一并移送并书面告知当事人。"


def limit():
    return run_clocks.due_of(Clock.objects.get(kind="release_by")).day


def extended(line, *, day=date(2026, 11, 10), reason="涉及多家单位，鉴定结论未出。"):
    return build.carried_out(line, "extend_coercive_measure", day=day, reason=reason)


def extension_told(line, *, day=date(2026, 11, 11)):
    with on(day) as at:
        return tell_extension(measure=line, told_on=day, proof_number="回证9", actor=handler_of(line.case), at=at)


def expired(day):
    with on(day) as at:
        return mark_all_expired(actor=SYSTEM, at=at)


def way_back(line, how="return"):
    return {item.public_id: how for item in line.items.all()}


def released(line, *, day=FIRST_END, ground="no_longer_needed", how="return", hour=9):
    return build.carried_out(
        line, "release_coercive_measure", day=day, hour=hour, release_ground=ground, ways=way_back(line, how), note=""
    )


def examined(
    line, *, day=date(2026, 10, 20), began=date(2026, 10, 20), until=date(2026, 10, 29), told=date(2026, 10, 20)
):
    with on(day) as at:
        return start_expert_examination(
            measure=line, institution="示范省质检院", about="设备型号", began_on=began, planned_end=until, told_on=told,
            actor=handler_of(line.case), at=at,
        )  # fmt: skip


@pytest.mark.clause("ACL-2011:25.1#extension")
@pytest.mark.clause("ACL-2011:25.2")
def test_extension_counts_once_the_party_has_been_told_in_writing():
    line = extended(build.a_measure())
    assert (line.status, limit()) == ("extended", FIRST_END), "an extension nobody was told of has no effect"
    extension_told(line)
    assert limit() == SECOND_END
    row = Clock.objects.get(kind="release_by")
    assert clocks.why_of(row) == "自 10月14日实施查封、扣押起 30 日，延长 30 日"
    assert [one.label for one in clocks.explanation_of(row, NEXT_DAY).lines][2] == "延长 30 日"
    assert refusal_of(extension_told, line).reason == "延长已经书面告知。"


@pytest.mark.history("P9.59")
@pytest.mark.clause("ACL-2011:25.1#initial")
@pytest.mark.parametrize("marked", [True, False])
def test_extension_after_the_last_day_is_refused(marked):
    line = build.a_measure()
    assert expired(FIRST_END) == 0
    assert not marked or expired(NEXT_DAY) == 1
    line.refresh_from_db()
    refusal = refusal_of(extended, line, day=NEXT_DAY)
    assert (refusal.reason, refusal.clauses) == (OVER, ("ACL-2011:25.1#initial", "ACL-2011:28.1"))


@pytest.mark.history("P9.59")
@pytest.mark.clause("ACL-2011:25.2")
def test_party_told_after_the_last_day_is_told_too_late():
    line = extended(build.a_measure())
    assert refusal_of(extension_told, line, day=NEXT_DAY).reason == OVER
    assert expired(NEXT_DAY) == 1


@pytest.mark.history("P9.58")
@pytest.mark.clause("ACL-2011:25.1#extension")
def test_measure_is_never_held_beyond_thirty_days_and_thirty_more():
    line = extended(build.a_measure())
    extension_told(line)
    line.refresh_from_db()
    again = refusal_of(extended, line, day=date(2026, 12, 1), reason="再延。")
    assert (again.reason, again.clauses) == (NOT_EXTENDED, ("ACL-2011:25.1#extension", "ACL-2011:25.2"))
    assert expired(SECOND_END) == 0
    assert expired(date(2026, 12, 14)) == 1
    line.refresh_from_db()
    assert line.status == "expired"
    assert refusal_of(extended, line, day=date(2026, 12, 14)).verdicts
    with on(date(2026, 12, 14), 10):
        told = [fault for name, _, faults in verifying.warnings() for fault in faults if name == "held_too_long"]
    assert "必须作出处理或者解除" in told[0]


@pytest.mark.clause("ACL-2011:25.2")
def test_extension_without_a_reason_is_refused():
    assert refusal_of(extended, build.a_measure(), reason=" ").reason == NOT_EXTENDED


@pytest.mark.history("P10.7")
@pytest.mark.clause("ACL-2011:25.3")
def test_ten_days_of_examination_move_the_last_day_by_ten():
    line = build.a_measure()
    examined(line)
    assert limit() == date(2026, 11, 23)
    assert expired(date(2026, 11, 23)) == 0
    with on(date(2026, 10, 24)) as at:
        end_expert_examination(measure=line, ended_on=at.day, actor=handler_of(line.case), at=at)
    assert limit() == date(2026, 11, 18), "what ended earlier counts earlier"


@pytest.mark.clause("ACL-2011:25.3")
def test_examination_that_takes_longer_than_told_is_counted_again():
    line = build.a_measure()
    examined(line)
    with on(date(2026, 11, 9)) as at:
        end_expert_examination(measure=line, ended_on=at.day, actor=handler_of(line.case), at=at)
        assert refusal_of(
            end_expert_examination, measure=line, ended_on=at.day, actor=handler_of(line.case), at=at
        ).reason.startswith("没有正在进行")
    assert limit() == date(2026, 11, 23)


@pytest.mark.history("P9.60")
@pytest.mark.clause("ACL-2011:25.3")
@pytest.mark.parametrize("told", [None, date(2026, 10, 21)])
def test_examination_the_party_was_not_told_of_is_not_left_out(told):
    line = build.a_measure()
    refusal = refusal_of(examined, line, told=told)
    assert (refusal.reason, refusal.clauses) == ("鉴定期间没有明确并书面告知当事人，不得扣除。", ("ACL-2011:25.3",))
    assert limit() == FIRST_END


@pytest.mark.history("P9.58")
@pytest.mark.clause("ACL-2011:25.3")
def test_days_left_out_already_are_not_left_out_again():
    line = build.a_measure()
    examined(line)
    with on(date(2026, 10, 24)) as at:
        end_expert_examination(measure=line, ended_on=at.day, actor=handler_of(line.case), at=at)
    anew = {"day": date(2026, 10, 24), "told": date(2026, 10, 24), "until": date(2026, 10, 26)}
    refusal = refusal_of(examined, line, began=date(2026, 10, 24), **anew)
    assert (refusal.reason, refusal.clause, refusal.field) == (
        "2026年10月24日起的日期已经因“示范省质检院检测、鉴定”不计入期限，不得重复扣除。", "ACL-2011:25.3", "began_on",
    )  # fmt: skip
    assert limit() == date(2026, 11, 18)
    examined(line, began=date(2026, 10, 25), **anew)
    assert limit() == date(2026, 11, 20), "five days and two"


@pytest.mark.clause("ACL-2011:25.3")
def test_examination_without_a_last_day_is_refused():
    assert refusal_of(examined, build.a_measure(), until=None).reason == "鉴定期间应当明确。"


def kept_by(line, **facts):
    told = {"custodian": "示范仓储公司", "terms": "封存一号库。", "may_be_used": False}
    with on(date(2026, 10, 15)) as at:
        return entrust_custody(measure=line, actor=handler_of(line.case), at=at, **(told | facts))


@pytest.mark.clause("ACL-2011:26.1")
@pytest.mark.clause("ACL-2011:26.2")
def test_only_what_is_sealed_up_is_kept_by_others_and_nobody_uses_it():
    seized = build.a_measure()
    refusal = refusal_of(kept_by, seized)
    assert (refusal.reason, refusal.clauses) == ("委托第三人保管限于查封的场所、设施或者财物。", ("ACL-2011:26.2",))
    sealed = build.a_measure(seized.case, kind="sealing_up")
    refusal = refusal_of(kept_by, sealed, may_be_used=True)
    assert (refusal.reason, refusal.clauses) == ("不得使用或者损毁查封、扣押的财物。", ("ACL-2011:26.1",))
    assert kept_by(sealed).custodian == "示范仓储公司"


@pytest.mark.clause("ACL-2011:28.2")
def test_perishables_are_sold_by_the_head_and_their_price_goes_back():
    line = build.a_measure()
    told = {"items": list(way_back(line)), "buyer": "示范市场", "reason": "易腐。", "proceeds_fen": 80_000}
    with on(date(2026, 10, 15)) as at:
        head = person_of(line.case.body, "agency_head")
        assert refusal_of(sell_perishables, measure=line, actor=handler_of(line.case), at=at, **told).reason.startswith(
            "您不能"
        )
        sell_perishables(measure=line, actor=head, at=at, **told)
    line.refresh_from_db()
    released(line, day=date(2026, 10, 16))
    assert "退还价款800.00元" in str(way.documents_of(line.case.public_id).get(kind="release_decision").sheet)


@pytest.mark.clause("ACL-2011:28.1")
@pytest.mark.parametrize("ground", ["no_violation", "unrelated", "no_longer_needed", "expired", "other"])
def test_measure_is_released_on_each_ground_of_the_law(ground):
    line = released(build.a_measure(), ground=ground)
    assert (line.status, line.release_ground, line.ended_on) == ("released", ground, FIRST_END)
    assert Clock.objects.get(kind="release_by").stopped_on == FIRST_END
    with on(FIRST_END, 15) as at:
        record_item_return(
            line=line,
            items=list(way_back(line)),
            received_by="罗玉梅",
            receipt_number="退1",
            actor=handler_of(line.case),
            at=at,
        )
    assert line.items.get().returned_on == FIRST_END


@pytest.mark.history("P9.65")
@pytest.mark.clause("ACL-2011:28.2")
def test_release_that_neither_returns_nor_calls_the_owner_is_refused():
    line = build.a_measure()
    words = ("解除后应当立即退还财物。", ("ACL-2011:28.2",))
    refusal = refusal_of(
        build.proposed, line, "release_coercive_measure", day=FIRST_END, release_ground="other", ways={}, note=""
    )
    assert (refusal.reason, refusal.clauses) == words
    with on(FIRST_END) as at:
        head = person_of(line.case.body, "agency_head")
        refusal = refusal_of(release_coercive_measure, measure=line, ground="other", ways={}, actor=head, at=at)
    assert (refusal.reason, refusal.clauses) == words
    assert released(line, how="collect").items.get().collect_notice_on == FIRST_END


@pytest.mark.clause("ACL-2011:28.1")
@pytest.mark.parametrize("told", [{}, {"release_ground": "head_says_so"}])
def test_release_without_a_ground_of_the_law_is_not_even_proposed(told):
    line = build.a_measure()
    refusal = refusal_of(
        build.proposed, line, "release_coercive_measure", day=FIRST_END, ways=way_back(line, "return"), note="", **told
    )
    assert (refusal.reason, refusal.clauses) == ("请从列表中选择解除情形。", ("ACL-2011:28.1",))


@pytest.mark.clause("ACL-2011:28.1")
def test_expired_measure_is_released_and_nothing_else():
    line = build.a_measure()
    expired(NEXT_DAY)
    line.refresh_from_db()
    assert (line.status, line.items.get().fate) == ("expired", "")
    assert refusal_of(examined, line, day=NEXT_DAY).reason.startswith("现在是“到期待解除”")
    assert released(line, day=date(2026, 11, 16), ground="expired").status == "released"


def confiscated(line, day):
    with on(day) as at:
        return dispose_of_items(measure=line, how="confiscated", voucher="入库单1", actor=handler_of(line.case), at=at)


def decided_to_confiscate(case, *, day):
    """The case goes on to a penalty decision that confiscates goods."""
    told = {"penalties": ["warning", "fine", "confiscation_of_goods"]}
    case.refresh_from_db()
    scene = way.documents_of(case.public_id).get(kind="on_site_record")
    with on(build.KEPT, 15) as at:
        way.attach_signed_page(
            document_id=scene.pk, content=way.PAGE, file_name="笔录.pdf", actor=handler_of(case), at=at
        )
    notice = way.notice_given(way.concluded(way.with_records(case)), **told)
    heard = way.served(notice, "prior_notice", way.NOTIFIED)
    with on(way.HEARD) as at:
        re_examine(case_id=heard.pk, answers={}, actor=handler_of(heard), at=at)
    way.drafted(heard, **told)
    return way.decision_signed(way.exempted(heard), day=day, overdue_reason="等待鉴定。")


@pytest.mark.clause("ACL-2011:27")
def test_confiscation_rests_on_a_decision_made_within_the_days():
    line = build.a_measure()
    refusal = refusal_of(confiscated, line, FIRST_END)
    assert (refusal.reason, refusal.clauses) == ("没收应当依据处罚决定。", ("ACL-2011:27",))
    decided_to_confiscate(line.case, day=way.DECIDED)
    expired(NEXT_DAY)
    line.refresh_from_db()
    done = confiscated(line, date(2026, 11, 16))
    assert (done.status, done.items.get().fate, done.items.get().voucher) == ("disposed", "confiscated", "入库单1")


@pytest.mark.clause("ACL-2011:27")
def test_confiscation_decided_too_late_does_not_hold_the_things():
    line = build.a_measure()
    decided_to_confiscate(line.case, day=date(2026, 11, 16))
    assert refusal_of(confiscated, line, date(2026, 11, 17)).reason == OVER


def handed_over(line, told=FIRST_END):
    with on(FIRST_END) as at:
        return hand_over_items(
            measure=line, to="示范县公安局", receipt="李警官签收", told_on=told, actor=handler_of(line.case), at=at
        )


def file_goes(case):
    return asked("items_with_file", case, act="transfer_to_police", at=Moment.now())


@pytest.mark.history("P9.76")
@pytest.mark.clause("ACL-2011:21")
@pytest.mark.clause("TCR-2020:12")
def test_file_does_not_go_to_the_police_without_the_seized_things_and_the_party_told():
    line = build.a_measure()
    verdict = file_goes(line.case)
    assert (verdict.holds, verdict.reason, verdict.clauses) == (False, WITH_FILE, ("ACL-2011:21", "TCR-2020:12"))
    assert refusal_of(handed_over, line, told=None).reason == WITH_FILE
    done = handed_over(line)
    assert (done.status, done.items.get().told_on) == ("handed_over", FIRST_END)
    assert file_goes(line.case).holds
    assert "示范县公安局" in str(way.documents_of(line.case.public_id).get(kind="handover_record").sheet)


@pytest.mark.clause("ACL-2011:28.1")
@pytest.mark.clause("APL-2021:57.1")
def test_violation_is_not_found_absent_while_something_is_held():
    line = build.a_measure()
    verdict = asked("measures_released", line.case, act="decide_violation_not_established", at=Moment.now())
    assert (verdict.holds, verdict.reason) == (False, "违法事实不成立，应当同时解除强制措施。")
    released(line, ground="no_violation")
    assert asked("measures_released", line.case, act="decide_violation_not_established", at=Moment.now()).holds


@pytest.mark.history("P9.87")
@pytest.mark.clause("ENV-2010:67")
def test_case_is_not_closed_while_something_is_held_or_not_signed_for():
    kept = build.a_preservation(build.a_case_that_may_hold())
    line = build.a_measure(kept.case)
    assert {"先行登记保存", "查封、扣押"} <= set(unsettled_of(line.case))
    verdict = asked("lines_settled", line.case, act="request_closing", at=Moment.now())
    assert "先行登记保存、查封、扣押" in verdict.reason
    assert verdict.reason.endswith("未完成，不得结案。")
    line = released(line, day=date(2026, 10, 15))
    fates = {one.public_id: "kept_as_evidence" for one in kept.items.all()}
    build.carried_out(kept, "dispose_of_preserved_items", day=date(2026, 10, 16), fates=fates)
    case = type(line.case).objects.get(pk=line.case_id)
    assert unsettled_of(case) == ["物品退还签收"]
    with on(date(2026, 10, 16), 15) as at:
        record_item_return(
            line=line,
            items=list(way_back(line)),
            received_by="罗玉梅",
            receipt_number="退1",
            actor=handler_of(case),
            at=at,
        )
    assert unsettled_of(type(case).objects.get(pk=case.pk)) == []


def faults_of(name):
    return [fault for found, _, faults in verifying.run({name}) for fault in faults if found == name]


def test_verify_finds_what_is_held_without_a_clock():
    line = build.a_measure()
    assert faults_of("held_things_watched") == []
    Clock.objects.filter(kind="release_by").update(stopped_on=FIRST_END)
    assert "没有期限，也没有待办" in faults_of("held_things_watched")[0]
    CoerciveMeasure.objects.filter(pk=line.pk).update(status="expired")
    assert faults_of("held_things_watched") == []


def test_verify_finds_a_closed_case_that_still_holds_something():
    line = build.a_measure()
    assert faults_of("items_have_a_fate") == []
    type(line.case).objects.filter(pk=line.case_id).update(status="closed")
    assert "没有去向" in faults_of("items_have_a_fate")[0]


def test_gates_of_the_end_say_more_than_the_first_that_fails():
    line = extended(build.a_measure())
    refusal = refusal_of(extended, line, day=NEXT_DAY)
    assert set(failing(refusal)) == {"measure_time_left", "extension_reasoned"}
