"""A desk served for real: a site of its own in a folder, one open case with its handler signed in, one web process.

As a module it makes the site the environment names and prints who is signed in.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

OCTETS = "application/offset+octet-stream"
ROOT = Path(__file__).resolve().parents[2]


def environment_in(folder: Path) -> dict[str, str]:
    """What its processes are given."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("YANGGUANG_", "DJANGO_"))}
    return kept | {"YANGGUANG_DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "config.settings.base"}


class Desk:
    """The site, its web process and what is known of it."""

    def __init__(self, folder: Path) -> None:
        self.environment = environment_in(folder)
        made = self.run("tests.builders.served_desk")
        assert made.returncode == 0, made.stderr
        self.known: dict[str, Any] = json.loads(made.stdout.splitlines()[-1])
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.web = self._started()

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """A command on the site."""
        return subprocess.run(
            [sys.executable, "-m", *words], cwd=ROOT, env=self.environment, capture_output=True, text=True
        )

    def _started(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "gunicorn", "-c", "python:yangguang.base.serving.web", "-w", "1"]
        web = subprocess.Popen(
            [*command, "-b", f"127.0.0.1:{self.port}", "config.wsgi:application"], cwd=ROOT, env=self.environment,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._wait()
        return web

    def _wait(self) -> None:
        for _ in range(300):
            try:
                with self.line() as line:
                    line.sendall(b"GET /readyz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                    if line.recv(100).startswith(b"HTTP/1.1 200"):
                        return
            except OSError:
                pass
            time.sleep(0.1)
        raise AssertionError("the desk does not answer")

    def line(self) -> socket.socket:
        """A connection."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=60)

    @property
    def worker(self) -> int:
        """The process that answers."""
        return int(Path(f"/proc/{self.web.pid}/task/{self.web.pid}/children").read_text().split()[0])

    def most_memory(self) -> int:
        """The most the web process ever held, in KiB."""
        lines = Path(f"/proc/{self.worker}/status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("VmHWM")).split()[1])

    def kill_worker(self) -> None:
        """As the power would; another one is started in its place."""
        dead = self.worker
        os.kill(dead, signal.SIGKILL)
        while (
            Path(f"/proc/{dead}").exists() or not Path(f"/proc/{self.web.pid}/task/{self.web.pid}/children").read_text()
        ):
            time.sleep(0.05)
        self._wait()

    def stop(self) -> None:
        """The end."""
        self.web.terminate()
        self.web.wait(30)

    def said(self, method: str, address: str, *, announced: int = 0, **headers: object) -> bytes:
        """The head of a request of the protocol."""
        cookies = f"sessionid={self.known['session']}; csrftoken={self.known['csrf']}"
        lines = {"Host": "127.0.0.1", "Cookie": cookies, "X-CSRFToken": self.known["csrf"], "Tus-Resumable": "1.0.0",
                 "Content-Length": announced, **{name.replace("_", "-"): value for name, value in headers.items()}}  # fmt: skip
        told = [f"{method} {address} HTTP/1.1", *(f"{name}: {value}" for name, value in lines.items()), "", ""]
        return "\r\n".join(told).encode()

    def asked(self, method: str, address: str, content: bytes = b"", **headers: object) -> tuple[int, dict[str, str]]:
        """One request on a connection of its own: the status and the headers of its answer."""
        if method == "PATCH":
            headers = {"Content_Type": OCTETS} | headers
        with self.line() as line:
            line.sendall(self.said(method, address, announced=len(content), Connection="close", **headers) + content)
            return heard(line)


def heard(line: socket.socket) -> tuple[int, dict[str, str]]:
    """The status and the headers of an answer."""
    come = b""
    while b"\r\n\r\n" not in come:
        told = line.recv(65536)
        if not told:
            break
        come += told
    first, *rest = come.partition(b"\r\n\r\n")[0].decode().split("\r\n")
    return int(first.split()[1]), dict(one.split(": ", 1) for one in rest)


def _make() -> None:
    from bench.desk_site import prepared, session_of

    prepared()
    from tests.builders.cases import an_open_case, handler_of

    case = an_open_case()
    print(json.dumps({"case": case.public_id, "session": session_of(handler_of(case)), "csrf": "a" * 32}))


if __name__ == "__main__":
    _make()
