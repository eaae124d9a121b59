"""A second line under the head, by an SM2 key: who knows it checks it, who does not passes it over."""

import builtins
import re
import shutil
import subprocess

import pytest

from tests.base.tlog.trees import a_log, grow
from tests.structure.source import ROOT
from yangguang.base.tlog import fsck, keys, notes, proof_file, second_line, sm2
from yangguang.base.tlog.notes import BadNote


@pytest.fixture
def log(tmp_path):
    log = a_log(tmp_path / "log", 3)
    second_line.begin(log)
    return log


@pytest.fixture
def without_the_part(monkeypatch):
    found = builtins.__import__

    def lacking(name, *rest):
        if name == "gmssl_pyx":
            raise ImportError(name)
        return found(name, *rest)

    monkeypatch.setattr(builtins, "__import__", lacking)


def faults(log):
    return list(fsck.faults(log))


def second_key(log):
    return notes.verifier_of((log.place.public / second_line.NAME).read_text())


def test_every_head_bears_both_lines_from_the_one_that_stands_on(log):
    for _ in range(2):
        note = log.checkpoint_path.read_bytes()
        assert notes.signed_by(note, [log.verifier(), second_key(log)])[1] == [log.verifier(), second_key(log)]
        assert faults(log) == []
        grow(log, 1)


def test_who_does_not_know_the_line_passes_it_over(log):
    leaf, head = proof_file.check(proof_file.proof_of(log, 1), log.verifier())
    assert (head.size, log.published()) == (3, log.head())
    with pytest.raises(BadNote, match="没有认识的人签名"):
        notes.signed_by(log.checkpoint_path.read_bytes(), [keys.Sm2Key("x", bytes(32), bytes(64)).verifier])


def test_head_without_the_line_or_with_that_of_another_text_is_a_fault(log):
    text, lines = notes.split(log.checkpoint_path.read_bytes())
    earlier = lines[1]
    log.checkpoint_path.write_text(f"{text}\n{lines[0]}")
    assert faults(log) == ["日志头的国密签名不成立：没有认识的人签名。"]
    grow(log, 1)
    assert faults(log) == []
    text, lines = notes.split(log.checkpoint_path.read_bytes())
    log.checkpoint_path.write_text(f"{text}\n{lines[0]}{earlier}")
    assert [one for one in faults(log) if "国密签名不对" in one]


def test_openssl_agrees_as_the_how_to_says(log, tmp_path):
    """Word for word the lines of docs/how-to/public-log.md."""
    block = re.search(r"```sh\n(.+?)```", (ROOT / "docs/how-to/public-log.md").read_text(encoding="utf-8"), re.S).group(
        1
    )
    shutil.copy(log.place.public / second_line.NAME, tmp_path)
    note = log.checkpoint_path.read_text()
    for said, agrees in ((note, True), (note.replace("\n3\n", "\n4\n", 1), False)):
        (tmp_path / "checkpoint").write_text(said)
        answer = subprocess.run(["bash", "-e", "-c", block], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (answer.returncode == 0, "Verified Successfully" in answer.stdout) == (agrees, agrees), answer.stderr


def test_key_is_passed_on_as_a_line_of_its_own_kind(log):
    known = second_key(log)
    assert known == keys.sm2_key(log.place.sm2_key).verifier
    assert known.name == log.verifier().name
    assert known.key_id != log.verifier().key_id
    with pytest.raises(BadNote, match="编号与公钥不符"):
        notes.verifier_of(known.vkey.replace("+", "+0", 1))
    assert log.place.sm2_key.stat().st_mode & 0o777 == keys.ONLY_OWNER
    before = log.place.sm2_key.read_bytes()
    second_line.begin(log)
    assert log.place.sm2_key.read_bytes() == before


def test_where_sm2_cannot_be_had_nothing_is_signed_with_one_line(log, without_the_part):
    with pytest.raises(keys.KeyUnusable, match="gmssl-pyx"):
        grow(log, 1)
    assert log.published().size == 3
    assert faults(log) == [f"日志头的国密签名没有核对：{sm2.LACKING}。"]


def test_second_line_is_not_begun_where_sm2_cannot_be_had(tmp_path, without_the_part):
    log = a_log(tmp_path / "log", 3)
    with pytest.raises(keys.KeyUnusable, match="gmssl-pyx"):
        second_line.begin(log)
    assert faults(log) == []
    assert grow(log, 1).size == 4
