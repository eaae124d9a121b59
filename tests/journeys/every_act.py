"""Which test does which act, so that the act can be killed in the middle of it: `killed.txt`, and how it is done.

`python -m tests.journeys.every_act TEST …` runs these tests and adds to `killed.txt` the acts they do that it does not name yet.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random

from tests.structure.source import ROOT

TABLE = Path(__file__).with_name("killed.txt")
PLUGIN = ("-q", "-p", "no:xdist", "-p", "tests.journeys.killing")
FURTHEST = 6.5  # killed at its first statement or at its ninetieth, the early ones as often as the late
# Each file, each case is an act of its own: a death may come between two of them.
MANY_IN_ONE: set[str] = set()


def table():
    """Act → the act within which it is done, and the test that does it."""
    lines = TABLE.read_text(encoding="utf-8").splitlines() if TABLE.exists() else []
    return {act: (within, test) for act, within, test in (line.split() for line in lines)}


def a_few(number, *, day):
    """The acts whose turn it is that day: within a few weeks each has had one."""
    every = sorted(table())
    Random("in one order").shuffle(every)
    return [every[(day * number + place) % len(every)] for place in range(number)]


def killed(chosen, *, seed):
    """Kill each of these acts in the middle; what became of each: "nothing" or "whole", or else what is wrong."""
    known, told, left = table(), {}, list(chosen)
    while left:
        asked = {act: (known[act][0], int(2 ** Random(f"{act}/{seed}").uniform(0, FURTHEST))) for act in left}
        deaths = [f"--kill={act}:{within}:{number}" for act, (within, number) in asked.items()]
        found = _run(*deaths, *sorted({known[act][1] for act in left}))
        if not found:
            break
        told |= found
        left = [act for act in left if act not in told]  # the test of two acts ended with the first
    return told


def _run(*asked):
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "answer.json"
        site = {"YANGGUANG_TEST_DIR": f"{folder}/site", "YANGGUANG_TEST_SUFFIX": "_killed", "PYTHONHASHSEED": "0"}
        command = [sys.executable, "-m", "pytest", *PLUGIN, f"--killed={answer}", *asked]
        run = subprocess.run(command, cwd=ROOT, env=_bare() | site, capture_output=True, text=True)
        assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-1000:]
        return json.loads(answer.read_text(encoding="utf-8"))


def _bare():
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}


def main(*tests):
    """Learn what these tests do."""
    known = table()
    for act, found in _run("--kill-nobody", *tests).items():
        if act not in known or (known[act][0] != act and found[0] == act):
            known[act] = tuple(found)
    lines = (f"{act} {within} {test}\n" for act, (within, test) in sorted(known.items()))
    TABLE.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
