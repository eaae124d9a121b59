"""An order stays unheeded though its disregard was fined: the head says what follows, and the case can end."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders import real_case_8 as real
from tests.cases.refusing import failing, refusal_of
from yangguang.base.models import LedgerEntry
from yangguang.cases.kinds.labour.line_acts import possible
from yangguang.cases.models import Case
from yangguang.cases.use_cases.record_payment import record_payment
from yangguang.cases.use_cases.request_end import request_end
from yangguang.cases.use_cases.settle_unheeded_instruction import settle_unheeded_instruction
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

pytestmark = pytest.mark.django_db


def settled(case, *, actor=None, said_on=None, **changes):
    told = {
        "follows": "watched",
        "words": "当事人仍拒不提供，列入重点检查。",
        "watch_until": date(2027, 1, 20),
    } | changes
    with build.on(real.PAID_UP, 15) as now:
        at = Moment(clock.beijing(said_on, 9), now.recorded_at, "外出办案。") if said_on else now
        return settle_unheeded_instruction(
            instruction=case.instructions.get(), actor=actor or build.person_of(case.body, "agency_head"), at=at, **told
        )


def asked_to_close(case):
    with build.on(real.CLOSED) as at:
        return request_end(
            case_id=case.pk, act="close_case", opinion="建议结案。", ground="fulfilled", summary="罚款已缴清，指令仍未履行。",
            recording_note=build.NO_FILM, actor=build.handler_of(case), at=at,
        )  # fmt: skip


@pytest.mark.clause("LSR-2004:18.1")
def test_paid_fine_for_an_order_that_stays_unheeded_can_be_closed_once_it_is_said_what_follows(client):
    case = real.the_fined_case()
    with build.on(real.PAID_UP) as at:
        record_payment(
            case_id=case.pk, amount_fen=500_000, paid_on=real.PAID_UP, payee="示范县农村商业银行", receipt_number="NO.1",
            actor=build.handler_of(case), at=at,
        )  # fmt: skip
    case = Case.objects.get(pk=case.pk)
    verdict = failing(refusal_of(asked_to_close, case))["lines_settled"]
    assert verdict.reason == "尚有限期改正指令未完成，不得结案。"
    assert "说明后续处理" in verdict.remedy
    head = build.person_of(case.body, "agency_head")
    assert ("settle_unheeded_instruction", "说明未改正的后续处理") in possible(case.instructions.get(), head)
    assert "机关负责人" in refusal_of(settled, case, actor=build.handler_of(case)).remedy
    for told, field in (
        ({"follows": "forgotten"}, "follows"), ({"words": ""}, "words"), ({"watch_until": None}, "watch_until"),
        ({"follows": "ordered_again"}, "follows"),
    ):  # fmt: skip
        assert refusal_of(settled, case, **told).field == field
    fate = settled(case)
    assert (fate.instruction.status, fate.document.kind) == ("settled_unheeded", "unheeded_instruction")
    assert "列入重点监督检查" in LedgerEntry.objects.get(event="UnheededInstructionSettled").summary
    with clock.frozen(clock.beijing(real.PAID_UP, 16)):
        client.force_login(head)
        assert "列入重点监督检查" in client.get(f"/desk/cases/{case.public_id}/orders/").content.decode()
    build.approve(asked_to_close(case), case.body, real.CLOSED, hour=15)
    assert Case.objects.get(pk=case.pk).status == "closed"


def test_nothing_follows_before_the_disregard_is_punished_nor_on_unpaid_wages():
    case = real.the_fined_case()
    assert refusal_of(settled, case, said_on=real.HEARD).reason == "期满未改正的行为还没有依法处罚。"
    case.decisions.update(status="annulled")
    assert refusal_of(settled, case).reason == "期满未改正的行为还没有依法处罚。"
    case.instructions.get().orders.update(kind="pay_wages")
    assert "尚欠工资" in refusal_of(settled, case).reason
