"""Deal with changes of basis: say in which edition the entries were adjusted, or why no change is needed (D02, D03)."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.catalogues.events import BasisChangesSettled
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import BasisChange, Edition
from yangguang.catalogues.policy import may_draft
from yangguang.catalogues.queries import contents, find_in_force
from yangguang.catalogues.rules.basis_changes import MUST_BE_ADJUSTED, OUTCOMES, SettlingOutcome
from yangguang.directory.api import Body
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean

LEAST_REASON = 5
CLAUSE = "GIR-2019:26"


@transaction.atomic
def settle_basis_changes(
    *, body: Body, list_kind: str, refs: Collection[str], outcome: SettlingOutcome, actor: Actor, at: Moment,
    edition: Edition | None = None, reason: str = "",
) -> list[BasisChange]:  # fmt: skip
    """Settle the changes with these references. Raises Refused for one that is settled, for an edition that does not change
    the entry, and for words alone where the entry has lost its ground.
    """
    Body.objects.select_for_update(no_key=True).get(pk=body.pk)
    if not may_draft(actor, body):
        raise Refused("您不能处理本机关清单的依据变化。", remedy="请由本机关承办人或者法制审核人员办理。")
    rows = list(
        BasisChange.objects.select_related("edition").filter(
            public_id__in=refs, body=body, list_kind=list_kind, settled_on=None
        )
    )
    if not rows or len(rows) != len(set(refs)):
        raise Refused("没有选择依据变化，或者所选的已经处理。", field="refs", remedy="请刷新页面重新选择。")
    plain = clean(reason, label="理由", most=400, lines=True, field="reason")
    if outcome is SettlingOutcome.ADJUSTED:
        _require_adjusted(rows, edition)
    else:
        edition = None
        _require_reason(rows, plain, at)

    BasisChange.objects.filter(pk__in=[row.pk for row in rows]).update(
        settled_on=at.day, outcome=outcome, adjusted_in=edition, reason=plain, settled_by_ref=actor.actor_ref,
        settled_by_name=actor.actor_name,
    )  # fmt: skip

    stands = edition or rows[0].edition
    ledger.record(
        BasisChangesSettled(
            list_kind, list_of(list_kind).title, stands.version, codes=tuple(dict.fromkeys(row.code for row in rows if row.code)),
            rests_on=tuple(dict.fromkeys(row.clause_id for row in rows)), outcome=OUTCOMES[outcome], reason=plain,
        ),
        subject=stands.subject, actor=actor, at=at,
    )  # fmt: skip
    return rows


def _require_adjusted(rows: list[BasisChange], edition: Edition | None) -> None:
    """The edition was adopted on the day of the change or later, and says something else of each entry, or nothing."""
    if edition is None:
        raise Refused("没有选择调整的版本。", CLAUSE, field="edition", remedy="请先起草并审定新版。")
    after = contents(edition)
    before = {row.edition_id: contents(row.edition) for row in rows}
    for row in rows:
        same_list = edition.is_fixed and (edition.body_id, edition.list_kind) == (row.body_id, row.list_kind)
        if (
            not same_list
            or edition.adopted_on is None
            or edition.adopted_on < row.changed_on
            or edition.pk == row.edition_id
        ):
            raise Refused(
                f"{edition}不是在{row.changed_on:%Y年%-m月%-d日}的变化以后审定的新版。", CLAUSE, field="edition",
                remedy="请选择变化以后审定的版本。",
            )  # fmt: skip
        if row.code and row.code in after and after[row.code] == before[row.edition_id].get(row.code):
            raise Refused(
                f"第{row.code}条在{edition}中与原来一样，没有调整。", CLAUSE, field="refs",
                remedy="请选择“不需要调整”并写明理由，或者另出新版。",
            )  # fmt: skip


def _require_reason(rows: list[BasisChange], reason: str, at: Moment) -> None:
    """A reason in words; an entry in force that has lost its ground cannot be kept by words."""
    if len(reason) < LEAST_REASON:
        raise Refused("不需要调整的，应当写明理由。", CLAUSE, field="reason", remedy="请写明为什么不受影响。")
    row = next((one for one in rows if one.kind in MUST_BE_ADJUSTED), None)
    standing = find_in_force(row.list_kind, row.body, at.day) if row else None
    if row is None or standing is None or standing.body_id != row.body_id:
        return
    entry = contents(standing).get(row.code)
    if row.code and entry is not None and entry == contents(row.edition).get(row.code):
        raise Refused(
            f"第{row.code}条失去了依据（{row.words}），不能只写理由。", "APL-2021:5.3", field="outcome",
            remedy="请出新版，更换依据或者删去这一条。",
        )  # fmt: skip
