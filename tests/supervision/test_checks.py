"""What the automatic checks notice in a file, each with its place and clause, and that none of it scores."""

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import evaluations as build
from yangguang.cases.models import Clock, Payment
from yangguang.directory.models import Certificate
from yangguang.statutes import clause
from yangguang.supervision.gathering import facts_of
from yangguang.supervision.rules.checks import FileFacts, Term, Visit, findings
from yangguang.supervision.rules.due import is_late
from yangguang.supervision.rules.quota import no_quota

pytestmark = pytest.mark.duty("R13")
DAY = date(2026, 10, 20)
FINE = FileFacts(
    days={"立案": date(2026, 10, 12), "调查终结": date(2026, 10, 23), "作出决定": date(2026, 11, 6)},
    papers=("立案审批表", "调查终结报告", "行政处罚决定书", "送达回证"),
    wanted=("立案审批表", "调查终结报告", "行政处罚决定书", "送达回证"), visits=(Visit("询问", DAY, 2),),
    fine_fen=500000, notified_fen=500000, payees=("示范县农村商业银行",), body_name="示范县人力资源和社会保障局",
)  # fmt: skip
FAULTY = {
    "日期先后": ({"days": FINE.days | {"作出决定": date(2026, 10, 22)}}, "作出决定（2026年10月22日）早于调查终结"),
    "两名执法人员": ({"visits": (Visit("询问", DAY, 1),)}, "询问当天只有1名执法人员"),
    "证件有效": ({"visits": (Visit("询问", DAY, 2, ("陈立的证件已经过期",)),)}, "陈立的证件已经过期"),
    "必备文书": ({"papers": ("立案审批表", "行政处罚决定书", "送达回证")}, "卷内没有调查终结报告"),
    "告知与决定": ({"fine_fen": 500001}, "决定的罚款比告知的多"),
    "法制审核": ({"review_lacking": True}, "应当法制审核"),
    "集体讨论": ({"discussion_reasons": ("情节复杂",)}, "情节复杂，没有集体讨论记录"),
    "听证": ({"hearing_not_told": True}, "应当告知听证权利"),
    "办理期限": ({"terms": (Term("送达决定", "APL-2021:61.1", DAY, date(2026, 10, 22), ""),)}, "没有写原因"),
    "裁量越档": ({"outside_reason": "危害后果重"}, "裁量结果不在所选阶次的幅度内"),
    "送达凭证": ({"unproved": ("行政处罚决定书",)}, "没有回证或者回执"),
    "罚缴分离": ({"payees": ("示范县人力资源和社会保障局",)}, "收缴罚款的就是作出决定的机关"),
    "归档": ({"archived": False}, "还没有归档"),
}


def test_file_without_fault_has_no_finding():
    assert findings(FINE) == []


@pytest.mark.parametrize("check", FAULTY)
def test_one_fault_is_one_finding_with_its_place_and_clause(check):
    changes, words = FAULTY[check]
    (found,) = findings(replace(FINE, **changes))
    assert found.check == check
    assert words in found.words
    assert found.place
    assert clause(found.clause).id == found.clause


def test_fixed_focus_points_are_named_where_they_are_concerned():
    named = {
        found.focus for changes, _ in FAULTY.values() for found in findings(replace(FINE, **changes)) if found.focus
    }
    assert named == {"调查终结报告", "集体讨论", "自由裁量权", "罚缴分离"}


@pytest.mark.django_db
def test_closed_case_made_by_the_use_cases_has_nothing_but_that_it_is_not_archived():
    file = build.the_file(build.a_round_to_score())
    assert [row["check"] for row in file.findings] == ["归档"]
    assert (file.score, file.state) == (None, "drawn")


@pytest.mark.django_db
def test_faults_of_rows_are_gathered():
    case = build.the_file(build.a_round_to_score()).case
    body = case.body
    Payment.objects.filter(case=case).update(payee=body.name)
    Clock.objects.filter(case=case, kind="decide_by").update(due_on=case.opened_on)
    Certificate.objects.filter(officer__assignments__case=case).update(valid_until=case.opened_on)
    case.notices.update(fine_fen=1, hearing_reasons=["fine"], hearing_told=False)
    case.services.update(proof=None, proof_number="")
    found = {one.check for one in findings(facts_of(case))}
    assert found == {"罚缴分离", "办理期限", "证件有效", "告知与决定", "听证", "送达凭证", "归档"}


@pytest.mark.parametrize(
    "text", ["各科室按罚款数额排名", "完成罚没指标的给予奖励", "考核时看罚没收入", "名次：按罚款多少"]
)
def test_words_that_rank_by_fines_are_found(text):
    with pytest.raises(Exception, match="不得按罚没数额"):
        no_quota(text, field="scheme")


def test_words_about_the_separation_of_fines_and_ranks_of_nothing_pass():
    no_quota("重点核查罚缴分离。结果不作排名。", field="scheme")


def test_round_finalised_in_the_new_year_is_too_late():
    assert not is_late(year=2026, finalised=date(2026, 12, 31))
    assert is_late(year=2026, finalised=date(2027, 1, 1))
