"""Originals leave the house by the head's approval alone, as a package that proves itself; nobody else's paper, no original film."""

import hashlib
import io
import json
import zipfile

import pytest
from django.urls import reverse
from pypdf import PdfReader

from tests.builders import cases as build
from tests.builders.access import a_colleague
from tests.builders.cases import an_open_case, handler_of, with_records
from tests.builders.media import a_recording, an_original, as_evidence
from yangguang.base import outbox
from yangguang.base.models import LedgerEntry
from yangguang.base.tlog import notes
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.access_queries import key_of, offered
from yangguang.records.models import OutsideProvision
from yangguang.records.use_cases.approve_outside import approve_outside
from yangguang.records.use_cases.propose_outside import Giving, propose_outside
from yangguang.records.use_cases.refuse_outside import refuse_outside

pytestmark = [pytest.mark.django_db, pytest.mark.clause("GD-REC-2021:27")]


@pytest.fixture
def case():
    return with_records(an_open_case())


@pytest.fixture
def film(case):
    made = as_evidence(case, an_original(case, a_recording(3000)))
    outbox.deliver_all()
    return made


def keys(case, *words):
    return [key_of(one) for one in offered(case.public_id, "whole") if any(word in one.title for word in words)]


def proposed(case, *, by=None, **told):
    known = {
        "recipient": "court", "recipient_name": "示范县人民法院", "purpose": "行政诉讼审理", "paper_number": "（2026）示法调3号",
        "items": keys(case, "现场录像", "文书：询问"), "secrecy": "open", "secrecy_note": "不含国家秘密、商业秘密和举报人信息",
    } | told  # fmt: skip
    return propose_outside(
        file_ref=case.public_id, giving=Giving(**known), actor=by or handler_of(case), at=Moment.now()
    )


def test_nothing_goes_out_without_paper_secrecy_check_or_treatment(case, film):
    for told, reason in (
        ({"paper_number": ""}, "没有填写调取文书的文号。"), ({"secrecy": "unsure"}, "未完成保密审查，或者尚未确定能否公开。"),
        ({"items": []}, "没有选择提供的内容。"),
        ({"recipient": "party"}, "未经批准，不得对外提供或者通过互联网传播音像记录。"), ({"by": a_colleague(case)}, "您不能提出"),
    ):  # fmt: skip
        with pytest.raises(Refused) as refused:
            proposed(case, **told)
        assert refused.value.reason.startswith(reason)
    assert not OutsideProvision.objects.exists()
    assert proposed(case, recipient="party", paper_number="", items=keys(case, "文书：询问")).pk


def test_head_of_the_body_alone_approves_and_never_his_own_proposal(case, film):
    head, agency_head = (build.person_of(case.body, role) for role in ("unit_head", "agency_head"))
    one = proposed(case)
    with pytest.raises(Refused, match="由机关负责人审批"):
        approve_outside(provision=one, opinion="", actor=head, at=Moment.now())
    with pytest.raises(Refused, match="不得为同一人"):
        approve_outside(provision=proposed(case, by=agency_head), opinion="", actor=agency_head, at=Moment.now())
    with pytest.raises(Refused, match="写明理由"):
        refuse_outside(provision=one, opinion=" ", actor=agency_head, at=Moment.now())
    refuse_outside(provision=one, opinion="调取文书没有盖章", actor=agency_head, at=Moment.now())
    outbox.deliver_all()
    assert not OutsideProvision.objects.exclude(package=None).exists()


def test_package_holds_the_files_a_signed_list_and_proofs_and_each_taking_is_a_line_of_the_case(client, case, film):
    one = proposed(case)
    client.force_login(build.person_of(case.body, "agency_head"))
    assert (
        client.post(reverse("records:approve_outside", args=[one.public_id]), {"opinion": "同意提供"}).status_code
        == 302
    )
    outbox.deliver_all()
    client.force_login(handler_of(case))
    assert "下载文件包" in client.get(reverse("records:outside_one", args=[one.public_id])).content.decode()
    taken = client.get(reverse("records:outside_package", args=[one.public_id]))
    with zipfile.ZipFile(io.BytesIO(taken.content)) as archive:
        told = json.loads(archive.read("清单.json"))
        for row in told["list"]["files"]:
            assert hashlib.sha256(archive.read(row["name"])).hexdigest() == row["sha256"]
        assert {row["way"] for row in told["list"]["files"]} == {"原件", "带水印的副本"}
        text, signers = notes.signed_by(
            f"{told['statement']}\n{told['signature']}".encode(), [notes.verifier_of(told["key"])]
        )
        assert json.loads(text) == told["list"]
        assert signers
        paper = PdfReader(io.BytesIO(archive.read("清单.pdf"))).pages[0].extract_text()
        assert "对外提供材料清单" in paper
        assert "check_recording.py" in archive.read("核对说明.txt").decode()
        assert any(name.startswith("核对包/") for name in archive.namelist())
    line = LedgerEntry.objects.get(event="OutsidePackageTaken")
    assert line.facts["sha256"] == hashlib.sha256(taken.content).hexdigest()
    assert line.file_ref == case.public_id
    client.force_login(a_colleague(case))
    assert client.get(reverse("records:outside_package", args=[one.public_id])).status_code == 404


def test_proposing_by_the_page(client, case, film):
    client.force_login(handler_of(case))
    page = reverse("records:outside", args=[case.public_id])
    typed = {
        "recipient": "review_body", "recipient_name": "示范县人民政府", "purpose": "行政复议", "paper_number": "示政复〔2026〕5号",
        "items": keys(case, "现场录像"), "secrecy": "closed", "secrecy_note": "涉密",
    }  # fmt: skip
    assert "未完成保密审查" in client.post(page, typed).content.decode()
    assert client.post(page, typed | {"secrecy": "open", "secrecy_note": "不涉密"}).status_code == 302
    assert OutsideProvision.objects.get().number in client.get(page).content.decode()
