"""A window board reaches the public store whenever it changes, and loses who sits there no longer (D11)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from yangguang.base.jobs import scheduled
from yangguang.base.outbox import listener
from yangguang.bulletin.api import put_board
from yangguang.directory.api import Certificate, Officer
from yangguang.directory.events import (
    CertificateDeregistered,
    CertificateIssued,
    CertificateResumed,
    CertificateSuspended,
    OfficerChanged,
    OfficerLeft,
)
from yangguang.disclosure.events import BoardWorded, WindowClosed, WindowPosted
from yangguang.disclosure.events.standing import StandingPutBack, StandingWithdrawn
from yangguang.disclosure.list_copies import is_taken_back
from yangguang.disclosure.models import BoardWindow, WindowBoard
from yangguang.kernel import clock

OF_OFFICERS = (
    OfficerLeft, OfficerChanged, CertificateIssued, CertificateSuspended, CertificateResumed, CertificateDeregistered,
)  # fmt: skip


@listener(BoardWorded, WindowPosted, WindowClosed, name="disclosure.window_board")
def board_changed(entry: Any) -> None:
    """As it is now; sent twice, it is kept once."""
    put(WindowBoard.objects.select_related("body").get(public_id=entry.facts["board_ref"]))


@listener(*OF_OFFICERS, name="disclosure.window_officer")
def officer_changed(entry: Any) -> None:
    """Somebody at a window has left, or has another certificate."""
    for board in WindowBoard.objects.filter(windows__officer__public_id=entry.subject_ref).distinct().order_by("pk"):
        put(board)


@listener(StandingWithdrawn, StandingPutBack, name="disclosure.window_taken_back")
def officer_taken_back(entry: Any) -> None:
    """Whose entry was taken back is named on no board until it is put back."""
    for board in WindowBoard.objects.filter(windows__officer__public_id=entry.subject_ref).distinct().order_by("pk"):
        put(board)


@scheduled("disclosure.window_boards", title="窗口公示牌撤下已经不在岗的人员", every=timedelta(hours=1))
def boards_of_today() -> int:
    """Every board as of today: who sat there until yesterday is not named any more; how many changed."""
    return sum(put(board) for board in WindowBoard.objects.select_related("body").order_by("pk"))


def put(board: WindowBoard) -> bool:
    """The whole board as the public may read it today; whether anything differed."""
    today = clock.today()
    windows = board.windows.filter(closed_on=None).select_related("officer").order_by("label", "pk")
    content = {
        "place": board.place, "hours": board.hours, "phone": board.phone, "complaints": board.body.complaint_phone,
        "services": board.services, "notices": board.notices, "windows": [_window(one, today) for one in windows],
    }  # fmt: skip
    return put_board(board.body.public_id, body_name=board.body.name, content=content)


def _window(window: BoardWindow, today: date) -> dict[str, Any]:
    """One window; without the person once the days are over or the officer has left."""
    officer = window.officer
    left = officer is not None and officer.left_on is not None and officer.left_on <= today
    gone = left or window.until_day < today or (officer is not None and is_taken_back(officer))
    told = {
        "label": window.label, "duties": window.duties, "kinds": window.kinds, "from": window.from_day.isoformat(),
        "until": window.until_day.isoformat(), "is_officer": officer is not None,
    }  # fmt: skip
    if gone:
        return told | {"name": "", "post": "", "staff_number": "", "number": ""}
    number = _number_of(officer, today) if officer else ""
    return told | {"name": window.name, "post": window.post, "staff_number": window.staff_number, "number": number}


def _number_of(officer: Officer, today: date) -> str:
    """The certificate that is shown: the one that holds today, else the one that held longest."""
    held = Certificate.objects.filter(officer=officer).order_by("-valid_until", "pk")
    usable = held.filter(state="active", valid_from__lte=today, valid_until__gte=today)
    shown = usable.first() or held.first()
    return shown.number if shown else ""
