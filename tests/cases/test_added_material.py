"""After the investigation papers and recordings still come into the file, each with its reason; never behind the party's back."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.builders import cases as build
from tests.cases.refusing import asked, failing, refusal_of
from tests.cases.test_remedies import TAKEN_UP, contested
from yangguang.cases.models import Case
from yangguang.cases.use_cases.add_material import add_material
from yangguang.records.api import documents_of, evidence_of

pytestmark = pytest.mark.django_db

FILM = {
    "kind": "audiovisual_material", "name": "送达录像", "source": "执法记录仪", "proves": "送达过程。", "against_party": False,
    "reason": "送达当日的录像，归档前补入。", "content": build.PAGE, "file_name": "送达.pdf",
}  # fmt: skip
LETTER = FILM | {
    "kind": "documentary_evidence",
    "name": "工资补充流水",
    "against_party": True,
    "reason": "银行迟到的答复。",
}


def added(case, day, hour=11, **facts):
    with build.on(day, hour) as at:
        told = {"obtained_on": day, "officers": build.officers_of(case.body)} | FILM | facts
        return add_material(case_id=case.pk, actor=build.handler_of(case), at=at, **told)


@pytest.mark.duty("R01")
@pytest.mark.clause("APL-2021:47")
@pytest.mark.parametrize(
    ("make", "stage"),
    [(build.a_concluded_case, "调查终结"), (build.a_notified_case, "已告知，等候意见"), (build.a_served_case, "已送达，履行期内")],
)  # fmt: skip
def test_recording_comes_into_the_file_at_a_later_stage_with_its_reason_and_the_stage(make, stage):
    case = make()
    added(case, build.SERVED + timedelta(days=1))
    film = evidence_of(case.public_id).get(name="送达录像")
    assert film.blob is not None
    (form,) = documents_of(case.public_id).filter(kind="added_material_record")
    for words in (stage, "归档前补入", film.blob.sha256):
        assert words in str(form.sheet), words


@pytest.mark.clause("APL-2021:47")
def test_nothing_is_added_without_a_reason_nor_after_the_file_is_archived():
    case = build.a_served_case()
    day = build.SERVED + timedelta(days=1)
    assert refusal_of(added, case, day, reason=" ").field == "reason"
    Case.objects.filter(pk=case.pk).update(status="archived")
    assert "归档" in refusal_of(added, case, day).reason


@pytest.mark.clause("APL-2021:44", "APL-2021:45.1")
def test_new_evidence_against_the_party_holds_the_decision_until_the_party_is_told_anew():
    case = build.a_case_ready_to_decide()
    day = build.SIGNED
    with build.on(day) as at:
        assert asked("new_evidence_notified", case, act="decide_penalty", at=at).holds
    added(case, day, 12, **LETTER)
    refusal = refusal_of(build.decision_signed, case)
    untold = failing(refusal)["new_evidence_notified"]
    assert untold.reason == "告知以后收入了不利于当事人的新证据，尚未重新告知。"
    build.notice_given(case, day=build.DECIDED + timedelta(days=1))
    with build.on(build.DECIDED + timedelta(days=2)) as at:
        assert asked("new_evidence_notified", case, act="decide_penalty", at=at).holds


@pytest.mark.clause("APL-2021:44", "APL-2021:45.1")
def test_film_that_speaks_against_nobody_holds_up_no_decision():
    case = build.a_case_ready_to_decide()
    added(case, build.SIGNED, 12)
    assert build.decision_signed(case).status == "decided"


@pytest.mark.clause("APL-2021:44", "APL-2021:45.1")
def test_evidence_against_the_party_is_refused_once_the_decision_is_made():
    case = build.a_served_case()
    refusal = refusal_of(added, case, build.SERVED + timedelta(days=1), **LETTER)
    assert failing(refusal).keys() == {"no_new_evidence_after_decision"}
    assert not evidence_of(case.public_id).filter(name=LETTER["name"]).exists()


@pytest.mark.clause("ARL-2023:46.1", "AJL-2017:35")
def test_while_the_decision_is_contested_nothing_is_gathered_but_what_lay_there_comes_in():
    case = build.a_served_case()
    contested(case)
    later = TAKEN_UP + timedelta(days=2)
    refusal = refusal_of(added, case, later)
    assert failing(refusal).keys() == {"no_new_evidence_after_decision"}
    assert "复议或者诉讼期间" in refusal.reason
    added(case, later, obtained_on=TAKEN_UP - timedelta(days=1))
    assert evidence_of(case.public_id).filter(name=FILM["name"]).exists()


def test_handler_adds_a_recording_on_the_page(client):
    case = build.a_served_case()
    client.force_login(build.handler_of(case))
    address = reverse("cases:act", args=[case.public_id, "add_material"])
    day = build.SERVED + timedelta(days=1)
    with build.on(day, 11):
        assert "补充的理由" in client.get(address).content.decode()
        told = {name: FILM[name] for name in ("kind", "name", "source", "proves", "reason")} | {
            "against_party": "no", "obtained_on": f"{day}", "officers": [one.public_id for one in build.officers_of(case.body)],
            "occurred_at": f"{day}T11:00", "late_reason": "",
        }  # fmt: skip
        half = client.post(address, told | {"reason": ""}).content.decode()
        assert "送达录像" in half
        scan = SimpleUploadedFile("送达.pdf", build.PAGE, content_type="application/pdf")
        assert client.post(address, told | {"file": scan}).status_code == 302
    assert evidence_of(case.public_id).get(name="送达录像").blob is not None
