"""Make a draft a copy of its register as it stands today: every row in one act, and what stood in the draft before is gone."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.events import Actor
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import Edition
from yangguang.catalogues.open_drafts import open_draft
from yangguang.catalogues.use_cases.fill_draft import put_rows
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def fill_from_register(*, edition: Edition, actor: Actor, at: Moment) -> Edition:
    """Copy the register. Raises Refused for a list that is typed, or for a register that has nothing to list."""
    draft = open_draft(edition, actor)
    definition = list_of(draft.list_kind)
    if definition.from_register is None:
        raise Refused(f"{definition.title}不是从登记册装入的。", remedy="请逐条添加或者导入表格。")
    rows = definition.from_register(draft.body, at.day)
    if not rows:
        raise Refused("登记册中没有可以装入的内容。", definition.clauses, remedy="请先登记执法主体、人员和证件。")

    draft.entries.all().delete()
    return put_rows(draft, rows, actor=actor, at=at)
