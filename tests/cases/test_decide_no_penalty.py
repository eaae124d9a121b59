"""No penalty: 首违不罚 with its three elements and education, and violations that are not established."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders import circumstances as weighed
from tests.cases.refusing import asked, refusal_of
from yangguang.base import local_values
from yangguang.cases.circumstances import circumstance_rows, found_circumstances
from yangguang.cases.enclosures import enclosures_of
from yangguang.cases.use_cases.decide_violation_not_established import decide_violation_not_established
from yangguang.cases.use_cases.prepare_draft import prepare_draft
from yangguang.cases.use_cases.void_decision import void_decision
from yangguang.kernel.refusal import Refused
from yangguang.records.api import documents_of, evidence_of

pytestmark = pytest.mark.django_db


def exemption(case, *, kind="no_penalty", day=build.HEARD, **changes):
    if kind == "no_penalty" and not found_circumstances(case):
        case = weighed.excused(case)
    content = {
        "outcome": "first_violation_exemption", "penalties": [], "fine_fen": 0,
        "education": {"on": "2026-10-26", "by": "陈立、周敏", "how": "当面教育，发放告知书。"},
    } | changes  # fmt: skip
    with build.on(build.NOTIFIED if day == build.HEARD else day) as at:
        prepare_draft(
            case_id=case.pk, kind=kind, proposal=build.a_proposal(**content), actor=build.handler_of(case), at=at
        )
    return build.decision_signed(case, kind=kind, day=day)


@pytest.mark.history("P10.20")
@pytest.mark.clause("APL-2021:33.1#first_time")
def test_first_violation_is_exempted_without_a_notice():
    case = exemption(build.a_concluded_case(workers=2))
    assert (case.status, case.outcome) == ("decided", "first_violation_exemption")
    assert build.the_decision(case).number == "示人社监不罚字〔2026〕第1号"


@pytest.mark.clause("APL-2021:33.1#minor", "APL-2021:33.1#first_time", "APL-2021:33.2", "APL-2021:31")
@pytest.mark.parametrize(("outcome", "kinds", "clause", "missing"), [
    ("minor_violation_exemption", ("minor", "rectified_in_time"), "APL-2021:33.1#minor", "没有造成危害后果"),
    ("first_violation_exemption", ("first_violation", "rectified_in_time"), "APL-2021:33.1#first_time", "危害后果轻微"),
    ("first_violation_exemption", ("slight_harm", "rectified_in_time"), "APL-2021:33.1#first_time", "初次违法"),
    ("no_fault_exemption", ("minor",), "APL-2021:33.2", "没有主观过错"),
    ("no_fault_exemption", ("no_fault", "fault_not_asked"), "APL-2021:33.2", "不以主观过错为条件"),
    ("age_or_capacity_exemption", ("no_fault",), "APL-2021:30#no_penalty_age", "不满十四周岁"),
])  # fmt: skip
def test_exemption_that_lacks_an_element_is_refused(outcome, kinds, clause, missing):
    case = build.a_concluded_case(workers=2)
    law = "《行政处罚法》第三十三条。"
    case = weighed.found(case, several=[weighed.a_circumstance(case, kind, text=law) for kind in kinds])
    refusal = refusal_of(exemption, case, outcome=outcome)
    assert (refusal.clause, refusal.field) == (clause, "outcome")
    assert missing in refusal.reason
    content = {"outcome": outcome, "circumstances": circumstance_rows(case)}
    assert asked("exemption_shown", case, content=content).clauses == (clause,)


@pytest.mark.clause("APL-2021:33.1#first_time")
def test_exemption_falls_with_the_evidence_of_its_elements():
    case = weighed.excused(build.a_concluded_case(workers=2))
    content = {"outcome": "first_violation_exemption", "circumstances": circumstance_rows(case)}
    assert asked("exemption_shown", case, content=content).holds
    evidence_of(case.public_id).update(verified_on=None)
    assert "没有查证属实" in asked("exemption_shown", case, content=content).reason
    assert not asked("exemption_shown", case, content={}).holds
    assert not asked("exemption_shown", case, content=content | {"circumstances": []}).holds


def test_element_of_one_party_excuses_nobody_else():
    case = build.a_concluded_case(parties=(build.a_party(1), build.a_party(2)))
    first = case.parties.order_by("position").first()
    rows = [weighed.a_circumstance(case, kind, party_ref=first.public_id) for kind in ("minor", "no_harm")]
    case = weighed.found(case, "rectified_in_time", several=rows)
    assert refusal_of(exemption, case, outcome="minor_violation_exemption").clause == "APL-2021:33.1#minor"


@pytest.mark.clause("APL-2021:33.1#minor")
def test_decision_names_its_ground_with_the_facts_and_evidence_of_each_element():
    case = weighed.excused(build.a_concluded_case(workers=2), "minor_violation_exemption")
    case = exemption(case, outcome="minor_violation_exemption")
    paper = str(build.the_decision(case).document.sheet)
    for words in (
        "本案属于“违法行为轻微并及时改正，没有造成危害后果”的情形",
        "没有造成危害后果：已经查明。证据：询问笔录",
    ):
        assert words in paper, words


@pytest.mark.history("P9.40")
@pytest.mark.clause("APL-2021:33.3")
def test_exemption_without_education_is_refused():
    with pytest.raises(Refused, match="不予行政处罚应当对当事人进行教育。"):
        exemption(build.a_concluded_case(workers=2), education={})


@pytest.mark.clause("APL-2021:33.1#first_time")
def test_first_violation_contradicted_by_an_earlier_decision_is_refused():
    earlier = build.a_decided_case()
    again = build.with_records(build.an_open_case(body=earlier.body, day=build.DECIDED))
    refusal = refusal_of(weighed.excused, again, day=build.DECIDED)
    assert (refusal.clause, refusal.field) == ("APL-2021:33.1#first_time", "kind_1")
    assert "此前已有同类决定" in refusal.reason


@pytest.mark.clause("APL-2021:30#no_penalty_age")
def test_age_contradicted_by_the_day_of_birth_is_refused():
    grown = build.a_party(1, kind="person", code="", legal_representative="", birth_date=date(1990, 1, 1))
    case = build.a_concluded_case(parties=(grown,))
    assert "已经达到责任年龄" in refusal_of(weighed.found, case, "below_age").reason
    case.parties.update(birth_date=date(2014, 1, 1))
    assert [one.kind for one in found_circumstances(weighed.found(case, "below_age"))] == ["below_age"]


def test_decision_without_a_penalty_bears_no_fine_whatever_the_form_still_held():
    case = exemption(build.a_concluded_case(workers=2), fine_fen=5_000_000, confiscated_fen=100, penalties=["fine"])
    decision = build.the_decision(case)
    assert (decision.fine_fen, decision.content["fine_fen"], decision.content["confiscated_fen"]) == (0, 0, 0)
    assert decision.content["penalties"] == []


@pytest.mark.parametrize(("kind", "outcome"), [
    ("no_penalty", ""), ("no_penalty", "violation_not_established"), ("penalty", "first_violation_exemption"),
    ("violation_not_established", "minor_violation_exemption"),
])  # fmt: skip
def test_outcome_that_does_not_belong_to_the_kind_of_decision_is_refused(kind, outcome):
    refusal = refusal_of(exemption, build.a_concluded_case(workers=2), kind=kind, outcome=outcome)
    assert (refusal.field, refusal.clause) == ("outcome", "APL-2021:57.1")


def test_violation_that_is_not_established_needs_no_education():
    case = build.a_concluded_case()
    case = exemption(case, kind="violation_not_established", outcome="violation_not_established", education={})
    assert case.outcome == "violation_not_established"
    with build.on(build.DECIDED) as at:
        head = build.person_of(case.body, "agency_head")
        again = refusal_of(lambda: decide_violation_not_established(case_id=case.pk, proof=None, actor=head, at=at))
    assert again.reason.startswith("现在是“已作决定，未送达”")


@pytest.mark.clause("APL-2021:33.3")
def test_three_papers_of_an_exemption_reach_the_party_with_the_decision():
    case = exemption(build.a_concluded_case(workers=2))
    paper = build.the_decision(case).document
    assert [one.kind for one in enclosures_of(paper)] == ["education_record"]
    with build.on(build.SIGNED) as at:
        head = build.person_of(case.body, "agency_head")
        void_decision(case_id=case.pk, reason="代拟稿日期写错。", actor=head, at=at)
    assert not enclosures_of(paper)

    source = "示范县人社局关于不予处罚一案三书的通知"
    local_values.set_value(
        "no_penalty_three_papers",
        True,
        chain=case.body.public_id,
        source=source,
        in_force=build.NOTIFIED,
        by_name="韩毅",
    )
    case.refresh_from_db()
    case = exemption(case, day=build.SIGNED, rectification={"status": "done", "note": "按月公示工时，报本机关备查"})
    paper = case.decisions.latest("pk").document
    education, pledge, advice = enclosures_of(paper)
    assert (education.title, pledge.title, advice.title) == ("教育记录", "守法诚信承诺书", "劳动保障监察建议书")
    assert advice.number == "示人社监建字〔2026〕第1号"
    for one, words in (
        (education, "发放告知书"),
        (education, "初次违法"),
        (pledge, "承诺人（签字、盖章）"),
        (advice, "按月公示工时"),
    ):
        assert words in str(one.sheet)
    build.served(case, "no_penalty_decision", build.SERVED)
    assert {one.status for one in enclosures_of(paper)} == {"served"}
    assert advice.number in str(documents_of(case.public_id).filter(kind="proof_of_service").last().sheet)


@pytest.mark.clause("APL-2021:33.1#minor", "APL-2021:33.2", "APL-2021:30#no_penalty_age", "APL-2021:31")
@pytest.mark.parametrize(("kinds", "clause"), [
    (("minor", "rectified_in_time", "no_harm"), "APL-2021:33.1#minor"), (("no_fault",), "APL-2021:33.2"),
    (("below_age",), "APL-2021:30#no_penalty_age"), (("incapable",), "APL-2021:31"),
])  # fmt: skip
def test_penalty_where_the_law_leaves_no_choice_but_none_is_refused_from_the_notice_on(kinds, clause):
    case = weighed.found(build.a_concluded_case(), *kinds)
    refusal = refusal_of(build.notice_given, case)
    assert refusal.clause == clause
    assert "应当不予行政处罚" in refusal.reason
    case = build.a_heard_case(body=case.body)
    case = weighed.found(case, *kinds, day=build.HEARD)
    assert refusal_of(build.drafted, case).clause == clause
    verdict = asked("circumstances_shown", case, content={"circumstances": circumstance_rows(case)})
    assert (verdict.holds, verdict.clauses) == (False, (clause,))


@pytest.mark.clause("APL-2021:33.2")
def test_lack_of_fault_excuses_nothing_where_a_law_asks_for_none():
    case = build.a_concluded_case()
    regardless = weighed.a_circumstance(case, "fault_not_asked", text="《某行政法规》第五条不以过错为条件。")
    case = weighed.found(case, "no_fault", several=[regardless])
    assert build.notice_given(case).status == "notified"


@pytest.mark.clause("APL-2021:33.1#first_time")
def test_first_violation_may_be_punished_and_pages_say_that_it_need_not(client):
    case = weighed.excused(build.a_concluded_case(workers=2))
    client.force_login(build.handler_of(case))
    told = "已经认定“初次违法且危害后果轻微并及时改正”，可以不予行政处罚。"
    with build.on(build.CONCLUDED, 18):
        for address in ("", "acts/give_prior_notice/"):
            assert told in client.get(f"/desk/cases/{case.public_id}/{address}").content.decode(), address
        form = client.get(f"/desk/cases/{case.public_id}/acts/prepare_draft/").context["form"]
    assert "“初次违法且危害后果轻微并及时改正”：已经全部认定" in form.fields["outcome"].help_text
    assert "还缺违法行为轻微、没有造成危害后果" in form.fields["outcome"].help_text
    assert "本机关裁量基准的首违不罚条件：受害劳动者人数不超过2人" in form.fields["outcome"].help_text
    assert build.notice_given(case).status == "notified"
