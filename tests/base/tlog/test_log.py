"""The log never forks: not when the process dies at any moment, not after a restore, not when files are changed."""

import os
import shutil
import signal

import pytest

from tests.base.tlog.trees import a_leaf, a_log, grow
from yangguang.base.tlog import fsck, merkle, proof_file, proofs, resuming
from yangguang.base.tlog.log import Log, LogHeld
from yangguang.base.tlog.once import log_once
from yangguang.base.tlog.proofs import BadProof
from yangguang.kernel.refusal import Refused

DIED = -signal.SIGKILL


def of(log):
    return list(fsck.faults(log))


def test_log_grows_over_the_edges_of_tiles_and_every_entry_is_proven(tmp_path):
    log = a_log(tmp_path)
    heads = [log.head()]
    for count in (1, 254, 1, 1, 300, 400):
        heads.append(grow(log, count))
    assert of(log) == []
    assert log.head() == log.published() == heads[-1]
    nodes = log.nodes()
    for head in heads[1:]:
        proof = merkle.consistency_proof(nodes, head.size, 957)
        proofs.check_consistency(head.size, head.root, 957, heads[-1].root, proof)
    for index in (0, 255, 256, 956):
        leaf, head = proof_file.check(proof_file.proof_of(log, index), log.verifier())
        assert (leaf.commit != "", head) == (True, heads[-1])
    assert not list((tmp_path / "public/tile/0").glob("00[0-2].p"))


def test_one_flipped_bit_of_a_proof_file_is_refused(tmp_path):
    log = a_log(tmp_path, 5)
    content = proof_file.proof_of(log, 2, bytes(32))
    proof_file.check(content, log.verifier())
    known = log.verifier()
    for bit in range(0, len(content) * 8, 7):
        flipped = content[: bit // 8] + bytes([content[bit // 8] ^ 1 << bit % 8]) + content[bit // 8 + 1 :]
        try:
            proof_file.check(flipped, known, of=b"")
        except BadProof:
            continue
        pytest.fail(f"bit {bit} does not count")


def in_a_child(work):
    child = os.fork()
    if child == 0:
        try:
            work()
            os._exit(0)
        except BaseException:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def dying_at_sync(number):
    """Let this process die at its n-th call of fsync, before or after it is carried out."""
    calls, sync = [0], os.fsync

    def fsync(descriptor):
        calls[0] += 1
        if calls[0] * 2 - 1 == number:
            os.kill(os.getpid(), signal.SIGKILL)
        sync(descriptor)
        if calls[0] * 2 == number:
            os.kill(os.getpid(), signal.SIGKILL)

    os.fsync = fsync


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")  # the child only writes files and dies
def test_death_at_any_moment_neither_forks_nor_loses_nor_doubles(tmp_path):
    """A child logs the same leaves as its predecessor and dies at the next sync, until one gets through; two rounds."""
    log, seen, wanted = a_log(tmp_path, 250), [], []
    for count in (7, 4):  # over the edge of a tile, then within one
        wanted.append([a_leaf(number) for number in range(count)])
        for moment in range(1, 200):

            def work(batch=wanted[-1], moment=moment):
                dying_at_sync(moment)
                log_once(Log(tmp_path), batch, settled=0)

            status = in_a_child(work)
            assert status in {0, DIED}
            assert of(log) == []
            seen.append(log.published() if log.checkpoint_path.exists() else log.head())
            if status == 0:
                break
        assert status == 0
        assert moment > 10
    keys = [leaf.key for _, leaf in log.leaves(250)]
    assert sorted(keys) == sorted(leaf.key for batch in wanted for leaf in batch)
    for old, new in zip(seen, seen[1:], strict=False):
        assert old.size <= new.size
        assert log.store.root(old.size) == old.root


def test_leaf_asked_for_again_is_not_logged_again(tmp_path):
    log, leaf = a_log(tmp_path, 3), a_leaf()
    assert log_once(log, [leaf], settled=0) == log_once(log, [leaf], settled=2) == {leaf.key: 3}
    assert log.head().size == 4


def test_two_heads_of_one_size_are_never_signed(tmp_path):
    """The attempt to fork: the files of the log are put back to before the last entry, and another is appended."""
    log = a_log(tmp_path / "log", 5)
    shutil.copytree(tmp_path / "log/public", tmp_path / "before")
    grow(log, 1)
    shutil.rmtree(tmp_path / "log/public")
    shutil.copytree(tmp_path / "before", tmp_path / "log/public")
    with pytest.raises(LogHeld):
        grow(log, 1)
    assert of(log)


def test_restored_log_signs_nothing_until_the_newest_head_is_shown(tmp_path):
    log = a_log(tmp_path / "log", 300)
    shutil.copytree(tmp_path / "log", tmp_path / "backup")
    newest = grow(log, 10)
    shutil.copytree(tmp_path / "log/public", tmp_path / "mirror")
    shutil.rmtree(tmp_path / "log")
    shutil.copytree(tmp_path / "backup", tmp_path / "log")
    with pytest.raises(LogHeld, match="从备份恢复"):
        grow(log, 1)
    with pytest.raises(Refused, match="比本机的新"):
        resuming.resume(log, tmp_path / "mirror/checkpoint")
    with pytest.raises(LogHeld):
        grow(log, 1)
    assert resuming.resume(log, tmp_path / "mirror") == newest
    assert grow(log, 1).size == 311
    assert of(log) == []


def test_restored_log_with_nothing_newer_outside_goes_on(tmp_path):
    a_log(tmp_path / "log", 3)
    shutil.copytree(tmp_path / "log", tmp_path / "copy")
    log = Log(tmp_path / "copy")
    with pytest.raises(LogHeld):
        grow(log, 1)
    resuming.resume(log, tmp_path / "log/public/checkpoint")
    assert grow(log, 1).size == 4


def test_machine_that_remembers_more_than_it_is_shown_stays_held(tmp_path):
    log = a_log(tmp_path / "log", 8)
    eight = tmp_path / "eight"
    eight.write_bytes(log.checkpoint_path.read_bytes())
    grow(log, 1)
    shutil.copytree(log.place.public, tmp_path / "backup")
    ten = grow(log, 1)
    shutil.copytree(log.place.public, tmp_path / "mirror")
    shutil.rmtree(log.place.public)
    shutil.copytree(tmp_path / "backup", log.place.public)
    with pytest.raises(LogHeld):
        grow(log, 1)
    with pytest.raises(Refused, match="最后一次签名是第 10 条，给出的日志头只到第 9 条"):
        resuming.resume(log, eight)
    assert resuming.resume(log, tmp_path / "mirror") == ten
    log.hold("")
    with pytest.raises(LogHeld, match="没有写明理由"):
        grow(log, 1)


def test_log_that_forked_from_its_mirror_stays_held(tmp_path):
    log = a_log(tmp_path / "log", 3)
    shutil.copytree(tmp_path / "log", tmp_path / "twin")
    twin = Log(tmp_path / "twin")
    resuming.resume(twin, tmp_path / "log/public")
    grow(log, 2), grow(twin, 1)
    for newest in (log.place.public, log.checkpoint_path):
        twin.hold("恢复演练")
        with pytest.raises(Refused):
            resuming.resume(twin, newest)
        with pytest.raises(LogHeld):
            grow(twin, 1)


def test_database_that_remembers_more_than_the_disk_holds_the_log(tmp_path):
    log = a_log(tmp_path, 3)
    with pytest.raises(LogHeld, match="退回"):
        log_once(log, [a_leaf()], settled=4)
    with pytest.raises(LogHeld):
        log_once(log, [a_leaf()], settled=3)


def changed(path, place=-1):
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("name", ["tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1", "tile/entries/001.p/44"])
def test_changed_or_missing_tile_is_found_and_never_signed_over(tmp_path, name):
    log = a_log(tmp_path, 300)
    changed(tmp_path / "public" / name)
    assert of(log)
    changed(tmp_path / "public" / name)
    assert of(log) == []
    (tmp_path / "public" / name).unlink()
    assert of(log)
    if "entries" not in name and name != "tile/0/000":  # those the next head is not made from are left to fsck
        with pytest.raises(LogHeld):
            grow(log, 1)


def test_older_checkpoint_put_back_is_found_and_stops_the_log(tmp_path):
    log = a_log(tmp_path, 3)
    older = log.checkpoint_path.read_bytes()
    grow(log, 1)
    log.checkpoint_path.write_bytes(older)
    assert any("不一致" in fault for fault in of(log))
    with pytest.raises(LogHeld):
        grow(log, 1)
    log.checkpoint_path.unlink()
    assert of(log)


def test_entry_of_another_place_is_found(tmp_path):
    """A tree may be sound and its entries all the same cut out of another log."""
    log = a_log(tmp_path / "log", 2)
    with log.alone():
        size = log.store.write(2, [a_leaf().entry(7)])
        log._sign(type(log.head())(log.head().origin, size, log.store.root(size)))
    assert any("不是自己的位置" in fault for fault in of(log))
