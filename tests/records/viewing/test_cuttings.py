"""Pictures and stretches of real films: the watermark is written into them, the original stays byte for byte."""

import io

import pytest
from PIL import Image

from tests.builders import cases as build
from tests.builders.films import a_film, a_sound, an_original, looked_at
from yangguang.base import ledger, vault
from yangguang.base.events import SYSTEM
from yangguang.base.films import child, probing, tools
from yangguang.kernel.moment import Moment
from yangguang.records.use_cases._make_waiting import make_waiting
from yangguang.records.use_cases.ask_for_cutting import ask_for_cutting

pytestmark = [pytest.mark.django_db, pytest.mark.ffmpeg, pytest.mark.duty("R06")]


@pytest.fixture
def case():
    return build.an_open_case()


def made(case, media, purpose, from_ms, to_ms=None):
    looked_at(media)
    row = ask_for_cutting(
        media_ref=media.public_id, purpose=purpose, from_ms=from_ms, to_ms=to_ms, words="告示牌",
        actor=build.handler_of(case), at=Moment.now(),
    )  # fmt: skip
    make_waiting(actor=SYSTEM, at=Moment.now())
    row.refresh_from_db()
    return row


def test_picture_bears_the_watermark_and_its_source_in_a_band_of_its_own(case):
    media = an_original(case, a_film(2, "-c:a aac -movflags +faststart"))
    row = made(case, media, "frame", 1000)
    assert row.state == "made", row.fault
    picture = Image.open(io.BytesIO(vault.read(row.blob))).convert("L")
    assert picture.size == (320, 240 + 56)
    band = picture.crop((0, 240, 320, 296))
    assert band.getextrema()[1] > 200  # words
    assert sorted(band.tobytes())[320 * 56 // 2] < 40  # on black
    assert vault.path_of(media.sha256).read_bytes() == a_film(2, "-c:a aac -movflags +faststart")
    line = ledger.entries_about("derivative", row.public_id).last()
    assert (line.event, line.facts["source"], line.facts["stretch"]) == ("CuttingMade", media.sha256, "00:00:01")


def test_two_people_get_two_watermarks(case):
    media = an_original(case, a_film())
    one = made(case, media, "frame", 1000)
    other = made(case, media, "frame", 1000)
    type(other).objects.filter(pk=other.pk).update(
        watermark="别人 2026-11-19 08:00 执法监督", state="waiting", tried_at=None
    )
    make_waiting(actor=SYSTEM, at=Moment.now())
    other.refresh_from_db()
    assert other.state == "made"
    assert vault.read(one.blob) != vault.read(other.blob)


@pytest.mark.parametrize(("content", "name"), [(a_film, "录像.mp4"), (a_sound, "录音.wav")])
def test_stretch_is_as_long_as_was_asked(case, content, name, tmp_path):
    row = made(case, an_original(case, content(2), name), "clip", 500, 1500)
    assert (row.state, row.blob.media_type) == ("made", "video/webm"), row.fault
    with vault.path_of(row.blob.sha256).open("rb") as file, child.folder(tmp_path) as at:
        facts = probing.probe(tools.here(), file.fileno(), "video/webm", at)
    assert abs(facts.milliseconds - 1000) < 200
    assert bool(facts.video) == (content is a_film)
