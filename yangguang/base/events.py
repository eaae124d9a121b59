"""What contexts announce: the base of every event, and the subject an event is about."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, ClassVar, Protocol

from yangguang.kernel.written_days import in_words


@dataclass(frozen=True)
class Subject:
    """What an act is about: its kind, its public id, the chain (the body's public id) and the case file it belongs to."""

    kind: str
    ref: str
    chain: str
    file: str = ""


class Actor(Protocol):
    """Whoever acts: an account, or the system itself."""

    @property
    def actor_ref(self) -> str:
        """Stable reference: account:<public id> or system:<name>."""
        ...

    @property
    def actor_name(self) -> str:
        """The name that is printed."""
        ...


@dataclass(frozen=True)
class SystemActor:
    """The system, where the law itself brings about an effect (T5) or a job acts."""

    name: str = "clock"

    @property
    def actor_ref(self) -> str:
        """system:<name>."""
        return f"system:{self.name}"

    @property
    def actor_name(self) -> str:
        """What the timeline shows."""
        return "系统"


SYSTEM = SystemActor()


@dataclass(frozen=True)
class Event:
    """A fact in the past tense. Subclasses are frozen dataclasses of plain values with a Chinese label.

    `told` is the line of the timeline, filled from the event's own values; `weighty` events show in the timeline's 要事
    view; `clauses` are the ids the act ran under.
    """

    label: ClassVar[str] = ""
    told: ClassVar[str] = ""
    weighty: ClassVar[bool] = True
    clauses: ClassVar[tuple[str, ...]] = ()

    def summary(self) -> str:
        """One line for the timeline. Never holds an informant's identity."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return self.told.format(**{name: in_words(v) if isinstance(v, date) else v for name, v in values.items()})

    def cited(self) -> tuple[str, ...]:
        """The clauses this very act ran under; the class's unless the instance knows better."""
        return self.clauses

    def facts(self) -> dict[str, Any]:
        """The event's values, ready for JSON."""
        return {name: plain(value) for name, value in asdict(self).items()}


def plain(value: Any) -> Any:
    """A value as canonical JSON can hold it: dates in ISO form, decimals and enums as text."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {k: plain(v) for k, v in asdict(value).items()}
    if isinstance(value, dict):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(v) for v in value]
    return value
