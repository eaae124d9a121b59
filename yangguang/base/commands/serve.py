"""Serves the site: a web server and one job process, restarted when they die, stopped together by SIGTERM or Ctrl-C.

运行站点：网页服务和一个作业进程；进程意外结束会自动重启，收到停止信号一起退出。
"""

from __future__ import annotations

import argparse
import os
import socket
import sys

from django.conf import settings
from django.db import DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor

from yangguang.base import public_address
from yangguang.base.commands.terminal import NotReady, say
from yangguang.base.serving.parent import SUPERVISOR
from yangguang.base.serving.stopping import Stop
from yangguang.base.serving.supervisor import Child, Supervisor
from yangguang.base.stores import context_in, stores

NAME = "serve"
HELP = "运行站点 · serve the site"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen and with how many processes."""
    parser.add_argument("--host", default="127.0.0.1", help="监听地址 address to listen on (127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="端口 port (8000)")
    parser.add_argument("--workers", type=int, default=2, help="网页进程数 web processes (2)")


def run(arguments: argparse.Namespace) -> int:
    """Check that the site can start, then run it until it is told to stop."""
    _check_port(arguments.host, arguments.port)
    _check_address()
    _check_databases()
    address = f"http://{arguments.host}:{arguments.port}"
    say(f"阳光执法 Yangguang: {address}/" + (f"  ·  {address}/desk/" if settings.SITES == "both" else ""))
    return Supervisor(children_of(arguments), Stop.by_signal()).run()


def children_of(arguments: argparse.Namespace) -> list[Child]:
    """The processes of the site, each with what it is told by its environment."""
    bind = f"{arguments.host}:{arguments.port}"
    web = [sys.executable, "-m", "gunicorn", "--config", "python:yangguang.base.serving.web"]
    web += ["--bind", bind, "--workers", str(arguments.workers), "config.wsgi:application"]
    environment = os.environ | {SUPERVISOR: str(os.getpid())}
    if (
        settings.DEMO and arguments.host in public_address.THIS_MACHINE
    ):  # what is copied from a page or read by a telephone leads to where the demonstration runs
        environment.setdefault("YANGGUANG_PUBLIC_SITE_URL", f"http://{bind}")
    children = [Child("web", web, environment)]
    if settings.SITES != "portal":  # the public site has nothing to deliver
        children.append(Child("worker", [sys.executable, "-m", "yangguang", "worker"], environment))
    return children


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
