"""Every pair of sizes up to 2,000, and a log over the edge of a tile of tiles."""

from tests.base.tlog.test_tree import every_proof_holds
from tests.base.tlog.trees import a_log, grow
from yangguang.base.tlog import fsck, proof_file


def test_every_leaf_and_every_earlier_tree_up_to_2000_is_proven():
    every_proof_holds(2000)


def test_log_of_70000_entries_is_sound_and_proven(tmp_path):
    log = a_log(tmp_path, 65_535)
    assert grow(log, 4_465).size == 70_000
    assert list(fsck.faults(log)) == []
    for index in (0, 65_535, 65_536, 69_999):
        proof_file.check(proof_file.proof_of(log, index), log.verifier())
