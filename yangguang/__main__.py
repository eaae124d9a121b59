"""The `yangguang` command. Each sub-command is one module; a context adds its own by one line in COMMANDS."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

COMMANDS = (
    "yangguang.base.commands.init",
    "yangguang.base.commands.demo",
    "yangguang.directory.commands.found",
    "yangguang.base.commands.serve",
    "yangguang.base.commands.worker",
    "yangguang.base.commands.verify",
    "yangguang.base.commands.tlog",
    "yangguang.base.commands.workdays",
    "yangguang.base.commands.clauses",
    "yangguang.records.commands.import",
    "yangguang.bulletin.commands.bundle",
    "yangguang.portal.commands.static_export",
    "yangguang.disclosure.commands.redact",
    "yangguang.base.commands.duties",
)
SITES = {"both", "desk", "portal"}
CHANGE_WHAT_IS_PUBLIC = {"init", "bundle"}  # on the public site alone: everything else there only reads
DESCRIPTION = "阳光执法：行政执法公示、全过程记录、法制审核。\nYangguang: open administrative enforcement."
EXIT_CODES = """\
退出码 exit codes:
  0  完成 done
  1  发现问题，或者不予办理 faults found, or refused
  2  命令写错了 wrong usage
  3  站点还没有准备好 the site is not ready (see the message)
"""


def parser() -> argparse.ArgumentParser:
    """The whole command line, put together from the modules in COMMANDS."""
    top = argparse.ArgumentParser(
        prog="yangguang",
        description=DESCRIPTION,
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    shelf = top.add_subparsers(title="命令 commands", metavar="命令 COMMAND", required=True)
    for address in _commands_of_this_site():
        module = import_module(address)
        command = shelf.add_parser(
            module.NAME,
            help=module.HELP,
            description=f"{module.HELP}\n\n{module.__doc__}",
            epilog=EXIT_CODES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.add_argument(
            "--site", choices=sorted(SITES), help="哪一端，代替 YANGGUANG_SITES which site, instead of it"
        )
        command.add_argument("--json", action="store_true", help="输出 JSON，供程序读取 JSON output, for machines")
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    return top


def _commands_of_this_site() -> list[str]:
    """The public site alone has none of the desk's contexts, so none of their commands."""
    from django.apps import apps

    return [one for one in COMMANDS if apps.is_installed(".".join(one.split(".")[:2]))]


def _settings(words: Sequence[str]) -> str:
    """Which settings a command runs with: the public site alone has its own, and only some commands may change anything there."""
    for at, word in enumerate(words):
        told = word.removeprefix("--site=") if word.startswith("--site=") else "".join(words[at + 1 : at + 2])
        if word.startswith("--site") and told in SITES:
            os.environ["YANGGUANG_SITES"] = told
    if os.environ.get("YANGGUANG_SITES") != "portal":
        return "config.settings.base"
    return "config.settings.feeding" if CHANGE_WHAT_IS_PUBLIC & set(words[:1]) else "config.settings.portal"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", _settings(sys.argv[1:] if arguments is None else arguments))
    import django

    django.setup()

    from yangguang.base.commands.terminal import NotReady, complain
    from yangguang.kernel.refusal import Refused

    chosen = parser().parse_args(arguments)
    try:
        return int(chosen.run(chosen))
    except Refused as refusal:
        complain(str(refusal))
        return 1
    except NotReady as reason:
        complain(str(reason))
        return 3
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
