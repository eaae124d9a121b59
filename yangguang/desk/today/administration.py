"""What keeps the site itself from working: bodies not filled in, next year's calendar, what is stuck, who has no role."""

from __future__ import annotations

from yangguang.base import calendars, local_values
from yangguang.base.addresses import address_of
from yangguang.base.components.clocks import ClockFace, ClockState
from yangguang.base.models import Delivery
from yangguang.desk.today.rows import Waiting, source
from yangguang.directory.api import Account, Role, accounts_kept_without_role, bodies_kept_by, bodies_to_complete
from yangguang.kernel import clock

AUTUMN = 11  # the State Council announces the next year's holidays about then
STUCK = 3
OPEN = ClockFace(ClockState.NOT_STARTED, "等您办理")


@source("administration")
def what_the_site_lacks(account: Account) -> list[Waiting]:
    """For the system administrator what is missing; for the security administrator who has no role yet."""
    if account.holds(Role.SECURITY_ADMINISTRATOR):
        return _bare_accounts(account)
    if account.holds(Role.SYSTEM_ADMINISTRATOR):
        return [*_open_facts(account), *_missing_values(account), *_next_year(), *_stuck()]
    return []


def _open_facts(account: Account) -> list[Waiting]:
    return [
        Waiting(
            face=OPEN, what=f"补全{one.name}的登记", under="启用时没有登记的资料", why="主体资格清单应当完整，并向社会公示",
            act="去补全", href=address_of("directory:change_body", one.public_id),
        )
        for one in bodies_to_complete(account)
    ]  # fmt: skip


def _missing_values(account: Account) -> list[Waiting]:
    working = bodies_kept_by(account).filter(accounts__isnull=False, supervises=False).exclude(category="entrusted")
    names = dict(working.values_list("public_id", "name").distinct())
    return [
        Waiting(
            face=OPEN, what=f"设定{names[ref]}的本地参数", under=f"还有 {count} 项没有设定",
            why="没有设定的，相关办案行为一律拒绝", act="去设定", href=f"{address_of('desk:local_values')}?body={ref}",
        )
        for ref, count in local_values.unset(list(names), on=clock.today()).items()
    ]  # fmt: skip


def _next_year() -> list[Waiting]:
    today = clock.today()
    if today.month < AUTUMN or calendars.in_force().known_through.year > today.year:
        return []
    return [
        Waiting(
            face=OPEN, what=f"导入{today.year + 1}年放假安排", under="通知公布以后导入，暂定的期限自动重算",
            why="期限按国务院公布的放假和调休安排计算", act="去导入", href=address_of("desk:calendar"),
        )
    ]  # fmt: skip


def _stuck() -> list[Waiting]:
    count = Delivery.objects.filter(done_at=None, attempts__gte=STUCK).count()
    if not count:
        return []
    return [
        Waiting(
            face=ClockFace(ClockState.OVERDUE, "多次没有送到"), what=f"处理 {count} 条送不到的内容",
            why="送不到的一直重试，不会丢弃", act="看后台作业", href=address_of("desk:jobs"),
        )
    ]  # fmt: skip


def _bare_accounts(account: Account) -> list[Waiting]:
    return [
        Waiting(
            face=OPEN, what=f"为{one.name}授予角色", under=one.body.name, why="账号已经开立，还没有任何角色，不能办理业务",
            act="去任职", href=address_of("directory:account", one.public_id),
        )
        for one in accounts_kept_without_role(account, clock.today())[:50]
    ]  # fmt: skip
