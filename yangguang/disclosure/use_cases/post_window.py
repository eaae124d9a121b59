"""Say who sits at a window, from which day to which (D11): an officer with a certificate for enforcement, or other staff."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account, Officer, usable_certificates
from yangguang.disclosure.events import WindowPosted
from yangguang.disclosure.models import BoardWindow, WindowBoard
from yangguang.disclosure.policy import NOT_AT_THE_WINDOW, may_keep_board
from yangguang.disclosure.queries import officers_for
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean

MOST = 24


@transaction.atomic
def post_window(
    *, board: WindowBoard, label: str, officer: Officer | None = None, name: str = "", post: str = "",
    staff_number: str = "", duties: str, kinds: str = "", from_day: date, until_day: date, actor: Account, at: Moment,
) -> BoardWindow:  # fmt: skip
    """Put a person at a window, in the place of whoever sat there. Raises Refused for somebody else's board, for a person
    who enforces without being enrolled or usable, and for days that make no sense."""
    board = WindowBoard.objects.select_for_update(of=("self",)).select_related("body").get(pk=board.pk)
    if not may_keep_board(actor, board.body):
        raise Refused(NOT_AT_THE_WINDOW, remedy="请联系本机关的窗口人员或者公示员。")
    _days_make_sense(from_day, until_day, at.day)
    who = _officer(board, officer, from_day, kinds) if officer else _other(name, post, staff_number, kinds)
    told = who | {
        "duties": clean(duties, label="岗位职责", field="duties", most=200, least=1),
        "kinds": clean(kinds, label="执法种类", field="kinds", most=120),
        "from_day": from_day, "until_day": until_day, "officer": officer,
    }  # fmt: skip
    label = clean(label, label="窗口", field="label", most=20, least=1)
    window = board.windows.filter(label=label, closed_on=None).first()
    if window is None and board.windows.filter(closed_on=None).count() >= MOST:
        raise Refused(f"窗口最多{MOST}个。", field="label", remedy="请先停用不再使用的窗口。")
    window = window or BoardWindow(board=board, label=label)

    for field, value in told.items():
        setattr(window, field, value)
    window.save()
    event = WindowPosted(board.public_id, label, window.name, from_day, until_day)
    ledger.record(event, subject=board.subject, actor=actor, at=at)
    return window


def _days_make_sense(from_day: date, until_day: date, today: date) -> None:
    if until_day < from_day or until_day < today:
        raise Refused("在岗的最后一天早于第一天或者今天。", field="until_day", remedy="请核对日期，两天都算在内。")
    if until_day - from_day > settings.WINDOW_POSTED_AT_MOST:
        raise Refused(
            f"一次最多安排{settings.WINDOW_POSTED_AT_MOST.days}天。",
            field="until_day",
            remedy="请分段安排，人员变动时随时更新。",
        )


def _officer(board: WindowBoard, officer: Officer, from_day: date, kinds: str) -> dict[str, str]:
    """As the register says; for enforcement with a certificate that may be used on the first day."""
    known = Officer.objects.select_for_update().get(pk=officer.pk)
    if not officers_for(board.body, from_day).filter(pk=known.pk).exists():
        raise Refused("这名执法人员那时不在本机关或者受委托组织的执法岗位上。", field="officer", remedy="请重新选择。")
    if kinds.strip() and not usable_certificates(known.body, from_day).filter(officer=known).exists():
        raise Refused(
            "这名执法人员那时没有可以使用的执法证件。", "APL-2021:42.1#qualified", field="officer",
            remedy="请选择证件有效的人员，或者不填执法种类。",
        )  # fmt: skip
    return {"name": known.name, "post": known.post, "staff_number": ""}


def _other(name: str, post: str, staff_number: str, kinds: str) -> dict[str, str]:
    if kinds.strip():
        raise Refused(
            "窗口办理执法公务的，应当由持证执法人员在岗并公示证件。", "APL-2021:42.1#qualified", field="officer",
            remedy="请选择执法人员，或者不填执法种类。",
        )  # fmt: skip
    return {
        "name": clean(name, label="姓名", field="name", most=60, least=1),
        "post": clean(post, label="职务", field="post", most=60, least=1),
        "staff_number": clean(staff_number, label="工号", field="staff_number", most=40),
    }
