"""The photo beside an officer's public entry: as on the card, only where the body shows photos, and gone with the entry (D11)."""

import hashlib
import io
from datetime import timedelta

import pytest
from PIL import Image

from tests.builders.directory import (
    a_body,
    a_photographed,
    a_portrait,
    an_account,
    an_entrustment,
    an_officer,
    shows_photos,
)
from tests.builders.disclosure import deliver
from tests.builders.standing import approved, officer_taken_back, proposed
from yangguang.base import verifying
from yangguang.base.events import SYSTEM
from yangguang.base.press.portraits import MOST
from yangguang.bulletin.models import PublicOfficer, PublicPhoto
from yangguang.desk.use_cases.set_local_value import set_local_value
from yangguang.directory.models import Body, OfficerPhoto
from yangguang.directory.public_photos import photos_are_public
from yangguang.directory.use_cases.leave_post import leave_post
from yangguang.directory.use_cases.remove_officer_photo import remove_officer_photo
from yangguang.directory.use_cases.set_officer_photo import set_officer_photo
from yangguang.disclosure.plugs.officer_photos import compare_photos
from yangguang.disclosure.rules.standing import ChangeKind
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D11")]


@pytest.fixture
def officer():
    """Somebody with a photo, of a body that shows photos; all of it is public."""
    made = an_officer(named="王海涛")
    shows_photos(made.body)
    a_photographed(made)
    deliver()
    return made


def shown(client, officer):
    """The photo as a visitor gets it; None where there is none."""
    answer = client.get(f"/officers/{officer.public_id}/photo")
    return answer.content if answer.status_code == 200 else None


def pages(client, officer):
    """What the officer's page and that of the certificate say."""
    number = officer.certificates.get().number
    return [client.get(f"/officers/{rest}").content.decode() for rest in (officer.public_id, f"no/{number}")]


def faults():
    return [line for _, _, found in verifying.run({"officer_photos"}) for line in found]


def test_photo_is_public_byte_for_byte_as_on_the_card_small_and_without_what_a_camera_wrote(client, officer):
    set_officer_photo(
        officer=officer, content=a_portrait(kind="JPEG"), file_name="照片.jpg", actor=SYSTEM, at=Moment.now()
    )
    deliver()
    content = shown(client, officer)
    assert content == bytes(OfficerPhoto.objects.get().content)
    assert len(content) <= MOST
    assert b"CAMERA" not in content
    with Image.open(io.BytesIO(content)) as picture:
        assert (picture.format, picture.size, bool(picture.getexif())) == ("JPEG", (400, 560), False)
    answer = client.get(f"/officers/{officer.public_id}/photo")
    told = [answer[name] for name in ("Content-Type", "X-Content-Type-Options", "Cache-Control", "X-Robots-Tag")]
    assert told == ["image/jpeg", "nosniff", "no-cache", "noindex"]
    for page in pages(client, officer):
        assert f'src="/officers/{officer.public_id}/photo" alt="王海涛的证件照片"' in page
    assert faults() == []


def test_picture_full_of_noise_is_kept_small(officer):
    noise, written = Image.effect_noise((800, 1120), 120).convert("RGB"), io.BytesIO()
    noise.save(written, "PNG")
    set_officer_photo(officer=officer, content=written.getvalue(), file_name="照片.png", actor=SYSTEM, at=Moment.now())
    assert len(bytes(OfficerPhoto.objects.get().content)) <= MOST


@pytest.mark.clause("PIP-2021:25")
def test_body_that_has_not_said_so_shows_no_photo(client):
    officer = a_photographed(an_officer(named="王海涛"))
    deliver()
    assert shown(client, officer) is None
    assert all("likeness" not in page for page in pages(client, officer))
    assert PublicPhoto.objects.count() == 0
    assert faults() == []


def test_nothing_else_of_the_officer_travels_with_the_photo(officer):
    entry = PublicOfficer.objects.get(ref=officer.public_id)
    remove_officer_photo(officer=officer, actor=SYSTEM, at=Moment.now())
    deliver()
    plain = {name: value for name, value in vars(PublicOfficer.objects.get(ref=entry.ref)).items() if name != "_state"}
    assert plain == {name: value for name, value in vars(entry).items() if name != "_state"}


def test_photo_goes_when_it_is_removed_and_changes_when_it_is_replaced(client, officer):
    first = shown(client, officer)
    red = Image.new("RGB", (500, 700), "red")
    written = io.BytesIO()
    red.save(written, "PNG")
    set_officer_photo(officer=officer, content=written.getvalue(), file_name="新.png", actor=SYSTEM, at=Moment.now())
    deliver()
    second = shown(client, officer)
    assert second not in (first, None)
    assert PublicPhoto.objects.count() == 1
    remove_officer_photo(officer=officer, actor=SYSTEM, at=Moment.now())
    deliver()
    assert shown(client, officer) is None
    assert all("likeness" not in page for page in pages(client, officer))
    assert faults() == []


@pytest.mark.parametrize("days", [0, 20], ids=["today", "later"])
def test_photo_goes_when_the_officer_is_to_leave(client, officer, days):
    leave_post(officer=officer, left_on=clock.today() + timedelta(days=days), actor=SYSTEM, at=Moment.now())
    deliver()
    assert shown(client, officer) is None
    assert PublicPhoto.objects.count() == 0
    assert faults() == []


def test_photo_goes_with_an_entry_that_is_taken_back_and_comes_back_with_it(client, officer):
    content = shown(client, officer)
    publication = officer_taken_back(officer)
    answer = client.get(f"/officers/{officer.public_id}/photo")
    assert (answer.status_code, answer["Content-Type"].startswith("text/html")) == (410, True)
    assert PublicPhoto.objects.count() == 0
    a_photographed(officer, size=(500, 700))
    deliver()
    compare_photos()
    assert PublicPhoto.objects.count() == 0
    assert faults() == []
    remove_officer_photo(officer=officer, actor=SYSTEM, at=Moment.now())
    a_photographed(officer)
    approved(proposed(publication, ChangeKind.RESTORE, reason="已经核实，恢复公开。"))
    assert shown(client, officer) == content


def test_rule_is_followed_at_once_and_on_the_day_it_takes_force(client, officer):
    administrator = an_account(role="system_administrator", body=officer.body)

    def says(value, since):
        set_local_value(
            body=officer.body, name="publish_officer_photos", value=value, source="示政办〔2026〕9号", in_force=since,
            actor=administrator, at=Moment.now(),
        )  # fmt: skip
        deliver()

    says(False, clock.today())
    assert shown(client, officer) is None
    assert faults() == []
    says(True, clock.today() + timedelta(days=3))
    assert shown(client, officer) is None
    with clock.frozen(clock.now() + timedelta(days=3)):
        assert compare_photos() == 1
        assert compare_photos() == 0
        assert shown(client, officer)
        assert faults() == []


def test_officer_of_an_entrusted_body_is_shown_where_the_body_that_entrusts_it_shows_photos():
    principal = a_body(named="示范县水利局", mark="水")
    shows_photos(principal)
    agreement = an_entrustment(entrusting=principal)
    entrusted = Body.objects.get(pk=agreement.entrusted_id)
    assert photos_are_public(entrusted, clock.today())
    assert not photos_are_public(entrusted, agreement.starts_on - timedelta(days=1))
    shows_photos(entrusted, value=False)
    assert not photos_are_public(entrusted, clock.today())


def test_verify_finds_a_photo_that_is_not_the_desks_that_is_nobodys_and_that_is_missing(officer):
    photo = PublicPhoto.objects.get()
    other = b"\xff\xd8 of somebody else"
    PublicPhoto.objects.update(content=other)
    assert [line.partition("：")[2] for line in faults()] == ["公示的照片与登记的不一致"]
    PublicPhoto.objects.update(sha256=hashlib.sha256(other).hexdigest())
    assert [line.partition("：")[2] for line in faults()] == ["公示的照片与登记的不一致"]
    assert compare_photos() == 1
    assert faults() == []
    PublicPhoto.objects.all().delete()
    assert [line.partition("：")[2] for line in faults()] == ["应当公示的照片没有公示"]
    colleague = an_officer(body=officer.body)
    deliver()
    PublicPhoto.objects.create(
        officer=PublicOfficer.objects.get(ref=colleague.public_id), content=photo.content, sha256=photo.sha256
    )
    assert f"{colleague.public_id}：公示库中有不公示的照片" in faults()
    compare_photos()
    assert faults() == []


def test_what_is_still_on_its_way_is_no_fault(officer):
    remove_officer_photo(officer=officer, actor=SYSTEM, at=Moment.now())
    assert faults() == []
    deliver()
    assert faults() == []
