"""Recordings that are to be stored, of the cases I handle; for who answers for a unit those that are late; devices out too long."""

from __future__ import annotations

from django.conf import settings

from yangguang.base.addresses import address_of
from yangguang.base.components.clocks import ClockFace, ClockState
from yangguang.cases.api import FILM_CLAUSE, AwaitedFilm, awaited, cases_visible_to
from yangguang.desk.today.rows import Waiting, source
from yangguang.directory.api import Account, Role
from yangguang.kernel import clock
from yangguang.records.api import devices_kept_by, devices_out_since, lendings_of_account


@source("films", without_term=True)
def films_to_store(account: Account) -> list[Waiting]:
    """What I filmed, or should have, with the last day to store it."""
    if not account.holds(Role.CASE_HANDLER):
        return []
    mine = cases_visible_to(account).filter(assignments__ends_on=None, assignments__officer__account=account.pk)
    return [_waiting(one) for one in awaited(mine)]


@source("late_films", without_term=True)
def late_films_of_the_unit(account: Account) -> list[Waiting]:
    """One line for the head of the unit: how many are late; the list says which."""
    if not account.holds(Role.UNIT_HEAD):
        return []
    own = cases_visible_to(account).filter(body_id=account.body_id)
    if account.unit_id:
        own = own.filter(unit_id=account.unit_id)
    count = sum(1 for one in awaited(own) if one.is_late)
    if not count:
        return []
    return [
        Waiting(
            face=ClockFace(ClockState.OVERDUE, f"{count} 项逾期"), what="督促逾期未入库的音像记录",
            under="应当记录的事项办完了，录音录像没有按期入库", why="不得自行保管；逾期未入库通知部门负责人",
            clause=FILM_CLAUSE, act="看待入库音像", href=f"{address_of('cases:films')}?view=late",
        )
    ]  # fmt: skip


@source("devices", without_term=True)
def devices_to_bring_back(account: Account) -> list[Waiting]:
    """The devices I have had for too long; for their keeper how many are out too long, and how many are not emptied."""
    since = clock.now() - settings.DEVICE_OUT_TOO_LONG
    rows = [
        Waiting(
            face=ClockFace(ClockState.NOT_STARTED, "请归还"), what=f"归还{one.device}", under=one.purpose,
            why="领用后用完归还，文件当时入库", clause="TSO-2018:av_devices", act="看设备",
            href=address_of("records:device", one.device.public_id),
        )
        for one in lendings_of_account(account).filter(taken_at__lt=since)
    ]  # fmt: skip
    kept = devices_kept_by(account)
    words = {
        f"督促归还 {devices_out_since(kept, since).count()} 台设备": "?view=long",
        f"督促 {kept.exclude(left_note='').count()} 台设备的文件入库": "?view=unfiled",
    }
    return rows + [
        Waiting(
            face=ClockFace(ClockState.NOT_STARTED, "等您督促"), what=what, under="领用超过期限，或者归还时还有文件",
            why="设备用完归还，文件按期入库", clause="TSO-2018:av_devices", act="看台账",
            href=f"{address_of('records:devices')}{query}",
        )
        for what, query in words.items()
        if " 0 " not in what
    ]  # fmt: skip


def _waiting(one: AwaitedFilm) -> Waiting:
    href = address_of("cases:case", one.case.public_id)
    return Waiting(
        face=one.face, what=f"{'、'.join(one.acts)}的音像入库", under=one.due.how, why=one.source, clause=FILM_CLAUSE,
        number=one.case.number, case_href=href, party=one.case.title, act="去上传",
        href=address_of("cases:act", one.case.public_id, "collect_evidence"), due_on=one.due.day,
    )  # fmt: skip
