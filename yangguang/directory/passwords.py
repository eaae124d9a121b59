"""Password rules with Chinese messages: long, not common, not one kind of character, not the sign-in name."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.password_validation import CommonPasswordValidator, validate_password
from django.core.exceptions import ValidationError

from yangguang.directory.models import Account
from yangguang.kernel.refusal import Refused

LEAST_KINDS = 2


class LongEnough:
    """A password has at least so many characters."""

    def __init__(self, least: int = 10) -> None:
        self.least = least

    def validate(self, password: str, user: Any = None) -> None:
        """Raise when it is shorter."""
        if len(password) < self.least:
            raise ValidationError(f"密码至少{self.least}位，现有{len(password)}位。")

    def get_help_text(self) -> str:
        """What the form says."""
        return f"至少{self.least}位。"


class NotCommon(CommonPasswordValidator):
    """A password is not among the twenty thousand everybody uses."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raise when it is."""
        try:
            super().validate(password, user)
        except ValidationError:
            raise ValidationError("这个密码太常见，容易被猜中。") from None

    def get_help_text(self) -> str:
        """What the form says."""
        return "不能是常见密码。"


class SeveralKinds:
    """A password mixes letters, digits and signs, at least two of the three."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raise when all characters are of one kind."""
        kinds = {"letter" if c.isalpha() else "digit" if c.isdigit() else "sign" for c in password}
        if len(kinds) < LEAST_KINDS:
            raise ValidationError("密码须有字母、数字、符号中的两种以上。")

    def get_help_text(self) -> str:
        """What the form says."""
        return "字母、数字、符号中至少两种。"


class NotTheName:
    """A password does not hold the sign-in name."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raise when it does."""
        if user is not None and user.username and user.username.lower() in password.lower():
            raise ValidationError("密码中不能有登录名。")

    def get_help_text(self) -> str:
        """What the form says."""
        return "不能含有登录名。"


def check_password_rules(password: str, account: Account) -> None:
    """Refuse a password that the site's rules do not accept, with every reason."""
    try:
        validate_password(password, account)
    except ValidationError as fault:
        raise Refused("".join(fault.messages), field="password", remedy="请换一个密码。") from None
