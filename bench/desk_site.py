"""A real desk for a bench: a fresh site with people signed in, and `yangguang serve`'s web processes."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any
from urllib.parse import unquote


def prepared() -> None:
    """A fresh site, migrated, in the folder and database the environment names."""
    import django

    django.setup()
    from django.core.management import call_command

    for alias in ("default", "public"):
        call_command("migrate", database=alias, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


def session_of(account: Any) -> str:
    """The key of a session in which this person is signed in."""
    from django.contrib.sessions.backends.db import SessionStore

    session = SessionStore()
    session.update(
        {
            "_auth_user_id": str(account.pk),
            "_auth_user_backend": "yangguang.directory.backends.PasswordBackend",
            "_auth_user_hash": account.get_session_auth_hash(),
        }
    )
    session.save()
    return str(session.session_key)


def a_database(kind: str) -> Any:
    """The context in which the run's database lives: nothing to do for SQLite."""
    if kind != "postgresql":
        return nullcontext()
    from structure.postgresql import a_server as a_postgresql

    return a_postgresql()


@contextmanager
def served(workers: int) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """The web server as `yangguang serve` starts it: its port and its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "-c", "python:yangguang.base.serving.web", "-w", str(workers)]
    environment = os.environ | {"YANGGUANG_HOSTS": "127.0.0.1"}
    web = subprocess.Popen([*command, "-b", f"127.0.0.1:{port}", "config.wsgi:application"], env=environment)
    try:
        time.sleep(5)
        yield port, web
    finally:
        web.terminate()
        web.wait()


def cpu_of(web: subprocess.Popen[bytes]) -> float:
    """CPU seconds the web process and its workers have used so far."""
    family = [web.pid, *map(int, Path(f"/proc/{web.pid}/task/{web.pid}/children").read_text().split())]
    told = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in family]
    return sum(int(one[11]) + int(one[12]) for one in told) / os.sysconf("SC_CLK_TCK")


def database_cpu() -> float:
    """CPU seconds that a PostgreSQL of our own has used so far, its ended processes too; nothing for SQLite."""
    folder = os.environ.get("YANGGUANG_DATABASE_URL", "").partition("?host=")[2]
    if not folder:
        return 0.0
    head = int((Path(unquote(folder)) / "postmaster.pid").read_text().split()[0])
    family = [head, *map(int, Path(f"/proc/{head}/task/{head}/children").read_text().split())]
    told = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in family]
    own = sum(int(one[11]) + int(one[12]) for one in told)
    return (own + int(told[0][13]) + int(told[0][14])) / os.sysconf("SC_CLK_TCK")
