"""Previews are made apart from originals, and whatever a file is, the site goes on: the row says in Chinese what became of it."""

import hashlib
import random

import pytest

from tests.builders import cases as build
from tests.builders.films import a_film, a_picture, a_silence, a_sound, an_original, looked_at
from yangguang.base import ledger, vault, verifying
from yangguang.base.events import SYSTEM
from yangguang.base.films import child, tools
from yangguang.kernel.moment import Moment
from yangguang.records.models import Derivative, MakingState
from yangguang.records.use_cases._make_waiting import make_waiting

pytestmark = [pytest.mark.django_db, pytest.mark.ffmpeg, pytest.mark.duty("R06")]


@pytest.fixture
def case():
    return build.an_open_case()


def original_is_whole(media, content):
    return vault.path_of(media.sha256).read_bytes() == content and media.sha256 == hashlib.sha256(content).hexdigest()


def test_film_gets_a_preview_a_picture_and_its_loudness(case):
    media = an_original(case, a_film())
    made = looked_at(media)
    assert (made.state, made.blob.media_type, made.tool.split()[0]) == (MakingState.MADE, "video/webm", "ffmpeg"), (
        made.fault
    )
    assert abs(made.facts["milliseconds"] - 2000) < 200
    assert made.facts["video"] == "h264 320×240"
    assert len(made.facts["peaks"]) == 400
    assert max(made.facts["peaks"]) > 5
    assert vault.read(made.blob)[:4] == b"\x1aE\xdf\xa3"
    poster = media.derivatives.get(purpose="poster")
    assert vault.read(poster.blob)[:3] == b"\xff\xd8\xff"
    assert original_is_whole(media, a_film())
    line = ledger.entries_about("derivative", made.public_id).get()
    assert (line.event, line.facts["source"]) == ("PreviewMade", media.sha256)
    assert not [fault for _, _, faults in verifying.run({"media", "vault", "triggers"}) for fault in faults]


@pytest.mark.parametrize(
    ("words", "name"),
    [("-c:a libopus -ac 1", "录像.mkv"), ("-c:a aac -f mov", "录像.mov")],
)
def test_other_films_are_read_as_the_kind_they_are(case, words, name):
    made = looked_at(an_original(case, a_film(1, words, name[-4:]), name))
    assert made.state == MakingState.MADE, made.fault


@pytest.mark.parametrize("suffix", [".wav", ".mp3", ".m4a"])
def test_sound_gets_a_preview_without_a_picture(case, suffix):
    media = an_original(case, a_sound(1, suffix), f"录音{suffix}")
    made = looked_at(media)
    assert (made.state, made.facts["video"]) == (MakingState.MADE, ""), made.fault
    assert not media.derivatives.filter(purpose="poster").exists()


def test_silence_is_silent_all_along(case):
    made = looked_at(an_original(case, a_silence(60), "录音.wav"))
    assert made.state == MakingState.MADE
    assert set(made.facts["peaks"]) == {0}
    assert made.facts["milliseconds"] == 60_000


def test_nothing_of_the_original_but_sound_and_picture_comes_along(case):
    words = "-c:a aac -metadata comment=SECRET-PLACE -metadata location=+23.1+113.2/"
    content = a_film(1, words)
    assert b"SECRET-PLACE" in content
    assert b"SECRET-PLACE" not in vault.read(looked_at(an_original(case, content)).blob)


def flipped(content, times, seed=1):
    bits, changed = random.Random(seed), bytearray(content)
    for _ in range(times):
        changed[bits.randrange(64, len(changed))] ^= 1 << bits.randrange(8)
    return bytes(changed)


BAD = {
    "cut off": lambda: a_film(1, "-c:a aac")[:9000],
    "only its beginning": lambda: a_film()[:40],
    "noise behind a film's first bytes": lambda: a_film()[:32] + random.Random(1).randbytes(50_000),
    "a page behind a film's first bytes": lambda: a_film()[:32] + b"<script>alert(1)</script>" * 200,
    "a playlist behind a film's first bytes": lambda: a_film()[:32] + b"\n#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n",
}


@pytest.mark.parametrize("kind", BAD)
def test_broken_file_is_kept_and_said_to_be_broken(case, kind):
    content = BAD[kind]()
    media = an_original(case, content)
    made = looked_at(media)
    assert (made.state, made.blob) == (MakingState.FAILED, None)
    assert "原件没有改动" in made.fault
    assert original_is_whole(media, content)
    assert ledger.entries_about("derivative", made.public_id).last().event == "PreviewFailed"


@pytest.mark.parametrize("times", [1, 20, 400])
def test_flipped_bits_end_in_a_preview_or_in_words(case, times):
    content = flipped(a_film(), times, seed=times)
    media = an_original(case, content)
    made = looked_at(media)
    assert (made.state == MakingState.MADE) != bool(made.fault)
    assert made.state in {MakingState.MADE, MakingState.FAILED}
    assert original_is_whole(media, content)


def test_broken_file_does_not_hold_up_the_next(case):
    bad, good = an_original(case, BAD["only its beginning"]()), an_original(case, a_sound(1), "录音.wav")
    assert make_waiting(actor=SYSTEM, at=Moment.now()) == 2
    assert [one.derivatives.get(purpose="preview").state for one in (bad, good)] == ["failed", "made"]


def test_without_ffmpeg_films_wait_and_pictures_are_drawn(case, monkeypatch):
    monkeypatch.setattr(tools, "here", lambda: None)
    film, picture = an_original(case, a_film()), an_original(case, a_picture(), "照片.jpg")
    assert looked_at(picture).state == MakingState.MADE
    assert film.derivatives.get(purpose="preview").state == MakingState.WAITING


def test_told_to_stop_it_is_left_for_another_time(case, monkeypatch):
    media = an_original(case, a_film())

    def stopping(*words, **named):
        raise child.Interrupted

    with monkeypatch.context() as patched:
        patched.setattr(child, "run", stopping)
        with pytest.raises(child.Interrupted):
            looked_at(media)
    assert media.derivatives.get(purpose="preview").state == MakingState.WAITING
    assert looked_at(media).state == MakingState.MADE


def test_one_another_process_makes_is_left_alone_while_it_gives_signs_of_life(case):
    media = an_original(case, a_sound(1), "录音.wav")
    looked_at(media)
    Derivative.objects.update(state=MakingState.MAKING, tried_at=Moment.now().recorded_at)
    assert make_waiting(actor=SYSTEM, at=Moment.now()) == 0


def test_altered_original_is_not_shown(case):
    media = an_original(case, a_film())
    place = vault.path_of(media.sha256)
    place.chmod(0o600)
    place.write_bytes(flipped(a_film(), 1))
    try:
        made = looked_at(media)
        assert (made.state, made.blob) == (MakingState.FAILED, None)
        assert "指纹不一致" in made.fault
    finally:
        place.unlink()
