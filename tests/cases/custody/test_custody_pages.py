"""Preservation and measures on screen, from asking to the signed receipt; tasks on the desk."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.builders import custody as build
from tests.builders.cases import PAGE, an_open_case, approve, handler_of, on, person_of
from tests.builders.directory import with_second_factor
from yangguang.base.events import SYSTEM
from yangguang.cases.models import AdvancePreservation, CoerciveMeasure
from yangguang.cases.use_cases.mark_expired import mark_all_expired
from yangguang.desk.today.rows import day_of
from yangguang.records.api import documents_of

pytestmark = pytest.mark.django_db
TOO_LATE = date(2026, 10, 26)
THINGS = {
    "item_1_name": "考勤记录本", "item_1_quantity": "3本", "item_1_condition": "完好", "item_1_kept_at": "资料室",
    "item_1_proves": "证明加班时间", "item_1_photo": "照片1",
}  # fmt: skip


def at(hour, day=build.KEPT):
    return {"occurred_at": f"{day:%Y-%m-%d}T{hour:02}:00", "late_reason": ""}


def page_of(line, act):
    return reverse("cases:custody_act", args=[line.case.public_id, line.public_id, act])


def spot_of(case, **facts):
    officers = [one.officer.public_id for one in case.assignments.order_by("position")]
    return {"place": "示范县滨河路8号", "officers": officers, "certificate_shown": "on", "party_came": "on", "witness": "",
            "signature": "signed", "refusal_note": "", "urgent_reason": "", **THINGS} | facts  # fmt: skip


def test_handler_preserves_evidence_and_has_it_returned_on_screen(client):
    case = an_open_case()
    client.force_login(handler_of(case))
    ask = reverse("cases:ask_custody", args=[case.public_id, "preservation"])
    typed = {
        "party": case.parties.get().public_id, "objects_named": "考勤记录本3本", "proves": "加班时间", "reason": "",
        "opinion": "建议保存。", "instead_of_seizure": "no", **at(9),
    }  # fmt: skip
    with on(build.KEPT, 10):
        shown = client.post(ask, typed).content.decode()
        assert "应当写明证据可能灭失或者以后难以取得的情况" in shown
        assert "考勤记录本3本" in shown, "what was typed is kept"
        assert client.post(ask, typed | {"reason": "正在搬离。"}).status_code == 302
    line = AdvancePreservation.objects.get()
    approve(build.an_approval_asked(line, "approve_advance_preservation"), case.body, build.KEPT, 11)
    with on(build.KEPT, 14):
        assert "第 3 件" in client.get(page_of(line, "advance_preservation")).content.decode()
        assert "第 8 件" in client.get(page_of(line, "advance_preservation") + "?rows=8").content.decode()
        half = spot_of(case, item_1_quantity="", **at(13))
        assert "清单应当逐件写明" in client.post(page_of(line, "advance_preservation"), half).content.decode()
        assert client.post(page_of(line, "advance_preservation"), spot_of(case, **at(13))).status_code == 302
        item = line.items.get()
        shown = client.get(reverse("cases:custody", args=[case.public_id])).content.decode()
        for words in ("考勤记录本", "照片1", "资料室", "10月23日", "处理登记保存物品", "不能查封、扣押"):
            assert words in shown
        assert "登记保存与查封扣押" in client.get(reverse("cases:case", args=[case.public_id])).content.decode()
        dispose = {f"fate_{item.public_id}": "returned", "note": "", "opinion": "建议退还。", **at(14)}
        assert client.post(page_of(line, "dispose_of_preserved_items"), dispose).status_code == 302
    approval = build.an_approval_asked(line, "dispose_of_preserved_items")
    client.force_login(with_second_factor(person_of(case.body, "agency_head")))
    with on(build.KEPT, 15):
        shown = client.get(reverse("cases:approval", args=[approval.public_id])).content.decode()
    assert "解除，退还" in shown
    approve(approval, case.body, build.KEPT, 15)
    client.force_login(handler_of(case))
    with on(build.KEPT, 16):
        assert "还没有签收" in client.get(reverse("cases:custody", args=[case.public_id])).content.decode()
        told = {"items": [item.public_id], "received_by": "罗玉梅", "receipt_number": "退1", **at(16)}
        told["proof"] = SimpleUploadedFile("签收单.pdf", PAGE, content_type="application/pdf")
        assert client.post(page_of(line, "record_item_return"), told).status_code == 302
        (receipt,) = documents_of(case.public_id).filter(kind="acknowledgement_of_return")
        assert (receipt.title, receipt.scans.count()) == ("退还物品签收单（退1）", 1)
        assert "签收，退1" in client.get(reverse("cases:custody", args=[case.public_id])).content.decode()


def test_measure_is_asked_for_taken_and_released_on_screen(client):
    case = build.a_case_that_may_hold()
    client.force_login(handler_of(case))
    ask = reverse("cases:ask_custody", args=[case.public_id, "measure"])
    typed = {
        "party": case.parties.get().public_id, "objects_named": "冲压机", "opinion": "建议扣押。", "matter_code": build.POWER,
        "kind": "seizure", "reason": "防止转移。", **at(9),
    }  # fmt: skip
    with on(build.KEPT, 10):
        assert client.post(ask, typed).status_code == 302
    line = CoerciveMeasure.objects.get()
    approve(build.an_approval_asked(line, "approve_coercive_measure"), case.body, build.KEPT, 11)
    spot = spot_of(
        case, party_called="on", rights_told="on", heard="没有意见", delivered="on", copies="2", sealed="on",
        item_1_case_related="on", item_1_sealed_by="", **at(13),
    )  # fmt: skip
    with on(build.KEPT, 14):
        assert client.post(page_of(line, "take_coercive_measure"), spot | {"copies": "1"}).status_code == 200
        assert client.post(page_of(line, "take_coercive_measure"), spot).status_code == 302
        shown = client.get(reverse("cases:custody", args=[case.public_id])).content.decode()
        for words in ("在押在封", "11月13日", "提请延长", "检测、鉴定", "提请解除"):
            assert words in shown
        way = {
            f"way_{line.items.get().public_id}": "",
            "release_ground": "unrelated",
            "note": "",
            "opinion": "建议解除。",
        }
        refused = client.post(page_of(line, "release_coercive_measure"), way | at(14)).content.decode()
        assert "解除后应当立即退还财物" in refused
        way[f"way_{line.items.get().public_id}"] = "return"
        assert client.post(page_of(line, "release_coercive_measure"), way | at(14)).status_code == 302
    approve(build.an_approval_asked(line, "release_coercive_measure"), case.body, build.KEPT, 15)
    line.refresh_from_db()
    assert line.status == "released"


def test_urgent_measure_is_put_on_record_on_screen(client):
    case = build.a_case_that_may_hold()
    client.force_login(handler_of(case))
    told = {
        "party": case.parties.get().public_id, "objects_named": "冲压机", "matter_code": build.POWER, "kind": "sealing_up",
        "reason": "防止转移。", "party_called": "on", "rights_told": "on", "heard": "没有意见", "delivered": "on",
        "copies": "2", "sealed": "on", "item_1_case_related": "on", "item_1_sealed_by": "", **at(9),
    }  # fmt: skip
    with on(build.KEPT, 10):
        ask = reverse("cases:ask_custody", args=[case.public_id, "urgent"])
        assert "未写明情况紧急的事由" in client.post(ask, spot_of(case, **told)).content.decode()
        answer = client.post(ask, spot_of(case, **told) | {"urgent_reason": "正在装车。"})
    assert answer.status_code == 302
    assert CoerciveMeasure.objects.get().status == "urgent"


def test_expired_line_stands_on_the_desk_of_its_handler_and_of_the_head(client):
    line = build.a_preservation()
    people = [handler_of(line.case), person_of(line.case.body, "agency_head"), person_of(line.case.body, "unit_head")]
    with on(date(2026, 10, 22)):
        assert "处理登记保存的证据" in [row.what for row in day_of(people[0]).soon]
    with on(TOO_LATE) as late:
        mark_all_expired(actor=SYSTEM, at=late)
        for who in people:
            assert "登记保存期限已满，必须作出处理" in [row.what for row in day_of(who).overdue]
        client.force_login(people[0])
        for name in ("cases:custody", "cases:case"):
            shown = client.get(reverse(name, args=[line.case.public_id])).content.decode()
            assert "期限已满，必须作出处理，不得继续保存。" in shown
        assert "登记保存期限已满" in client.get("/desk/").content.decode()


def test_thing_that_goes_back_is_asked_for_until_somebody_signs():
    line = build.a_measure()
    ways = {one.public_id: "collect" for one in line.items.all()}
    build.carried_out(
        line, "release_coercive_measure", day=date(2026, 10, 15), release_ground="other", ways=ways, note=""
    )
    with on(date(2026, 10, 16)):
        assert "冲压机　1台，尚未退还签收" in [row.what for row in day_of(handler_of(line.case)).overdue]


def test_word_that_is_no_act_is_not_found(client):
    line = build.an_approved_preservation()
    client.force_login(handler_of(line.case))
    assert client.get(page_of(line, "fly")).status_code == 404
    assert client.get(reverse("cases:ask_custody", args=[line.case.public_id, "fly"])).status_code == 404
