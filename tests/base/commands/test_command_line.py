"""The `yangguang` command as a person and as a machine meet it."""

import json
import re
from importlib import import_module
from types import SimpleNamespace

import pytest

from yangguang import __main__ as command
from yangguang.base import verifying
from yangguang.base.commands import demo, verify, worker
from yangguang.base.commands.terminal import NotReady
from yangguang.kernel.refusal import Refused

NAMES = [import_module(address).NAME for address in command.COMMANDS]


@pytest.mark.parametrize("name", NAMES)
def test_every_command_explains_itself_in_chinese_and_english(name, capsys):
    with pytest.raises(SystemExit) as end:
        command.main([name, "--help"])
    text = capsys.readouterr().out
    assert end.value.code == 0
    assert "--json" in text
    assert re.search(r"[\u4e00-\u9fff]", text)
    assert re.search(r"[A-Za-z]{4}", text)


def test_every_command_is_listed_with_its_purpose(capsys):
    with pytest.raises(SystemExit):
        command.main(["--help"])
    text = capsys.readouterr().out
    assert all(re.search(rf"^ +{name}\s+.*[\u4e00-\u9fff]", text, re.M) for name in NAMES)


def test_unknown_command_is_wrong_usage(capsys):
    with pytest.raises(SystemExit) as end:
        command.main(["nonsense"])
    assert end.value.code == 2


@pytest.mark.parametrize(("trouble", "code"), [(Refused("不予办理"), 1), (NotReady("请先准备站点"), 3)])
def test_trouble_ends_with_its_own_exit_code_and_a_sentence(trouble, code, monkeypatch, capsys):
    def run(arguments):
        raise trouble

    monkeypatch.setattr(verify, "run", run)
    assert command.main(["verify"]) == code
    assert str(trouble) in capsys.readouterr().err


@pytest.mark.django_db
def test_verify_is_clean_on_an_empty_site(capsys, settings, tmp_path):
    settings.PAGES_DIR = tmp_path
    assert command.main(["verify", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["clean"]
    assert {"ledger", "vault", "numbers"} <= {check["check"] for check in told["checks"]}


@pytest.mark.django_db
def test_verify_names_every_fault_and_ends_with_1(monkeypatch, capsys):
    monkeypatch.setitem(verifying._checks, "roof", ("屋顶不漏", lambda: iter(["东南角漏水"])))
    assert command.main(["verify", "--only", "roof"]) == 1
    assert "东南角漏水" in capsys.readouterr().out


@pytest.mark.django_db
def test_verify_warns_of_what_is_due_and_still_ends_with_0(monkeypatch, capsys):
    monkeypatch.setitem(verifying._reminders, "gutter", ("雨水槽", lambda: iter(["应于今日清理"])))
    assert command.main(["verify", "--only", "gutter", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["clean"]
    assert told["warnings"] == [{"check": "gutter", "title": "雨水槽", "warnings": ["应于今日清理"]}]
    assert command.main(["verify", "--only", "gutter"]) == 0
    assert "应于今日清理" in capsys.readouterr().out


@pytest.mark.django_db
def test_worker_does_what_is_due_and_stops(capsys):
    assert worker.run(SimpleNamespace(once=True, json=True)) == 0
    assert json.loads(capsys.readouterr().out)["delivered"] == 0


def test_demo_outside_demo_mode_is_refused(settings):
    settings.DEMO = False
    with pytest.raises(NotReady, match="YANGGUANG_DEMO"):
        demo.run(SimpleNamespace(json=False, if_empty=False, seed="x"))
