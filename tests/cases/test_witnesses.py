"""A witness is told field by field on every record made on the spot, and a refusal to sign is noted."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders import cases as build
from tests.builders import custody
from tests.cases.refusing import failing, refusal_of
from yangguang.base.models import LedgerEntry
from yangguang.cases.kinds.custody.spot_forms import PreservedForm
from yangguang.cases.rules.witnesses import Signing, Witness, must_be_known
from yangguang.cases.use_cases.collect_evidence import collect_evidence
from yangguang.cases.use_cases.inspect_on_site import inspect_on_site
from yangguang.cases.use_cases.interview import interview
from yangguang.cases.use_cases.rectify_on_the_spot import rectify_on_the_spot
from yangguang.kernel.refusal import Refused
from yangguang.records.api import documents_of

pytestmark = pytest.mark.django_db
VISIT = date(2026, 10, 14)
HE = Witness("何建国", "滨河社区居民委员会", "社区工作人员", "滨河路2号", "signed")
REFUSED = Signing("refused", "在场人刘芳称不识字，拒绝签名", HE)
TYPED = {
    "witness": "何建国", "witness_unit": "滨河社区居民委员会", "witness_relation": "社区工作人员",
    "witness_contact": "滨河路2号", "witness_signature": "signed",
}  # fmt: skip


def visited(case, signing, **changes):
    build.inspection_allowed(case, day=VISIT)
    with build.on(VISIT, 10) as at:
        told = {
            "place": "示范县滨河路8号", "present": "刘芳（前台）", "officers": build.officers_of(case.body),
            "certificate_shown": True, "badge_worn": True, "findings": "财务室上锁。", "proves": "现场情况", "signing": signing,
        } | changes  # fmt: skip
        return inspect_on_site(case_id=case.pk, actor=build.handler_of(case), at=at, **told)


def questioned(case, signing, **changes):
    with build.on(VISIT, 10) as at:
        told = {
            "person": "刘芳", "person_role": "worker", "place": "示范县滨河路8号", "ended_at": at.occurred_at,
            "questions": [("几点上班？", "八点。")], "officers": build.officers_of(case.body), "certificate_shown": True,
            "proves": "上班时间", "signing": signing,
        } | changes  # fmt: skip
        return interview(case_id=case.pk, actor=build.handler_of(case), at=at, **told)


def text_of(case, kind):
    return str(documents_of(case.public_id).get(kind=kind).sheet)


@pytest.mark.clause("APL-2021:55.2")
def test_record_of_a_visit_names_the_witness_and_notes_who_would_not_sign():
    case = build.an_open_case()
    visited(case, REFUSED)
    record = text_of(case, "on_site_record")
    for words in (
        "何建国，滨河社区居民委员会，社区工作人员，滨河路2号",
        "在场人拒绝签名：在场人刘芳称不识字，拒绝签名。",
    ):
        assert words in record
    assert "在场人（拒绝签名）" in record
    entry = LedgerEntry.objects.get(event="SiteInspected")
    assert (entry.facts["unsigned"], entry.facts["witness"]) == (True, "signed")
    assert "何建国" not in str(entry.facts)


@pytest.mark.clause("APL-2021:55.2")
def test_record_of_an_interview_names_the_witness_and_notes_who_would_not_sign():
    case = build.an_open_case()
    questioned(case, Signing("refused", "刘芳称记录太长，拒绝签名", HE))
    record = text_of(case, "interview_record")
    for words in (
        "何建国，滨河社区居民委员会，社区工作人员，滨河路2号", "被询问人拒绝签名：刘芳称记录太长，拒绝签名。",
        "被询问人（拒绝签名）",
    ):  # fmt: skip
        assert words in record
    assert "与我所说的一致" not in record
    entry = LedgerEntry.objects.get(event="InquiryRecorded")
    assert (entry.facts["unsigned"], entry.facts["witness"]) == (True, "signed")
    assert "何建国" not in str(entry.facts)
    questioned(case, Signing())
    assert "见证人" not in str(documents_of(case.public_id).filter(kind="interview_record").last().sheet)


@pytest.mark.parametrize("act", [visited, questioned])
@pytest.mark.clause("APL-2021:42.1#officers", "LSR-2004:16.1#officers")
def test_record_by_fewer_than_two_different_officers_is_refused(act):
    case = build.an_open_case()
    first, *_ = build.officers_of(case.body)
    for officers in ([], [first], [first, first]):
        refusal = refusal_of(act, case, Signing(), officers=officers)
        least = failing(refusal)["two_officers"]
        assert (least.reason, least.clauses) == (
            "执法人员少于两人。",
            ("APL-2021:42.1#officers", "LSR-2004:16.1#officers"),
        )
    assert act(case, Signing()).pk


@pytest.mark.parametrize(("act", "named"), [(visited, "officer"), (questioned, "officer"), (questioned, "刘芳")])
def test_who_takes_part_is_no_witness(act, named):
    case = build.an_open_case()
    name = build.officers_of(case.body)[0].name if named == "officer" else named
    refusal = refusal_of(act, case, Signing(witness=Witness(**{**vars(HE), "name": name})))
    assert (refusal.field, refusal.clauses) == ("witness", ("APL-2021:55.2",))
    assert "不能同时是见证人" in refusal.reason


@pytest.mark.parametrize("act", [visited, questioned])
@pytest.mark.parametrize(
    ("signing", "field"),
    [(Signing("refused", " "), "refusal_note"), (Signing("", "x"), "signature"),
     (Signing(witness=Witness(unit="滨河社区")), "witness"), (Signing(witness=Witness("何建国")), "witness_relation"),
     (Signing(witness=Witness("何建国", "社区")), "witness_contact"),
     (Signing(witness=Witness("何建国", "社区", "", "电话")), "witness_signature")],
)  # fmt: skip
def test_half_told_witness_or_unnoted_refusal_is_refused(act, signing, field):
    refusal = refusal_of(act, build.an_open_case(), signing)
    assert (refusal.field, refusal.clauses) == (field, ("APL-2021:55.2",))
    assert refusal.remedy


def test_what_was_put_right_on_the_spot_is_witnessed_as_well():
    case = build.an_open_case()
    with build.on(VISIT, 10) as at:
        rectify_on_the_spot(
            case_id=case.pk, place="示范县滨河路8号", present="刘芳", violation="公示栏没有工资支付日期", facts_plain=True,
            rectified="当场补写并公示", officers=build.officers_of(case.body), certificate_shown=True,
            signing=Signing(witness=HE), actor=build.handler_of(case), at=at,
        )  # fmt: skip
    assert "何建国" in text_of(case, "on_the_spot_rectification")


@pytest.mark.clause("APL-2021:46.1")
def test_slip_of_evidence_names_its_witness_and_refuses_one_without_a_contact():
    case = build.an_open_case()
    told = {
        "case_id": case.pk, "kind": "documentary_evidence", "name": "排班表", "source": "车间公告栏", "proves": "上班时间",
        "obtained_on": VISIT, "officers": build.officers_of(case.body), "certificate_shown": True,
        "actor": build.handler_of(case),
    }  # fmt: skip
    with build.on(VISIT) as at:
        refusal = refusal_of(collect_evidence, at=at, witness=Witness("何建国", "社区", "", "", "signed"), **told)
        assert (refusal.field, refusal.clauses) == ("witness_contact", ("APL-2021:46.1",))
        collect_evidence(at=at, witness=Witness(**{**vars(HE), "signature": "refused"}), **told)
    assert "见证人（拒绝签名）" in text_of(case, "evidence_extraction")


@pytest.mark.clause("APL-2021:56#approval")
def test_list_of_preserved_things_names_its_witness():
    line = custody.an_approved_preservation()
    with pytest.raises(Refused) as caught:
        custody.preserved(line, witness=Witness("何建国"))
    assert caught.value.field == "witness_relation"
    line = custody.preserved(line, witness=HE)
    assert "何建国，滨河社区居民委员会" in text_of(line.case, "case_item_inventory")


@pytest.mark.parametrize("act", ["preserved", "taken"])
def test_officer_who_takes_things_away_is_not_their_witness(act):
    line = custody.an_approved_preservation() if act == "preserved" else custody.an_approved_measure()
    officer = build.officers_of(line.case.body)[0]
    himself = Witness(**{**vars(HE), "name": officer.name})
    if act == "preserved":
        refusal = refusal_of(custody.preserved, line, witness=himself)
    else:
        refusal = refusal_of(custody.taken, line, witness=himself)
    assert (refusal.field, refusal.clauses) == (
        "witness", ("APL-2021:56#approval",) if act == "preserved" else ("ACL-2011:18.1.9",)
    )  # fmt: skip
    assert "不能同时是见证人" in refusal.reason


def test_form_of_the_spot_hands_over_the_witness_field_by_field():
    case = build.an_open_case()
    row = {"item_1_name": "账本", "item_1_quantity": "1本", "item_1_condition": "完好", "item_1_kept_at": "证物室"}
    form = PreservedForm(
        TYPED | row | {
            "place": "现场", "officers": [one.public_id for one in build.officers_of(case.body)], "signature": "signed",
            "occurred_at": "2026-10-14T10:00",
        }, case=case,
    )  # fmt: skip
    assert form.is_valid(), form.errors
    assert form.spot().witness == HE
    must_be_known(form.spot().witness, "APL-2021:56#approval")


def test_handler_types_the_witness_on_the_form_of_a_visit(client):
    case = build.inspection_allowed(build.an_open_case(), day=VISIT)
    client.force_login(build.handler_of(case))
    address = reverse("cases:act", args=[case.public_id, "inspect_on_site"])
    with build.on(VISIT, 11):
        assert "见证人联系方式" in client.get(address).content.decode()
        typed = TYPED | {
            "occurred_at": "2026-10-14T10:00", "place": "示范县滨河路8号", "present": "刘芳", "findings": "财务室上锁。",
            "officers": [one.public_id for one in build.officers_of(case.body)], "certificate_shown": "on",
            "badge_worn": "on", "proves": "现场情况", "signature": "refused", "refusal_note": "",
        }  # fmt: skip
        assert "拒绝签名的，应当注明情况" in client.post(address, typed).content.decode()
        answer = client.post(address, typed | {"refusal_note": "刘芳称须等负责人回来，拒绝签名"})
        assert answer.status_code == 302
    assert "须等负责人回来" in text_of(case, "on_site_record")


def test_handler_types_the_witness_on_the_form_of_an_interview(client):
    case = build.an_open_case()
    client.force_login(build.handler_of(case))
    address = reverse("cases:act", args=[case.public_id, "interview"])
    with build.on(VISIT, 11):
        assert "被询问人签名" in client.get(address).content.decode()
        typed = TYPED | {
            "occurred_at": "2026-10-14T10:00", "place": "示范县滨河路8号", "person": "刘芳", "person_role": "worker",
            "ended_at": "2026-10-14T10:30", "record": "问：几点上班？\n答：八点。", "proves": "上班时间",
            "officers": [build.officers_of(case.body)[0].public_id], "certificate_shown": "on", "signature": "signed",
        }  # fmt: skip
        assert "执法人员少于两人" in client.post(address, typed).content.decode()
        both = [one.public_id for one in build.officers_of(case.body)]
        assert client.post(address, typed | {"officers": both}).status_code == 302
    assert "何建国" in text_of(case, "interview_record")
