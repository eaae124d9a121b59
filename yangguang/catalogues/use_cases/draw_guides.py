"""Bring a draft of service guides in line with the matters list: one guide a matter, what the matter knows filled in (D09)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.catalogues.events import GuidesDrawn
from yangguang.catalogues.lists.definition import ListDefinition
from yangguang.catalogues.lists.plain.service_guides import FROM_MATTER
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.matters_behind import known_cells, matter_rows
from yangguang.catalogues.models import Edition, Entry
from yangguang.catalogues.open_drafts import typed_draft
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def draw_guides(*, edition: Edition, actor: Actor, at: Moment) -> Edition:
    """A new guide for each matter without one, name and basis of the others as the matter has them now, guides of matters
    that are gone taken out. What was typed stays. Raises Refused where no matters list is in force.
    """
    draft = typed_draft(edition, actor)
    definition = list_of(draft.list_kind)
    if not definition.of_matters:
        raise Refused(f"{definition.title}不是按事项编制的。", remedy="请逐条添加或者导入表格。")
    standing = matter_rows(draft.body, at.day)
    if not standing:
        raise Refused(
            "没有施行中的行政执法事项清单，不能编制服务指南。", definition.clauses, remedy="请先审定行政执法事项清单。"
        )

    kept = {row.code: row for row in draft.entries.all()}
    gone = [row.pk for code, row in kept.items() if code not in standing]
    changed = [row for code, row in kept.items() if code in standing and _takes_over(row, standing[code])]
    fresh = [_new(definition, draft, row, at) for code, row in standing.items() if code not in kept]
    draft.entries.filter(pk__in=gone).delete()
    Entry.objects.bulk_update(changed, ["columns"])
    Entry.objects.bulk_create(fresh)

    ledger.record(
        GuidesDrawn(
            draft.list_kind, definition.title, draft.version, added=len(fresh), changed=len(changed), removed=len(gone)
        ),
        subject=draft.subject, actor=actor, at=at,
    )  # fmt: skip
    return draft


def _takes_over(row: Entry, matter: Entry) -> bool:
    """Put name and basis of the matter into its guide; whether anything changed."""
    before = row.columns
    row.columns = before | {name: matter.columns[name] for name in FROM_MATTER}
    return bool(row.columns != before)


def _new(definition: ListDefinition, draft: Edition, row: Entry, at: Moment) -> Entry:
    columns = definition.read(known_cells(draft.body, row, at.day))
    return Entry(edition=draft, code=row.code, position=row.position, columns=columns, official=row.official)
