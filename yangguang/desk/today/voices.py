"""What citizens sent by the public site and nobody has dealt with; for the supervisor, what went late below."""

from __future__ import annotations

from yangguang.base.addresses import address_of
from yangguang.base.components.clocks import ClockFace, ClockState, running
from yangguang.base.components.texts import short_date
from yangguang.desk.today.rows import Waiting, source
from yangguang.directory.api import Account
from yangguang.voice.api import Voice, late_below, term_of, waiting_for


@source("voices", without_term=True)
def voices_to_settle(account: Account) -> list[Waiting]:
    """What this person may take in hand, or has."""
    return [_row(one, account) for one in waiting_for(account)]


@source("late_voices")
def voices_gone_late(account: Account) -> list[Waiting]:
    """Complaints about officers and decisions below, unanswered when their term passed."""
    return [_row(one, account, act="看经过") for one in late_below(account)]


def _row(one: Voice, account: Account, act: str = "") -> Waiting:
    term, href = term_of(one), address_of("voice:voice", one.public_id)
    face = ClockFace(ClockState.NOT_STARTED, "及时办理")
    if term:
        face = running(term.left, due_on=term.due.day, is_provisional=term.due.provisional)
    kept = one.keeper_id == account.pk
    return Waiting(
        face=face, what="办理网上来件" if kept else "认领网上来件", why=f"{short_date(one.received_on)}提交",
        clause=term.clause if term else "", number=one.receipt, party=one.kind_words, href=href, case_href=href,
        under="监督机关要求答复" if one.pressed_on else "", due_on=term.due.day if term else None,
        act=act or ("去办理" if kept else "去认领"),
    )  # fmt: skip
