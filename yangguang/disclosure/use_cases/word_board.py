"""Say what a body's window board tells of the hall itself (D11): where, when, whom to ask, what can be done, notices."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account, Body
from yangguang.disclosure.events import BoardWorded
from yangguang.disclosure.models import WindowBoard
from yangguang.disclosure.policy import NOT_AT_THE_WINDOW, may_keep_board
from yangguang.disclosure.rules.boards import services_of
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean

MOST_NOTICES = 6


@transaction.atomic
def word_board(
    *, body: Body, place: str, hours: str, phone: str, services: str, notices: Sequence[str], actor: Account, at: Moment
) -> WindowBoard:
    """Make the board of a body, or change what differs. Raises Refused for somebody else's, and for what is not complete."""
    body = Body.objects.select_for_update().get(pk=body.pk)
    if not may_keep_board(actor, body):
        raise Refused(NOT_AT_THE_WINDOW, remedy="请联系本机关的窗口人员或者公示员。")
    told = {
        "place": clean(place, label="窗口地点", field="place", most=120, least=1),
        "hours": clean(hours, label="办公时间", field="hours", most=120, least=1),
        "phone": clean(phone, label="咨询电话", field="phone", most=60, least=1),
        "services": services_of(services),
        "notices": [text for one in notices if (text := clean(one, label="通知", field="notices", most=200))],
    }
    if len(told["notices"]) > MOST_NOTICES:
        raise Refused(f"通知最多{MOST_NOTICES}条。", field="notices", remedy="请删去过时的通知。")
    board = WindowBoard.objects.filter(body=body).first() or WindowBoard(body=body)
    if board.pk and all(getattr(board, name) == value for name, value in told.items()):
        raise Refused("没有改动。", remedy="请修改后再保存，或者返回。")

    for name, value in told.items():
        setattr(board, name, value)
    board.worded_on = at.day
    board.save()
    event = BoardWorded(board.public_id, str(told["place"]), len(told["services"]), len(told["notices"]))
    ledger.record(event, subject=board.subject, actor=actor, at=at)
    return board
