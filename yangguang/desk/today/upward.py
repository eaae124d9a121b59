"""What goes up and what came back: a draft to hand over, rows to mend, answers that did not come in time."""

from __future__ import annotations

from yangguang.base.addresses import address_of
from yangguang.base.components.clocks import ClockFace, ClockState
from yangguang.desk.today.rows import Waiting, source
from yangguang.directory.api import Account
from yangguang.exchange.api import of_nobody_for, waiting_upward
from yangguang.kernel import clock


@source("upward", without_term=True)
def waiting_to_go_up(account: Account) -> list[Waiting]:
    """For publishers one line a thing, however many rows it has; for who runs the site, receipts that are nobody's."""
    today, lost = clock.today(), of_nobody_for(account)
    of_nobody = [_row("及时处理", "看不出属于哪个机关的回执", f"{len(lost)} 份没有收下", "desk:jobs")] if lost else []
    told = waiting_upward(account, today)
    if told is None:
        return of_nobody
    rows = of_nobody
    if told.draft is not None and told.ready:
        rows.append(
            _row("核对后报送", "报送上级平台", f"{told.ready} 行可以报送", "exchange:batch", told.draft.public_id)
        )
    if told.to_mend:
        rows.append(_row("及时改正", "处理上报数据", f"{told.to_mend} 行缺项或者被退回", "exchange:rows"))
    if told.missing_receipts:
        rows.append(
            _row("及时索取", "缺少的回执", f"第 {'、'.join(map(str, told.missing_receipts))} 号", "exchange:batches")
        )
    if told.overtaken:
        under = f"第 {'、'.join(map(str, told.overtaken))} 批"
        rows.append(_row("及时核对", "可能没有送到的批次", under, "exchange:batches"))
    if told.put_aside:
        rows.append(_row("及时处理", "没有收下的回执", f"{told.put_aside} 份，附有理由", "exchange:batches"))
    for batch, due in told.overdue:
        late = ClockFace(ClockState.OVERDUE, f"逾期 {(today - due).days} 天", due_on=due)
        rows.append(
            Waiting(face=late, what="催上级平台答复", under=str(batch), why="报送以后没有按期收到回执", act="去核对",
                    href=address_of("exchange:batch", batch.public_id), due_on=due)
        )  # fmt: skip
    return rows


def _row(words: str, what: str, under: str, page: str, *args: str) -> Waiting:
    return Waiting(
        face=ClockFace(ClockState.NOT_STARTED, words), what=what, under=under, why="归集的信息经共享交换平台与上级对接",
        act="去办理", href=address_of(page, *args),
    )  # fmt: skip
