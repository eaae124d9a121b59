"""A complainant who wants to take part in the hearing openly does so by a signed paper; everybody else who told stays secret."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.builders import cases as build
from tests.builders import hearings, labour
from tests.builders.directory import a_portrait
from tests.cases.refusing import refusal_of
from tests.cases.test_third_parties import WORKER
from yangguang.base import vault
from yangguang.base.models import LedgerEntry
from yangguang.base.press.blocks import paragraph
from yangguang.base.press.sheet import Sheet
from yangguang.cases.informants import HEARING_PAPERS, named_by_consent
from yangguang.cases.known_persons import private_facts
from yangguang.cases.models import InformantPart
from yangguang.cases.plugs.informants import KEPT_INSIDE
from yangguang.cases.use_cases._hearing_room import ThirdParty
from yangguang.cases.use_cases.record_naming_consent import record_naming_consent
from yangguang.kernel.moment import Moment
from yangguang.records.api import documents_of, make_document

pytestmark = pytest.mark.django_db
OTHER = "罗小满"
SECRET = "应当为举报人保密。"


@pytest.fixture
def case():
    """A case two workers complained about, in which the party has asked for a hearing."""
    found = hearings.an_asked_hearing()
    told_about(found, [labour.a_complainant(WORKER.name), labour.a_complainant(OTHER, 8)])
    return found


def told_about(case, people, **facts):
    lead = labour.a_complaint(case.body, people=people, **facts)
    lead.case = case
    lead.save()
    return lead


def informant(case, number=0):
    return list(case.leads.get().informants.order_by("position", "pk"))[number]


def agreed(case, *, number=0, openly=True, day=hearings.ASKED, actor=None, **changes):
    with build.on(day, 16) as at:
        told = {
            "informant_ref": informant(case, number).public_id, "openly": openly, "paper": a_paper(), "paper_name": "意愿书.png",
        } | changes  # fmt: skip
        return record_naming_consent(case_id=case.pk, actor=actor or build.handler_of(case), at=at, **told)


def a_paper():
    return vault.store_upload(a_portrait(), name="意愿书.png")


def made(case, kind, name):
    sheet = Sheet(title="文书", blocks=(paragraph(f"{name}到场。"),), dated_on=hearings.NOTIFIED)
    return make_document(
        kind=kind, title="文书", body=case.body, file_ref=case.public_id, sheet=sheet, dated_on=hearings.NOTIFIED,
        actor=build.handler_of(case), at=Moment.on(hearings.NOTIFIED, late_reason="补录。"),
    )  # fmt: skip


@pytest.mark.clause("LSR-2004:9.3", "PIP-2021:25")
def test_complainant_who_agreed_in_writing_is_told_and_heard_as_a_third_party(case):
    assert refusal_of(hearings.notified, case, third_parties=[WORKER]).reason == SECRET
    entry = agreed(case)
    assert WORKER.name not in f"{entry.facts}{entry.summary}"
    assert "投诉人1书面同意" in entry.summary
    (paper,) = documents_of(case.public_id).filter(kind="naming_consent")
    assert paper.scans.exists()
    assert paper.volume == "side"
    assert WORKER.name not in f"{paper.sheet}{paper.title}"
    case = hearings.third_parties_told(
        build.served(hearings.notified(case, third_parties=[WORKER]), "notice_of_hearing", hearings.NOTIFIED)
    )
    case = hearings.held(case, third_parties=[WORKER])
    assert WORKER.name in str(documents_of(case.public_id).get(kind="hearing_record").sheet)


@pytest.mark.clause("LSR-2004:9.3")
def test_who_did_not_agree_stays_secret_beside_one_who_did(case):
    agreed(case)
    both = [WORKER, ThirdParty(OTHER, "加班的职工")]
    refusal = refusal_of(hearings.notified, case, third_parties=both)
    assert (refusal.reason, refusal.field) == (SECRET, "third_parties")
    assert named_by_consent(case.public_id) == [WORKER.name]


@pytest.mark.parametrize("kind", sorted(HEARING_PAPERS | {"prior_notice", "penalty_decision", "hearing_announcement"}))
def test_consent_opens_the_papers_of_the_hearing_and_no_other(case, kind):
    agreed(case)
    assert refusal_of(made, case, kind, OTHER).reason == SECRET
    if kind in HEARING_PAPERS:
        assert made(case, kind, WORKER.name)
    else:
        assert refusal_of(made, case, kind, WORKER.name).reason == SECRET


def test_consent_to_the_hearing_is_none_to_the_public(case):
    agreed(case)
    assert {WORKER.name, OTHER} <= {fact.text for fact in private_facts(case)}
    assert not HEARING_PAPERS & KEPT_INSIDE


def test_consent_taken_back_closes_it_again_and_takes_the_person_out_of_the_hearing(case):
    agreed(case)
    case = hearings.notified(case, third_parties=[WORKER, ThirdParty("钱海", "转包人")])
    agreed(case, openly=False, day=hearings.NOTIFIED)
    assert named_by_consent(case.public_id) == []
    hearing = case.hearings.get()
    assert [one["name"] for one in hearing.third_parties] == ["钱海"]
    later = hearings.postponed(case, set_for=date(2026, 11, 26))
    notice = documents_of(later.public_id).get(kind="hearing_postponement")
    assert "钱海" in str(notice.sheet)
    assert WORKER.name not in str(notice.sheet)
    assert refusal_of(made, case, "hearing_record", WORKER.name).reason == SECRET


@pytest.mark.clause("LSR-2004:9.3")
def test_informant_is_never_named_whatever_anybody_signs(case):
    row = informant(case)
    row.part = InformantPart.INFORMANT
    row.save()
    refusal = refusal_of(agreed, case)
    assert (refusal.field, refusal.clauses) == ("informant_ref", ("LSR-2004:9.3",))
    assert "应当为举报人保密" in refusal.reason
    assert refusal_of(hearings.notified, case, third_parties=[WORKER]).reason == SECRET


@pytest.mark.parametrize(
    ("changes", "field", "clause"),
    [({"paper": None}, "paper", "PIP-2021:25"), ({"informant_ref": "x" * 26}, "informant_ref", "LSR-2004:9.3"),
     ({"openly": False}, "openly", "LSR-2004:9.3")],
)  # fmt: skip
def test_consent_without_paper_person_or_change_is_refused(case, changes, field, clause):
    refusal = refusal_of(agreed, case, **changes)
    assert (refusal.field, refusal.clauses) == (field, (clause,))
    assert refusal.remedy
    assert not LedgerEntry.objects.filter(event="NamingConsentRecorded").exists()


def test_complainant_of_another_case_and_a_stranger_to_the_case_are_refused(case):
    other = hearings.an_asked_hearing(body=case.body)
    told_about(other, [labour.a_complainant("万春山")])
    assert refusal_of(agreed, case, informant_ref=informant(other).public_id).field == "informant_ref"
    assert refusal_of(agreed, case, actor=build.person_of(case.body, "agency_head")).reason.startswith("您不能")


def test_handler_records_the_consent_without_reading_a_name(client, case):
    client.force_login(build.handler_of(case))
    address = reverse("cases:act", args=[case.public_id, "record_naming_consent"])
    with build.on(hearings.ASKED, 17):
        page = client.get(address).content.decode()
        assert "投诉人1" in page
        assert not [name for name in (WORKER.name, OTHER) if name in page]
        answer = client.post(address, {
            "occurred_at": f"{hearings.ASKED}T16:30", "informant_ref": informant(case).public_id, "openly": "yes",
            "paper": SimpleUploadedFile("意愿书.png", a_portrait(), "image/png"),
        })  # fmt: skip
        assert answer.status_code == 302, answer.content.decode()
    assert named_by_consent(case.public_id) == [WORKER.name]
