"""Grades of compliance and integrity: proposed with ground and source, signed by all three, kept with their history."""

import pytest

from tests.builders.cases import a_credit_code, a_party, an_agency, an_open_case, handler_of, on, person_of
from tests.builders.counterparts import TODAY, a_counterpart, a_grade
from tests.builders.directory import a_body, an_account, an_entrustment
from yangguang.base.models import Approval
from yangguang.cases.counterparts import counterparts_visible_to, grades_of, with_grade
from yangguang.cases.use_cases.assess_grade import assess_grade
from yangguang.cases.use_cases.propose_grade import propose_grade
from yangguang.cases.use_cases.sign_approval import sign_approval
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return an_open_case()


@pytest.fixture
def employer(case):
    return case.parties.get().counterpart


def proposed(employer, by, **facts):
    known = {"year": 2025, "grade": "C", "ground": "一年内三次被查处。", "source": "示范省评价办法第八条"}
    with on(TODAY) as at:
        return propose_grade(counterpart=employer, opinion="建议评定。", actor=by, at=at, **(known | facts))


def test_grade_stands_once_all_three_have_signed(case, employer):
    grade = a_grade(employer, case.body, by=handler_of(case))
    assert (grade.grade, grade.year, grade.assessed_by_name) == ("C", 2025, "高建华")
    assert [step.label for step in grade.approval.steps.order_by("order")][-1] == "机关负责人意见"


def test_later_grade_leaves_the_earlier_one_in_the_history(case, employer):
    a_grade(employer, case.body, by=handler_of(case), grade="A", year=2024)
    a_grade(employer, case.body, by=handler_of(case), grade="B", year=2025)
    assert [one.grade for one in grades_of(employer)] == ["B", "A"]
    row = with_grade(counterparts_visible_to(handler_of(case))).get()
    assert (row.grade, row.grade_year) == ("B", 2025)


@pytest.mark.clause("LSR-2004:22")
@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"grade": "D"}, "等级只有A级、B级、C级"), ({"year": 2027}, "评价年度不能晚于今年"),
        ({"ground": " "}, "评价理由"), ({"source": ""}, "评价依据"),
    ],
)  # fmt: skip
def test_grade_without_what_it_rests_on_is_refused(case, employer, facts, words):
    with pytest.raises(Refused, match=words):
        proposed(employer, handler_of(case), **facts)


def test_only_a_handler_who_sees_the_employer_proposes(case, employer):
    for somebody in (person_of(case.body, "unit_head"), an_account(role="case_handler")):
        with pytest.raises(Refused, match="您不能提请评定守法诚信等级"):
            proposed(employer, somebody)


def test_person_is_not_graded():
    case = an_open_case(parties=(a_party(kind="person", name="石磊", code="", legal_representative=""),))
    with pytest.raises(Refused, match="对象是用人单位"):
        proposed(case.parties.get().counterpart, handler_of(case))


def test_grade_nobody_approved_is_refused(case, employer):
    approval = proposed(employer, handler_of(case))
    with on(TODAY) as at, pytest.raises(Refused, match="还没有经过审批"):
        assess_grade(approval=approval, actor=person_of(case.body, "agency_head"), at=at)


def test_grade_proposed_by_an_entrusted_organisation_is_given_by_the_body_that_entrusts_it():
    bureau, brigade = an_agency(), a_body(named="示范县劳动保障监察大队", mark="示监", category="entrusted")
    an_entrustment(entrusting=bureau, entrusted=brigade)
    handler, unit_head = an_account(role="case_handler", body=brigade), an_account(role="unit_head", body=brigade)
    employer = a_counterpart(brigade, by=handler, code=a_credit_code(7))
    assert list(counterparts_visible_to(person_of(bureau, "agency_head"))) == [employer]
    approval = proposed(employer, handler)
    for signer in (unit_head, person_of(bureau, "agency_head")):
        with on(TODAY, 16) as at:
            sign_approval(approval=approval, agrees=True, opinion="同意。", actor=signer, at=at)
    assert employer.grades.get().body == bureau


def test_signers_read_what_they_sign(client, case, employer):
    approval = proposed(employer, handler_of(case))
    client.force_login(person_of(case.body, "unit_head"))
    assert approval.title in client.get("/desk/approvals/").content.decode()
    words = client.get(f"/desk/approvals/{approval.public_id}/").content.decode()
    for told in (employer.name, "2025", "C级", "一年内三次被查处。", "示范省评价办法第八条"):
        assert told in words


def test_handler_proposes_through_the_form(client, case, employer):
    client.force_login(handler_of(case))
    address = f"/desk/counterparts/{employer.public_id}/acts/propose_grade/"
    shown = client.get(address).context["form"]
    typed = {"year": "2025", "grade": "B", "ground": "一次被查处。", "source": "示范省评价办法", "opinion": "建议。",
             "occurred_at": shown["occurred_at"].value()}  # fmt: skip
    assert client.post(address, typed).status_code == 302
    assert Approval.objects.get(purpose="assess_grade").proposal["grade"] == "B"
    assert employer.code == a_credit_code(1)
