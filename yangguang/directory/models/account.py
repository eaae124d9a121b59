"""People who sign in, and what they are appointed as."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.crypto import salted_hmac

from yangguang.base.models.fields import PublicIdField
from yangguang.directory import sealing
from yangguang.directory.models.body import Body, Unit
from yangguang.directory.rules.roles import LABELS, Role
from yangguang.kernel import clock

SESSION_SALT = "yangguang.directory.session"


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by the name people sign in with."""

    def get_by_natural_key(self, username: str | None) -> Account:
        """The account of a sign-in name."""
        return self.get(username=username)


class Account(AbstractBaseUser):
    """One person's account. What it may do comes from its appointments, never from the account itself."""

    public_id = PublicIdField()
    username = models.CharField("登录名", max_length=60, unique=True)
    name = models.CharField("姓名", max_length=60)
    body = models.ForeignKey(Body, models.PROTECT, related_name="accounts", verbose_name="机关")
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="accounts", verbose_name="内设机构"
    )
    post = models.CharField("职务", max_length=60, blank=True)
    phone = models.CharField("联系电话", max_length=40, blank=True)
    is_active = models.BooleanField("启用", default=True)
    must_change_password = models.BooleanField("须修改密码", default=False)
    totp_sealed = models.CharField("动态验证码密钥（密封）", max_length=255, blank=True)
    totp_last_step = models.BigIntegerField("上次验证码时段", default=0)
    wrong_codes = models.PositiveSmallIntegerField("连续输错验证码次数", default=0)
    codes_paused_until = models.DateTimeField("验证码暂停至", null=True, blank=True)
    session_generation = models.PositiveIntegerField("会话代次", default=0)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = AccountManager()

    personal_data = ("name", "phone", "username", "totp_sealed")
    retention = "while employed and 10 years after"

    class Meta:
        verbose_name = "账号"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.name

    def get_session_auth_hash(self) -> str:
        """What a session is tied to: the password and the generation, so that a change of role ends open sessions."""
        return salted_hmac(SESSION_SALT, f"{self.password}:{self.session_generation}", algorithm="sha256").hexdigest()

    @property
    def has_authenticator(self) -> bool:
        """Whether a code can be asked of this person."""
        return bool(self.totp_sealed)

    @property
    def totp_secret(self) -> str:
        """The secret of the authenticator, opened. Raises Refused while its key is missing."""
        return sealing.opened(self.totp_sealed)

    @totp_secret.setter
    def totp_secret(self, secret: str) -> None:
        self.totp_sealed = sealing.sealed(secret)

    @property
    def actor_ref(self) -> str:
        """How the ledger names this person."""
        return f"account:{self.public_id}"

    @property
    def actor_name(self) -> str:
        """The name that is printed."""
        return self.name

    @cached_property
    def standing(self) -> list[Appointment]:
        """Today's appointments, read once per request."""
        return list(self.appointments.standing_on(clock.today()))

    def forget_standing(self) -> None:
        """Read the appointments afresh: they have just changed."""
        self.__dict__.pop("standing", None)

    @property
    def role_names(self) -> frozenset[str]:
        """The roles held today, as plain words."""
        return frozenset(a.role for a in self.standing) if self.is_active else frozenset()

    @property
    def role_labels(self) -> str:
        """The roles held today, in Chinese."""
        return "、".join(LABELS[Role(a.role)] for a in self.standing)

    @staticmethod
    def labels_of(roles: Iterable[str]) -> str:
        """Roles in Chinese, in the order of the house: who may do what this person may not."""
        return "、".join(label for role, label in LABELS.items() if role in roles)

    def holds(self, role: str) -> bool:
        """Whether this person holds a role today."""
        return role in self.role_names

    @property
    def is_principal(self) -> bool:
        """Whether this person is the agency's principal head (正职或者主持工作的负责人)."""
        return any(a.is_principal for a in self.standing)


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    """Appointments by day."""

    def standing_on(self, day: Any) -> AppointmentQuerySet:
        """Those that stand on a legal day."""
        return self.filter(starts_on__lte=day).filter(Q(ends_on=None) | Q(ends_on__gte=day))


class Appointment(models.Model):
    """One role held by one person for a time."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="appointments", verbose_name="账号")
    role = models.CharField("角色", max_length=40, choices=[(r.value, LABELS[r]) for r in Role])
    is_principal = models.BooleanField("正职或主持工作", default=False)
    starts_on = models.DateField("任职起")
    ends_on = models.DateField("任职止", null=True, blank=True)
    basis = models.CharField("任职依据", max_length=200)

    objects = AppointmentQuerySet.as_manager()

    personal_data = ()
    retention = "permanent"

    class Meta:
        verbose_name = "任职"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.account} {self.get_role_display()}"
