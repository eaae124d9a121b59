"""Bundles that are forged, altered, cut off, out of order or somebody else's change nothing, and say why."""

import hashlib
import io
import json
import shutil
import tarfile
from pathlib import Path

import pytest

from tests.builders.disclosure import a_publication, the_people
from yangguang.base.tlog import keys as key_files
from yangguang.bulletin.bundles import contents, keys, sending
from yangguang.bulletin.bundles.taking_in import in_hand, take_in
from yangguang.bulletin.models import BundleTaken, Notice
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D19")]
FIRST, SECOND, THIRD = ("bundle-000001.tar", "bundle-000002.tar", "bundle-000003.tar")


@pytest.fixture
def disk(apart):
    """Three bundles of a site with one decision, each with a change; the site goes by its own key."""
    keys.trust(keys.own_key().verifier.vkey)
    a_publication(the_people(), state="published")
    sending.export(apart)
    for words in ("已履行一半", "已履行"):
        Notice.objects.order_by("pk").update(fulfilment=words)
        sending.export(apart)
    return apart


def everything():
    """All rows and files there are."""
    return contents.row_fingerprints(), contents.file_fingerprints(), BundleTaken.objects.count()


def is_refused(path, words, remedy="bundle export"):
    before = everything()
    with pytest.raises(Refused, match=words) as refusal:
        take_in(path)
    assert remedy in refusal.value.remedy
    assert everything() == before
    assert not in_hand()


def rewritten(path: Path, change) -> Path:
    """The same bundle with its parts changed: a list of name and content, packed again."""
    with tarfile.open(path) as file:
        parts = [(one.name, file.extractfile(one).read()) for one in file.getmembers()]
    target = path.with_name("changed.tar")
    with tarfile.open(target, "w", format=tarfile.USTAR_FORMAT) as file:
        for name, content in change(parts):
            told = tarfile.TarInfo(name)
            told.size = len(content)
            file.addfile(told, io.BytesIO(content))
    return target


def signed_anew(path: Path, change) -> Path:
    """The same bundle with a manifest that was changed by somebody who has the key."""
    with tarfile.open(path) as file:
        header, manifest, *rest = ((one.name, file.extractfile(one).read()) for one in file.getmembers())
    told = json.loads(manifest[1])
    change(told)
    content = contents.canonical(told)
    lines = header[1].decode().partition("\n\n")[0].split("\n")
    text = "\n".join([*lines[:3], f"manifest {hashlib.sha256(content).hexdigest()}", ""])
    note = f"{text}\n{keys.own_key().line(text)}".encode()
    target = path.with_name("signed-anew.tar")
    told_of = {name for name, _ in rest}
    added = [(name, b"") for name, _, _ in told["members"] if name not in told_of]
    packed = b""
    for name, part in [("header", note), ("manifest.json", content), *rest, *added]:
        one = tarfile.TarInfo(name)
        one.size = len(part)
        packed += one.tobuf(tarfile.USTAR_FORMAT) + part + bytes(-len(part) % tarfile.BLOCKSIZE)
    target.write_bytes(packed + bytes(2 * tarfile.BLOCKSIZE))
    return target


def test_bundles_are_taken_in_in_order_and_once(disk):
    assert [(one.number, one.already) for one in take_in(disk)] == [(1, False), (2, False), (3, False)]
    before = everything()
    assert [one.already for one in take_in(disk)] == [True, True, True]
    assert take_in(disk / SECOND)[0].already
    assert everything() == before
    assert Notice.objects.get().fulfilment == "已履行"


def test_gap_says_which_numbers_are_missing(disk):
    is_refused(disk / THIRD, "缺少第 1、2 号，不能先导入第 3 号", "bundle export 文件夹 --after 0，")
    take_in(disk / FIRST)
    is_refused(disk / THIRD, "缺少第 2 号，不能先导入第 3 号", "bundle export 文件夹 --after 1，")


def test_whole_bundle_comes_over_a_gap_and_an_old_one_never_comes_back(disk, apart):
    take_in(disk / FIRST)
    sending.export(apart, whole=True)
    fourth = disk / "bundle-000004.tar"
    Notice.objects.create(
        ref="b" * 26, kind="penalty", kind_label="行政处罚", number="多出来的", number_key="多", body_ref="c" * 26,
        body_name="某局", decided_on="2026-01-01", published_on="2026-01-01", digest="0", received_at="2026-01-01T00:00:00Z",
    )  # fmt: skip
    stray = contents.folders()["pages"] / "aa" / "stray.html"
    stray.parent.mkdir(exist_ok=True)
    stray.write_text("x", encoding="ascii")
    assert not take_in(fourth)[0].already
    assert not stray.exists()
    assert Notice.objects.count() == 1
    is_refused(disk / SECOND, "不能退回到第 2 号", "bundle export 文件夹 --after 4，")


def test_gap_is_closed_by_the_command_the_refusal_names(disk, tmp_path):
    take_in(disk / FIRST)
    sending.export(tmp_path / "again", after=1)
    taken = [(one.number, one.already) for one in take_in(tmp_path / "again")]
    assert taken[:3] == [(1, True), (2, False), (3, False)]


def test_file_that_somebody_else_left_is_in_no_ones_way(disk, apart):
    stray = contents.folders()["pages"] / ".DS_Store"
    stray.parent.mkdir(parents=True, exist_ok=True)
    stray.write_bytes(b"x")
    sending.export(apart, whole=True)
    take_in(disk / "bundle-000004.tar")
    assert stray.exists()


def test_gap_whose_bundles_are_not_kept_is_closed_by_a_whole_one(disk, tmp_path):
    take_in(disk / FIRST)
    sending.forget_up_to(2)
    assert sending.export(tmp_path / "again", after=1).names == [THIRD, "bundle-000004.tar"]
    assert [one.number for one in take_in(tmp_path / "again")] == [4], "nothing before the one with everything"
    assert [(one.number, one.already) for one in take_in(tmp_path / "again")] == [(4, True)]


def test_number_that_no_public_site_has_reached_is_refused(disk, apart):
    with pytest.raises(Refused, match="没有第 1000000 号"):
        sending.export(apart, after=1_000_000)


def test_number_given_out_twice_with_other_content_is_refused(disk, apart, settings, tmp_path):
    take_in(disk)
    settings.BUNDLE_DIR = tmp_path / "again"  # the desk lost its state and begins anew with the same key
    (tmp_path / "again").mkdir()
    shutil.copy(tmp_path / "bundles" / "key", tmp_path / "again" / "key")
    other = tmp_path / "other"
    sending.export(other)
    begun_anew, settings.BUNDLE_DIR = settings.BUNDLE_DIR, tmp_path / "bundles"
    is_refused(other / FIRST, "同号的数据包只能有一个", "bundle export 文件夹 --whole --after 3，")
    settings.BUNDLE_DIR = begun_anew
    assert sending.export(other, after=3).number == 4
    settings.BUNDLE_DIR = tmp_path / "bundles"
    assert [(one.number, one.already) for one in take_in(other)] == [(4, False)]


def test_bundle_of_another_chain_does_not_follow(disk, settings, tmp_path):
    take_in(disk / FIRST)
    settings.BUNDLE_DIR = tmp_path / "again"
    (tmp_path / "again").mkdir()
    shutil.copy(tmp_path / "bundles" / "key", tmp_path / "again" / "key")
    other = tmp_path / "other"
    for words in ("一种说法", "另一种说法"):
        Notice.objects.order_by("pk").update(fulfilment=words)
        sending.export(other)
    settings.BUNDLE_DIR = tmp_path / "bundles"
    is_refused(other / SECOND, "不是接着第 1 号的", "bundle export 文件夹 --whole，")


def test_bundle_signed_by_another_key_is_refused(disk, tmp_path):
    key_files.make_key(tmp_path / "foreign", keys.own_key().name)
    keys.trust(key_files.log_key(tmp_path / "foreign").verifier.vkey)
    is_refused(disk / FIRST, "不是认可的密钥签名的")


def test_nothing_is_taken_in_before_a_key_is_pinned(disk):
    (keys.folder() / "trusted").unlink()
    is_refused(disk / FIRST, "还没有认可任何密钥", "bundle trust")


def test_what_is_no_key_is_not_pinned(disk):
    with pytest.raises(Refused, match="不是数据包的公钥"):
        keys.trust("whatever")


def _flip(parts, index):
    name, content = parts[index]
    parts[index] = (name, content[:-2] + bytes([content[-2] ^ 1]) + content[-1:])
    return parts


def _without_signature(parts):
    text, _, _ = parts[0][1].rpartition(b"\n\n")
    return [(parts[0][0], text + b"\n\n"), *parts[1:]]


CHANGES = {
    "header": lambda parts: _flip(parts, 0),
    "manifest": lambda parts: _flip(parts, 1),
    "rows": lambda parts: _flip(parts, 2),
    "a file": lambda parts: _flip(parts, -1),
    "other number": lambda parts: [(parts[0][0], parts[0][1].replace(b"number 1", b"number 2")), *parts[1:]],
    "no signature": _without_signature,
    "one more file": lambda parts: [*parts, ("pages/aa/x.html", b"x")],
    "one file less": lambda parts: parts[:-1],
    "another order": lambda parts: [*parts[:2], *reversed(parts[2:])],
    "way out of the folder": lambda parts: [*parts[:3], ("../../etc/passwd", b"x"), *parts[4:]],
    "nothing": lambda parts: [],
}


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_altered_bundle_is_refused(disk, change):
    is_refused(rewritten(disk / FIRST, CHANGES[change]), "什么也没有导入")


@pytest.mark.parametrize("part", [0, 1, 511, 513, 1 / 3, 2 / 3, -1024, -1])
def test_bundle_that_was_cut_off_is_refused(disk, part):
    content = (disk / FIRST).read_bytes()
    kept = int(len(content) * part) if isinstance(part, float) else part
    cut = disk / "cut.tar"
    cut.write_bytes(content[:kept])
    is_refused(cut, "什么也没有导入")


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, tarfile.XHDTYPE, tarfile.GNUTYPE_LONGNAME]
)
def test_bundle_with_links_folders_or_extensions_is_refused(disk, kind):
    hostile = disk / "hostile.tar"
    told = tarfile.TarInfo("header")
    told.type, told.linkname, told.size = kind, "/etc/passwd", 1 << 40
    hostile.write_bytes(told.tobuf(tarfile.GNU_FORMAT) + bytes(1024))
    is_refused(hostile, "什么也没有导入")


OUT = (
    "pages/../secret_key",
    "pages/aa/../../secret_key",
    "tlog/../key",
    "/etc/passwd",
    "pages",
    "pages/",
    "bundles/key",
    "rows.jsonl",
)


@pytest.mark.parametrize("name", OUT)
@pytest.mark.parametrize("parts", ["gone_files", "members"])
def test_bundle_of_a_stolen_key_reaches_no_file_outside_the_site(disk, tmp_path, name, parts):
    take_in(disk / FIRST)
    (tmp_path / "secret_key").write_text("x", encoding="ascii")
    if parts == "members":
        changed = signed_anew(
            disk / SECOND, lambda told: told["members"].append([name, 0, hashlib.sha256().hexdigest()])
        )
    else:
        changed = signed_anew(disk / SECOND, lambda told: told["gone_files"].append(name))
    is_refused(changed, "什么也没有导入")
    assert (tmp_path / "secret_key").exists()
    assert (keys.folder() / "key").exists()


def test_bundle_of_the_key_takes_away_what_lies_inside_the_site(disk):
    take_in(disk / FIRST)
    name = min(contents.file_fingerprints())
    take_in(signed_anew(disk / SECOND, lambda told: told["gone_files"].append(name)))
    assert not contents.path_of(name).exists()


def test_link_inside_the_site_leads_no_bundle_out_of_it(disk, tmp_path):
    take_in(disk / FIRST)
    (tmp_path / "aside").mkdir()
    (tmp_path / "aside" / "kept").write_text("x", encoding="ascii")
    (contents.folders()["pages"] / "link").symlink_to(tmp_path / "aside")
    is_refused(signed_anew(disk / SECOND, lambda told: told["gone_files"].append("pages/link/kept")), "什么也没有导入")
    assert (tmp_path / "aside" / "kept").exists()


def test_header_that_claims_to_be_huge_is_not_read(disk):
    hostile = disk / "hostile.tar"
    told = tarfile.TarInfo("header")
    told.size = 1 << 30
    hostile.write_bytes(told.tobuf(tarfile.USTAR_FORMAT) + bytes(1024))
    is_refused(hostile, "这不是数据包")


def test_bundle_of_another_version_is_refused(disk, monkeypatch):
    monkeypatch.setattr(contents, "shape", lambda: "0" * 64)
    is_refused(disk / FIRST, "软件版本不一样。请先升级到同一版本")


def test_site_that_was_changed_by_hand_takes_in_only_a_whole_one(disk, apart):
    take_in(disk / FIRST)
    Notice.objects.order_by("pk").update(published_in="改过")
    take_in(disk / SECOND)  # the row that was changed comes anew
    Notice.objects.create(
        ref="b" * 26, kind="penalty", kind_label="行政处罚", number="多出来的", number_key="多", body_ref="c" * 26,
        body_name="某局", decided_on="2026-01-01", published_on="2026-01-01", digest="0", received_at="2026-01-01T00:00:00Z",
    )  # fmt: skip
    is_refused(disk / THIRD, "与办公端不一致", "bundle export 文件夹 --whole，")


def test_place_without_bundles_is_told(tmp_path, apart):
    with pytest.raises(Refused, match="没有数据包"):
        take_in(tmp_path / "nowhere")
