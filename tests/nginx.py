"""A real nginx for tests marked `nginx`, which loads the example of the documentation; a loud word where there is none."""

import getpass
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).resolve().parents[1] / "docs" / "how-to" / "nginx"
MISSING = (
    "There is no nginx here: what is asked through it is NOT tested. Install it (Debian: apt install nginx-light)."
)
PLAIN = """
pid {folder}/pid;
error_log {folder}/errors;
worker_processes 1;
{user}
events {{ worker_connections 256; }}
http {{
    include {types};
    access_log off;
    sendfile on;
    keepalive_requests 1000000;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/servers/*.conf;
}}
"""


def nginx() -> str | None:
    """Where nginx is; it often is not on the path of an ordinary user."""
    return os.environ.get("YANGGUANG_NGINX") or shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")


def insist_in_ci() -> None:
    """In CI a missing nginx is an error, never a silence."""
    if os.environ.get("CI") and not nginx():
        raise pytest.UsageError(MISSING)


def leave_out_when_missing(config, items) -> None:
    """Without nginx the tests that need it are left out."""
    if not nginx():
        asking = [item for item in items if item.get_closest_marker("nginx")]
        config.hook.pytest_deselected(items=asking)
        items[:] = [item for item in items if item not in set(asking)]


def say_what_was_left_out(reporter) -> None:
    """The loud word, at the end, where nobody overlooks it."""
    if not nginx():
        reporter.section("TESTS THROUGH NGINX DID NOT RUN", sep="!", red=True, bold=True)
        reporter.line(MISSING, red=True, bold=True)


def a_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def example(folder: Path, *, www: Path, port: int, process: str) -> None:
    """The example as somebody copies it: another port, another folder, another address of the process, nothing else."""
    changes = {"listen 80;": f"listen 127.0.0.1:{port};", "root /srv/yangguang/www;": f"root {www};",
               "server_name gongshi.example;": "server_name localhost;", "http://127.0.0.1:8000": process}  # fmt: skip
    for name in ("yangguang_files.conf", "yangguang_process.conf", "site.conf"):
        text = (EXAMPLE / name).read_text(encoding="utf-8")
        for said, instead in changes.items():
            text = text.replace(said, instead)
        target = folder / ("servers/site.conf" if name == "site.conf" else name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


@contextmanager
def running(folder: Path, ports: list[int]) -> Iterator[subprocess.Popen[bytes]]:
    """nginx over the servers that lie in folder/servers, until the block ends."""
    known = Path("/etc/nginx/mime.types")
    types = known if known.exists() else Path("mime.types")
    user = f"user {getpass.getuser()};" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(PLAIN.format(folder=folder, types=types, user=user), encoding="utf-8")
    command = [nginx() or "nginx", "-e", f"{folder}/errors", "-p", str(folder), "-c", str(folder / "nginx.conf")]
    subprocess.run([*command, "-t", "-q"], check=True, capture_output=True)
    server = subprocess.Popen([*command, "-g", "daemon off;"])
    try:
        for port in ports:
            _wait_for(port)
        yield server
    finally:
        server.terminate()
        server.wait(20)


def _wait_for(port: int) -> None:
    for _ in range(200):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(f"nginx does not listen on {port}")


def headers_of_the_example() -> dict[str, str]:
    """What the example puts above every file."""
    text = (EXAMPLE / "yangguang_files.conf").read_text(encoding="utf-8")
    return dict(re.findall(r'^add_header ([A-Za-z-]+) "([^"]+)" always;', text, re.M))
