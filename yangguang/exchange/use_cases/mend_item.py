"""Fill in what only people know of a row, or send one that came back up again as it is."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.exchange.events import UpwardItemMended
from yangguang.exchange.models import RowState, UpwardItem
from yangguang.exchange.policy import may_mend
from yangguang.exchange.rules.columns import PENALTIES
from yangguang.exchange.sources import items_of
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean

MEND_BACK = "请补填，或者选择按原内容再次报送；公示信息有误的，请先更正公示。"
MEND_LACKING = "请补填缺少的项；页面上没有可以补填的，按“缺项”旁写明的办法在来源补录，再重新草拟。"


@transaction.atomic
def mend_item(
    *, item: UpwardItem, added: Mapping[str, str], again: bool, note: str = "", actor: Account, at: Moment
) -> UpwardItem:
    """Keep it for the next draft. Raises Refused for an item that is taken from the files, and when nothing changes."""
    mended = UpwardItem.objects.select_for_update(of=("self",)).select_related("body", "latest").get(pk=item.pk)
    if not may_mend(actor, body_id=mended.body_id, collector_id=mended.collector_id):
        raise Refused("只有所属机关和报送机关的公示员可以处理这一行。", remedy="请本机关的公示员办理。")
    by_hand = {one.code: one for one in items_of(mended.kind, mended.body.region_code) if one.by_hand}
    kept = dict(mended.added)
    for code, text in added.items():
        if code not in by_hand:
            raise Refused("这一项取自公示信息和登记，不能在这里改。", remedy="请在它的来源更正，再重新草拟。")
        words = clean(text, label=by_hand[code].label, most=400, field=code)
        kept = {**kept, code: words} if words else {name: one for name, one in kept.items() if name != code}
    came_back = mended.latest is not None and mended.latest.state == RowState.REFUSED
    if again and not came_back:
        raise Refused("这一行没有被退回，不需要再次报送。", field="again", remedy="请刷新页面核对。")
    why = clean(note, label="说明", most=200, least=1 if again else 0, field="note")
    if kept == mended.added and not again:
        raise Refused("没有改动。", remedy=MEND_BACK if came_back else MEND_LACKING)
    mended.added, mended.again = kept, mended.again or again
    mended.save(update_fields=["added", "again"])
    what = "再次报送" if again else "补填数据项"
    ledger.record(UpwardItemMended(_named(mended), what, why), subject=mended.subject, actor=actor, at=at)
    return mended


def _named(item: UpwardItem) -> str:
    """As the ledger, which forgets nothing, names it: a penalty by its number alone."""
    return item.label.partition(" ")[0] if item.kind == PENALTIES else item.label
