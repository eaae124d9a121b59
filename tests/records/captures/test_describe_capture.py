"""A recording made on the spot is announced before it comes: what was said of it is kept, and it must be this very one."""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, transaction

from tests.builders.cases import an_agency, an_open_case, handler_of
from tests.builders.directory import an_account
from tests.builders.media import a_recording, began, described, said_of, sent, spoken
from yangguang.base import ledger
from yangguang.records.models import Capture, MediaManifest, Upload, UploadState

pytestmark = [pytest.mark.django_db, pytest.mark.duty("R06")]
FILM = a_recording(40_000, ".webm")
SILENT = "没有语音说明和告知现场人员正在音像记录。"


@pytest.fixture
def case():
    return an_open_case()


@pytest.fixture
def handler(client, case):
    client.force_login(handler_of(case))
    return client


def upload(client, case, content, ref, name="录像.webm"):
    """Bring what was announced; the answer to its only part."""
    begun = began(client, case.public_id, len(content), name, capture=ref)
    assert begun.status_code == 201, begun.content.decode()
    return begun["Location"], sent(client, begun["Location"], 0, content)


def gates(answer):
    """What a refusal names."""
    assert answer.status_code == 422, answer.content.decode()
    return {one["gate"]: one for one in answer.json()["gates"]}


def test_recording_is_kept_with_all_that_was_said_of_it_and_its_clock_taken_off(handler, case):
    answer = described(handler, said_of(FILM, case.public_id, located={"latitude": 1.5, "longitude": 2, "accuracy": 9}))
    assert answer.status_code == 201
    address, part = upload(handler, case, FILM, answer.json()["ref"])
    assert part.status_code == 204
    made, original = Capture.objects.get(), MediaManifest.objects.get()
    assert original.sha256 == made.sha256 == handler.get(address).json()["sha256"]
    assert original.upload.capture == made
    assert made.began_at == original.occurred_at == datetime(2026, 11, 18, 1, 0, 0, tzinfo=UTC)
    assert (original.clock_offset_seconds, original.trust_origin) == (2, "field_capture")
    assert (made.latitude, made.accuracy, made.warned) == (1.5, 9.0, [])
    line = ledger.entries_about("capture", made.public_id).get()
    assert line.file_ref == case.public_id
    assert (line.facts["sha256"], line.facts["clock_offset_ms"]) == (made.sha256, 2000)
    assert line.facts["spoken"] == ["时间", "地点", "人员", "事项", "告知正在记录"]


def test_file_that_is_not_what_was_announced_is_not_taken_in(handler, case):
    ref = described(handler, said_of(FILM, case.public_id)).json()["ref"]
    address, part = upload(handler, case, FILM[:-1] + b"x", ref)
    assert part.status_code == 422
    assert "摘要不一致" in part.content.decode()
    assert (Upload.objects.get().state, MediaManifest.objects.count()) == (UploadState.REFUSED, 0)
    assert handler.get(address).json()["sha256"] == ""
    assert upload(handler, case, FILM, ref)[1].status_code == 204
    assert MediaManifest.objects.get().sha256 == Capture.objects.get().sha256


def test_file_of_another_size_does_not_begin(handler, case):
    ref = described(handler, said_of(FILM, case.public_id)).json()["ref"]
    assert began(handler, case.public_id, len(FILM) + 1, "录像.webm", capture=ref).status_code == 413
    assert began(handler, case.public_id, len(FILM), "录像.webm", capture="a" * 26).status_code == 404


def test_same_recording_announced_twice_is_written_once_and_another_under_its_key_not_at_all(handler, case):
    first, again = (described(handler, said_of(FILM, case.public_id)) for _ in range(2))
    assert first.json() == again.json()
    assert described(handler, said_of(FILM + b"x", case.public_id)).status_code == 422
    assert Capture.objects.count() == 1
    assert len(ledger.entries_about("capture", first.json()["ref"])) == 1


def test_recording_without_the_spoken_statement_needs_a_reason_and_then_carries_the_warning(handler, case):
    told = said_of(FILM, case.public_id)
    del told["spoken"]["told"]
    gate = gates(described(handler, told))["recording_announced"]
    assert gate["reason"] == SILENT
    assert "告知正在记录" in gate["remedy"]
    assert described(handler, told | {"unspoken_reason": "现场争吵，先录后说"}).json()["warned"] == [SILENT]
    assert Capture.objects.get().unspoken_reason == "现场争吵，先录后说"


def test_picture_says_nothing_and_needs_no_statement(handler, case):
    told = said_of(FILM, case.public_id, mode="photo", spoken={}, ended_at="2026-11-18T09:00:02+08:00")
    assert described(handler, told).status_code == 201


@pytest.mark.parametrize("kind", ["dwelling", "hotel_room"])
def test_dwelling_is_not_recorded_without_a_consent_that_is_written_down(handler, case, kind):
    told = said_of(FILM, case.public_id, place_kind=kind)
    for lacking in ({}, {"consent": "clear"}, {"consent_words": "户主同意"}):
        assert "私密空间" in gates(described(handler, told | lacking))["private_space_consent"]["reason"]
    assert described(handler, told | {"consent": "clear", "consent_words": "户主李某当面同意"}).status_code == 201


def test_every_gap_needs_its_reason(handler, case):
    gap = {"from": "2026-11-18T09:10:02+08:00", "to": "2026-11-18T09:12:32+08:00", "reason": ""}
    told = said_of(FILM, case.public_id, gaps=[gap])
    assert gates(described(handler, told))["interruption_explained"]["reason"] == "记录中断2 分 30 秒没有说明原因。"
    assert described(handler, told | {"gaps": [gap | {"reason": "更换电池"}]}).status_code == 201
    assert Capture.objects.get().gaps == [
        {"from": "2026-11-18T09:10:00+08:00", "to": "2026-11-18T09:12:30+08:00", "reason": "更换电池"}
    ]


def test_recording_that_broke_off_needs_a_report(handler, case):
    told = said_of(FILM, case.public_id, broken_off=True)
    assert "interruption_explained" in gates(described(handler, told))
    assert described(handler, told | {"failure_report": "电量耗尽，已报告队长"}).status_code == 201


def test_what_must_be_whole_is_covered_from_arrival_to_departure_or_explained(handler, case):
    times = {"arrived_at": "2026-11-18T08:50:02+08:00", "left_at": "2026-11-18T09:30:32+08:00"}
    told = said_of(FILM, case.public_id, whole=True, **times)
    assert gates(described(handler, told))["full_recording"]["reason"] == (
        "该行为应当全程无间断记录，现有片段没有覆盖08:50至09:00。"
    )
    before = a_recording(5_000, ".webm", seed=2)
    at = {"began_at": "2026-11-18T08:49:02+08:00", "ended_at": "2026-11-18T09:00:02+08:00"}
    assert described(handler, said_of(before, case.public_id, "b", **at)).status_code == 201
    answer = described(handler, told)
    assert (answer.status_code, answer.json()["warned"]) == (201, [])


def test_stretch_nobody_recorded_may_be_explained_and_is_told(handler, case):
    times = {"arrived_at": "2026-11-18T08:50:02+08:00", "left_at": "2026-11-18T09:30:32+08:00"}
    told = said_of(FILM, case.public_id, whole=True, uncovered_reason="先控制现场", **times)
    assert "08:50至09:00" in described(handler, told).json()["warned"][0]


@pytest.mark.parametrize(("region", "cited"), [("440101", "广东省行政执法全过程记录办法"), ("990101", "行政处罚法")])
def test_clause_of_the_province_is_cited_where_it_holds_and_the_national_one_elsewhere(client, region, cited):
    body = an_agency()
    type(body).objects.filter(pk=body.pk).update(region_code=region)
    case = an_open_case(body=body)
    client.force_login(handler_of(case))
    answer = described(client, said_of(FILM, case.public_id, spoken={}))
    assert cited in gates(answer)["recording_announced"]["cited"][0]


BROKEN = [
    {"key": "SHORT"}, {"sha256": "A" * 64}, {"size": 0}, {"size": True}, {"mode": "film"}, {"spoken": {"x": ""}}, {"gaps": {}},
    {"gaps": [{"from": "2026-11-18T08:00:00+08:00", "to": "2026-11-18T09:05:00+08:00"}]}, {"began_at": "2026-11-18T09:00:00"},
    {"ended_at": "2026-11-18T08:00:00+08:00"}, {"place": 7}, {"place": "长" * 401}, {"located": {"latitude": 91}},
    {"located": {"latitude": "NaN", "longitude": 1, "accuracy": 1}}, {"clock_offset_ms": 2**60}, {"case": 5}, {"case": "x"},
    {"began_at": "0001-01-01T00:00:00+14:00"},
]  # fmt: skip


@pytest.mark.parametrize("more", BROKEN, ids=str)
def test_what_no_telephone_of_ours_says_is_turned_away_in_words(handler, case, more):
    answer = described(handler, said_of(FILM, case.public_id) | more)
    assert answer.status_code == 400
    assert "本机文件仍然保留" in answer.json()["words"]


@pytest.mark.parametrize("raw", ["", "[]", "null", "[" * 100_000, '"text"'])
def test_what_is_no_announcement_is_turned_away(handler, raw):
    assert handler.post("/desk/captures/", raw, content_type="application/json").status_code == 400


@pytest.mark.parametrize(
    "more", [{"place": ""}, {"matter": " "}, {"place": "甲\0乙"}, {"ended_at": "2026-11-19T09:00:00+08:00"}], ids=str
)
def test_what_says_too_little_or_too_much_is_refused_with_its_field(handler, case, more):
    answer = described(handler, said_of(FILM, case.public_id, **more))
    assert answer.status_code == 422
    assert answer.json()["field"] in more


def test_nobody_else_announces_for_the_case(client, case):
    client.force_login(an_account(role="case_handler", body=case.body))
    assert described(client, said_of(FILM, case.public_id)).status_code in {404, 422}
    client.force_login(an_account(role="publisher", body=case.body))
    assert described(client, said_of(FILM, case.public_id)).status_code == 403
    client.logout()
    assert described(client, said_of(FILM, case.public_id)).status_code == 401
    assert Capture.objects.count() == 0


def test_what_was_said_stays_as_it_was_said(handler, case):
    described(handler, said_of(FILM, case.public_id))
    for change in (lambda: Capture.objects.update(place="别处"), lambda: Capture.objects.all().delete()):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            change()


def test_telephone_is_told_the_time_here(handler, case):
    assert handler.get("/desk/field/clock/").json() == {"now": 1794967200000}
    assert spoken(handler, "OPTIONS", "/desk/uploads/").status_code == 204
