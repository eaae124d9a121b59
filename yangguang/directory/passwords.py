"""Password rules with Chinese messages."""

from __future__ import annotations

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from yangguang.directory.models import Account
from yangguang.kernel.refusal import Refused


def check_password_rules(password: str, account: Account) -> None:
    """Refuse a password that the site's rules do not accept, with every reason."""
    try:
        validate_password(password, account)
    except ValidationError as fault:
        raise Refused("".join(fault.messages), field="password", remedy="请换一个密码。") from None
