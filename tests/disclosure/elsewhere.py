"""One act in a process of its own, on the databases of a test: `python -m tests.disclosure.elsewhere '{…}'`.

It says that it is ready, waits until it is told to begin, and prints how the act ended: "done", or why not.
"""

import json
import os
import subprocess
import sys

from django.conf import settings
from django.db import connections

from yangguang.kernel import clock

ALIASES, FOLDERS = ("default", "public"), ("TLOG_DIR", "PAGES_DIR", "UPWARD_DIR")


def at_once(*asked):
    """Carry out acts at the same moment; each is told by its name and what it is given. How each ended."""
    known = {
        "names": {alias: str(connections[alias].settings_dict["NAME"]) for alias in ALIASES},
        "folders": {name: str(getattr(settings, name)) for name in FOLDERS},
        "now": clock.now().isoformat(),
    }
    command = [sys.executable, "-m", "tests.disclosure.elsewhere"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    bare = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_CURRENT")}
    runs = [
        subprocess.Popen([*command, json.dumps(known | {"act": act, "given": given})], env=bare, **pipes)
        for act, given in asked
    ]
    assert [run.stdout.readline() for run in runs] == ["ready\n"] * len(runs)
    for run in runs:
        run.stdin.write("\n")
        run.stdin.flush()
    return [run.communicate(timeout=300)[0].strip() for run in runs]


def main(known):
    """Be ready, wait, act."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    django.setup()
    for alias, name in known["names"].items():
        connections[alias].settings_dict["NAME"] = name
    for name, folder in known["folders"].items():
        setattr(settings, name, type(getattr(settings, name))(folder))
    print("ready", flush=True)
    sys.stdin.readline()
    with clock.frozen(clock.datetime.fromisoformat(known["now"])):
        print(_ended(known["act"], known["given"]), flush=True)


def _ended(act, given):
    from yangguang.directory.models import Account
    from yangguang.disclosure.plugs.public_log import write_log
    from yangguang.disclosure.use_cases.release_publication import release_publication
    from yangguang.disclosure.use_cases.withdraw_publication import withdraw_publication
    from yangguang.kernel.moment import Moment
    from yangguang.kernel.refusal import Refused

    try:
        if act == "write_log":
            write_log()
        else:
            verb = {"release": release_publication, "withdraw": withdraw_publication}[act]
            verb(**given | {"actor": Account.objects.get(pk=given["actor"]), "at": Moment.now()})
    except Refused as refused:
        return refused.reason
    except Exception as fault:
        return repr(fault)
    return "done"


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
