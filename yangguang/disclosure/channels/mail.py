"""The channel of e-mail: one parcel is one mail to one mailbox, through the site's own mail server and no other."""

from __future__ import annotations

import hashlib
import smtplib
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.message import sanitize_address

from yangguang.disclosure.channels.channel import Busy, Declined, Keep, Parcel, Steps
from yangguang.kernel import disk

FOR_GOOD = range(500, 600)


class MailChannel:
    """A mail cannot be taken back: what was withdrawn is told in the next one (`bulletin/digests.py`)."""

    name = "mail"
    label = "电子邮件"

    def lacks(self) -> list[str]:
        """A mail server, a sender, and the site's own address for the links."""
        told = {
            "发信服务器": settings.EMAIL_HOST,
            "发件人": settings.MAIL_FROM,
            "公示端网址": settings.PUBLIC_SITE["url"],
        }
        return [label for label, value in told.items() if not value]

    def tell(self, parcel: Parcel, so_far: Steps, keep: Keep) -> None:
        """Send it. The key is in its Message-ID: a mailbox that is sent it twice shows it once."""
        try:
            sanitize_address(parcel.to, "utf-8")
        except ValueError:
            raise Declined("收件地址不合格式。") from None
        mail = EmailMessage(
            parcel.title, "\n".join(parcel.lines), settings.MAIL_FROM, [parcel.to],
            headers={"Message-ID": _message_id(parcel.key), "Auto-Submitted": "auto-generated", **parcel.headers},
            connection=get_connection(password=disk.read_secret(settings.SMTP_PASSWORD_FILE)),
        )  # fmt: skip
        try:
            mail.send()
        except smtplib.SMTPRecipientsRefused as fault:
            codes = [code for code, _ in fault.recipients.values()]
            if codes and codes[0] in FOR_GOOD:
                raise Declined(f"收件地址被退回（{codes[0]}）。") from None
            raise Busy(f"收件服务器暂时不收（{codes[0] if codes else '无代码'}）。") from None
        except smtplib.SMTPAuthenticationError as fault:
            raise Busy(f"发信账号或者密码不对（{fault.smtp_code}）。", pause=1800) from None
        except smtplib.SMTPResponseException as fault:
            raise Busy(f"发信服务器没有接收（{fault.smtp_code}）。") from None
        except (smtplib.SMTPException, OSError) as fault:
            raise Busy(f"连接不上发信服务器（{type(fault).__name__}）。", pause=300) from None

    def take_back(self, parcel: Parcel, so_far: Steps, keep: Keep) -> None:
        """A mail that is out is out; its next one says what was withdrawn."""


def _message_id(key: str) -> str:
    host = parseaddr(settings.MAIL_FROM)[1].rpartition("@")[2] or "localhost"
    return f"<{hashlib.sha256(key.encode()).hexdigest()[:40]}@{host}>"
