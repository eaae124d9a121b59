"""The reader socket: the contexts that own files say who may read what is in them. Unanswered means nobody may."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Answer = Callable[[Any, str], bool]
_readers: dict[str, Answer] = {}


def reader(name: str) -> Callable[[Answer], Answer]:
    """Plug a reader: the decorated function is given the account and the file reference and answers yes or no."""

    def plug(answer: Answer) -> Answer:
        _readers[name] = answer
        return answer

    return plug


def may_read(account: Any, file_ref: str) -> bool:
    """Whether any plugged context lets this person read this file."""
    return any(answer(account, file_ref) for answer in _readers.values())


@dataclass(frozen=True)
class FileFace:
    """How a file shows itself: its name and page, whether this person keeps it, and where its evidence is judged."""

    label: str
    href: str
    keeps: bool
    judging_page: str = ""


Showing = Callable[[Any, str], FileFace | None]
_faces: dict[str, Showing] = {}


def file_face(name: str) -> Callable[[Showing], Showing]:
    """Plug the face of a kind of file: the decorated function is given the account and the file reference."""

    def plug(show: Showing) -> Showing:
        _faces[name] = show
        return show

    return plug


def face_of(account: Any, file_ref: str) -> FileFace:
    """The face of a file; one nobody shows has no page and no keeper."""
    found = (shown for show in _faces.values() if (shown := show(account, file_ref)) is not None)
    return next(found, FileFace("", "", keeps=False))
