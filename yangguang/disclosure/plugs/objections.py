"""What citizens sent in is taken over every minute; what was answered goes back to the public site."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from yangguang.base.jobs import scheduled
from yangguang.base.outbox import listener
from yangguang.bulletin.api import put_reply
from yangguang.disclosure import letter_box
from yangguang.disclosure.events import ObjectionAnswered
from yangguang.disclosure.models import Objection


@scheduled("disclosure.collect_objections", title="收取网上提交的更正申请", every=timedelta(minutes=1))
def collect_objections() -> int:
    """How many came in."""
    return letter_box.collect()


@listener(ObjectionAnswered, name="disclosure.objection_reply")
def tell_reply(entry: Any) -> None:
    """Outcome and answer for the holder of the receipt; nothing about who asked."""
    objection = Objection.objects.get(public_id=entry.facts["objection_ref"])
    reply = "\n".join(part for part in (objection.reply, objection.remedies) if part)
    put_reply(
        objection.receipt,
        outcome=objection.get_outcome_display(),
        reply=reply,
        on=objection.answered_on,  # type: ignore[arg-type]
    )
