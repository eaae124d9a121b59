"""Bodies, officers, entrustments and reviewers on screen."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.builders.directory import a_reviewer, an_entrustment, an_officer
from yangguang.base.sheets import Column, read_rows
from yangguang.directory.models import Body, BodyProposal, Certificate, Entrustment, Officer
from yangguang.directory.use_cases.propose_body import propose_body
from yangguang.kernel.moment import Moment

pytestmark = pytest.mark.django_db
LISTS = ["bodies", "officers", "entrustments", "reviewers"]


def seen(client, name, *args, **query):
    answer = client.get(reverse(f"directory:{name}", args=args), query)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


@pytest.fixture
def filled(county):
    county.officer = an_officer(body=county.bureau, named="王海涛")
    county.agreement = an_entrustment(entrusting=county.bureau, entrusted=county.brigade, published=False)
    county.reviewer = a_reviewer(body=county.bureau, named="孙静")
    return county


@pytest.mark.parametrize("name", LISTS)
def test_list_is_seen_by_a_handler_and_leaves_as_xlsx(client, filled, name):
    client.force_login(filled.handler)
    assert "共 " in seen(client, name)
    answer = client.get(reverse(f"directory:{name}"), {"format": "xlsx"})
    assert answer["Content-Type"].endswith("spreadsheetml.sheet")
    assert answer.content.startswith(b"PK")


@pytest.mark.parametrize("name", LISTS)
def test_list_is_closed_to_the_audit_administrator(client, filled, name):
    from tests.builders.directory import an_account

    client.force_login(an_account(role="audit_administrator", body=filled.justice))
    assert client.get(reverse(f"directory:{name}")).status_code == 403


def test_officers_are_found_by_number_and_by_what_their_certificate_is_worth(client, filled):
    from datetime import date

    an_officer(body=filled.other, named="李到期", valid_until=date(2026, 12, 1))
    an_officer(body=filled.other, named="赵过期", valid_until=date(2026, 11, 17))
    client.force_login(filled.handler)
    assert "李到期" in seen(client, "officers", view="expiring")
    assert "王海涛" not in seen(client, "officers", view="expiring")
    assert "赵过期" in seen(client, "officers", view="expired")
    number = filled.officer.certificates.get().number
    page = seen(client, "officers", q=number)
    assert "王海涛" in page
    assert "李到期" not in page


def test_export_of_officers_holds_exactly_the_filtered_rows(client, filled):
    an_officer(body=filled.other, named="李四")
    client.force_login(filled.handler)
    answer = client.get(reverse("directory:officers"), {"format": "xlsx", "body": filled.other.public_id})
    rows = read_rows(answer.content, [Column("name", "姓名", required=True)])
    assert [row["name"] for _, row in rows] == ["李四"]


def test_officer_s_page_says_first_whether_the_person_may_enforce_today(client, filled):
    client.force_login(filled.handler)
    assert "证件有效，今天可以执法" in seen(client, "officer", filled.officer.public_id)
    without = an_officer(body=filled.bureau, with_certificate=False)
    assert "今天不得执法" in seen(client, "officer", without.public_id)


def test_supervisor_enrols_an_officer_and_issues_a_certificate(client, filled):
    client.force_login(filled.supervisor)
    client.post(reverse("directory:enrol_officer"), {"body": filled.other.public_id, "name": "钱进", "post": "科员"})
    officer = Officer.objects.get(name="钱进")
    seen(client, "issue_certificate", officer.public_id)
    given = {
        "kind": "enforcement", "number": "990101777777", "fields_of_law": "市场监管、食品安全", "areas": "示范县",
        "valid_from": "2026-11-18", "valid_until": "2031-11-17", "issued_by": "示范县人民政府",
        "qualified_by": "examination", "qualification_number": "考合1",
    }  # fmt: skip
    client.post(reverse("directory:issue_certificate", args=[officer.public_id]), given)
    assert Certificate.objects.get(number="990101777777").fields == ["市场监管", "食品安全"]


@pytest.mark.parametrize(
    ("act", "given", "state"),
    [
        ("suspend", {"reason": "接受调查"}, "suspended"),
        ("deregister", {"reason": "调离"}, "deregistered"),
        ("check", {"year": "2026", "passed": "no", "note": "学时不足"}, "suspended"),
        ("check", {"year": "2026", "passed": "yes"}, "active"),
    ],
)
def test_supervisor_acts_on_a_certificate(client, filled, act, given, state):
    client.force_login(filled.supervisor)
    certificate = filled.officer.certificates.get()
    seen(client, f"{act}_certificate", certificate.public_id)
    client.post(reverse(f"directory:{act}_certificate", args=[certificate.public_id]), given)
    certificate.refresh_from_db()
    assert certificate.state == state


def test_refused_act_keeps_what_was_typed_and_says_why(client, filled):
    client.force_login(filled.supervisor)
    certificate = filled.officer.certificates.get()
    address = reverse("directory:check_certificate", args=[certificate.public_id])
    page = client.post(address, {"year": "2012", "passed": "no", "note": "没有学时"}).content.decode()
    assert "年度不在证件有效期起的年度至今年之间" in page
    assert "没有学时" in page


def test_body_is_registered_and_changed_once_the_bureau_agrees(client, filled):
    client.force_login(filled.supervisor)
    given = {
        "name": "示范县民政局", "mark": "示民", "category": "statutory", "nature": "行政机关", "funding": "财政",
        "staffing": "行政编制", "duties": "殡葬管理等。", "legal_representative": "周", "address": "政务路2号",
        "complaint_phone": "0000-7654321", "region_code": "990101", "region_name": "示范县", "fields_of_law": "民政",
        "parent": filled.government.public_id, "reason": "示编〔2026〕8号",
    }  # fmt: skip
    client.force_login(filled.system)
    client.post(reverse("directory:register_body"), given)
    proposal = BodyProposal.objects.get()
    assert "等示范县司法局审核" in seen(client, "body_proposal", proposal.public_id)
    assert "没有办完的登记申请" in seen(client, "bodies")

    client.force_login(filled.supervisor)
    assert "审核：示范县民政局的登记" in client.get(reverse("desk:today")).content.decode()
    assert "示编" in seen(client, "review_body", proposal.public_id)
    client.post(reverse("directory:review_body", args=[proposal.public_id]), {"agrees": "yes", "round_seen": "1"})
    body = Body.objects.get(name="示范县民政局")
    assert "殡葬管理等。" in seen(client, "change_body", body.public_id)

    client.force_login(filled.system)
    answer = client.post(reverse("directory:change_body", args=[body.public_id]), given | {"office_hours": "工作日"})
    assert answer.url == reverse("directory:body", args=[body.public_id])
    changed = given | {"complaint_phone": "0000-1111111"}
    client.post(reverse("directory:change_body", args=[body.public_id]), changed)
    change = BodyProposal.objects.get(body=body, state="waiting")
    page = seen(client, "body", body.public_id)
    assert "0000-7654321" in page
    assert "示范县民政局的变更" in page

    client.force_login(filled.supervisor)
    back = {"agrees": "no", "opinion": "没有依据文件。", "round_seen": "1"}
    client.post(reverse("directory:review_body", args=[change.public_id]), back)
    client.force_login(filled.system)
    assert "改后再送审：示范县民政局的变更" in client.get(reverse("desk:today")).content.decode()
    assert "没有依据文件。" in seen(client, "revise_body", change.public_id)
    client.post(reverse("directory:revise_body", args=[change.public_id]), changed)
    change.refresh_from_db()
    assert (change.state, change.round) == ("waiting", 2)
    client.post(reverse("directory:withdraw_body_proposal", args=[change.public_id]))
    change.refresh_from_db()
    assert change.state == "withdrawn"


def test_letter_of_a_bureau_outside_is_recorded_with_its_file_and_taken_out_again(client, filled):
    client.force_login(filled.system)
    proposal = propose_body(
        body=filled.justice, reason="任免文件", actor=filled.system, at=Moment.now(), legal_representative="程新"
    )
    assert "登记审核意见：示范县司法局的变更" in client.get(reverse("desk:today")).content.decode()
    given = {
        "agrees": "yes", "office_name": "示范市司法局", "document_number": "示市司审〔2026〕4号",
        "reviewed_on": "2026-11-18",
        "file": SimpleUploadedFile("意见.pdf", b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"),
    }  # fmt: skip
    client.post(reverse("directory:record_body_review", args=[proposal.public_id]), given)
    filled.justice.refresh_from_db()
    assert filled.justice.legal_representative == "程新"
    answer = client.get(reverse("directory:body_review_document", args=[proposal.public_id]))
    assert answer.content.startswith(b"%PDF")


def test_supervisor_adds_a_unit(client, filled):
    client.force_login(filled.supervisor)
    address = reverse("directory:add_unit", args=[filled.bureau.public_id])
    client.post(address, {"name": "法规科", "reviews": "on"})
    assert filled.bureau.units.get(name="法规科").reviews


def test_head_entrusts_files_publishes_and_ends(client, filled):
    client.force_login(filled.head)
    given = {
        "entrusted": filled.other.public_id, "agreement_number": "示人社委〔2026〕9号", "matters": "拖欠工资",
        "powers": "检查、调查。", "signed_on": "2026-11-01", "starts_on": "2026-11-01", "ends_on": "2027-10-31",
    }  # fmt: skip
    client.post(reverse("directory:entrust_power", args=[filled.bureau.public_id]), given)
    ref = Entrustment.objects.get(agreement_number="示人社委〔2026〕9号").public_id
    assert "等候备案，不能实施" in seen(client, "entrustment", ref)
    client.force_login(filled.supervisor)
    assert "审核备案：委托书示人社委〔2026〕9号" in client.get(reverse("desk:today")).content.decode()
    assert "退回备案" in seen(client, "entrustment", ref)
    acts = [
        ("file", {"filing_number": "备1", "filed_on": "2026-11-02"}),
        (
            "publish",
            {
                "by": filled.bureau.public_id,
                "published_on": "2026-11-02",
                "published_where": "https://www.sfx.example/wt",
            },
        ),
        ("publish", {"by": filled.other.public_id, "published_on": "2026-11-03", "published_where": "公告栏"}),
        ("end", {"ended_on": "2026-11-18", "reason": "机构改革"}),
    ]
    for act, facts in acts:
        client.force_login(filled.supervisor if act == "file" else filled.head)
        answer = client.post(reverse(f"directory:{act}_entrustment", args=[ref]), facts)
        assert answer.status_code == 302, answer.content.decode()
    assert "已终止" in seen(client, "entrustment", ref)


def test_ratio_of_reviewers_is_a_fact_on_the_list(client, filled):
    client.force_login(filled.handler)
    page = seen(client, "reviewers")
    assert "100.0%" in page
    assert "排名" not in page


def test_head_puts_a_reviewer_s_qualification_on_record(client, filled):
    someone = a_reviewer(body=filled.bureau, qualified=False)
    client.force_login(filled.head)
    address = reverse("directory:qualify_reviewer", args=[someone.public_id])
    assert client.post(address, {"qualification_number": "A20189901010001"}).status_code == 302
    assert "没有登记法律职业资格" not in seen(client, "reviewers")


def test_supervisor_puts_an_officer_right_and_the_account_is_offered(client, filled):
    officer = an_officer(body=filled.bureau, role=None, named="周敏")
    client.force_login(filled.supervisor)
    place = reverse("directory:change_officer", args=[officer.public_id])
    assert filled.handler.username in client.get(place).content.decode()
    told = {"name": "周敏", "post": "中队长", "account": filled.handler.public_id}
    assert client.post(place, told).status_code == 302
    officer.refresh_from_db()
    assert (officer.post, officer.account) == ("中队长", filled.handler)
