"""Makes or brings up to date every database and the static files. Safe to repeat; run it after every upgrade.

准备站点：建立或者升级各个数据库，收集静态文件。可以重复运行；每次升级之后运行一次。
"""

from __future__ import annotations

import argparse
import io

from django.core.management import call_command

from yangguang.base.commands.terminal import answer, say
from yangguang.base.stores import stores

NAME = "init"
HELP = "准备或者升级站点 · prepare or upgrade the site"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No arguments of its own."""


def run(arguments: argparse.Namespace) -> int:
    """Migrate every database and collect the static files."""
    prepare(quiet=arguments.json)
    ready = {"ready": True, "databases": stores()}
    answer(ready, as_json=arguments.json, lines=["站点已经就绪。 The site is ready."])
    return 0


def prepare(*, quiet: bool = False) -> None:
    """Bring every database and the static files up to date."""
    tell = (lambda _: None) if quiet else say
    for alias in stores():
        tell(f"数据库 database: {alias} …")
        call_command("migrate", database=alias, interactive=False, verbosity=0)
    tell("静态文件 static files …")
    call_command("collectstatic", interactive=False, verbosity=0, stdout=io.StringIO())
