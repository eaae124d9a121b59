"""The verifier that anyone may take along: one file, Python alone, no word of the agency believed."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.base.tlog.trees import a_leaf, a_log, grow
from yangguang.base.static.verify import check_publication as verifier
from yangguang.base.tlog import leaves, proof_file

FILE = Path(verifier.__file__)
COPY, SALT = '{"number":"某某〔2026〕1号"}'.encode(), bytes(range(32))


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    log = a_log(tmp_path_factory.mktemp("log"), 300)
    with log.alone():
        log.append([a_leaf(commit=leaves.commitment(SALT, COPY))])
    grow(log, 20)
    return log.verifier().vkey, proof_file.proof_of(log, 300, SALT), log


def refused(key, copy, proof):
    try:
        verifier.check(key, copy, proof)
    except verifier.Wrong:
        return True
    return False


def test_verifier_runs_alone_and_says_yes_or_no(published, tmp_path):
    key, proof, _ = published
    (tmp_path / "copy.json").write_bytes(COPY)
    (tmp_path / "p.tlog-proof").write_bytes(proof)
    (tmp_path / "key").write_text(f"{key}\n")
    asked = [sys.executable, "-I", FILE, tmp_path / "key", tmp_path / "copy.json", tmp_path / "p.tlog-proof"]
    told = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert told.returncode == 0
    assert told.stdout == "一致 VERIFIED: #300 publish 2026-11-18T01:00:00Z\n"
    (tmp_path / "copy.json").write_bytes(COPY + b" ")
    told = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert (told.returncode, "NOT VERIFIED" in told.stdout) == (1, True)


def test_verifier_needs_nothing_that_python_does_not_bring():
    lines = FILE.read_text(encoding="utf-8").split("\n")
    brought = {line.split()[1] for line in lines if line.startswith(("import ", "from "))}
    assert brought <= set(sys.stdlib_module_names)


def test_changed_copy_salt_key_proof_or_signature_is_refused(published, tmp_path):
    key, proof, log = published
    assert verifier.check(key, COPY, proof)["seq"] == 300
    assert refused(key, COPY + b"\n", proof)
    assert refused(key, COPY, proof_file.proof_of(log, 300, bytes(32)))
    assert refused(key, COPY, proof_file.proof_of(log, 299, SALT))
    assert refused(a_log(tmp_path).verifier().vkey, COPY, proof)
    assert refused("nonsense+00+AA", COPY, proof)
    for at in range(0, len(proof), 9):
        assert refused(key, COPY, proof[:at] + bytes([proof[at] ^ 1]) + proof[at + 1 :]), at


def test_empty_and_cut_off_files_are_refused(published):
    key, proof, _ = published
    assert all(refused(key, COPY, told) for told in (b"", proof[:100], proof.partition(b"\n\n")[2], proof[:-3]))
