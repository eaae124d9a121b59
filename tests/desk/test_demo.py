"""The county of the demonstration: as promised, the same from the same seed, sound, with something to do for everybody."""

from collections import Counter
from datetime import timedelta

import pytest
from django.db import transaction
from django.test import Client, override_settings

from tests.conftest import THE_DAY
from yangguang.base import calendars, verifying
from yangguang.base.models import Approval, Blob
from yangguang.base.models.ledger import LedgerEntry
from yangguang.bulletin.api import Letter, Notice
from yangguang.cases.api import CLOCK_KINDS, Case, Clock, Lead
from yangguang.cases.lacking import lacking
from yangguang.cases.models import (
    AdvancePreservation,
    CaseItem,
    CoerciveMeasure,
    CriminalTransfer,
    FoundCircumstance,
    HandedInApplication,
    Instruction,
    MajorViolation,
    SanctionsListing,
    ServiceAnnouncement,
    ServiceOfDocuments,
)
from yangguang.cases.upkeep import open_cases
from yangguang.desk.demo import journal
from yangguang.desk.demo.making import make
from yangguang.desk.demo.penalties import employers
from yangguang.desk.today.rows import day_of
from yangguang.directory.api import BUSINESS, Account, Certificate, Officer, Role, accounts_holding, totp
from yangguang.disclosure.api import Publication
from yangguang.exchange.api import UpwardBatch
from yangguang.kernel import chance, clock
from yangguang.kernel.credit_codes import is_credit_code
from yangguang.kernel.person_ids import is_person_id
from yangguang.records.api import Evidence, documents_of

SEED = "示范县"
NOON = clock.beijing(THE_DAY, 12)
pytestmark = pytest.mark.django_db(databases=["default", "public"])


@pytest.fixture(scope="module", autouse=True)
def county(django_db_setup, django_db_blocker, tmp_path_factory):
    """Made once for this file and rolled back at its end; its pages and what it handed up lie apart from those of other tests."""
    upward = tmp_path_factory.mktemp("upward")
    with (
        override_settings(PAGES_DIR=tmp_path_factory.mktemp("pages"), UPWARD_DIR=upward),
        django_db_blocker.unblock(), clock.frozen(NOON), chance.seeded(SEED) as source,
        transaction.atomic(), transaction.atomic(using="public"),
    ):  # fmt: skip
        make(source)
        yield upward
        transaction.set_rollback(True)
        transaction.set_rollback(True, using="public")


@pytest.fixture(autouse=True)
def handed_up_there(settings, county):
    """Every test reads what was handed up where it lies."""
    settings.UPWARD_DIR = county


def signed_in(account):
    client = Client()
    client.force_login(account, backend="yangguang.directory.backends.PasswordBackend")
    return client


def test_county_holds_what_was_promised():
    assert Case.objects.count() == 68
    assert Case.objects.filter(kind="summary").count() == 5
    assert Officer.objects.count() == 30
    statuses = Counter(Publication.objects.values_list("status", flat=True))
    assert statuses["published"] + statuses["corrected"] >= 30
    assert statuses["corrected"] == 3
    assert statuses["withdrawn"] == 3


@pytest.mark.parametrize(
    "status",
    ["opened", "concluded", "notified", "hearing_asked", "hearing_set", "hearing_over", "heard", "discussed",
     "awaiting_review", "returned", "review_passed",
      "decided", "served", "unfulfilled", "fulfilled", "annulled", "opening_annulled", "transferred", "closed", "archived",
      "delivered", "converted"],
)  # fmt: skip
def test_some_case_stands_at_every_stage(status):
    assert Case.objects.filter(status=status).exists()


@pytest.mark.parametrize(
    "status", ["received", "completing", "reported", "accepted", "declined", "redirected", "not_opened", "merged"]
)
def test_some_lead_stands_at_every_stage(status):
    assert Lead.objects.filter(status=status).exists()


@pytest.mark.parametrize(
    ("name", "clauses"), [("住房和城乡建设局", {"MWR-2019:56"}), ("青石镇人民政府", {"UCL-2002:8"})]
)
def test_other_bodies_punish_in_their_own_fields_by_lists_and_certificates_of_their_own(name, clauses):
    cases = Case.objects.filter(body__name__endswith=name)
    assert cases.count() >= 4
    assert set(cases.values_list("kind", flat=True)) == {"penalty"}
    assert all(case.field in case.body.fields for case in cases)
    decisions = [decision for case in cases for decision in case.decisions.all()]
    assert {clause for one in decisions for clause in one.content["basis"]} == clauses
    assert Publication.objects.filter(body__name__endswith=name, status="published").count() >= 2


def test_hoist_was_sealed_up_by_a_power_of_law_published_in_time_and_unsealed():
    line = CoerciveMeasure.objects.get()
    assert (line.basis, line.status, line.release_ground) == (["WSL-2021:65.1.4"], "released", "other")
    publication = Publication.objects.get(paper__number=line.number)
    assert (publication.status, publication.late_reason) == ("published", "")
    assert "解除" in publication.versions.latest("pk").copy["fulfilment"]


def test_builders_were_told_to_rectify_before_they_were_fined():
    for case in Case.objects.filter(body__name__endswith="住房和城乡建设局"):
        papers = [paper.title for paper in documents_of(case.public_id)]
        assert "责令限期改正通知书" in papers
        assert not [title for title in papers if "劳动保障监察" in title]


@pytest.mark.parametrize("status", ["running", "unrectified", "rectified", "disposed"])
def test_some_order_to_rectify_stands_at_every_stage(status):
    assert Instruction.objects.filter(status=status).exists()


def test_cases_reach_back_fourteen_months_and_lie_on_working_days():
    first = Case.objects.order_by("opened_on").first().opened_on
    assert timedelta(days=400) < THE_DAY - first < timedelta(days=460)
    assert all(calendars.in_force().is_workday(case.opened_on) for case in Case.objects.all())
    assert Case.objects.latest("opened_on").opened_on < THE_DAY


def test_record_runs_in_the_order_of_time():
    for chain in set(LedgerEntry.objects.values_list("chain", flat=True)):
        instants = list(
            LedgerEntry.objects.filter(chain=chain).order_by("sequence").values_list("recorded_at", flat=True)
        )
        assert instants == sorted(instants)


def test_same_seed_draws_the_same_names_and_numbers():
    with chance.seeded(SEED) as first:
        drawn = employers(first)
    with chance.seeded(SEED) as second:
        assert employers(second) == drawn
    with chance.seeded("另一个") as other:
        assert employers(other) != drawn


def test_every_code_and_number_has_its_right_check_character():
    codes = [party.code for case in Case.objects.all() for party in case.parties.all()]
    assert codes
    assert all(is_credit_code(code) for code in codes)
    numbers = [worker.person_id for case in Case.objects.all() for worker in case.workers.all()]
    assert numbers
    assert all(is_person_id(number) for number in numbers)


def test_county_is_sound():
    assert [fault for _, _, faults in verifying.run() for fault in faults] == []


def test_evidence_is_preserved_at_every_stage_and_nothing_is_seized_without_the_power():
    lines = Counter(AdvancePreservation.objects.values_list("status", flat=True))
    assert lines == {"preserved": 2, "disposed": 1}
    assert CaseItem.objects.filter(measure=None).count() == 6
    assert {item.case.body.name for item in CaseItem.objects.exclude(measure=None)} == {"示范县住房和城乡建设局"}
    running = Clock.objects.filter(kind="dispose_preserved_items_by", stopped_on=None)
    assert [one.due_on > THE_DAY for one in running] == [True, True]
    assert Approval.objects.filter(purpose="dispose_of_preserved_items", state="pending").count() == 1


def test_a_notice_hangs_out_since_the_head_of_the_acting_organisation_agreed_and_others_go_by_mail():
    announcement = ServiceAnnouncement.objects.get()
    assert (announcement.status, announcement.case.status) == ("running", "notified")
    assert announcement.case.acting_body is not None
    assert {one.method for one in announcement.case.services.filter(succeeded=False)} == {"direct", "post"}
    sent = ServiceOfDocuments.objects.filter(method="electronic", succeeded=True)
    assert {one.case.body.name for one in sent} == {"示范县人力资源和社会保障局", "示范县青石镇人民政府"}


def test_unpaid_wages_lead_to_the_police_to_the_list_and_before_the_public():
    reported, sent = CriminalTransfer.objects.order_by("-pk")
    assert (reported.status, sent.status) == ("report_submitted", "handed_over")
    told, listed = SanctionsListing.objects.order_by("-pk")
    assert (told.status, listed.status) == ("notified", "listed")
    assert listed.public_since is not None
    assert Counter(MajorViolation.objects.values_list("status", flat=True)) == {"candidate": 1, "published": 1}
    assert {told.case.unit.name, reported.case.unit.name} == {"监察一中队", "监察二中队"}


def test_most_open_cases_have_their_recordings_and_a_few_lack_one():
    everything = Case.objects.all()
    assert 2 <= lacking(everything, "unrecorded", THE_DAY).count() <= 4
    assert open_cases(everything).count() >= 30
    assert Blob.objects.filter(media_type="audio/mpeg").count() == 1


def test_real_case_of_eighty_eight_workers_reached_its_disposition():
    case = next(case for case in Case.objects.all() if case.workers.count() == 88)
    assert sum(worker.owed_fen for worker in case.workers.all()) == 171_000_000
    assert case.decisions.get().kind == "disposition"
    assert case.dispositions.get().status == "unfulfilled"


def test_real_case_of_overtime_was_spared_first_and_fined_a_year_later():
    known = twice()
    first, second = (c for c in Case.objects.order_by("pk") if c.parties.filter(code__in=known).exists())
    assert first.outcome == "first_violation_exemption"
    assert second.decisions.get().content["penalties"] == ["warning", "fine"]
    assert second.decisions.get().publication.status == "published"


def twice():
    codes = Counter(party.code for case in Case.objects.all() for party in case.parties.all())
    return [code for code, count in codes.items() if count > 1]


def test_certificates_expire_soon_have_expired_and_one_is_suspended():
    ends = [certificate.valid_until for certificate in Certificate.objects.all()]
    assert any(THE_DAY <= end <= THE_DAY + timedelta(days=30) for end in ends)
    assert any(end < THE_DAY for end in ends)
    assert Certificate.objects.filter(state="suspended").count() == 1


def test_some_terms_are_overdue_and_some_say_why():
    agencys = [name for name, kind in CLOCK_KINDS.items() if kind.effect == "agency_term"]
    yesterday = journal.workdays_ago(1, today=THE_DAY)  # of what passed then nobody has written yet
    passed = Clock.objects.filter(stopped_on=None, due_on__lt=yesterday, kind__in=agencys)
    assert 2 <= passed.filter(overdue_reason="").count() <= 3
    assert passed.exclude(overdue_reason="").values("case").distinct().count() >= 3
    said = LedgerEntry.objects.filter(event="OverdueExplained").count()
    assert said >= passed.exclude(overdue_reason="").count()


def test_approvals_wait_for_both_heads():
    waiting = [
        a.steps.filter(signed_at=None).order_by("order").first().role for a in Approval.objects.filter(state="pending")
    ]
    assert {"unit_head", "agency_head"} <= set(waiting)


@pytest.mark.parametrize("role", [r for r in Role if r != Role.MACHINE_CLIENT])
def test_every_role_can_sign_in_with_the_known_password(role):
    account = accounts_holding(role, None, THE_DAY).first()
    assert account is not None
    assert account.check_password("yangguang-2026")
    assert len(totp.next_usable_code(account.totp_secret, now=NOON, after=account.totp_last_step)) == 6


@pytest.mark.parametrize("role", sorted(BUSINESS - {Role.COUNSEL}))
def test_everybody_has_something_to_do_today(role):
    day = day_of(accounts_holding(role, None, THE_DAY).first())
    assert day.now + len(day.later) > 0


@pytest.mark.parametrize("role", sorted(BUSINESS))
def test_day_of_every_role_opens(role):
    assert signed_in(accounts_holding(role, None, THE_DAY).first()).get("/desk/").status_code == 200


def test_three_citizens_objected_and_one_was_answered_and_a_party_asks_for_credit_repair():
    answered = Counter(Letter.objects.values_list("status", flat=True))
    assert answered == {"answered": 1, "in_hand": 3}


def test_one_fine_is_lighter_for_the_circumstance_that_was_found_and_shown_before_the_notice():
    row = FoundCircumstance.objects.get(kind="harm_reduced")
    (notice,), (decision,) = row.case.notices.all(), row.case.decisions.all()
    assert (row.kind, row.found_on < notice.issued_on) == ("harm_reduced", True)
    (piece,) = Evidence.objects.filter(public_id__in=row.evidence_refs)
    assert piece.verified_on
    assert decision.content["discretion"]["leniency"] == "lighter"
    assert decision.fine_fen == 24 * 220_00
    paper = str(documents_of(row.case.public_id).get(kind="penalty_decision").sheet)
    assert "从轻处罚" in paper
    assert row.text in paper


def test_every_violation_that_was_spared_has_the_elements_of_its_ground_on_evidence():
    spared = Case.objects.filter(outcome="first_violation_exemption")
    assert spared
    for case in spared:
        rows = case.found_circumstances.filter(dropped_on=None)
        assert {row.kind for row in rows} == {"first_violation", "slight_harm", "rectified_in_time"}
        assert all(row.evidence_refs for row in rows)


def test_one_application_for_reconsideration_came_in_here_went_on_in_its_term_and_was_then_answered():
    row = HandedInApplication.objects.get()
    assert (row.outcome, row.letter.kind) == ("forwarded", "forwarding_letter")
    term = Clock.objects.get(kind="forward_application_by", about_ref=row.public_id)
    assert row.received_on <= term.stopped_on <= term.due_on
    remedy = row.decision.remedies.get()
    assert remedy.received_on > row.handled_on
    assert remedy.answer_sent_on


def test_every_public_page_opens(client):
    refs = list(Notice.objects.values_list("ref", flat=True))
    assert len(refs) >= 33
    for ref in refs:
        assert client.get(f"/decisions/{ref}").status_code in {200, 410}


def test_pages_name_no_worker():
    names = {w.name for case in Case.objects.all() for w in case.workers.all()}
    told = " ".join(str(notice.text) + str(notice.summary) for notice in Notice.objects.all())
    assert not [name for name in names if name in told]


def test_one_investigation_was_extended_and_one_order_posted():
    (extended,) = [row for row in Clock.objects.filter(kind="investigate_by") if row.extensions]
    assert extended.due_on > THE_DAY
    assert LedgerEntry.objects.filter(event="InstructionPosted").count() == 1


def test_one_batch_went_up_most_of_it_was_taken_one_row_came_back_and_some_wait(client):
    batch = UpwardBatch.objects.exclude(number=None).get()
    states = Counter(batch.rows.order_by("pk").values_list("state", flat=True))
    assert (states["refused"], states["handed"], batch.receipts.count()) == (1, 3, 2)
    assert states["accepted"] > 50
    client.force_login(Account.objects.get(name="沈芳"), backend="yangguang.directory.backends.PasswordBackend")
    assert "待处理" in client.get("/desk/upward/").content.decode()
