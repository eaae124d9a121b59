"""Real case 6: two workers kept beyond the hours and a lesson; a year later sixty, from the complaint at the window to the
public warning and fine, paid, corrected, and in the end withdrawn."""

from datetime import date

import pytest

from tests.journeys import afterwards, scenes
from tests.journeys.scenes import HANDLER, HEAD, UNIT_HEAD, Wrong, address, served
from tests.journeys.walking import PAGE
from yangguang.base import outbox
from yangguang.base.models import Approval
from yangguang.bulletin.api import standing_notices
from yangguang.cases.api import Case
from yangguang.desk.demo import fictions, journal, penalties
from yangguang.desk.demo.work import Employer, Work

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]
OVERTIME = Wrong(
    employer="示范县晨曦电子有限公司", code=scenes.employer(77), title="违法延长劳动者工作时间", matter="LDJC-01",
    violation="LD-01", workers=60, account="2026年6月至8月，该公司安排60名工人每月加班超过36小时。",
    requests="请求查处超时加班。", before="一年前因同类行为首次被查处，2人，不予处罚并教育。", prior=1,
    fact="2026年6月至8月，当事人安排60名劳动者每月加班超过36小时。",
    basis=("LSR-2004:25#fine", "LSR-2004:25#warning"), suggestion="建议警告并处罚款。",
)  # fmt: skip
PROPOSAL = {
    "penalties": ["warning", "fine"], "fine": "27,000.00", "basis": list(OVERTIME.basis), "tier": "严重",
    "reasons": "安排劳动者加班超过法定上限。", "tier_reasons": "涉及60人，已经改正，按“严重”档下限附近确定。",
}  # fmt: skip


@pytest.mark.daily
@pytest.mark.parametrize(
    "walk",
    [pytest.param(("overtime", "desktop"), marks=pytest.mark.long), ("overtime", "phone")],
    indirect=True,
    ids=["desktop", "phone"],
)
def test_overtime_case_goes_from_the_window_to_the_public_record(walk):
    lesson = taught(walk)
    case = scenes.opened(walk, OVERTIME)
    assert case != lesson
    scenes.inquired(walk, case, OVERTIME)
    scenes.concluded(walk, case, OVERTIME, rectified=True)
    heard(walk, case)
    drafted(walk, case)
    scenes.reviewed(walk, case)
    decided(walk, case)
    scenes.published(walk, case, "警告", "27,000")
    afterwards.paid(walk, case, "27,000")
    afterwards.corrected(walk, case, "创业路18号", "创业路16号")
    afterwards.annulled(walk, case)
    afterwards.withdrawn(walk, case)
    assert [one.conclusion for one in standing_notices()] == ["不予行政处罚"]


def taught(walk):
    """A year before, through the same acts: two workers, put right at once, no penalty but a lesson, and public."""
    employer = Employer(OVERTIME.employer, OVERTIME.code, "卢志远", "示范县创业路18号", "0000-7654321")
    plan = {
        "pattern": penalties.with_story(fictions.content("violations")["overtime"], employer, 0),
        "workers": 2,
        "ends": "no_penalty",
        "until": "closed",
    }
    earlier = Work(walk.county, 0, plan, employer, date(2025, 10, 9), PAGE)
    journal.tell([penalties.told(earlier)], until=walk.now)
    outbox.deliver_all()
    lesson = Case.objects.get()
    assert lesson.decisions.get().content["outcome"] == "first_violation_exemption"
    return lesson


def heard(walk, case):
    """Notice with hearing right, service, defence, re-examination."""
    walk.later(1)
    walk.act(HANDLER, address(case, "give_prior_notice"), "notice", hearing_told=True, **PROPOSAL)
    walk.later()
    served(walk, case)
    walk.later(2)
    said = "已经足额支付加班费，请求从轻。"
    walk.act(HANDLER, address(case, "record_statement"), way="written", made_by="卢志远", points=said)
    walk.later(6)
    (point,) = case.notices.get().statements.get().points.all()
    answers = {f"adopted_{point.pk}": "no", f"answer_{point.pk}": "支付加班费不影响超时加班的认定。"}
    walk.act(HANDLER, address(case, "re_examine"), **answers)


def drafted(walk, case):
    """The draft, with every question of the review catalogue answered."""
    walk.later()
    judged = dict.fromkeys(("public_interest", "social_risk", "major_interest", "complex"), "no")
    walk.act(
        HANDLER, address(case, "prepare_draft"), "draft", kind="penalty", rectification="done",
        rectification_note="已经调整班次，核查无超时。", fulfilment="按缴款要求缴纳罚款。", **judged, **PROPOSAL,
    )  # fmt: skip


def decided(walk, case):
    """Approval form through all three places, then service."""
    walk.later()
    walk.act(
        HANDLER, address(case, "request_decision"), kind="penalty", opinion="建议决定。", recording_note=scenes.NO_FILM
    )
    approval = Approval.objects.latest("pk")
    walk.later()
    walk.sign(UNIT_HEAD, approval)
    walk.later(1)
    walk.sign(HEAD, approval, deciding=True, picture="decision-approval")
    walk.later(1)
    served(walk, case)
