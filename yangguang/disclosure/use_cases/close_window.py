"""A window is not used any more: it leaves the board (D11)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.disclosure.events import WindowClosed
from yangguang.disclosure.models import BoardWindow
from yangguang.disclosure.policy import NOT_AT_THE_WINDOW, may_keep_board
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def close_window(*, window: BoardWindow, actor: Account, at: Moment) -> BoardWindow:
    """Take a window off the board. Raises Refused for a second time and for somebody else's."""
    rows = BoardWindow.objects.select_for_update(of=("self",)).select_related("board__body")
    locked = rows.get(pk=window.pk)
    if not may_keep_board(actor, locked.board.body):
        raise Refused(NOT_AT_THE_WINDOW, remedy="请联系本机关的窗口人员或者公示员。")
    if locked.closed_on is not None:
        raise Refused("这个窗口已经停用。", remedy="请查看窗口公示牌。")
    locked.closed_on = at.day
    locked.save(update_fields=["closed_on"])
    ledger.record(WindowClosed(locked.board.public_id, locked.label), subject=locked.board.subject, actor=actor, at=at)
    return locked
