"""Who does not act in a case sees its originals by a grant alone: this person, these things, until this day, under the mark."""

import io
from datetime import timedelta

import pytest
from django.urls import reverse
from PIL import Image
from pypdf import PdfReader

from tests.builders import cases as build
from tests.builders.access import WEEK, a_colleague, asked_for, granted
from tests.builders.cases import an_open_case, handler_of, with_records
from tests.builders.directory import a_body, an_account
from yangguang.base import jobs, vault
from yangguang.base.models import LedgerEntry
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.access_queries import key_of, offered
from yangguang.records.api import add_evidence, documents_of
from yangguang.records.models import AccessItem, AccessRequest, AccessState
from yangguang.records.plugs import access as end_what_is_over
from yangguang.records.use_cases.close_access import close_access
from yangguang.records.use_cases.grant_access import grant_access
from yangguang.records.use_cases.refuse_access import refuse_access
from yangguang.records.use_cases.revoke_access import revoke_access

pytestmark = [pytest.mark.django_db, pytest.mark.duty("R12")]
SENTENCE = "未经批准或者批准已过期，不得调阅。"


def a_photo() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (640, 480), "white").save(made, "JPEG")
    return made.getvalue()


@pytest.fixture
def case():
    made = with_records(an_open_case())
    add_evidence(
        body=made.body, file_ref=made.public_id, kind="documentary_evidence", name="工地照片", source="现场拍摄",
        proves="现场", obtained_on=clock.today(), collector_names=["陈立", "周敏"], content=a_photo(), file_name="a.jpg",
        actor=handler_of(made), at=Moment.now(),
    )  # fmt: skip
    return made


@pytest.fixture
def colleague(case):
    return a_colleague(case, named="王海涛")


def item_named(access, words) -> AccessItem:
    return next(one for one in access.items.all() if words in one.title)


def opened(client, item, name="access_copy"):
    return client.get(reverse(f"records:{name}", args=[item.public_id]))


def lines(event):
    return LedgerEntry.objects.filter(event=event)


@pytest.mark.clause("GD-REC-2021:26.1")
def test_reader_who_does_not_act_in_the_case_is_refused_its_originals_and_the_attempt_is_on_record(
    client, case, colleague
):
    scan = documents_of(case.public_id).get(kind="interview_record").scans.get()
    address = reverse("records:blob", args=[scan.blob.public_id])
    client.force_login(colleague)
    answer = client.get(address)
    assert answer.status_code == 409
    assert SENTENCE in answer.content.decode()
    assert f"{reverse('records:ask_access')}?file={case.public_id}" in answer.content.decode()
    assert lines("OriginalDenied").get().actor_name == "王海涛"
    client.force_login(handler_of(case))
    assert client.get(address).status_code == 200
    assert lines("DataExported").filter(subject_ref=scan.blob.public_id).count() == 1
    client.force_login(an_account(role="unit_head", body=case.body, unit=case.unit))
    assert client.get(address).status_code == 200
    client.force_login(an_account(role="case_handler"))
    assert client.get(address).status_code == 404


def test_request_without_purpose_matter_extent_or_term_is_refused(case, colleague):
    for told in ({"purpose": " "}, {"matter": ""}, {"scope": "everything"}):
        with pytest.raises(Refused) as refused:
            asked_for(case, colleague, **told)
        assert refused.value.reason == "没有填写调阅事由、范围和期限。"
    with pytest.raises(Refused, match="早于今天"):
        asked_for(case, colleague, until=clock.today() - timedelta(days=1))
    with pytest.raises(Refused, match="不需要申请"):
        asked_for(case, handler_of(case))
    assert not AccessRequest.objects.exists()


def test_nobody_grants_what_he_asked_for_himself_and_no_more_is_granted_than_was_asked(case, colleague):
    other_head = an_account(roles=("case_handler", "archivist"), body=case.body)
    own = asked_for(case, other_head)
    keys = [key_of(one) for one in offered(own.file_ref, own.scope)]
    known = {"items": keys, "access_expires_on": own.wanted_until, "download": False, "opinion": ""}
    with pytest.raises(Refused, match="申请人与审批人不得为同一人。"):
        grant_access(access=own, actor=other_head, at=Moment.now(), **known)
    with pytest.raises(Refused, match="您不能审批"):
        grant_access(access=own, actor=colleague, at=Moment.now(), **known)
    head = build.person_of(case.body, "unit_head")
    for changed, field in (
        ({"items": ["evidence:" + "a" * 26]}, "items"), ({"download": True}, "download"),
        ({"access_expires_on": own.wanted_until + WEEK}, "access_expires_on"),
    ):  # fmt: skip
        with pytest.raises(Refused) as refused:
            grant_access(access=own, actor=head, at=Moment.now(), **(known | changed))
        assert refused.value.field == field
    assert not AccessItem.objects.exists()
    grant_access(access=own, actor=head, at=Moment.now(), **known)
    assert lines("AccessGranted").get().facts["items"] == len(keys)


def test_grant_shows_marked_copies_of_its_items_alone_and_every_opening_is_a_line(client, case, colleague):
    access = granted(asked_for(case, colleague), case)
    client.force_login(colleague)
    photo, paper, scan = (item_named(access, words) for words in ("工地照片", "文书：询问", "签名页"))
    assert "不能在线显示" in opened(client, scan).content.decode(), "what cannot be drawn is not shown unmarked"
    shown = opened(client, photo)
    assert shown["Content-Type"] == "image/jpeg"
    drawn = Image.open(io.BytesIO(shown.content)).convert("L")
    assert drawn.size == (640, 480)
    assert sum(drawn.histogram()[:200]) > 1000, "the mark lies over the picture"
    pdf = opened(client, paper)
    assert pdf["Content-Type"] == "application/pdf"
    assert all(page.images for page in PdfReader(io.BytesIO(pdf.content)).pages)
    assert [line.facts["way"] for line in lines("OriginalViewed").order_by("pk")] == ["在线查看"] * 2
    assert opened(client, photo, "access_original").status_code == 409, "not granted to be taken"
    assert access.number in opened(client, photo, "access_item").content.decode()
    client.force_login(a_colleague(case))
    assert opened(client, photo).status_code == 404


def test_original_is_taken_only_where_the_grant_says_so(client, case, colleague):
    access = granted(asked_for(case, colleague, wants_download=True), case, download=True)
    client.force_login(colleague)
    taken = opened(client, item_named(access, "工地照片"), "access_original")
    assert taken.content == a_photo()
    assert taken["Content-Disposition"].startswith("attachment")
    assert lines("OriginalViewed").get().facts["way"] == "下载原件"


def test_grant_opens_nothing_before_it_was_begun_nor_after_its_last_day(client, case, colleague):
    access = granted(asked_for(case, colleague), case, begun=False)
    item = item_named(access, "工地照片")
    client.force_login(colleague)
    assert opened(client, item).status_code == 302
    begin = reverse("records:begin_access", args=[access.public_id])
    assert client.post(begin, {"once": ""}).status_code == 302
    assert opened(client, item).status_code == 200
    with clock.frozen(clock.beijing(access.access_expires_on, 23)):
        client.force_login(colleague)
        assert opened(client, item).status_code == 200
    with clock.frozen(clock.beijing(access.access_expires_on + timedelta(days=1), 0)):
        client.force_login(colleague)
        assert opened(client, item).status_code == 409
        assert lines("OriginalDenied").get().facts["number"] == access.number
        assert end_what_is_over() == 1
        assert end_what_is_over() == 0
    assert AccessRequest.objects.get().state == AccessState.CLOSED
    assert lines("AccessClosed").get().facts["reason"] == "调阅期已满"
    assert "records.access" in jobs.register()


def test_grant_is_taken_back_with_a_reason_and_closed_by_its_asker_alone(client, case, colleague):
    access = granted(asked_for(case, colleague), case)
    head = build.person_of(case.body, "unit_head")
    with pytest.raises(Refused, match="写明理由"):
        revoke_access(access=access, reason=" ", actor=head, at=Moment.now())
    with pytest.raises(Refused, match="只有申请人"):
        close_access(access=access, actor=head, at=Moment.now())
    revoke_access(access=access, reason="另案已经办结", actor=head, at=Moment.now())
    client.force_login(colleague)
    assert opened(client, item_named(access, "工地照片")).status_code == 409
    again = asked_for(case, colleague)
    close_access(access=again, actor=colleague, at=Moment.now())
    with pytest.raises(Refused, match="已经审批"):
        granted(again, case)


@pytest.mark.clause("GD-REC-2021:26.2")
def test_supervisor_needs_a_matter_number_and_is_refused_only_by_the_head_for_a_reason_of_law(case):
    justice = a_body(supervises=True, named="示范县司法局", mark="示司")
    case.body.parent = justice
    case.body.save(update_fields=["parent"])
    supervisor = an_account(role="supervisor", body=justice)
    with pytest.raises(Refused) as refused:
        asked_for(case, supervisor, matter="")
    assert refused.value.reason == "没有监督事项编号。"
    access = asked_for(case, supervisor, matter="示司监〔2026〕3号")
    head, agency_head = (build.person_of(case.body, role) for role in ("unit_head", "agency_head"))
    with pytest.raises(Refused, match="原则上不得拒绝"):
        refuse_access(access=access, reason="不便提供", actor=head, at=Moment.now())
    with pytest.raises(Refused, match="法定理由"):
        refuse_access(access=access, reason="涉密", actor=agency_head, at=Moment.now())
    refuse_access(
        access=access, reason="涉密", legal_reason="保守国家秘密法第三十五条", actor=agency_head, at=Moment.now()
    )
    assert AccessRequest.objects.get().legal_reason == "保守国家秘密法第三十五条"


def test_asking_granting_and_seeing_by_the_pages(client, case, colleague):
    client.force_login(colleague)
    address = f"{reverse('records:ask_access')}?file={case.public_id}"
    assert case.number in client.get(address).content.decode()
    typed = {
        "file_number": case.number, "purpose": "另案核对", "matter_number": "示人社监字〔2026〕第9号", "scope": "whole",
        "wanted_until": (clock.today() + WEEK).isoformat(),
    }  # fmt: skip
    assert "没有填写调阅事由、范围和期限。" in client.post(address, typed | {"purpose": ""}).content.decode()
    assert client.post(address, typed | {"file_number": "没有这个"}).status_code == 200
    assert client.post(address, typed).status_code == 302
    access = AccessRequest.objects.get()
    client.force_login(build.person_of(case.body, "unit_head"))
    assert access.number in client.get(reverse("records:accesses")).content.decode()
    page = reverse("records:grant_access", args=[access.public_id])
    chosen = {"items": [key_of(offered(case.public_id, "recordings")[0])], "access_expires_on": typed["wanted_until"]}
    assert client.post(page, chosen).status_code == 302
    pdf = client.get(reverse("records:access_form", args=[access.public_id]))
    assert "调阅审批单" in PdfReader(io.BytesIO(pdf.content)).pages[0].extract_text()
    client.force_login(colleague)
    assert "开始调阅" in client.get(reverse("records:access", args=[access.public_id])).content.decode()


def test_log_of_the_file_and_of_the_auditor_tell_who_saw_what_and_what_was_unusual(client, case, colleague):
    access = granted(asked_for(case, colleague), case)
    client.force_login(colleague)
    opened(client, item_named(access, "工地照片"))
    with clock.frozen(clock.beijing(clock.today(), 23)):
        client.force_login(colleague)
        opened(client, item_named(access, "文书：询问"))
    told = client.get(reverse("records:file_access_log", args=[case.public_id])).content.decode()
    assert told.count("调阅原件") == 2
    client.force_login(an_account(role="audit_administrator", body=case.body))
    unusual = client.get(reverse("records:access_log")).content.decode()
    assert "非工作时间" in unusual
    assert unusual.count("调阅原件") == 1
    assert client.get(f"{reverse('records:access_log')}?view=all").content.decode().count("调阅原件") == 2


def test_file_of_the_vault_that_was_altered_is_not_shown(client, case, colleague):
    access = granted(asked_for(case, colleague), case)
    item = item_named(access, "工地照片")
    path = vault.path_of(item.evidence.blob.sha256)
    path.chmod(0o640)
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    client.force_login(colleague)
    answer = opened(client, item)
    assert answer.status_code == 409
    assert "与入库时的指纹不一致" in answer.content.decode()
    path.unlink()
