"""No door lets a major case be decided without a passed legal review: not a verb, a screen, an import, a command or SQL."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from tests.builders.cases import (
    DECIDED,
    HEARD,
    a_proposal,
    concluded,
    decision_signed,
    drafted,
    handler_of,
    on,
    person_of,
)
from tests.builders.circumstances import excused
from tests.builders.legal_review import MAJOR, a_major_case, a_review, passed, sent_back
from yangguang.base import verifying
from yangguang.cases.api import FLOWS, Case, Decision, Taking, take
from yangguang.cases.models import CaseStatus, DecisionDraft
from yangguang.cases.use_cases.prepare_draft import prepare_draft
from yangguang.cases.use_cases.supplement_investigation import supplement_investigation
from yangguang.kernel.refusal import Refused
from yangguang.legal_review.models import LegalReview

pytestmark = [pytest.mark.django_db, pytest.mark.clause("APL-2021:58.1"), pytest.mark.duty("L09")]
REFUSED_BY_DATABASE = "APL-2021:58.1 decision without a passed legal review"


@pytest.fixture(params=["drafted", "in review", "returned"])
def major(request):
    """A major case at each place where its review has not been passed."""
    if request.param == "drafted":
        return a_major_case()
    review = a_review()
    if request.param == "returned":
        review = sent_back(review)
    return Case.objects.get(pk=review.case_id)


def a_decision_row(case: Case, draft: DecisionDraft | None = None) -> Decision:
    draft = draft or case.drafts.get()
    return Decision(
        case=case, body=case.body, kind=draft.kind, number=f"示人社监罚字〔2026〕第{case.pk}号", content=draft.content,
        digest=draft.digest, decided_on=DECIDED, decided_by_ref="account:x", decided_by_name="高建华", fine_fen=500000,
    )  # fmt: skip


def test_the_approval_form_is_no_door(major):
    with pytest.raises(Refused):
        decision_signed(major)
    assert not Decision.objects.exists()


def test_the_engine_is_no_door(major):
    head = person_of(major.body, "agency_head")

    @transaction.atomic
    def decide(case, at):
        take(Taking(FLOWS["penalty"], case, "decide_penalty", head, at, {"draft": case.drafts.get()}))

    with pytest.raises(Refused), on(DECIDED) as at:
        decide(major, at)
    pretended = Case.objects.get(pk=major.pk)
    pretended.status = CaseStatus.REVIEW_PASSED
    with pytest.raises(Refused) as refusal, on(DECIDED) as at:
        decide(pretended, at)
    failing = {v.gate for v in refusal.value.verdicts if not v.holds}
    assert "legal_review_passed" in failing


@pytest.mark.parametrize("kind", ["no_penalty", "violation_not_established"])
def test_another_kind_of_decision_is_no_door(major, kind):
    row = a_decision_row(major)
    row.kind, row.fine_fen = kind, 0
    with pytest.raises(DatabaseError, match=REFUSED_BY_DATABASE), transaction.atomic():
        row.save()


def test_a_major_exemption_from_penalty_is_not_stored_without_review(major):
    if major.status == "heard":
        excused(major, "minor_violation_exemption", day=HEARD)
        exemption = a_proposal(outcome="minor_violation_exemption", **MAJOR)
        with on(DECIDED) as at:
            draft = prepare_draft(
                case_id=major.pk, kind="no_penalty", proposal=exemption, actor=handler_of(major), at=at
            )
        row = a_decision_row(major, draft)
        row.fine_fen = 0
        with pytest.raises(DatabaseError, match=REFUSED_BY_DATABASE), transaction.atomic():
            row.save()


@pytest.mark.parametrize("save", [lambda row: row.save(), lambda row: Decision.objects.bulk_create([row])])
def test_the_orm_is_no_door(major, save):
    with pytest.raises(DatabaseError, match=REFUSED_BY_DATABASE), transaction.atomic():
        save(a_decision_row(major))


def test_a_status_written_by_hand_is_no_door(major):
    with pytest.raises(DatabaseError, match=REFUSED_BY_DATABASE), transaction.atomic():
        Case.objects.filter(pk=major.pk).update(status=CaseStatus.DECIDED)


def test_sql_is_no_door(major):
    draft = major.drafts.get()
    columns = (
        "public_id, case_id, body_id, kind, status, number, content, digest, "
        "decided_on, decided_by_ref, decided_by_name, fine_fen"
    )
    values = ["a" * 26, major.pk, major.body_id, draft.kind, "decided", "X", "{}", draft.digest, DECIDED, "x", "y", 1]
    marks = ", ".join(["%s"] * len(values))
    with (
        pytest.raises(DatabaseError, match=REFUSED_BY_DATABASE),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"INSERT INTO cases_decision ({columns}) VALUES ({marks})", values)


def test_an_imported_file_is_no_door(major, tmp_path):
    row = a_decision_row(major)
    fields = {
        "public_id": "b" * 26, "case": major.pk, "body": major.body_id, "kind": row.kind, "status": "decided",
        "number": row.number, "content": row.content, "digest": row.digest, "decided_on": DECIDED.isoformat(),
        "decided_by_ref": "x", "decided_by_name": "y", "fine_fen": 1,
    }  # fmt: skip
    file = tmp_path / "decisions.json"
    file.write_text(json.dumps([{"model": "cases.decision", "pk": 1, "fields": fields}]), encoding="utf-8")
    with pytest.raises(DatabaseError, match=REFUSED_BY_DATABASE), transaction.atomic():
        call_command("loaddata", str(file), stdout=StringIO())


@pytest.mark.parametrize("role", ["agency_head", "unit_head", "case_handler", "publisher", "system_administrator"])
def test_no_screen_is_a_door(major, role, client):
    account = person_of(major.body, role) or handler_of(major)
    client.force_login(account)
    for address in (
        f"/desk/cases/{major.public_id}/acts/decide_penalty/",
        f"/desk/cases/{major.public_id}/exempt-review/",
    ):
        assert client.post(address, {"occurred_at": "2026-11-06T09:00"}).status_code in {200, 403, 404, 405, 409}
    assert not Decision.objects.exists()
    assert Case.objects.get(pk=major.pk).status == major.status


@pytest.mark.parametrize("changes", [{"fine_fen": 1}, {"content": {"fine_fen": 1}}, {"decided_on": HEARD}])
def test_content_changed_after_the_decision_is_refused_by_the_database(changes):
    case = decision_signed(passed(a_review()).case)
    with pytest.raises(DatabaseError, match="keeps the content that was reviewed"), transaction.atomic():
        Decision.objects.filter(case=case).update(**changes)
    assert Decision.objects.filter(case=case).update(status="served") == 1


def test_violation_found_not_established_after_a_returned_review_is_decided():
    case = sent_back(a_review()).case
    with on(date(2026, 11, 6)) as at:
        supplement_investigation(case_id=case.pk, wanted="核对考勤。", actor=person_of(case.body, "unit_head"), at=at)
    concluded(case, day=date(2026, 11, 9))
    drafted(case, kind="violation_not_established", day=date(2026, 11, 9))
    case = decision_signed(case, kind="violation_not_established", day=date(2026, 11, 10))
    assert (case.status, case.outcome) == ("decided", "violation_not_established")
    assert [faults for _, _, faults in verifying.run({"legal_review"})] == [[]]


def test_verify_names_content_that_was_changed_by_hand():
    case = decision_signed(passed(a_review()).case)
    with connection.cursor() as cursor:
        suffix = " ON cases_decision" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER decision_keeps_content{suffix}")
    Decision.objects.filter(case=case).update(content={"fine_fen": 1})
    (found,) = [faults for name, _, faults in verifying.run({"legal_review"})]
    assert any("指纹不一致" in fault for fault in found)


def test_verify_names_a_decision_that_got_round_every_door(major):
    with connection.cursor() as cursor:
        suffix = " ON cases_decision" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER decision_needs_review{suffix}")
    row = a_decision_row(major)
    row.save()
    (found,) = [faults for name, _, faults in verifying.run({"legal_review"})]
    assert any(row.number in fault for fault in found)


def test_verify_names_a_review_nobody_recorded(major):
    reviews = LegalReview.objects.filter(case=major)
    draft = major.drafts.get()
    forged = reviews.first() or LegalReview(
        case=major, draft=draft, draft_digest=draft.digest, requested_by_ref="x", requested_by_name="y",
        requested_on=DECIDED, due_on=DECIDED,
    )  # fmt: skip
    forged.status = "passed"
    forged.save()
    a_decision_row(major).save()
    (found,) = [faults for name, _, faults in verifying.run({"legal_review"})]
    assert any("没有对应的账目" in fault for fault in found)
