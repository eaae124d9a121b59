"""A body with a power of its own executes a fine itself: demanded, thirty days of the additional fine, by day, to the treasury."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders import cases as build
from tests.builders import fulfilment as fine
from tests.cases.refusing import failing, refusal_of
from yangguang.cases.kinds.execution.own_gates import WITHOUT, night_of
from yangguang.cases.use_cases.execute import Executing, execute
from yangguang.cases.use_cases.order_execution import order_execution
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused
from yangguang.records.api import documents_of

pytestmark = pytest.mark.django_db

TOO_SOON, ORDERED = date(2026, 12, 25), fine.ORDERED
NEW_YEAR, SATURDAY = date(2027, 1, 1), date(2027, 1, 9)
NIGHT = "不得在夜间或者法定节假日实施强制执行。"


def ordered(decision, *, day=ORDERED, **changes):
    told = {
        "stayed": False,
        "good_reason": False,
        "reason": "有存款而不缴纳。",
        "actor": fine.head_of(decision),
    } | changes
    with build.on(day) as at:
        return order_execution(decision=decision, at=at, **told)


def executed(decision, *, day=ORDERED, hour=15, officers=None, **changes):
    told = {
        "how": "transfer", "words": "向开户银行送达划拨通知，划拨至国库。", "amount_fen": 500000, "voucher": "国库收款书3号",
        "to_treasury": True, "certificate_shown": True, "utility_cut": False, "stayed": False,
    } | changes  # fmt: skip
    with build.on(day, hour) as at:
        return execute(
            decision=decision, executing=Executing(**told), at=at, actor=build.handler_of(decision.case),
            officers=officers or build.officers_of(decision.case.body),
        )  # fmt: skip


@pytest.mark.history("P9.66")
@pytest.mark.history("P9.67")
@pytest.mark.clause("ACL-2011:43.1")
@pytest.mark.clause("ACL-2011:46.1")
def test_fine_is_executed_by_a_body_with_the_power_in_due_time_by_day_and_not_on_a_holiday(client):
    decision = fine.an_urged_fine()
    assert failing(refusal_of(ordered, decision))["execution_power"].reason == WITHOUT
    fine.given_the_power(decision.case.body)
    assert refusal_of(ordered, decision, day=TOO_SOON).reason == "加处罚款未超过三十日。"
    refusal = refusal_of(ordered, decision, day=date(2026, 12, 18))
    assert {"urge_period_over", "additional_fine_thirty_days"} <= failing(refusal).keys()
    assert "机关负责人" in refusal_of(ordered, decision, actor=build.handler_of(decision.case)).remedy
    assert refusal_of(ordered, decision, good_reason=True).reason == "当事人不履行有正当理由。"
    assert refusal_of(ordered, decision, good_reason=None).clause == "ACL-2011:37.1"
    row = ordered(decision)
    assert (row.status, row.case.status) == ("ordered", "in_execution")
    decision = fine.fine_of(decision.case)
    assert refusal_of(executed, decision, hour=23).reason == NIGHT
    assert refusal_of(executed, decision, day=NEW_YEAR).reason == NIGHT
    assert refusal_of(executed, decision, to_treasury=None).reason == "所得款项应当上缴国库或者划入财政专户。"
    assert refusal_of(executed, decision, utility_cut=True).reason.startswith("不得对居民生活停止供水")
    assert "两" in refusal_of(executed, decision, officers=build.officers_of(decision.case.body)[:1]).reason
    assert refusal_of(executed, decision, how="threats").field == "how"
    run = executed(decision, hour=23, urgent_reason="当事人正在转移存款。")
    assert (run.document.kind, run.urgent_reason) == ("execution_log", "当事人正在转移存款。")
    with clock.frozen(clock.beijing(ORDERED, 16)):
        client.force_login(build.handler_of(decision.case))
        where = reverse("cases:fulfilment_act", args=[decision.case.public_id, decision.public_id, "execute"])
        assert "对居民生活停止供水" in client.get(where).content.decode()
    executed(decision, day=SATURDAY)  # an ordinary weekend is no legal holiday
    fine.paid(fine.fine_of(decision.case), 500000, SATURDAY)
    assert documents_of(decision.case.public_id).filter(kind="execution_decision").count() == 1


def test_night_is_read_from_the_setting_and_nothing_else_is_taken_for_one():
    begins, ends = night_of("22:00至06:00")
    assert (begins.hour, ends.hour) == (22, 6)
    with pytest.raises(Refused, match="夜间时段"):
        night_of("晚上")
