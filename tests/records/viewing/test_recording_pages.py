"""Pages of recordings: what leaves is written down, the watermark names who looks, and without a preview the page says why."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.builders import cases as build
from tests.builders.directory import a_body, an_account
from tests.builders.films import a_manifest, a_preview
from yangguang.base import ledger
from yangguang.base.films import tools
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.records.models import Derivative, MediaMark
from yangguang.records.use_cases.mark_recording import mark_recording

pytestmark = [pytest.mark.django_db, pytest.mark.duty("R06")]


@pytest.fixture
def case():
    return build.with_records(build.an_open_case())


@pytest.fixture
def media(case):
    return a_manifest(case)


@pytest.fixture
def preview(media):
    return a_preview(media)


@pytest.fixture
def handler(client, case):
    client.force_login(build.handler_of(case))
    return client


def at(name, *refs):
    return reverse(f"records:{name}", args=refs)


def told(answer):
    return answer.content.decode()


def test_looking_is_written_down_once_for_so_long(handler, media, preview):
    for _ in range(3):
        assert handler.get(at("derivative", preview.public_id), headers={"Range": "bytes=0-99"}).status_code == 206
    lines = ledger.entries_about("media", media.public_id).filter(event="RecordingViewed")
    assert [line.facts["purpose"] for line in lines] == ["办案"]
    with clock.frozen(clock.now() + timedelta(minutes=11)):
        handler.get(at("derivative", preview.public_id))
    assert lines.all().count() == 2
    assert "共 2 次" in told(handler.get(at("recording", media.public_id)))


def test_preview_however_small_is_sent_stretch_by_stretch(handler, preview):
    whole = handler.get(at("derivative", preview.public_id))
    assert (whole["Accept-Ranges"], whole["Content-Type"]) == ("bytes", "video/webm")
    part = handler.get(at("derivative", preview.public_id), headers={"Range": "bytes=10-19"})
    assert (part.status_code, part["Content-Range"]) == (206, f"bytes 10-19/{preview.blob.size}")
    assert b"".join(part.streaming_content) == whole.content[10:20]
    assert "sandbox" in part["Content-Security-Policy"]


def test_original_that_is_taken_is_told_in_the_record(handler, media):
    answer = handler.get(at("original", media.public_id))
    assert answer["Content-Disposition"].startswith("attachment")
    assert ledger.entries_about("media", media.public_id).filter(event="DataExported").count() == 1


def test_watermark_names_who_looks_when_and_what_for(client, case, media):
    for role, purpose in (("case_handler", "办案"), ("unit_head", "审批")):
        account = build.handler_of(case) if role == "case_handler" else an_account(role=role, body=case.body)
        client.force_login(account)
        answer = client.get(at("watermark", media.public_id))
        assert answer["Content-Type"] == "image/svg+xml"
        assert f"{account.name} 2026-11-18 10:00 {purpose}" in told(answer)


def test_nobody_of_another_body_finds_a_recording_or_what_was_made_of_it(client, media, preview):
    client.force_login(an_account(role="case_handler", body=a_body()))
    for address in (
        at("recording", media.public_id), at("watermark", media.public_id), at("original", media.public_id),
        at("derivative", preview.public_id), at("recordings", media.file_ref),
    ):  # fmt: skip
        assert client.get(address).status_code == 404


def test_acts_of_the_case_stand_at_their_instants(handler, case, media, preview):
    entry = ledger.entries_of_file(case.public_id).exclude(subject_kind="media").last()
    begins = entry.occurred_at - timedelta(seconds=20)
    with clock.frozen(begins + timedelta(seconds=60)):
        film = a_manifest(case)
    a_preview(film)
    rows = handler.get(at("recording", film.public_id)).context["rows"]
    assert (entry.label, 20_000) in [(row["title"], row["at"]) for row in rows]
    assert not [row for row in rows if row["title"] in {"录音录像入库", "调阅录音录像"}]


def test_device_clock_that_was_ahead_is_taken_off(handler, case):
    film = a_manifest(case, clock_offset_seconds=48)
    a_preview(film)
    answer = handler.get(at("recording", film.public_id))
    assert answer.context["shown"].began_at == film.occurred_at - timedelta(seconds=48)
    assert "快 48 秒，时间已换算" in told(answer)


def test_without_ffmpeg_the_page_says_so_and_offers_the_original(handler, media, monkeypatch):
    monkeypatch.setattr(tools, "here", lambda: None)
    answer = told(handler.get(at("recording", media.public_id)))
    assert "服务器没有安装 ffmpeg" in answer
    assert at("original", media.public_id) in answer
    assert "<video" not in answer


def test_what_failed_says_why_and_is_tried_again_by_hand(handler, media, preview):
    Derivative.objects.update(state="failed", fault="文件损坏，原件没有改动。")
    assert "文件损坏，原件没有改动。" in told(handler.get(at("recording", media.public_id)))
    answer = handler.post(at("retry_preview", preview.public_id), follow=True)
    assert "已经重新排队" in told(answer)
    assert Derivative.objects.get().state == "waiting"


def test_hostile_words_stay_words(handler, case, preview, media):
    words = "<script>alert(1)</script>"
    who = {"actor": build.handler_of(case), "at": Moment.now()}
    mark_recording(media_ref=media.public_id, at_ms=1, kind="other", words=words, **who)
    answer = told(handler.get(at("recording", media.public_id)))
    assert words not in answer
    assert "&lt;script&gt;" in answer


def test_form_keeps_what_was_typed_when_the_instant_lies_outside(handler, media, preview):
    answer = handler.post(at("mark", media.public_id), {"instant": "09:00:00", "kind": "scene", "words": "告示牌"})
    assert "不在录音录像之内" in told(answer)
    assert answer.context["form"]["words"].value() == "告示牌"
    assert not MediaMark.objects.exists()
    assert (
        handler.post(at("mark", media.public_id), {"instant": "0:30", "kind": "scene", "words": "告示牌"}).status_code
        == 302
    )
    assert MediaMark.objects.get().at_ms == 30_000


def test_forms_lead_back_to_the_recording(handler, media, preview, case):
    entry = {
        "stage": "现场检查", "began_at": "2026-11-18T09:00", "ended_at": "2026-11-18T09:10", "place": "滨河路8号", "people": "陈立",
        "points": "考勤机",
    }  # fmt: skip
    cut = {"purpose": "clip", "begins": "00:00:10", "ends": "00:00:20", "words": "考勤机"}
    for name, typed in (("catalogue_recording", entry), ("cut", cut)):
        assert handler.get(at(name, media.public_id)).status_code == 200
        assert handler.post(at(name, media.public_id), typed).url == at("recording", media.public_id), name
    page = told(handler.get(at("recording", media.public_id)))
    assert "00:00:10—00:00:20" in page
    assert "更正编目" in page
    assert "现场检查" in told(handler.get(at("recordings", case.public_id)))


def test_page_asks_the_database_no_more_for_many_recordings(handler, case, django_assert_max_num_queries):
    for _ in range(12):
        a_preview(a_manifest(case))
    last = a_manifest(case)
    a_preview(last)
    with django_assert_max_num_queries(34):
        assert handler.get(at("recording", last.public_id)).status_code == 200
    with django_assert_max_num_queries(34):
        assert handler.get(at("recordings", case.public_id)).status_code == 200
