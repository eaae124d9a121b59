"""Pictures are drawn anew in a limited process; when they say they were taken is kept."""

import io
import struct
import zlib
from datetime import UTC, datetime

import pytest
from PIL import Image

from tests.builders import cases as build
from tests.builders.films import a_picture, an_original, looked_at
from yangguang.base import vault
from yangguang.base.films.pictures import taken_at
from yangguang.records.models import MakingState

pytestmark = [pytest.mark.django_db, pytest.mark.duty("R06")]


@pytest.fixture
def case():
    return build.an_open_case()


def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def a_flood(side):
    """A PNG of a few kilobytes that says it has side × side pixels."""
    rows = zlib.compress(bytes(1 + side // 8) * min(side, 2000), 9)
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_picture_is_drawn_small_and_its_time_is_kept(case):
    media = an_original(case, a_picture(size=(3000, 2000)), "照片.jpg")
    made = looked_at(media)
    assert made.state == MakingState.MADE, made.fault
    assert datetime.fromisoformat(made.facts["taken_at"]) == datetime(2026, 11, 18, 0, 58, 1, tzinfo=UTC)
    assert Image.open(io.BytesIO(vault.read(made.blob))).size == (1600, 1067)
    small = media.derivatives.get(purpose="small")
    drawn = Image.open(io.BytesIO(vault.read(small.blob)))
    assert max(drawn.size) == 360
    assert not drawn.getexif()


@pytest.mark.parametrize(
    ("told", "at"),
    [
        ({"taken": "2026:11:18 08:58:01", "zone": "+09:00"}, datetime(2026, 11, 17, 23, 58, 1, tzinfo=UTC)),
        ({"taken": "2026:11:18 08:58:01", "zone": "?"}, datetime(2026, 11, 18, 0, 58, 1, tzinfo=UTC)),
        ({"taken": "0000:00:00 00:00:00"}, None),
        ({"taken": "yesterday"}, None),
        ({}, None),
    ],
)
def test_time_a_picture_says_is_believed_only_when_it_is_one(told, at):
    assert taken_at(told) == at


BAD = {
    "flood.png": a_flood(60_000),
    "cut.png": a_flood(100)[:50],
    "cut.jpg": a_picture()[:400],
    "noise.jpg": b"\xff\xd8\xff\xe0" + bytes(range(256)) * 20,
    "iphone.heic": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(4000),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_picture_is_kept_and_not_shown(case, name):
    media = an_original(case, BAD[name], name)
    made = looked_at(media)
    assert (made.state, made.blob) == (MakingState.FAILED, None)
    assert "原件" in made.fault
    assert vault.path_of(media.sha256).read_bytes() == BAD[name]


def test_what_hangs_behind_a_picture_does_not_come_along(case):
    made = looked_at(an_original(case, a_picture() + b"<script>alert(1)</script>PK\x03\x04", "照片.jpg"))
    assert made.state == MakingState.MADE
    assert b"script" not in vault.read(made.blob)
