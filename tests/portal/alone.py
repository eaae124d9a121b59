"""Run the public site as a process of its own, in a folder of its own, knowing nothing of the tests' site."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FETCH = """
import json, os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.portal"
import django
from django.conf import settings
settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
django.setup()
from django.test import Client
from yangguang.kernel import clock
from datetime import datetime
told = json.load(sys.stdin)
client = Client(HTTP_HOST="localhost", REMOTE_ADDR="203.0.113.7")
answers = {}
with clock.frozen(datetime.fromisoformat(told["at"])):
    for address in told["addresses"]:
        answer = client.get(address)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        answers[address] = [answer.status_code, content.hex()]
json.dump(answers, sys.stdout)
"""


def environment(folder, **more):
    """The variables of a public site in a folder, and nothing of the tests' own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("YANGGUANG_", "DJANGO_"))}
    return kept | {"YANGGUANG_DATA_DIR": str(folder), "YANGGUANG_SITES": "portal"} | more


def run(folder, *words, **more):
    """One `yangguang` command there: exit code and everything it said."""
    command = [sys.executable, "-m", "yangguang", *map(str, words)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(folder, **more), capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


def script(folder, text, *, told=None, **more):
    """A few lines of Python there: exit code, output, errors."""
    command = [sys.executable, "-c", text]
    asked = json.dumps(told)
    return subprocess.run(
        command, cwd=ROOT, env=environment(folder, **more), input=asked, capture_output=True, text=True, check=False
    )


def fetched(folder, addresses, at, **more):
    """What that site answers at an instant: status and content by address."""
    done = script(folder, FETCH, told={"addresses": list(addresses), "at": at.isoformat()}, **more)
    assert done.returncode == 0, done.stderr
    return {address: (code, bytes.fromhex(content)) for address, (code, content) in json.loads(done.stdout).items()}
