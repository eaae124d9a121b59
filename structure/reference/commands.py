"""Writes the commands: what each does and takes, in Chinese and English, as `--help` says it."""

import argparse
from typing import Any

from structure.reference.markdown import head, table
from yangguang.__main__ import EXIT_CODES, parser


def page() -> str:
    """The whole page."""
    told = "每条命令都接受 `--help` 和 `--json`。Every command takes `--help` and `--json`."
    codes = "\n".join(f"    {line.strip()}" for line in EXIT_CODES.splitlines()[1:])
    written = [head("命令 Commands", source="各命令的 `--help` ", told=told), f"\n退出码 exit codes：\n\n{codes}\n"]
    return "".join([*written, *(_command(name, command) for name, command in _commands().items())])


def _commands() -> dict[str, argparse.ArgumentParser]:
    shelf: Any = next(action for action in parser()._actions if action.dest == "==SUPPRESS==" or action.choices)
    return dict(shelf.choices)


def _command(name: str, command: argparse.ArgumentParser) -> str:
    """A heading, what the command says of itself, and its arguments."""
    shelves = [action for action in command._actions if isinstance(action, argparse._SubParsersAction)]
    rows = [
        (f"`{' '.join(action.option_strings) or action.dest}`", str(action.help))
        for action in command._actions
        if action.dest not in {"help", "json"} and action not in shelves
    ]
    arguments = f"\n{table(('参数', '含义'), rows)}" if rows else ""
    told = f"\n## yangguang {name}\n\n{(command.description or '').strip()}\n{arguments}"
    return told + "".join(_command(f"{name} {word}", one) for shelf in shelves for word, one in shelf.choices.items())
