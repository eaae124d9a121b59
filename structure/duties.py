"""Writes into yangguang/base/duties.toml which tests prove which duty: those marked @pytest.mark.duty("D06")."""

from __future__ import annotations

import re
from pathlib import Path

from structure import marked

ROOT = Path(__file__).resolve().parents[1]
DUTIES = ROOT / "yangguang" / "base" / "duties.toml"


def marked_tests() -> dict[str, list[str]]:
    """Duty → the tests marked with it, as pytest names them."""
    return marked.tests_marked("duty")


def with_tests(text: str, marked: dict[str, list[str]]) -> str:
    """The duties with the tests of each written afresh; everything else stands as it is."""
    lines: list[str] = []
    duty, skipping = "", False
    for line in text.splitlines():
        if heading := re.fullmatch(r"\[([A-Z]\d+)\]", line):
            duty = heading[1]
        if line.startswith("tests = ["):
            tests = marked.get(duty, [])
            lines += ["tests = [", *(f'    "{test}",' for test in tests), "]"] if tests else ["tests = []"]
            skipping = line == "tests = ["
        elif skipping:
            skipping = line != "]"
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"


def main() -> None:
    """Bring the tests of every duty up to date."""
    DUTIES.write_text(with_tests(DUTIES.read_text(encoding="utf-8"), marked_tests()), encoding="utf-8")


if __name__ == "__main__":
    main()
