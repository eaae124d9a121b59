"""Serves the site: a web server and one job process, restarted when they die, stopped together by SIGTERM or Ctrl-C.

运行站点：网页服务和一个作业进程；进程意外结束会自动重启，收到停止信号一起退出。
"""

from __future__ import annotations

import argparse
import os
import socket
import sys
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor

from yangguang.base import public_address
from yangguang.base.commands.terminal import NotReady, say
from yangguang.base.serving import certificates
from yangguang.base.serving.certificates import Places
from yangguang.base.serving.parent import SUPERVISOR
from yangguang.base.serving.stopping import Stop
from yangguang.base.serving.supervisor import Child, Supervisor
from yangguang.base.stores import context_in, stores
from yangguang.kernel import clock

NAME = "serve"
HELP = "运行站点 · serve the site"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen and with how many processes."""
    parser.add_argument("--host", default="127.0.0.1", help="监听地址 address to listen on (127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="端口 port (8000)")
    parser.add_argument("--workers", type=int, default=2, help="网页进程数 web processes (2)")
    parser.add_argument("--tls", action="store_true", help="用 yangguang tls 制作的证书 with the certificate of `tls`")
    parser.add_argument("--certificate", type=Path, help="用另外取得的证书（PEM） with a certificate from elsewhere")
    parser.add_argument("--key", type=Path, help="另外取得的证书的密钥（PEM） and its key")


def run(arguments: argparse.Namespace) -> int:
    """Check that the site can start, then run it until it is told to stop."""
    _check_port(arguments.host, arguments.port)
    secured = secured_by(arguments)
    _check_address()
    _check_databases()
    address = f"{'https' if secured else 'http'}://{arguments.host}:{arguments.port}"
    say(f"阳光执法 Yangguang: {address}/" + (f"  ·  {address}/desk/" if settings.SITES == "both" else ""))
    return Supervisor(children_of(arguments, secured), Stop.by_signal()).run()


def children_of(arguments: argparse.Namespace, secured: Secured | None = None) -> list[Child]:
    """The processes of the site, each with what it is told by its environment."""
    bind = f"{arguments.host}:{arguments.port}"
    web = [sys.executable, "-m", "gunicorn", "--config", "python:yangguang.base.serving.web"]
    web += ["--bind", bind, "--workers", str(arguments.workers), "config.wsgi:application"]
    environment = os.environ | {SUPERVISOR: str(os.getpid())}
    if secured is not None:
        web[-1:-1] = ["--certfile", str(secured.certificate), "--keyfile", str(secured.key)]
        environment["YANGGUANG_HTTPS"] = "true"
        environment.setdefault("YANGGUANG_HOSTS", ",".join([*secured.names, "127.0.0.1", "localhost"]))
    if (
        settings.DEMO and arguments.host in public_address.THIS_MACHINE
    ):  # what is copied from a page or read by a telephone leads to where the demonstration runs
        environment.setdefault("YANGGUANG_PUBLIC_SITE_URL", f"{'https' if secured else 'http'}://{bind}")
    children = [Child("web", web, environment)]
    if settings.SITES != "portal":  # the public site has nothing to deliver
        children.append(Child("worker", [sys.executable, "-m", "yangguang", "worker"], environment))
    return children


@dataclass(frozen=True)
class Secured:
    """The certificate the server shows, its key, and for which names it speaks."""

    certificate: Path
    key: Path
    names: tuple[str, ...]


def secured_by(arguments: argparse.Namespace) -> Secured | None:
    """What the site is served with, if with TLS. Raises NotReady for files that are not there or a key others can read."""
    given = (arguments.certificate, arguments.key)
    if not arguments.tls and given == (None, None):
        return None
    places = Places(settings.DATA_DIR / "tls")
    certificate, key = (places.certificate, places.key) if given == (None, None) else given
    if certificate is None or key is None or not certificate.exists() or not key.exists():
        raise NotReady(f"没有证书或者密钥：{certificate}、{key}。请先运行 yangguang tls。 Run `yangguang tls` first.")
    if certificates.read_by_others(key):
        raise NotReady(f"密钥 {key} 别人也能读，请先 chmod 600。 Others can read the key: chmod 600 it first.")
    shown = certificates.read(certificate)
    left = shown.not_valid_after_utc - clock.now()
    if left < certificates.RENEWED_BEFORE:
        say(
            f"服务器证书只剩 {left // certificates.A_DAY} 天，请换发：yangguang tls --renew。 The certificate ends soon."
        )
    return Secured(certificate, key, tuple(certificates.names_in(shown)))


def _check_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise NotReady(
                f"无法监听 {host}:{port}（{error.strerror}），请换一个端口。 Cannot listen there; try another --port / PORT=."
            ) from error


def _check_address() -> None:
    if public_address.is_untold():
        raise NotReady(f"公示端不知道自己的网址。{public_address.REMEDY} Set YANGGUANG_PUBLIC_SITE_URL first.")


def _check_databases() -> None:
    for alias in stores():
        try:
            executor = MigrationExecutor(connections[alias])
        except DatabaseError as error:
            raise NotReady(f"数据库 {alias} 没有应答。 Database {alias} does not answer: {error}") from error
        if executor.migration_plan(executor.loader.graph.leaf_nodes(context_in(alias))):
            raise NotReady("数据库尚未准备或者升级，请先运行 yangguang init。 Run `yangguang init` first.")
        connections[alias].close()
