"""What happens to people's accounts, roles and proofs of who they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yangguang.base.events import Event


@dataclass(frozen=True)
class ReviewerQualified(Event):
    """What entitles a person to review was put on record (L02)."""

    label: ClassVar[str] = "登记法制审核资格"
    told: ClassVar[str] = "{name}"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:58.2",)
    name: str
    qualification_number: str
    first_reviewed_on: date | None


@dataclass(frozen=True)
class AccountEvent(Event):
    """Something happened to one person's account."""

    told: ClassVar[str] = "{name}"
    weighty: ClassVar[bool] = False
    name: str


@dataclass(frozen=True)
class AccountOpened(AccountEvent):
    """A person was given an account."""

    label: ClassVar[str] = "开立账号"
    username: str


@dataclass(frozen=True)
class AccountChanged(AccountEvent):
    """What is written on a person's account was put right."""

    label: ClassVar[str] = "更正账号资料"
    changed: list[str]

    def summary(self) -> str:
        """Whose, and which facts."""
        return f"{self.name}：{'、'.join(self.changed)}"


@dataclass(frozen=True)
class AccountAppointed(AccountEvent):
    """A person was appointed to a role."""

    label: ClassVar[str] = "任职"
    told: ClassVar[str] = "{name}：{role}，自{starts_on}"
    role: str
    basis: str
    starts_on: date
    ends_on: date | None
    is_principal: bool


@dataclass(frozen=True)
class AppointmentEnded(AccountEvent):
    """A person no longer holds a role."""

    label: ClassVar[str] = "免去任职"
    told: ClassVar[str] = "{name}：{role}，至{ends_on}，{reason}"
    role: str
    ends_on: date
    reason: str


@dataclass(frozen=True)
class PasswordSet(AccountEvent):
    """A password was set; by the person, or by an administrator for the next sign-in only."""

    label: ClassVar[str] = "设置密码"


@dataclass(frozen=True)
class SecondFactorEnabled(AccountEvent):
    """A person bound an authenticator."""

    label: ClassVar[str] = "启用动态验证码"


@dataclass(frozen=True)
class SecondFactorReset(AccountEvent):
    """An administrator unbound a lost authenticator."""

    label: ClassVar[str] = "重置动态验证码"
    reason: str


@dataclass(frozen=True)
class WrongCodeGiven(AccountEvent):
    """Somebody signed in as this person, or about to, gave a code that is not theirs; after too many, codes are paused."""

    label: ClassVar[str] = "动态验证码输错"
    in_a_row: int
    paused: bool

    def summary(self) -> str:
        """Whose, how often, and whether codes are paused."""
        return f"{self.name}：连续第{self.in_a_row}次{'，暂停使用' if self.paused else ''}"


@dataclass(frozen=True)
class AccountLocked(AccountEvent):
    """An account may not sign in."""

    label: ClassVar[str] = "停用账号"
    told: ClassVar[str] = "{name}：{reason}"
    reason: str


@dataclass(frozen=True)
class AccountUnlocked(AccountLocked):
    """A locked account may sign in again."""

    label: ClassVar[str] = "恢复账号"


@dataclass(frozen=True)
class SignedIn(AccountEvent):
    """A person signed in."""

    label: ClassVar[str] = "登录"
    second_factor: bool
