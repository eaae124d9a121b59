"""A paper about a fine of several parties is for each of them: it waits to be served until every one has it."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders import fulfilment as fine
from yangguang.cases.coercing import coercion_of, served_on
from yangguang.cases.serving import parties_for
from yangguang.cases.standing import papers_to_serve
from yangguang.cases.use_cases.serve_document import serve_document
from yangguang.records.models import Document

pytestmark = [pytest.mark.django_db, pytest.mark.clause("CPL-2023:87.1")]

FIRST_DAY, SECOND_DAY = date(2026, 11, 27), date(2026, 11, 30)


def an_additional_fine_of_two():
    decision = fine.an_overdue_fine(parties=(build.a_party(), build.a_party(2)))
    fine.imposed(decision, fine.LATE)
    return fine.fine_of(decision.case), Document.objects.get(kind="additional_fine_decision")


def given_to(case, paper, party, day):
    service = build.ServiceFacts(
        "direct", recipient="刘芳", relation="reception", proof_number=f"回证{party.position}号", sealed=True
    )
    with build.on(day, 14) as at:
        serve_document(
            case_id=case.pk, document_ref=paper.public_id, party_ref=party.public_id, service=service,
            actor=build.handler_of(case), at=at,
        )  # fmt: skip


def waiting(case):
    return [paper.kind for paper in papers_to_serve(type(case).objects.get(pk=case.pk))]


def test_additional_fine_of_two_parties_waits_until_both_have_its_paper():
    decision, paper = an_additional_fine_of_two()
    case, (first, second) = decision.case, decision.case.parties.order_by("position")
    assert parties_for(case, paper) == [first, second]
    assert waiting(case) == ["additional_fine_decision"]
    given_to(case, paper, first, FIRST_DAY)
    assert waiting(case) == ["additional_fine_decision"]
    assert (served_on(paper, decision), coercion_of(paper, decision).served_on) == (None, None)
    given_to(case, paper, second, SECOND_DAY)
    assert waiting(case) == []
    assert served_on(paper, decision) == SECOND_DAY


def test_fine_of_one_party_is_served_when_that_party_has_the_paper():
    decision = fine.an_overdue_fine()
    fine.imposed(decision, fine.LATE)
    paper = Document.objects.get(kind="additional_fine_decision")
    given_to(decision.case, paper, decision.case.parties.get(), FIRST_DAY)
    assert (waiting(decision.case), served_on(paper, decision)) == ([], FIRST_DAY)
