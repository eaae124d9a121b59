"""On the spot too, what comes into the file after the party was told has its reason and stage, and never speaks against it."""

import pytest
from django.urls import reverse

from tests.builders import cases as build
from tests.builders import summary
from tests.cases.refusing import failing, refusal_of
from yangguang.cases.use_cases.add_material import add_material
from yangguang.cases.use_cases.collect_evidence import collect_evidence
from yangguang.records.api import documents_of, evidence_of

pytestmark = [pytest.mark.django_db, pytest.mark.duty("R01"), pytest.mark.clause("APL-2021:44")]
FILM = {
    "kind": "audiovisual_material", "name": "当场告知录像", "source": "执法记录仪", "proves": "告知过程。", "against_party": False,
    "reason": "现场没有网络，回机关后补入。", "content": build.PAGE, "file_name": "告知.pdf",
}  # fmt: skip
LATER = ("notified", "decided", "delivered")


def carried_out(verb, case, **facts):
    with build.on(summary.MET, 15) as at:
        told = {"obtained_on": summary.MET, "officers": build.officers_of(case.body)} | facts
        return verb(case_id=case.pk, actor=summary.actor_of(case.body), at=at, **told)


def added(case, **facts):
    return carried_out(add_material, case, **FILM | facts)


def collected(case):
    facts = {name: FILM[name] for name in ("kind", "name", "source", "proves", "content", "file_name")}
    return carried_out(collect_evidence, case, certificate_shown=True, **facts)


def test_before_the_party_is_told_evidence_is_simply_gathered():
    case = summary.a_case_on_the_spot(until="on_scene")
    collected(case)
    assert evidence_of(case.public_id).get(name="当场告知录像")


@pytest.mark.parametrize("until", LATER)
def test_after_it_nothing_is_gathered_without_a_reason(until):
    case = summary.a_case_on_the_spot(until=until)
    assert refusal_of(collected, case)
    assert refusal_of(added, case, reason=" ").field == "reason"
    assert not evidence_of(case.public_id).filter(name="当场告知录像").exists()


@pytest.mark.parametrize(
    ("until", "stage"), [*zip(LATER, ("已当场告知", "已填写决定书，待交付", "已当场交付"), strict=True)]
)
def test_what_is_added_says_why_and_where_the_case_stood(until, stage):
    case = summary.a_case_on_the_spot(until=until)
    added(case)
    (form,) = documents_of(case.public_id).filter(kind="added_material_record")
    assert stage in str(form.sheet)
    assert "现场没有网络" in str(form.sheet)


def test_what_speaks_against_the_party_and_was_not_told_leads_to_the_ordinary_procedure():
    case = summary.a_case_on_the_spot(until="notified")
    refusal = refusal_of(added, case, against_party=True)
    assert set(failing(refusal)) == {"no_new_evidence_after_notice_on_the_spot"}
    (verdict,) = failing(refusal).values()
    assert "转普通程序" in verdict.remedy


def test_after_the_decision_it_is_refused_as_in_the_ordinary_procedure():
    case = summary.a_case_on_the_spot(until="delivered")
    assert set(failing(refusal_of(added, case, against_party=True))) == {"no_new_evidence_after_decision"}


def test_officer_is_offered_the_form_with_the_reason(client):
    case = summary.a_case_on_the_spot(until="notified")
    client.force_login(summary.actor_of(case.body))
    with build.on(summary.MET, 15):
        page = client.get(reverse("cases:act", args=[case.public_id, "add_material"]))
    assert page.status_code == 200
    assert "补充的理由" in page.content.decode()
