"""Where the upper platform's key is known, only receipts it signed are believed; where it is not, the page says so."""

import json
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.builders import exchange as build
from tests.builders.disclosure import a_publication
from yangguang.base import local_values, vault
from yangguang.base.tlog import keys
from yangguang.exchange import folders
from yangguang.exchange.models import UpwardReceipt
from yangguang.exchange.plugs import take_waiting_receipts
from yangguang.exchange.signing import receipt_head
from yangguang.exchange.use_cases.take_receipt import take_receipt
from yangguang.exchange.verifying import row_faults
from yangguang.kernel import clock
from yangguang.kernel.digests import digest_of
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db(databases=["default", "public"]), pytest.mark.duty("D22")]
TAKE = "/desk/upward/receipts/take"


def a_key(tmp_path, name="shi-pingtai"):
    keys.make_key(tmp_path / name, name)
    return keys.log_key(tmp_path / name)


@pytest.fixture
def platform(people, tmp_path):
    """The platform's key, set for the body."""
    key = a_key(tmp_path)
    local_values.set_value("upward_platform_key", key.verifier.vkey, chain=people.body.public_id, source="平台接入函",
                           in_force=date(2020, 1, 6), by_name="何管理")  # fmt: skip
    return key


def signature(key, content: bytes, **changes) -> bytes:
    told = json.loads(content)
    head = {"batch": told["batch"], "serial": told["serial"], "digest": digest_of(content)} | changes
    text = receipt_head(**head)
    return f"{text}\n{key.line(text)}".encode()


def take(people, content, signed=b""):
    return take_receipt(content=content, name="1.json", signature=signed, actor=people.first, at=Moment.now())


def test_signed_receipt_is_taken_in_and_its_signature_kept(people, batch, platform):
    content = build.a_receipt(batch)
    receipt = take(people, content, signature(platform, content))
    assert receipt.signed_with == platform.verifier.vkey
    assert "shi-pingtai" in receipt.signature
    assert not [*row_faults()]


def test_receipt_without_a_signature_is_refused(people, batch, platform):
    with pytest.raises(Refused, match="没有上级平台的签名") as refused:
        take(people, build.a_receipt(batch))
    assert ".sig" in refused.value.remedy
    assert not UpwardReceipt.objects.exists()


@pytest.mark.parametrize(
    "wrong", ["another key", "another batch", "another serial", "another file", "no note", "too long"]
)
def test_signature_that_is_not_the_platforms_over_this_very_receipt_is_refused(
    people, batch, platform, tmp_path, wrong
):
    content = build.a_receipt(batch)
    signed = {
        "another key": lambda: signature(a_key(tmp_path, "other"), content),
        "another batch": lambda: signature(platform, content, batch="b-1"),
        "another serial": lambda: signature(platform, content, serial=2),
        "another file": lambda: signature(platform, build.a_receipt(batch, {1: "重复"})),
        "no note": lambda: b"\xff\xfe",
        "too long": lambda: signature(platform, content) * 1000,
    }[wrong]()
    with pytest.raises(Refused, match="签名不是上级平台对这份回执"):
        take(people, content, signed)
    assert not UpwardReceipt.objects.exists()


def test_without_a_key_a_receipt_is_taken_in_and_said_to_be_unproven(people, batch, client):
    assert take(people, build.a_receipt(batch)).signed_with == ""
    client.force_login(people.first)
    assert "不能证明出自上级平台" in client.get("/desk/upward/").content.decode()
    assert "没有经过签名验证" in client.get(f"/desk/upward/{batch.public_id}/").content.decode()
    assert not [*row_faults()]


def test_publisher_uploads_receipt_and_signature(people, batch, platform, client):
    client.force_login(people.first)
    content = build.a_receipt(batch)
    answer = client.post(TAKE, {"file": SimpleUploadedFile("1.json", content)})
    assert "没有上级平台的签名" in answer.content.decode()
    given = {"file": SimpleUploadedFile("1.json", content),
             "signature": SimpleUploadedFile("1.json.sig", signature(platform, content))}  # fmt: skip
    assert client.post(TAKE, given).status_code == 302
    assert "有上级平台的签名" in client.get(f"/desk/upward/{batch.public_id}/").content.decode()
    assert platform.verifier.vkey in client.get("/desk/upward/").content.decode().replace("&#x2B;", "+")


def test_signature_lies_beside_its_receipt_in_the_folder_and_goes_with_it(people, batch, platform):
    folders.inbox().mkdir(parents=True, exist_ok=True)
    content = build.a_receipt(batch)
    for name in ("1.json", "2.json"):
        (folders.inbox() / name).write_bytes(content)
    (folders.inbox() / "2.json.sig").write_bytes(signature(platform, content))
    assert take_waiting_receipts() == 1
    assert {one.suffix for one in (folders.inbox() / "taken").iterdir()} == {".json", ".sig"}
    ((name, why),) = folders.refused_receipts(people.body.public_id)
    assert (name, "签名" in why) == ("1.json", True)


@pytest.mark.parametrize("kind", ["signature", "file", "dropped"])
def test_verify_tells_what_was_altered_of_a_signed_receipt(people, batch, platform, kind):
    content = build.a_receipt(batch)
    receipt = take(people, content, signature(platform, content))
    changes = {
        "signature": {"signature": receipt.signature.replace("serial 1", "serial 2")},
        "file": {"file": batch.files},
        "dropped": {"signature": "", "signed_with": ""},
    }[kind]
    known = local_values.find("upward_platform_key", chain=people.body.public_id, on=clock.today())
    type(known).objects.filter(pk=known.pk).update(set_at=clock.beijing(date(2026, 1, 5), 9))
    UpwardReceipt.objects.filter(pk=receipt.pk).update(**changes)
    assert len([*row_faults()]) == 1


def test_receipt_whose_file_is_lost_does_not_hide_what_is_wrong_with_the_next(people, platform):
    for _ in range(2):
        a_publication(people, state="published")
    batch = build.a_handed_batch(people)
    for number in (1, 2):
        content = build.a_receipt(batch, serial=number, rows=[number])
        receipt = take(people, content, signature(platform, content))
    UpwardReceipt.objects.filter(pk=receipt.pk).update(signature="")
    vault.path_of(UpwardReceipt.objects.get(serial=1).file.sha256).unlink()
    lost, unsigned = row_faults()
    assert "文件不在" in lost
    assert "签名不对" in unsigned


def test_key_set_later_says_nothing_against_receipts_taken_before(people, batch, tmp_path):
    take(people, build.a_receipt(batch))
    with clock.frozen(clock.beijing(clock.today(), 23)):
        local_values.set_value("upward_platform_key", a_key(tmp_path).verifier.vkey, chain=people.body.public_id,
                               source="平台接入函", in_force=date(2020, 1, 6), by_name="何管理")  # fmt: skip
    assert not [*row_faults()]


@pytest.mark.parametrize("text", ["公钥", "a+b+c", "shi-pingtai+00000000+AaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaA"])
def test_what_is_no_public_key_is_not_kept_as_one(text):
    with pytest.raises(Refused, match="不是签名公钥"):
        local_values.typed("upward_platform_key", text)


def test_public_key_is_kept_as_it_was_given(tmp_path):
    line = a_key(tmp_path).verifier.vkey
    assert local_values.typed("upward_platform_key", f" {line} ") == line
