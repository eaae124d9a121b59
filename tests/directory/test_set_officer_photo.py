"""The photo on an officer's card: drawn anew, printed, and gone with the entry (D11)."""

import io
import struct
import zlib
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from tests.builders.directory import a_portrait, an_officer
from yangguang.base.press.cards import Card, render_cards
from yangguang.directory.models import OfficerPhoto
from yangguang.directory.use_cases.leave_post import leave_post
from yangguang.directory.use_cases.remove_officer_photo import remove_officer_photo
from yangguang.directory.use_cases.set_officer_photo import set_officer_photo
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D11")]


def put(county, officer, content=None, name="照片.jpg", actor=None):
    given = {"content": content or a_portrait(kind="JPEG"), "file_name": name}
    return set_officer_photo(officer=officer, actor=actor or county.supervisor, at=Moment.now(), **given)


def a_picture_that_unfolds(side=30_000):
    """A PNG of some kilobytes that says it is 900 million pixels."""

    def part(name, content):
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    packed = zlib.compressobj(9)
    rows = b"".join(packed.compress(bytes(side // 8 + 1)) for _ in range(side)) + packed.flush()
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", header) + part(b"IDAT", rows) + part(b"IEND", b"")


@pytest.fixture
def officer(county):
    return an_officer(body=county.bureau, named="王海涛")


def test_photo_is_cut_to_the_card_and_says_nothing_of_the_camera(county, officer, last_entry):
    kept = bytes(put(county, officer).content)
    with Image.open(io.BytesIO(kept)) as made:
        assert (made.format, made.size) == ("JPEG", (400, 560))
        assert not made.getexif()
    assert b"CAMERA" not in kept
    assert b"CAMERA" in a_portrait(kind="JPEG")
    assert last_entry(county.bureau).event == "OfficerPhotoSet"


def test_another_photo_takes_the_place_of_the_first(county, officer):
    put(county, officer)
    put(county, officer, a_portrait(size=(500, 700)), name="新.png")
    assert OfficerPhoto.objects.filter(officer=officer).count() == 1


@pytest.mark.parametrize(
    ("content", "name", "why"),
    [
        (b"GIF89a" + b"0" * 60, "照片.gif", "种类不符"), (a_portrait(), "照片.jpg", "种类不符"),
        (a_portrait(size=(90, 120)), "照片.png", "太小"), (a_portrait()[:60], "照片.png", "打不开"),
        (b"<html><script>alert(1)</script>", "照片.jpg", "种类不符"), (b"\xff\xd8\xff<svg/>", "照片.jpg", "打不开"),
        (a_portrait() + bytes(5 * 1024 * 1024), "照片.png", "超过 5 MB"), (a_picture_that_unfolds(), "照片.png", "打不开"),
    ],
    ids=["another kind", "another name", "too small", "broken", "a page", "a page called a picture", "too large", "unfolding"],
)  # fmt: skip
def test_what_is_no_portrait_is_refused(county, officer, content, name, why):
    with pytest.raises(Refused, match=why) as refused:
        put(county, officer, content, name)
    assert refused.value.field == "file"
    assert not OfficerPhoto.objects.exists()


def test_photo_by_a_case_handler_is_refused(county, officer):
    with pytest.raises(Refused, match="您不能登记"):
        put(county, officer, actor=county.handler)


def test_photo_is_gone_once_the_officer_leaves(county, officer):
    put(county, officer)
    leave_post(officer=officer, left_on=date(2026, 11, 18), actor=county.supervisor, at=Moment.now())
    assert not OfficerPhoto.objects.exists()
    with pytest.raises(Refused, match="已经离岗"):
        put(county, officer)


def test_removed_photo_is_deleted_and_cannot_be_removed_twice(county, officer, last_entry):
    put(county, officer)
    remove_officer_photo(officer=officer, actor=county.supervisor, at=Moment.now())
    assert not OfficerPhoto.objects.exists()
    assert last_entry(county.bureau).event == "OfficerPhotoRemoved"
    with pytest.raises(Refused, match="没有登记照片"):
        remove_officer_photo(officer=officer, actor=county.supervisor, at=Moment.now())


def test_card_carries_the_photo(county, officer):
    told = dict.fromkeys(
        ("kind", "name", "body", "post", "number", "fields", "areas", "valid_from", "valid_until", "issued_by"), "证"
    )
    photo = bytes(put(county, officer).content)
    without, made = (
        render_cards([Card(**told, link="https://a.example/1", photo=one)], layout="cards", title="卡")
        for one in (b"", photo)
    )
    assert len(made) > len(without) + len(photo) // 2


def test_supervisor_puts_a_photo_on_the_page_and_takes_it_away(client, county, officer):
    client.force_login(county.supervisor)
    place = reverse("directory:set_officer_photo", args=[officer.public_id])
    assert "不上公示网" in client.get(place).content.decode()
    client.post(place, {"file": SimpleUploadedFile("照片.png", a_portrait())})
    seen = reverse("directory:officer_photo", args=[officer.public_id])
    assert seen in client.get(reverse("directory:officer", args=[officer.public_id])).content.decode()
    assert client.get(seen)["Content-Type"] == "image/jpeg"
    client.post(reverse("directory:remove_officer_photo", args=[officer.public_id]))
    assert client.get(seen).status_code == 404
