"""What citizens send to a public site without a network reaches the desk once, unread on its way, and its answer comes back."""

import hashlib
import json

import pytest

from tests.builders.disclosure import a_publication, the_people
from tests.builders.voices import PNG, posted
from tests.portal.alone import run, script
from yangguang.base.tlog import keys as key_files
from yangguang.bulletin.api import put_reply
from yangguang.bulletin.bundles import answers, contents, keys, parcels, sending
from yangguang.bulletin.bundles.container import NOTHING_BEFORE, Header, Member, write
from yangguang.bulletin.models import BundleTaken, Letter, LetterKey, PublicVoice, PublicVoiceFile
from yangguang.disclosure import letter_box
from yangguang.disclosure.models import Objection
from yangguang.kernel import clock, letters
from yangguang.kernel.refusal import Refused
from yangguang.voice import letter_box as voice_box

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D19")]
TOLD = {
    "relation": "party", "wrong": "罚款数额写错了", "wanted": "应为2万元", "name": "卢志远", "contact": "13900001111",
    "once": "a" * 26,
}  # fmt: skip
SEND = """
import json, os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.portal"
import django
django.setup()
from django.test import Client
told = json.load(sys.stdin)
answer = Client(HTTP_HOST="localhost").post("/correction/", told)
assert answer.status_code == 302, answer.content.decode()
print(answer["Location"].rpartition("=")[2])
"""
LETTERS = """
import json, os
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.portal"
import django
django.setup()
from yangguang.bulletin.models import Letter
print(json.dumps(list(Letter.objects.order_by("pk").values("receipt", "status", "reply", "outcome", "sealed"))))
"""


@pytest.fixture
def far(apart, tmp_path):
    """A public site fed once; each side goes by the other's key."""
    folder = tmp_path / "far"
    publication = a_publication(the_people(), state="published")
    letter_box.announce_key()
    sending.export(apart)
    for words in (("init",), ("bundle", "trust", keys.own_key().verifier.vkey), ("bundle", "import", apart)):
        code, told = run(folder, *words)
        assert code == 0, told
    keys.trust(run(folder, "bundle", "key")[1].strip())
    done = script(folder, SEND, told=TOLD | {"n": publication.notice_ref})
    assert done.returncode == 0, done.stderr
    assert run(folder, "bundle", "export", apart)[0] == 0
    return folder


def letters_at(folder):
    return json.loads(script(folder, LETTERS).stdout)


def test_letter_reaches_the_desk_once_and_the_answer_comes_back(far, apart):
    parcel = (apart / "letters-000001.tar").read_bytes()
    assert not [word for word in ("卢志远", "13900001111", "罚款数额", "a" * 26) if word.encode() in parcel]
    assert [(one.held, one.fresh) for one in parcels.take_in(apart)] == [(1, 1)]
    assert [(one.held, one.fresh) for one in parcels.take_in(apart)] == [(1, 0)]
    assert letter_box.collect() == 1
    objection = Objection.objects.get()
    assert objection.asked_by_name == "卢志远"
    assert [(one.held, one.fresh) for one in parcels.take_in(apart)] == [(1, 0)]
    assert letter_box.collect() == 0

    (sent,) = letters_at(far)
    assert sent["sealed"]
    put_reply(objection.receipt, outcome="已更正", reply="已经更正。", on=clock.today())
    assert sending.export(apart).names == ["bundle-000002.tar"]  # the first is known to have arrived
    assert run(far, "bundle", "import", apart / "bundle-000002.tar")[0] == 0
    assert letters_at(far) == [
        {"receipt": objection.receipt, "status": "answered", "reply": "已经更正。", "outcome": "已更正", "sealed": ""}
    ]
    assert run(far, "bundle", "export", apart)[0] == 0
    assert [(one.held, one.fresh) for one in parcels.take_in(apart)] == [(1, 0), (0, 0)]


def test_voice_travels_with_what_is_enclosed_and_is_forgotten_when_the_desk_forgets_it(apart):
    body = the_people().body
    receipt = posted(body, "conduct", files=[PNG]).receipt
    BundleTaken.objects.create(number=1, digest="a" * 64, rows_root="", files_root="", taken_at=clock.now())
    keys.trust(keys.own_key().verifier.vkey)
    before = PublicVoice.objects.values().get(), bytes(PublicVoiceFile.objects.get().sealed)
    assert [one.held for one in parcels.export(apart)] == [1]
    PublicVoice.objects.all().delete()  # now this is the desk, which has not seen it
    assert [one.fresh for one in parcels.take_in(apart)] == [1]
    after = PublicVoice.objects.values().get(), bytes(PublicVoiceFile.objects.get().sealed)
    aside = {"id": 0, "sender_mark": "", "next_step": ""}  # which the desk says anew
    assert (before[0] | aside, before[1]) == (after[0] | aside, after[1])
    assert voice_box.collect() == 1
    assert dict(answers.rows()).keys() == {f"answer/publicvoice/{receipt}"}
    answers.forget([f"answer/publicvoice/{receipt}"])
    assert not PublicVoice.objects.exists()


def test_letters_of_a_stranger_or_altered_on_the_way_are_refused(far, apart, tmp_path):
    path = apart / "letters-000001.tar"
    content = bytearray(path.read_bytes())
    content[-1500] ^= 1
    (apart / "altered.tar").write_bytes(content)
    with pytest.raises(Refused, match="什么也没有收取"):
        parcels.take_in(apart / "altered.tar")
    with pytest.raises(Refused, match="yangguang-letters"):
        parcels.take_in(apart / "bundle-000001.tar") if keys.trust(keys.own_key().verifier.vkey) else None
    key_files.make_key(tmp_path / "foreign", "stranger")
    keys.trust(key_files.log_key(tmp_path / "foreign").verifier.vkey)
    with pytest.raises(Refused, match="不是认可的密钥签名的"):
        parcels.take_in(path)
    assert not Letter.objects.exists()


@pytest.mark.parametrize("said", [
    "[" * 100_000, "[]", "7", '{"letters": 7, "has_bundle": 0}', '{"letters": [["letter", 7, []]], "has_bundle": 0}',
    '{"letters": [["letter", {"receipt": [], "slip": {}}, []]], "has_bundle": 0}', '{"letters": [], "has_bundle": []}',
])  # fmt: skip
def test_file_that_says_something_else_is_refused_in_words(apart, said):
    with pytest.raises(Refused, match="什么也没有收取"):
        parcels.take_in(a_parcel(apart, said))
    assert not Letter.objects.exists()


def test_file_too_large_for_letters_is_refused_before_it_is_read(apart, monkeypatch):
    path = a_parcel(apart, '{"letters": [], "has_bundle": 0}')
    monkeypatch.setattr(parcels, "MOST_SEALED", 64)
    with pytest.raises(Refused, match="太大"):
        parcels.take_in(path)


def a_parcel(folder, said):
    """What a public site that is somebody else's by now might bring, signed as it signs."""
    folder.mkdir()
    letter_box.announce_key()
    keys.trust(keys.own_key().verifier.vkey)
    sealed = folder / parcels.SEALED
    sealed.write_text(letters.seal(said, to=LetterKey.objects.get().public))
    member = Member(parcels.SEALED, sealed.stat().st_size, contents.digest_of(sealed))
    manifest = contents.canonical({"members": [[member.name, member.size, member.sha256]]})
    header = Header(parcels.KIND, 1, NOTHING_BEFORE, hashlib.sha256(manifest).hexdigest())
    write(folder / "letters-000001.tar", keys.own_key(), header, manifest, [(member, sealed)])
    return folder / "letters-000001.tar"


def test_public_site_that_was_never_fed_knows_nobody_to_seal_for(apart):
    with pytest.raises(Refused, match="不知道来件要加密给谁"):
        parcels.export(apart)
