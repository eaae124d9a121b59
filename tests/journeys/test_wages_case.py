"""Real case 5: eighty-eight workers owed 1,710,000 yuan, from the complaint to the disposition with compensation on top."""

import pytest

from tests.journeys import scenes
from tests.journeys.scenes import FRONT_DESK, HANDLER, HEAD, UNIT_HEAD, Wrong
from yangguang.base.models import Approval
from yangguang.desk.demo import journal

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]
OWED_FEN, WORKERS = 171_000_000, 88
WAGES = Wrong(
    employer="示范县晨曦建筑工程有限公司", code=scenes.employer(78), title="拖欠劳动者工资", matter="LDJC-03",
    violation="LD-03", workers=WORKERS, amount="1,710,000", account="2026年5月至8月在工地务工，88人的工资没有支付。",
    requests="请求责令支付拖欠的工资。", fact="2026年5月至8月，当事人拖欠88名劳动者工资1710000元。",
    basis=("LSR-2004:26#compensation",), suggestion="责令支付期满未支付，建议作出行政处理决定。",
)  # fmt: skip


@pytest.mark.parametrize(
    "walk",
    [("wages", "desktop"), pytest.param(("wages", "phone"), marks=pytest.mark.long)],
    indirect=True,
    ids=["desktop", "phone"],
)
def test_wages_case_goes_from_the_window_to_the_public_disposition(walk):
    case = scenes.opened(walk, WAGES)
    walk.later(1)
    scenes.rostered(walk, case, WAGES, OWED_FEN)
    scenes.inquired(walk, case, WAGES)
    instruction = ordered(walk, case)
    scenes.concluded(walk, case, WAGES, rectified=False)
    disposition = told(walk, case, instruction)
    scenes.reviewed(walk, case)
    decided(walk, case, disposition)
    assert case.decisions.get().content["wages_fen"] == OWED_FEN
    scenes.published(walk, case, "加付赔偿金")


def ordered(walk, case):
    """Instruction to pay: drafted, signed, served, found unheeded."""
    walk.later(1)
    instruction = scenes.ordered_to_pay(walk, case, WAGES, due=journal.workdays_after(walk.day, 8))
    walk.later(9)
    scenes.found_unheeded(walk, case, instruction)
    return instruction


def told(walk, case, instruction):
    """What is to be decided, the notice, the re-examination."""
    walk.later(1)
    walk.act(
        HANDLER, scenes.line(case, instruction, "propose"), "disposition", percent="60", findings=WAGES.fact,
        reasons="经责令限期支付，期满仍未支付。", fulfil_days="15", social_risk="yes",
        **dict.fromkeys(("public_interest", "major_interest", "complex", "outside_standard"), "no"),
    )  # fmt: skip
    disposition = case.dispositions.get()
    walk.later()
    walk.act(HANDLER, scenes.line(case, disposition, "give_disposition_notice"), proof_number="回证2", **FRONT_DESK)
    walk.later(5)
    walk.act(HANDLER, scenes.line(case, disposition, "re_examine_disposition"), opinion="期满没有提出意见。")
    return disposition


def decided(walk, case, disposition):
    """The form goes up to the agency head, who decides; the decision is served."""
    walk.later()
    walk.act(
        HANDLER, scenes.line(case, disposition, "decide_disposition"), opinion="期满仍未支付，建议作出行政处理决定。"
    )
    walk.later(1)
    walk.sign(UNIT_HEAD, Approval.objects.latest("pk"))
    walk.later()
    walk.sign(HEAD, Approval.objects.latest("pk"), deciding=True)
    walk.later(1)
    walk.act(
        HANDLER, scenes.line(case, disposition, "serve_disposition"), proof_number="回证3", sealed=True, **FRONT_DESK
    )
