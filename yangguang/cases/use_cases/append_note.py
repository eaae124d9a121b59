"""Append a note to an archived file: the file stays as it is, the note opens or continues its continuation volume."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.deciding import NoteAppended
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

TITLE = "归档后附加说明"


@transaction.atomic
def append_note(
    *, case_id: int, about: str, words: str, actor: Account, at: Moment, seen_version: int | None = None
) -> Case:
    """Raises Refused without what it is about or without words."""
    case = lock_case(case_id, seen_version=seen_version)
    for value, field, label in ((about, "about", "所说明的材料"), (words, "words", "说明的内容")):
        if not value.strip():
            raise Refused(f"请写明{label}。", "APL-2021:47", field=field)
    keep_secret(case, {"about": about, "words": words})
    taken = take(Taking(FLOWS["penalty"], case, "append_note", actor, at))
    rows = [("所说明的材料", about.strip()), ("说明", words.strip()), ("说明人", actor.actor_name)]
    make_document(
        kind="archive_note", title=TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=short_form.sheet(case, title=TITLE, rows=rows, dated_on=at.day),
    )  # fmt: skip
    announce(taken, NoteAppended(about.strip()), actor=actor, at=at)
    return case
