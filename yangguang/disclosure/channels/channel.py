"""The one interface of every channel on which the public is told: e-mail, an official account, a microblog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

Steps = dict[str, str]
Keep = Callable[[Steps], None]


@dataclass(frozen=True)
class Parcel:
    """What is told. `key` never changes for the same thing told: a channel that is asked twice tells it once.

    `address` is the page on the site where all of it stands; `to` a single reader, where a channel has such;
    `headers` what travels beside it.
    """

    key: str
    title: str
    lines: tuple[str, ...]
    address: str
    to: str = ""
    headers: dict[str, str] = field(default_factory=dict)


class Busy(Exception):
    """Not now: the service is away, overloaded, or the day's quota is used up. Tried again after `pause` seconds or more."""

    def __init__(self, reason: str, *, pause: int = 0) -> None:
        self.reason, self.pause = reason, pause
        super().__init__(reason)


class NotAsked(Busy):
    """The service was not reached at all: nothing can be out."""


class Declined(Exception):
    """Not like this: trying again changes nothing until a person has put something right."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class PushChannel(Protocol):
    """A channel. Adapters keep nothing themselves and never put a key into an exception, a log or a row.

    `so_far` is what earlier tries of the same parcel left; whatever must not be done twice is given to `keep` the moment it
    is done, before the next step, so that a process that dies in between goes on and does not begin anew. Both verbs raise
    `Busy` or `Declined`, whose reasons are Chinese sentences that people at the desk read.
    """

    name: str
    label: str

    def lacks(self) -> list[str]:
        """What has to be set before the channel can be used, in words; nothing when it is ready."""

    def tell(self, parcel: Parcel, so_far: Steps, keep: Keep) -> None:
        """Tell it, once for each key."""

    def take_back(self, parcel: Parcel, so_far: Steps, keep: Keep) -> None:
        """Delete what was told where the service can; else tell that it was withdrawn. `so_far` is what telling it left."""
