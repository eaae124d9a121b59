"""What commands say: words for people, JSON for machines, progress on the side."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

Item = TypeVar("Item")


class NotReady(Exception):
    """The site cannot do this yet; the message says what to do first, in Chinese and English."""


def say(text: str = "") -> None:
    """One line for a person, on standard output."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def complain(text: str) -> None:
    """One line about what went wrong, on standard error."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def answer(value: Any, *, as_json: bool, lines: Iterable[str]) -> None:
    """Give a result: as one JSON document, or as lines for a person."""
    if as_json:
        say(json.dumps(value, ensure_ascii=False, indent=2, default=str))
    else:
        for line in lines:
            say(line)


def with_progress(items: Iterable[Item], total: int, label: str) -> Iterator[Item]:
    """Pass items through and count them on a terminal, where someone is waiting; elsewhere say it once at the end."""
    live = sys.stderr.isatty()
    done = 0
    for item in items:
        yield item
        done += 1
        if live:
            sys.stderr.write(f"\r{label} {done}/{total}")
            sys.stderr.flush()
    sys.stderr.write(f"{chr(13) if live else ''}{label} {done}/{total}\n")
