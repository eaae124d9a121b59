"""Fill an empty draft with the rows of a list that ships with the product: all of them in one act, or none."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.catalogues.events import EditionImported
from yangguang.catalogues.lists.definition import read_code
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import Edition, Entry
from yangguang.catalogues.open_drafts import open_draft
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

BESIDE_COLUMNS = frozenset({"code", "official"})


@transaction.atomic
def fill_draft(*, edition: Edition, rows: Sequence[dict[str, Any]], actor: Actor, at: Moment) -> Edition:
    """Put every row in, checked like a typed one. Raises Refused for a draft that has rows, or for a faulty one."""
    draft = open_draft(edition, actor)
    if list_of(draft.list_kind).from_register:
        raise Refused("这份清单的条目从登记册装入。", remedy="请在草案中使用“从登记册装入”。")
    if draft.entries.exists():
        raise Refused("草案里已经有条目。", remedy="请新建一份空白草案。")
    return put_rows(draft, rows, actor=actor, at=at)


def put_rows(draft: Edition, rows: Sequence[dict[str, Any]], *, actor: Actor, at: Moment) -> Edition:
    """Write the rows of a draft that has none and tell the ledger how many, with their fingerprint."""
    definition = list_of(draft.list_kind)
    Entry.objects.bulk_create(
        Entry(
            edition=draft, code=read_code(row["code"]), position=position, official=row["official"],
            columns=definition.read({name: cell for name, cell in row.items() if name not in BESIDE_COLUMNS}),
        )
        for position, row in enumerate(rows, start=1)
    )  # fmt: skip
    written = json.dumps(list(rows), ensure_ascii=False, sort_keys=True).encode()
    ledger.record(
        EditionImported(
            draft.list_kind, definition.title, draft.version, rows=len(rows), sha256=hashlib.sha256(written).hexdigest()
        ),
        subject=draft.subject, actor=actor, at=at,
    )  # fmt: skip
    return draft
