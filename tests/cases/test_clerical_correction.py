"""A slip of the pen is put right by a notice; the party, the penalty, the amount, the term and the facts are not."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.cases.refusing import refusal_of
from tests.cases.test_service_and_end import closed_case
from yangguang.base.models import LedgerEntry
from yangguang.cases.presentation.acts import next_acts
from yangguang.cases.rules.clerical import SUBSTANCE, slip_fault
from yangguang.cases.standing import papers_to_serve
from yangguang.cases.use_cases.correct_clerical_error import Slip, correct_clerical_error

pytestmark = pytest.mark.django_db

LATER = date(2026, 11, 18)
SENTENCE = "安排劳动者加班超过法定上限"


def put_right(case, *, day=LATER, actor=None, **changes):
    known = {
        "decision_ref": build.the_decision(case).public_id, "kind": "wording", "wrong": SENTENCE,
        "right": "安排劳动者加班超出法定上限", "reason": "书写笔误。",
    } | changes  # fmt: skip
    with build.on(day) as at:
        row = correct_clerical_error(
            case_id=case.pk, slip=Slip(**known), actor=actor or build.person_of(case.body, "agency_head"), at=at
        )
    case.refresh_from_db()
    return row


def test_slip_is_put_right_by_a_notice_that_goes_to_the_party_and_the_decision_stays():
    case = build.a_served_case()
    before = build.the_decision(case)
    row = put_right(case)
    after = build.the_decision(case)
    assert (after.content, after.digest, after.document_id) == (before.content, before.digest, before.document_id)
    assert (case.status, row.document.kind) == ("served", "correction_notice")
    assert row.document.number == "示人社监补字〔2026〕第1号"
    assert [paper.pk for paper in papers_to_serve(case)] == [row.document_id]
    build.served(case, "correction_notice", LATER)
    assert papers_to_serve(case) == []
    assert LedgerEntry.objects.get(event="ClericalErrorCorrected").summary.endswith("超出法定上限”")


def test_notice_about_a_closed_case_is_still_served():
    case = closed_case()
    put_right(case)
    build.served(case, "correction_notice", LATER)
    assert (case.status, papers_to_serve(case)) == ("closed", [])


@pytest.mark.history("P9.85")
@pytest.mark.parametrize(
    ("kind", "wrong", "right"),
    [
        ("wording", "5,000.00", "6,000.00"),
        ("calculation", "5,000.00", "4,000.00"),
        ("wording", "警告", "罚款"),
        ("wording", SENTENCE, "没有安排劳动者加班超过法定上限"),
        ("wording", SENTENCE, "安排劳动者加班超过法定上限3倍"),
        ("date", SENTENCE, "安排劳动者加班"),
    ],
)
def test_what_was_decided_is_not_changed_by_putting_a_slip_right(kind, wrong, right):
    refusal = refusal_of(put_right, build.a_served_case(), kind=kind, wrong=wrong, right=right)
    assert (refusal.reason, refusal.field) == (SUBSTANCE, "right")
    assert "撤销决定" in refusal.remedy


@pytest.mark.history("P9.85")
def test_name_of_the_party_is_not_changed_by_putting_a_slip_right():
    case = build.a_served_case()
    name = case.parties.get().name
    assert refusal_of(put_right, case, wrong=name, right=f"{name}分公司").reason == SUBSTANCE


def test_words_that_are_not_in_the_decision_are_refused():
    assert refusal_of(put_right, build.a_served_case(), wrong="从来没有写过", right="写过").reason.startswith(
        "决定书里没有"
    )


@pytest.mark.parametrize("name", ["wrong", "right", "reason"])
def test_everything_has_to_be_written(name):
    assert refusal_of(put_right, build.a_served_case(), **{name: " "}).field == name


def test_head_puts_it_right_not_the_handler_and_nothing_is_put_right_in_a_decision_that_fell():
    case = build.a_served_case()
    assert "机关负责人" in refusal_of(put_right, case, actor=build.handler_of(case)).remedy
    assert refusal_of(put_right, case, decision_ref="").field == "decision_ref"


def test_head_finds_the_act_among_those_that_are_seldom_wanted():
    case = build.a_served_case()
    with build.on(LATER):
        acts = {row["act"]: row for row in next_acts(case, build.person_of(case.body, "agency_head"))["possible"]}
    assert acts["correct_clerical_error"]["seldom"]


@pytest.mark.parametrize(
    ("kind", "wrong", "right", "refused"),
    [
        ("date", "2026年9月31日", "2026年9月30日", False),
        ("date", "2026年9月31日起", "2026年9月30日止", True),
        ("calculation", "合计120小时", "合计112小时", False),
        ("calculation", "合计拖欠800元", "合计拖欠900元", True),
        ("calculation", "合计拖欠900元", "合计拖欠800元", False),
        ("calculation", "合计拖欠1万元", "合计拖欠9,000元", True),
        ("wording", "该公司未改正", "该公司已改正", True),
        ("wording", "劳动和同", "劳动合同", False),
    ],
)
def test_kinds_of_slips(kind, wrong, right, refused):
    paper = [f"经查，{wrong}，证据充分。"]
    assert bool(slip_fault(kind, wrong, right, paper=paper, decided={"示范纺织有限公司"})) == refused
