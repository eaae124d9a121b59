"""Format, lint and template format hold: what `make check` asks, asked again before anything lands."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.structure.source import ROOT, templates

BIN = Path(sys.executable).parent


@pytest.mark.parametrize("command", [["format", "--check"], ["check"]], ids=" ".join)
def test_python_is_formatted_and_linted(command):
    run = subprocess.run([BIN / "ruff", *command, "--quiet", "."], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


def test_templates_are_formatted():
    pages = [str(path) for path in templates() if path.suffix == ".html"]
    command = [BIN / "djade", "--target-version", "5.2", "--check", *pages]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


def test_types_of_the_strict_parts_hold():
    command = [BIN / "mypy", "--no-error-summary", "yangguang", "config", "structure"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
