"""E-mail subscriptions are worked off: links to confirm every minute, the mails of the day as their hour comes."""

from __future__ import annotations

from datetime import timedelta

from yangguang.base.jobs import scheduled
from yangguang.disclosure import digest_mails


@scheduled("disclosure.confirmations", title="发出订阅确认邮件", every=timedelta(minutes=1))
def confirmations() -> int:
    """How many went out."""
    return digest_mails.send_confirmations()


@scheduled("disclosure.digests", title="发出订阅汇总邮件", every=timedelta(minutes=5))
def digest_mails_of_today() -> int:
    """How many went out."""
    return digest_mails.send_digests()
