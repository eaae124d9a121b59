"""`yangguang tlog` as a clerk and a witness use it, with files that travel by hand."""

import io
import sys

import pytest

from tests.base.tlog.trees import a_log, grow
from yangguang import __main__ as command


@pytest.fixture
def told(settings, tmp_path, capsys):
    settings.TLOG_DIR = tmp_path / "log"

    def told(*words):
        status = command.main(["tlog", *words])
        return status, capsys.readouterr().out

    return told


def test_head_travels_to_the_witness_and_back(told, tmp_path):
    log, desk = a_log(tmp_path / "log", 3), ("witness", "--folder", str(tmp_path / "w"))
    _, vkey = told(*desk, "init", "witness.test/w")
    told("trust", vkey.strip())
    told(*desk, "trust", told("key")[1].strip())
    (tmp_path / "request").write_text(told("request")[1])
    status, note = told(*desk, "add-checkpoint", "--whole", str(tmp_path / "request"))
    (tmp_path / "note").write_text(note)
    assert status == 0
    assert told("cosigned", str(tmp_path / "note")) == (0, "已收：witness.test/w\n")
    grow(log, 1)
    assert told(*desk, "add-checkpoint", str(tmp_path / "request"))[0] == 1  # it knows three entries by now
    assert told("fsck") == (0, "4 条，全部成立。 4 entries hold.\n")


def test_held_log_says_so_and_resumes_by_the_newest_head(told, tmp_path, monkeypatch):
    assert told("fsck") == (0, "0 条，全部成立。 0 entries hold.\n")
    log = a_log(tmp_path / "log", 3)
    told("hold", "恢复演练")
    assert told("fsck")[0] == 1
    assert told("request")[0] == 3
    assert told("resume", str(log.checkpoint_path)) == (0, "从第 3 条之后继续。\n")
    (tmp_path / "log/public/tile/0/000.p/3").unlink()
    assert (
        told(
            "fsck",
        )[0]
        == 1
    )
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"nonsense")))
    assert told("cosigned")[0] == 1


def test_second_line_is_begun_at_the_console_and_its_key_is_public(told, tmp_path, client):
    a_log(tmp_path / "log", 3)
    status, vkey = told("sm2")
    assert (status, vkey.strip()) == (0, (tmp_path / "log/public/key-sm2").read_text().strip())
    assert told("fsck") == (0, "3 条，全部成立。 3 entries hold.\n")
    assert client.get("/tlog/key-sm2").content.decode() == vkey
