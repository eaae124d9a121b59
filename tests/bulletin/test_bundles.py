"""A public site that knows the desk by bundles only says the same, byte for byte, and believes nobody else."""

import json
import re
import tarfile

import pytest

from tests.builders.disclosure import a_publication, deliver, the_people, withdraw
from tests.builders.public_site import a_public_site, addresses, keep_up
from tests.portal.alone import fetched, run
from yangguang.base.events import SYSTEM
from yangguang.bulletin.api import NoticeStatus, PublicOfficer, pages_on_disk, put_page
from yangguang.bulletin.bundles import keys, sending
from yangguang.bulletin.models import Notice
from yangguang.directory.models import Officer, OfficerPhoto
from yangguang.directory.use_cases.remove_officer_photo import remove_officer_photo
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D19")]
TYPED_ANEW = re.compile(rb'name="(csrfmiddlewaretoken|once)" value="[^"]*"')


@pytest.fixture
def far(tmp_path):
    """A public site on a machine of its own that goes by this desk's key."""
    folder = tmp_path / "far"
    assert run(folder, "init")[0] == 0
    return folder


@pytest.fixture
def site(apart, far):
    """The desk with one of everything, and its key pinned over there."""
    made = a_public_site()
    code, told = run(far, "bundle", "trust", keys.own_key().verifier.vkey)
    assert code == 0, told
    return made


def here(client, wanted):
    """What the desk's own process shows of the public site."""
    answers = {}
    for address in wanted:
        answer = client.get(address, HTTP_HOST="localhost", REMOTE_ADDR="203.0.113.7")
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        answers[address] = (answer.status_code, content)
    return answers


def plain(answers):
    """What differs from one request to the next aside; that there is nothing is said with a way to the desk where one is."""
    return {
        address: (code, TYPED_ANEW.sub(b"", content) if code != 404 else b"")
        for address, (code, content) in answers.items()
    }


def same(client, far):
    """The addresses at which both sites differ."""
    wanted = addresses()
    ours, theirs = plain(here(client, wanted)), plain(fetched(far, wanted, clock.now()))
    return [
        (address, ours[address][0], theirs[address][0]) for address in wanted if ours[address] != theirs[address]
    ], ours


def manifest(path):
    """What a bundle says of itself."""
    with tarfile.open(path) as file:
        return json.loads(file.extractfile("manifest.json").read())


def carried(apart, far):
    """What comes of carrying the disk over."""
    sending.export(apart)
    return run(far, "bundle", "import", apart)


def test_site_fed_by_bundles_only_says_the_same_byte_for_byte(client, site, apart, far):
    code, told = carried(apart, far)
    assert code == 0, told
    differing, ours = same(client, far)
    assert differing == []
    assert sum(code == 200 for code, _ in ours.values()) > len(ours) * 3 // 4
    assert run(far, "verify")[0] == 0

    withdraw(site.standing, site.people)
    fresh = a_publication(site.people, state="published")
    keep_up()
    code, told = carried(apart, far)
    assert (code, told) == (0, "第 1 号：以前已经导入\n第 2 号：已导入\n")
    differing, ours = same(client, far)
    assert differing == []
    assert ours[f"/decisions/{fresh.notice_ref}"][0] == 200
    assert ours[f"/decisions/{site.standing.notice_ref}/copy.json"][0] == 404
    assert run(far, "verify")[0] == 0


@pytest.mark.duty("D11")
def test_photo_of_an_officer_is_the_same_over_there_and_goes_there_too(client, site, apart, far):
    officer = PublicOfficer.objects.get(name="周敏")
    kept, address = bytes(OfficerPhoto.objects.get().content), f"/officers/{officer.ref}/photo"
    carried(apart, far)
    assert fetched(far, [address], clock.now())[address] == (200, kept)
    assert b"likeness" in fetched(far, [f"/officers/{officer.ref}"], clock.now())[f"/officers/{officer.ref}"][1]

    remove_officer_photo(officer=Officer.objects.get(public_id=officer.ref), actor=SYSTEM, at=Moment.now())
    deliver()
    assert carried(apart, far)[0] == 0
    assert fetched(far, [address], clock.now())[address][0] == 404
    assert same(client, far)[0] == []


def test_nothing_changed_is_no_bundle(site, apart):
    assert sending.export(apart).number == 1
    assert sending.export(apart).number == 0
    assert [path.name for path in apart.iterdir()] == ["bundle-000001.tar"]


def test_bundle_that_was_lost_is_carried_again(site, apart):
    sending.export(apart)
    (apart / "bundle-000001.tar").unlink()
    Notice.objects.order_by("pk").update(fulfilment="已履行")
    sent = sending.export(apart)
    assert (sent.number, sent.names) == (2, ["bundle-000001.tar", "bundle-000002.tar"])
    sending.forget_up_to(1)
    assert sending.export(apart).names == ["bundle-000002.tar"]


def test_page_that_is_not_written_yet_is_made_over_there_from_its_row(client, site, apart, far):
    carried(apart, far)
    Notice.objects.filter(ref=site.standing.notice_ref).update(fulfilment="已履行")
    carried(apart, far)
    address = f"/decisions/{site.standing.notice_ref}"
    theirs = fetched(far, [address], clock.now())[address]
    assert "已履行" in theirs[1].decode()
    assert "已履行" not in client.get(address).content.decode()
    assert sending.export(apart).number == 0  # an old page is not carried after it
    put_page(site.standing.notice_ref)
    carried(apart, far)
    assert same(client, far)[0] == []


def test_attachments_of_a_page_that_is_not_written_yet_go_with_it(apart):
    ref = a_publication(the_people(), state="published").notice_ref
    pages_on_disk.write_attachments(ref, [b"%PDF one", b"%PDF two"])
    pages_on_disk.write_attachments("b" * 26, [b"%PDF of another"])
    names = {f"pages/{ref[:2]}/{ref}.{number}.pdf" for number in (1, 2)}
    sending.export(apart)
    assert names <= {name for name, _, _ in manifest(apart / "bundle-000001.tar")["members"]}
    Notice.objects.filter(ref=ref).update(status=NoticeStatus.WITHDRAWN)
    sending.export(apart)
    told = manifest(apart / "bundle-000002.tar")
    assert names <= set(told["gone_files"])
    assert not [name for name in told["gone_files"] if "b" * 26 in name]
