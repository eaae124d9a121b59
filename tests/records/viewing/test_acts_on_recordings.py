"""What people say about recordings and cut from them: within the recording, by who keeps the file, kept with a line for good."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from tests.builders import cases as build
from tests.builders.directory import an_account
from tests.builders.films import a_manifest, a_preview, catalogued
from yangguang.base import ledger, vault
from yangguang.cases.use_cases.collect_evidence import collect_evidence
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.models import Derivative, MediaMark, RecordingEntry
from yangguang.records.queries import cuttings_to_attach
from yangguang.records.use_cases.ask_for_cutting import ask_for_cutting
from yangguang.records.use_cases.catalogue_recording import Entry, catalogue_recording
from yangguang.records.use_cases.mark_recording import mark_recording
from yangguang.records.use_cases.retire_cutting import retire_cutting
from yangguang.records.use_cases.retire_mark import retire_mark
from yangguang.records.use_cases.retry_preview import retry_preview

pytestmark = [pytest.mark.django_db, pytest.mark.duty("R06")]


@pytest.fixture
def case():
    return build.an_open_case()


@pytest.fixture
def media(case):
    made = a_manifest(case)
    a_preview(made)
    return made


@pytest.fixture
def who(case):
    return {"actor": build.handler_of(case), "at": Moment.now()}


def marked(media, who, at_ms=12_000, kind="statement", words="称专用账户没有开"):
    return mark_recording(media_ref=media.public_id, at_ms=at_ms, kind=kind, words=words, **who)


def cut(media, who, purpose="clip", from_ms=1000, to_ms=5000, words="告示牌"):
    return ask_for_cutting(media_ref=media.public_id, purpose=purpose, from_ms=from_ms, to_ms=to_ms, words=words, **who)


def made(row):
    """As the job process leaves it."""
    Derivative.objects.filter(pk=row.pk).update(state="made", blob=vault.store(b"GIF8", media_type="image/png"))
    return row


def test_mark_stands_at_its_instant_with_a_line(media, who):
    mark = marked(media, who)
    line = ledger.entries_about("media", media.public_id).last()
    assert (line.event, line.facts["instant"], line.facts["words"]) == ("RecordingMarked", "00:00:12", mark.words)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"at_ms": 61_000}, "不在录音录像之内"), ({"words": ""}, "请写明"), ({"kind": "nothing"}, "请从列表"),
        ({"words": "a\u202eb"}, "内容"),
    ],
)  # fmt: skip
def test_mark_that_says_nothing_or_lies_outside_is_refused(media, who, told, words):
    with pytest.raises(Refused, match=words):
        marked(media, who, **told)
    assert not MediaMark.objects.exists()


def test_the_four_of_every_inspection_need_no_words(media, who):
    assert marked(media, who, kind="certificate", words="").words == ""


def test_wrong_mark_is_retired_once_and_stays(media, who):
    mark = marked(media, who)
    retire_mark(mark_ref=mark.public_id, reason="听错了", **who)
    mark.refresh_from_db()
    assert (mark.words, mark.retire_reason, mark.retired_by_name) == ("称专用账户没有开", "听错了", who["actor"].name)
    with pytest.raises(Refused, match="已经停用"):
        retire_mark(mark_ref=mark.public_id, reason="再来", **who)


def test_mark_is_not_retired_without_a_reason(media, who):
    mark = marked(media, who)
    with pytest.raises(Refused, match="停用理由"):
        retire_mark(mark_ref=mark.public_id, reason=" ", **who)


def test_before_its_length_is_known_nothing_is_marked(case, who):
    with pytest.raises(Refused, match="不知道录音录像有多长"):
        marked(a_manifest(case), who)


def test_who_does_not_keep_the_file_says_nothing_about_its_recordings(case, media):
    other = {"actor": an_account(role="case_handler", body=case.body), "at": Moment.now()}
    row = a_manifest(case)
    known = a_preview(row)
    for act in (
        lambda: marked(media, other), lambda: cut(media, other), lambda: entered(media, other),
        lambda: retry_preview(derivative_ref=known.public_id, **other),
    ):  # fmt: skip
        with pytest.raises(Refused, match="只有本案承办人"):
            act()


def entered(media, who, reason="", **told):
    known = {
        "stage": "现场检查", "began_at": media.occurred_at, "ended_at": media.occurred_at + timedelta(seconds=60),
        "place": "滨河路8号", "people": "陈立、周敏", "points": "核对考勤机",
    } | told  # fmt: skip
    return catalogue_recording(media_ref=media.public_id, entry=Entry(**known), reason=reason, **who)


def test_correction_of_the_catalogue_is_a_new_version_with_a_reason(media, who):
    entered(media, who)
    with pytest.raises(Refused, match="更正编目应当写明理由"):
        entered(media, who, place="滨河路9号")
    assert entered(media, who, place="滨河路9号", reason="门牌写错").version == 2
    assert list(media.entries.values_list("place", flat=True)) == ["滨河路8号", "滨河路9号"]


@pytest.mark.parametrize("field", ["stage", "place", "people", "points"])
def test_entry_that_lacks_something_is_refused(media, who, field):
    with pytest.raises(Refused):
        entered(media, who, **{field: " "})


def test_entry_that_ends_before_it_begins_or_after_now_is_refused(media, who):
    with pytest.raises(Refused, match="早于起始"):
        entered(media, who, ended_at=media.occurred_at - timedelta(seconds=1))
    with pytest.raises(Refused, match="不能晚于现在"):
        entered(media, who, ended_at=clock.now() + timedelta(hours=1))


def test_what_the_catalogue_said_is_not_changed_by_the_database_either(media, who):
    entered(media, who)
    with pytest.raises(DatabaseError), transaction.atomic():
        RecordingEntry.objects.update(place="别处")
    with pytest.raises(DatabaseError), transaction.atomic():
        RecordingEntry.objects.all().delete()


def test_stretch_is_asked_for_with_the_asker_in_its_watermark(media, who):
    row = cut(media, who)
    assert (row.state, row.from_ms, row.to_ms) == ("waiting", 1000, 5000)
    assert row.watermark == f"{who['actor'].name} 2026-11-18 10:00 办案"
    assert "00:00:01—00:00:05" in ledger.entries_about("derivative", row.public_id).get().summary


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"to_ms": 1000}, "晚于开始"), ({"to_ms": None}, "晚于开始"), ({"to_ms": 70_000}, "不在录音录像之内"),
        ({"from_ms": 70_000, "to_ms": 71_000}, "不在录音录像之内"), ({"words": " "}, "内容说明"), ({"purpose": "preview"}, "种类"),
    ],
)  # fmt: skip
def test_stretch_that_is_none_is_refused(media, who, told, words):
    with pytest.raises(Refused, match=words):
        cut(media, who, **told)


def test_picture_of_sound_is_refused(case, who):
    media = a_manifest(case)
    a_preview(media, video="")
    with pytest.raises(Refused, match="没有画面"):
        cut(media, who, purpose="frame")


def test_wrong_cutting_is_retired_and_no_longer_offered(media, who, case):
    row = made(cut(media, who))
    assert cuttings_to_attach(case.public_id).get() == row
    retire_cutting(derivative_ref=row.public_id, reason="起止不对", **who)
    assert not cuttings_to_attach(case.public_id).exists()
    assert Derivative.objects.get(pk=row.pk).retire_reason == "起止不对"
    with pytest.raises(Refused, match="预览件随原件保存"):
        retire_cutting(derivative_ref=media.derivatives.get(purpose="preview").public_id, reason="不要", **who)


def test_only_what_failed_is_tried_again(media, who):
    preview = media.derivatives.get(purpose="preview")
    with pytest.raises(Refused, match="只有没有做成的"):
        retry_preview(derivative_ref=preview.public_id, **who)
    Derivative.objects.update(state="failed", fault="坏了")
    retry_preview(derivative_ref=preview.public_id, **who)
    preview.refresh_from_db()
    assert (preview.state, preview.fault) == ("waiting", "")


def collected(case, ref):
    told = {
        "kind": "audiovisual_material", "name": "专用账户未开的陈述", "source": "执法记录仪", "proves": "专用账户没有开",
        "obtained_on": date(2026, 11, 18), "officers": build.officers_of(case.body), "certificate_shown": True,
    }  # fmt: skip
    with build.on(date(2026, 11, 18), 11) as at:
        return collect_evidence(case_id=case.pk, media_ref=ref, actor=build.handler_of(case), at=at, **told)


def test_recording_that_is_not_catalogued_is_no_evidence(case, media, who):
    row = made(cut(media, who))
    for ref in (media.public_id, row.public_id):
        with pytest.raises(Refused, match="没有编目，不得作为证据"):
            collected(case, ref)
    catalogued(media)
    assert collected(case, media.public_id).media == media


def test_cutting_becomes_evidence_that_names_its_source_and_instant(case, media, who):
    row = made(cut(media, who))
    catalogued(media)
    evidence = collected(case, row.public_id)
    assert evidence.derivative == row
    assert evidence.source == f"截自“现场检查.mp4” 00:00:01—00:00:05　原件 SHA-256 {media.sha256[:16]}…；执法记录仪"
    with pytest.raises(Refused, match="已经归入证据"):
        collected(case, row.public_id)
    with pytest.raises(Refused, match="已经归入证据，不能停用"):
        retire_cutting(derivative_ref=row.public_id, reason="不要", **who)
