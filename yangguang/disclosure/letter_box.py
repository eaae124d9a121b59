"""The desk's half of the letters that citizens seal: its secret is drawn from the key file that never leaves the desk."""

from __future__ import annotations

from typing import Any

from yangguang.base import letter_secret
from yangguang.base.events import SYSTEM
from yangguang.bulletin.api import (
    REPAIR,
    Letter,
    forget_senders,
    letter_taken,
    put_due_day,
    put_letter_key,
    waiting_letters,
)
from yangguang.disclosure.models import Objection, Publication
from yangguang.disclosure.objection_terms import term_of
from yangguang.disclosure.use_cases.register_objection import register_objection
from yangguang.disclosure.use_cases.register_repair import register_repair
from yangguang.kernel import letters
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


def announce_key() -> None:
    """Let the public site seal letters for this desk."""
    put_letter_key(letters.public_half(letter_secret.secret()))


def collect() -> int:
    """Take over every letter and wipe it outside; how many. One that cannot be read is left and told at the end."""
    announce_key()
    secret, taken, faults = letter_secret.secret(), 0, []
    for letter in waiting_letters():
        try:
            _take(letter, secret)
            taken += 1
        except (letters.Unreadable, Refused) as fault:
            faults.append(f"{letter.receipt}：{fault}")
    forget_senders()
    if faults:
        raise RuntimeError(f"{len(faults)} 件公示异议没有收进来：{'；'.join(faults[:5])}")
    return taken


def _take(letter: Letter, secret: bytes) -> None:
    told = letters.unseal_facts(letter.sealed, secret=secret)
    known: Any = {"told": told, "receipt": letter.receipt, "received_at": letter.received_at}
    if told.get("about") == REPAIR:
        publication = Publication.objects.filter(notice_ref=letter.notice_ref).first()
        if publication is None:
            raise Refused("没有这一份公开信息。")
        register_repair(publication_id=publication.pk, actor=SYSTEM, at=Moment.now(), **known)
    else:
        objection = register_objection(notice_ref=letter.notice_ref, actor=SYSTEM, at=Moment.now(), **known)
        put_due_day(letter.receipt, term_of(objection).due.day)
    letter_taken(letter.receipt)


def tell_due_days() -> int:
    """Until when each open objection is to be answered, worked out anew; how many changed outside."""
    rows = Objection.objects.select_related("body").filter(outcome="").order_by("pk")
    return sum(put_due_day(one.receipt, term_of(one).due.day) for one in rows)
