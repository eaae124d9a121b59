"""Notes, checkpoints, keys, leaves and tile names are written as the C2SP specifications write them."""

import base64
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.base.tlog.trees import a_leaf
from yangguang.base.tlog import checkpoint, keys, leaves, notes, tiles
from yangguang.base.tlog.checkpoint import Head
from yangguang.base.tlog.leaves import BadLeaf
from yangguang.base.tlog.notes import BadNote

HEAD = Head("example.test/tlog", 3, bytes(range(32)))


def a_key(tmp_path, name="example.test/tlog", read=keys.log_key):
    keys.make_key(tmp_path / "key", name)
    return read(tmp_path / "key")


def test_key_is_made_once_for_the_service_account_only(tmp_path):
    key = a_key(tmp_path)
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600
    assert a_key(tmp_path, "another").verifier == key.verifier == notes.verifier_of(key.verifier.vkey)
    (tmp_path / "key").chmod(0o640)
    with pytest.raises(keys.KeyUnusable, match="别人也能读"):
        keys.log_key(tmp_path / "key")
    (tmp_path / "key").write_text("no key")
    with pytest.raises(keys.KeyUnusable):
        keys.log_key(tmp_path / "key")


def test_checkpoint_is_a_note_of_three_lines_that_its_log_has_signed(tmp_path):
    key = a_key(tmp_path)
    note = checkpoint.signed(HEAD, [key])
    text, _, line = note.decode().partition("\n\n")
    assert text.split("\n") == ["example.test/tlog", "3", base64.b64encode(bytes(range(32))).decode()]
    raw = base64.b64decode(line.removeprefix("— example.test/tlog "))
    assert (len(raw), raw[:4]) == (68, key.verifier.key_id)
    assert checkpoint.opened(note, key.verifier) == HEAD
    stranger = notes.signature_line(notes.Verifier("nobody.test", notes.ED25519, bytes(32)), bytes(64))
    assert checkpoint.opened(note + stranger.encode(), key.verifier) == HEAD


def test_every_flipped_bit_of_a_checkpoint_is_refused(tmp_path):
    key = a_key(tmp_path)
    note = checkpoint.signed(HEAD, [key])
    for bit in range(len(note) * 8):
        flipped = bytes(sign ^ (1 << bit % 8 if at == bit // 8 else 0) for at, sign in enumerate(note))
        with pytest.raises(BadNote):
            checkpoint.opened(flipped, key.verifier)


def test_checkpoint_of_another_log_is_refused_even_with_the_same_key(tmp_path):
    key = a_key(tmp_path)
    with pytest.raises(BadNote, match="另一本日志"):
        checkpoint.opened(checkpoint.signed(Head("other.test", 3, bytes(32)), [key]), key.verifier)


@given(st.binary(max_size=200))
def test_nothing_but_a_note_is_read_as_one(content):
    with pytest.raises(BadNote):
        notes.split(content)


def test_cosignature_signs_the_time_and_has_a_key_id_of_its_own(tmp_path):
    key = a_key(tmp_path, "witness.test/w", keys.witness_key)
    line = key.line(HEAD.text())
    name, key_id, signature = notes.signature_of(line)
    assert (name, key_id, len(signature)) == ("witness.test/w", key.verifier.key_id, 72)
    key.verifier.check(HEAD.text(), signature)
    with pytest.raises(BadNote):
        key.verifier.check(HEAD.text(), (int.from_bytes(signature[:8], "big") + 1).to_bytes(8, "big") + signature[8:])
    assert keys.log_key(tmp_path / "key").verifier.key_id != key_id


def test_tiles_are_named_and_cut_as_the_specification_says():
    assert tiles.tile_name(0, 1234067) == "tile/0/x001/x234/067"
    assert tiles.bundle_name(5, 9) == "tile/entries/005.p/9"
    of_70000 = list(tiles.tiles_between(0, 70000))
    assert len([one for one in of_70000 if one[0] == 0 and one[2] == 256]) == 273
    assert [one for one in of_70000 if one[2] != 256] == [(0, 273, 112), (1, 1, 17), (2, 0, 1)]
    assert list(tiles.tiles_between(255, 256)) == [(0, 0, 256), (1, 0, 1)]
    assert all(tiles.ADDRESS.match(tiles.tile_name(*one)) for one in of_70000)
    assert not tiles.ADDRESS.match("tile/0/../key")


@given(st.lists(st.binary(max_size=300), max_size=20))
def test_entries_come_back_out_of_their_bundle(entries):
    bundle = tiles.bundled(entries)
    assert tiles.entries_of(bundle) == entries
    if entries:
        with pytest.raises(tiles.BadBundle):
            tiles.entries_of(bundle[:-1] if entries[-1] else bundle[:-1])


def test_leaf_is_canonical_and_holds_codes_only():
    leaf = a_leaf(7, ground="annulled", type="withdraw")
    entry = leaf.entry(4)
    assert entry.decode("ascii").startswith('{"commit":"0')
    assert b'"seq":4,' in entry
    assert b" " not in entry
    assert leaves.leaf_of(entry) == (4, leaf)
    for told in (
        {"ground": "某某公司"},
        {"obj": "粤府罚〔2026〕1号"},
        {"type": "delete"},
        {"commit": "x"},
        {"t": "today"},
    ):
        with pytest.raises((BadLeaf, ValueError)):
            a_leaf(**told).entry(0)
    for damaged in (entry.replace(b",", b", ", 1), entry[:-1], b"[]", b'{"seq":1}', entry.replace(b'"v":1', b'"v":2')):
        with pytest.raises(BadLeaf):
            leaves.leaf_of(damaged)


def test_commitment_needs_the_salt_and_the_content():
    salt, other = bytes(32), bytes([1] * 32)
    assert leaves.commitment(salt, b"x") != leaves.commitment(other, b"x") != leaves.commitment(other, b"y")
    with pytest.raises(BadLeaf):
        leaves.commitment(b"short", b"x")
