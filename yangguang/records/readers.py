"""The reader socket: the contexts that own files say who may read what is in them. Unanswered means nobody may."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
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


_insiders: dict[str, Answer] = {}


def insider(name: str) -> Callable[[Answer], Answer]:
    """Plug who acts in a file himself, handles it or signs in it: the decorated function is given account and file reference."""

    def plug(answer: Answer) -> Answer:
        _insiders[name] = answer
        return answer

    return plug


def acts_in(account: Any, file_ref: str) -> bool:
    """Whether somebody sees the originals of this file without asking; everybody else needs a grant. Unanswered means no."""
    return any(answer(account, file_ref) for answer in _insiders.values())


@dataclass(frozen=True)
class FileOwner:
    """Whose a file is: its body and unit, its number and title. It says so to nobody in particular."""

    file_ref: str
    body_id: int
    unit_id: int | None
    number: str
    title: str


Owning = Callable[[str, str], FileOwner | None]
_owners: dict[str, Owning] = {}


def file_owner(name: str) -> Callable[[Owning], Owning]:
    """Plug who owns a kind of file: the decorated function is given a file reference, or an empty one and a file number."""

    def plug(tell: Owning) -> Owning:
        _owners[name] = tell
        return tell

    return plug


def owner_of(file_ref: str = "", *, number: str = "") -> FileOwner | None:
    """Whose file this is, by its reference or by the number that stands on it."""
    found = (owner for tell in _owners.values() if (owner := tell(file_ref, number)) is not None)
    return next(found, None)


@dataclass(frozen=True)
class FileFace:
    """How a file shows itself: its name and page, whether this person keeps it, where its evidence is judged and taken in."""

    label: str
    href: str
    keeps: bool
    judging_page: str = ""
    gathering_href: str = ""


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


@dataclass(frozen=True)
class FileFront:
    """What stands on the cover of a file: whose, which, about whom, from when to when, and who handled it."""

    body_name: str
    number: str
    title: str
    parties: str
    opened_on: date | None
    closed_on: date | None
    outcome: str
    handlers: tuple[str, ...]


Front = Callable[[str], FileFront | None]
_fronts: dict[str, Front] = {}


def file_front(name: str) -> Callable[[Front], Front]:
    """Plug the cover of a kind of file: the decorated function is given the file reference."""

    def plug(tell: Front) -> Front:
        _fronts[name] = tell
        return tell

    return plug


def front_of(file_ref: str) -> FileFront:
    """The cover of a file. Raises LookupError for one nobody owns: it is not bound."""
    found = (front for tell in _fronts.values() if (front := tell(file_ref)) is not None)
    front = next(found, None)
    if front is None:
        raise LookupError(f"no context owns the file {file_ref}")
    return front


Cover = Callable[[str], Callable[[str], str]]
_covers: list[Cover] = []


def covering(name: str) -> Callable[[Cover], Cover]:
    """Plug who must not be named: the decorated function is given the file reference and answers with what covers names."""

    def plug(cover: Cover) -> Cover:
        _covers.append(cover)
        return cover

    return plug


def cover_of(file_ref: str) -> Callable[[str], str]:
    """What makes the names nobody may read unreadable in a text of this file."""
    covers = [cover(file_ref) for cover in _covers]

    def covered(text: str) -> str:
        for cover in covers:
            text = cover(text)
        return text

    return covered
