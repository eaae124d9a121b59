"""Who told stays secret in every paper that leaves the house (LSR-2004:9.3)."""

import ast
from datetime import date
from pathlib import Path

import pytest

from tests.builders import cases as build
from tests.builders import labour
from tests.cases.refusing import asked, refusal_of
from yangguang.base.press.blocks import Table, paragraph
from yangguang.base.press.sheet import Sheet
from yangguang.cases.models import DecisionKind
from yangguang.cases.plugs.informants import KEPT_INSIDE, WITH_WAGE_LIST
from yangguang.cases.use_cases.annul_decision import annul_decision
from yangguang.cases.use_cases.collect_evidence import collect_evidence
from yangguang.cases.use_cases.find_facts import find_facts
from yangguang.cases.use_cases.inspect_on_site import inspect_on_site
from yangguang.cases.use_cases.interview import interview
from yangguang.cases.use_cases.merge_lead import merge_lead
from yangguang.cases.use_cases.prepare_draft import content_of
from yangguang.kernel.refusal import Refused
from yangguang.records.api import documents_of, make_document

pytestmark = [pytest.mark.django_db, pytest.mark.clause("LSR-2004:9.3")]
CASES = Path(__file__).resolve().parents[2] / "yangguang" / "cases"
TOLD = "万春山"
DAY = date(2026, 9, 3)


def kinds_made():
    """Every document kind some use case of a case file makes, read from the source."""
    found = set()
    for file in sorted(CASES.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "make_document":
                (value,) = [word.value for word in node.keywords if word.arg == "kind"]
                found |= {one.value for one in ast.walk(value) if isinstance(one, ast.Constant)}
    return sorted((found - {"_decision", "violation_not_established"}) | {"penalty_decision"})


OUTWARD = [kind for kind in kinds_made() if kind not in KEPT_INSIDE] + ["a_kind_nobody_has_named_yet"]


@pytest.fixture
def case():
    return labour.an_accepted_complaint()


def made(case, kind, *blocks):
    sheet = Sheet(title="文书", blocks=tuple(blocks), dated_on=DAY, body_name=case.body.name)
    with build.on(DAY) as at:
        return make_document(
            kind=kind, title="文书", body=case.body, file_ref=case.public_id, sheet=sheet, dated_on=DAY,
            actor=build.handler_of(case), at=at,
        )  # fmt: skip


def found(case, fact, *refs):
    with build.on(DAY) as at:
        return find_facts(case_id=case.pk, facts=[(fact, refs)], actor=build.handler_of(case), at=at)


def test_papers_kept_inside_are_papers_that_exist():
    assert set(kinds_made()) >= KEPT_INSIDE | WITH_WAGE_LIST
    assert {"prior_notice", "penalty_decision", "no_penalty_decision", "annulment", "transfer_letter"} <= set(OUTWARD)


@pytest.mark.parametrize("kind", OUTWARD)
def test_paper_that_leaves_the_house_with_a_complainant_named_is_refused(case, kind):
    for words in (TOLD, "万 春山", labour.a_complainant().person_id, "13900001111"):
        assert refusal_of(made, case, kind, paragraph(f"据{words}反映，工资未付。")).reason == "应当为举报人保密。"
    assert made(case, kind, paragraph("据查，工资未付。"))


@pytest.mark.parametrize("kind", sorted(KEPT_INSIDE))
def test_paper_kept_in_the_file_may_name_whoever_told(case, kind):
    assert made(case, kind, paragraph(f"据{TOLD}反映，工资未付。"))


@pytest.mark.parametrize("kind", OUTWARD)
def test_list_of_whom_to_pay_stands_only_in_papers_that_order_payment_or_report_its_lack(case, kind):
    wages = Table(("序号", "姓名", "金额（元）"), (("1", TOLD, "10,000.00"),))
    if kind in WITH_WAGE_LIST:
        assert made(case, kind, wages)
    else:
        assert refusal_of(made, case, kind, wages).clauses == ("LSR-2004:9.3",)


def test_officer_is_named_though_somebody_who_told_is_called_the_same():
    case = labour.an_accepted_complaint(lead=labour.a_complaint(people=[labour.a_complainant("陈立")]))
    assert made(case, "on_site_record", paragraph("执法人员陈立。"))


def test_case_opened_under_a_title_that_names_the_complainant_is_refused():
    lead = labour.a_complaint()
    with build.on(DAY) as at:
        refusal = refusal_of(
            labour.propose_opening, lead=lead, title=f"拖欠{TOLD}工资", officers=build.officers_of(lead.body),
            opinion="建议立案。", actor=labour.handler(lead.body), at=at,
        )  # fmt: skip
    assert (refusal.field, refusal.clauses) == ("title", ("LSR-2004:9.3",))


def test_account_of_the_lead_enters_the_case_without_the_name():
    lead = labour.a_complaint(account="本人和罗小满的工资没有支付。")
    other = labour.a_complaint(lead.body, people=[labour.a_complainant("罗小满", 8)])
    with build.on(labour.RECEIVED, 11) as at:
        merge_lead(lead=other, into=lead, actor=labour.handler(lead.body), at=at)
    assert labour.an_accepted_complaint(lead=lead).facts == "本人和×××的工资没有支付。"


def test_fact_that_names_the_complainant_is_refused_at_its_field(case):
    assert refusal_of(found, case, f"拖欠{TOLD}工资。").field == "text_1"
    assert found(case, "拖欠3名劳动者工资。")


def test_questions_to_the_employer_do_not_name_the_complainant(case):
    def questioned(person, question):
        with build.on(DAY) as at:
            return interview(
                case_id=case.pk, person=person, person_role="party", place="工地", ended_at=at.occurred_at,
                questions=[(question, "是。")], officers=build.officers_of(case.body), certificate_shown=True,
                proves="欠薪", actor=build.handler_of(case), at=at,
            )  # fmt: skip

    assert refusal_of(questioned, "许景明", f"{TOLD}投诉你单位，是否欠薪？").field == "record"
    assert questioned("许景明", "是否欠薪？")
    assert questioned(TOLD, f"你是{TOLD}吗？")


def test_findings_on_the_employers_site_do_not_name_the_complainant(case):
    with build.on(DAY) as at:
        refusal = refusal_of(
            inspect_on_site, case_id=case.pk, place="工地", present="许景明", findings=f"{TOLD}在场。",
            officers=build.officers_of(case.body), certificate_shown=True, proves="", actor=build.handler_of(case), at=at,
        )  # fmt: skip
    assert refusal.field == "findings"


def test_evidence_and_statements_are_quoted_with_the_complainant_covered(case):
    with build.on(DAY) as at:
        evidence = collect_evidence(
            case_id=case.pk, kind="documentary_evidence", name=f"{TOLD}提供的工资欠条", source="劳动者提供",
            officers=build.officers_of(case.body), proves="欠薪", obtained_on=DAY, certificate_shown=True,
            actor=build.handler_of(case), at=at,
        )  # fmt: skip
        found(case, "拖欠3名劳动者工资。", evidence.public_id)
        content = content_of(case, DecisionKind.PENALTY, build.a_proposal(), at)
    assert content["facts"][0]["evidence"] == "×××提供的工资欠条"


def named_in(**changes):
    case = labour.a_concluded_labour_case()
    return case, refusal_of(build.notice_given, case, day=labour.NOTIFIED, **changes)


def test_notice_that_names_the_complainant_is_refused_before_it_takes_a_number():
    case, refusal = named_in(reasons=f"拖欠{TOLD}工资。")
    assert (refusal.field, refusal.reason) == ("reasons", "应当为举报人保密。")
    assert not documents_of(case.public_id).filter(kind="prior_notice").exists()


def test_defence_that_names_the_complainant_is_answered_without_the_name():
    case = build.a_heard_case(points=["罗小满自己愿意加班。"])
    lead = labour.a_complaint(case.body, people=[labour.a_complainant("罗小满")])
    lead.case = case
    lead.save()
    with build.on(build.HEARD) as at:
        words = content_of(case, DecisionKind.PENALTY, build.a_proposal(), at)["response"]
    assert "“×××自己愿意加班。”" in words
    assert "罗小满" not in words


@pytest.mark.parametrize("act", ["decide_penalty", "decide_no_penalty", "decide_violation_not_established"])
def test_decision_whose_draft_names_the_complainant_is_refused(case, act):
    verdict = asked("informant_protected", case, act=act, content={"reasons": f"拖欠{TOLD}工资。"})
    assert (verdict.holds, verdict.reason) == (False, "应当为举报人保密。")
    assert asked("informant_protected", case, act=act, content={"reasons": "拖欠工资。"}).holds


def test_annulment_whose_reason_names_the_complainant_is_refused():
    case = build.a_decided_case()
    lead = labour.a_complaint(case.body, people=[labour.a_complainant("罗小满")])
    lead.case = case
    lead.save()
    with build.on(build.SERVED) as at, pytest.raises(Refused, match="保密"):
        annul_decision(
            case_id=case.pk, decision_ref=build.the_decision(case).public_id, reason="罗小满撤回投诉。", received_on=at.day,
            actor=build.person_of(case.body, "agency_head"), at=at,
        )  # fmt: skip
