"""A decision of which a part fell, or that mediation changed: its public copy follows within the term, and the rest stays public."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders.disclosure import an_examination, deliver, made_public, release, the_people, withdraw
from tests.cases.test_outcomes_in_part import partly
from tests.cases.test_remedies import PAPER, contested
from yangguang.base import verifying
from yangguang.bulletin.api import notice_by_ref
from yangguang.cases.rules.remedies import OutcomeTerms
from yangguang.disclosure.comparing import comparison_of
from yangguang.disclosure.double_publicity import reported, rows_of
from yangguang.disclosure.models import Publication
from yangguang.disclosure.use_cases.prepare_correction import prepare_correction
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

pytestmark = [pytest.mark.django_db(databases=["default", "public"]), pytest.mark.duty("D16")]

DAY = date(2026, 11, 20)
LESS = OutcomeTerms(fine_fen=300000)


def a_public_case(**facts):
    case = build.a_served_case(**facts)
    with build.on(DAY, 8):
        publication = made_public(build.the_decision(case))
    return case, publication


def changed(case, outcome="partly_annulled", terms=LESS):
    case = partly(outcome=outcome, terms=terms, remedy=contested(case, day=DAY), day=DAY)
    with build.on(DAY, 16):
        deliver()
    return case


def corrected(case, publication):
    with clock.frozen(clock.beijing(DAY, 17)):
        people = the_people(case.body)
        asked = comparison_of(publication, publication.versions.get()).questions
        prepare_correction(
            publication_id=publication.pk, reason="原决定被部分撤销，依法更正。", examination=an_examination(private=asked),
            actor=people.first, at=Moment.now(),
        )  # fmt: skip
        release(publication, people)
    publication.refresh_from_db()
    return notice_by_ref(publication.notice_ref)


@pytest.mark.clause("APL-2021:48.2")
@pytest.mark.parametrize(("outcome", "words"), [("partly_annulled", "部分撤销原决定"), ("mediated", "调解结案")])
def test_public_copy_follows_what_is_left_and_shows_what_stood_before(client, outcome, words):
    case, publication = a_public_case()
    changed(case, outcome)
    publication.refresh_from_db()
    assert (publication.withdrawal_ground, publication.withdrawal_paper) == ("altered", PAPER)
    assert publication.withdraw_by == date(2026, 11, 25)
    client.force_login(the_people(case.body).first)
    with build.on(DAY, 17):
        assert "办理“更正”" in client.get(f"/desk/publications/{publication.public_id}/").content.decode()
    notice = corrected(case, publication)
    assert (publication.status, publication.withdrawal_ground, publication.withdraw_by) == ("corrected", "", None)
    assert notice.conclusion == "警告；罚款 3,000.00 元"
    told = dict(notice.summary)["变更情况"]
    assert words in told
    assert "警告；罚款 5,000.00 元变更为警告；罚款 3,000.00 元" in told
    assert [faults for _, _, faults in verifying.warnings({"publications"})] in ([], [[]])


def test_mediation_that_changes_nothing_leaves_the_copy_as_it_is():
    case, publication = a_public_case()
    changed(case, "mediated", None)
    publication.refresh_from_db()
    assert (publication.status, publication.withdrawal_ground) == ("published", "")


def test_decision_of_which_a_part_fell_before_it_was_public_is_published_as_it_stands():
    case = changed(build.a_served_case())
    with build.on(DAY, 17):
        notice = notice_by_ref(made_public(build.the_decision(case)).notice_ref)
    assert notice.conclusion == "警告；罚款 3,000.00 元"


def test_party_for_whom_the_decision_fell_is_public_no_more():
    case, publication = a_public_case(parties=(build.a_party(), build.a_party(2)))
    first, second = case.parties.order_by("position")
    changed(case, terms=OutcomeTerms(fallen_parties=(second.public_id,)))
    notice = corrected(case, publication)
    assert (first.name in notice.party_name, second.name in notice.party_name) == (True, False)
    with build.on(DAY, 18):
        assert {row.party.pk for row in rows_of(reported(Publication.objects.all()))} == {first.pk}


@pytest.mark.clause("APL-2021:48.2")
def test_copy_of_a_decision_in_part_may_still_be_taken_back():
    case, publication = a_public_case()
    changed(case)
    with build.on(DAY, 17):
        publication.refresh_from_db()
        withdraw(publication, the_people(case.body))
    publication.refresh_from_db()
    assert publication.status == "withdrawn"
