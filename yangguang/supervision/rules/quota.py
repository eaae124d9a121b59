"""No evaluation counts fines: neither a plan nor a result may rank bodies or people by what they collected (APL-2021:74.3)."""

from __future__ import annotations

import re

from yangguang.kernel.refusal import Refused

CLAUSE = "APL-2021:74.3"
MONEY, RANKED = "罚款|罚没|罚没收入|罚没款", "排名|名次|指标|任务数|考核"
BY_FINES = re.compile(rf"(?:{MONEY})[^。；\n]{{0,12}}(?:{RANKED})|(?:{RANKED})[^。；\n]{{0,12}}(?:{MONEY})")


def no_quota(text: str, *, field: str) -> None:
    """Raises Refused for words that rank or set targets by fines."""
    if found := BY_FINES.search(text):
        raise Refused(
            "不得按罚没数额给单位或者个人排名。", CLAUSE, field=field, remedy=f"请删去“{found.group()[:30]}”这类内容。"
        )
