"""Begin a draft edition: empty, or a copy of the one in force."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.catalogues.events import EditionDrafted
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import Edition, Entry, SampleForm
from yangguang.catalogues.policy import may_draft
from yangguang.catalogues.queries import find_in_force, open_edition, rows_in_order, sample_forms_of
from yangguang.directory.api import Body
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean


@transaction.atomic
def draft_edition(
    *, list_kind: str, body: Body, copied: bool, actor: Actor, at: Moment,
    version: str = "", source: str = "", note: str = "",
) -> Edition:  # fmt: skip
    """Begin the one draft a list of a body may have. `copied` starts from the edition in force, if there is one; a list
    copied from a register starts empty.
    """
    Body.objects.select_for_update(no_key=True).get(pk=body.pk)
    if not may_draft(actor, body):
        raise Refused("您不能起草本机关的清单。", remedy="请由本机关承办人或者法制审核人员起草。")
    existing = Edition.objects.filter(list_kind=list_kind, body=body)
    if open_edition(list_kind, body) is not None:
        raise Refused("这份清单已经有一份草案。", remedy="请继续修改那份草案，或者先放弃它。")
    version = clean(version, label="版次", most=60, field="version") or next_version(existing, at.day.year)
    if existing.filter(version=version).exists():
        raise Refused(f"版次“{version}”已经用过。", field="version", remedy="请换一个版次。")
    base = find_in_force(list_kind, body, at.day) if copied and not list_of(list_kind).from_register else None

    edition = Edition.objects.create(
        list_kind=list_kind, body=body, version=version, based_on=base,
        source=clean(source, label="来源文件", most=300, field="source"),
        note=clean(note, label="说明", most=2000, lines=True, field="note"),
        drafted_by_ref=actor.actor_ref, drafted_by_name=actor.actor_name, drafted_at=at.recorded_at,
    )  # fmt: skip
    if base is not None:
        _copy(base, edition)
    ledger.record(
        EditionDrafted(list_kind, list_of(list_kind).title, version, copied_from=base.version if base else ""),
        subject=edition.subject, actor=actor, at=at,
    )  # fmt: skip
    return edition


def _copy(base: Edition, edition: Edition) -> None:
    """The rows of the edition in force, and the sample forms beside them."""
    for row in rows_in_order(base):
        Entry.objects.create(
            edition=edition, code=row.code, position=row.position, columns=row.columns, official=row.official
        )
    for one in (one for files in sample_forms_of(base).values() for one in files):
        SampleForm.objects.create(
            edition=edition, code=one.code, title=one.title, blob=one.blob, suffix=one.suffix,
            added_on=one.added_on, added_by_name=one.added_by_name,
        )  # fmt: skip


def next_version(existing: object, year: int) -> str:
    """2026年第3版: the next number not used this year."""
    used = set(existing.values_list("version", flat=True))  # type: ignore[attr-defined]
    return next(v for n in range(1, len(used) + 2) if (v := f"{year}年第{n}版") not in used)
