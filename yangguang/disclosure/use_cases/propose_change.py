"""Propose to correct, take back or put back a public list, or to put an officer's entry back; a second person approves."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.directory.api import Account
from yangguang.disclosure.events.standing import TAKING_BACK
from yangguang.disclosure.list_copies import copy_of_edition, made_copy, replacements_of
from yangguang.disclosure.models import StandingChange, StandingPublication, StandingStatus
from yangguang.disclosure.rules.standing import ChangeKind, Ground
from yangguang.disclosure.use_cases._lock_standing import lock_standing, must_be_in_post, propose
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def propose_change(
    *, publication_id: int, kind: ChangeKind, reason: str, actor: Account, at: Moment, ground: str = "",
    replacements: Sequence[tuple[str, str]] = (), hides_more: bool = False,
) -> StandingChange:  # fmt: skip
    """Nothing changes in public yet. Raises Refused where nothing stands, where nothing was taken back, and for words that are
    not there or may not be put right, and of one who left.
    """
    publication = lock_standing(publication_id)
    if kind is ChangeKind.RESTORE:
        if publication.status != StandingStatus.WITHDRAWN:
            raise Refused("这条公示没有撤回，不需要恢复公开。", TAKING_BACK)
        must_be_in_post(publication, at.day)
    elif not publication.stands:
        raise Refused("这条公示不在公开，不能更正、撤回。", TAKING_BACK, remedy="请刷新页面查看它现在的状态。")
    if kind is ChangeKind.WITHDRAW and ground not in set(Ground):
        raise Refused("请选择撤回情形。", TAKING_BACK, field="ground")
    if kind is ChangeKind.CORRECT:
        _can_be_put_right(publication, replacements, hides_more=hides_more)
    return propose(
        publication, kind, reason=reason, actor=actor, at=at, ground=ground if kind is ChangeKind.WITHDRAW else "",
        replacements=replacements, hides_more=hides_more,
    )  # fmt: skip


def _can_be_put_right(
    publication: StandingPublication, replacements: Sequence[tuple[str, str]], *, hides_more: bool
) -> None:
    if publication.edition is None:
        raise Refused(
            "执法人员的信息随登记册更新，不单独更正。", TAKING_BACK,
            remedy="请在“人员与证件”中改正；不应公开的，撤回公开。",
        )  # fmt: skip
    if not replacements or not all(old for old, _ in replacements):
        raise Refused("请写明原来的文字。", TAKING_BACK, field="old", remedy="请从公开的页面中复制，一字不差。")
    if any(old == new or (not new and not hides_more) for old, new in replacements):
        raise Refused(
            "请写明更正为什么文字。", TAKING_BACK, field="new", remedy="不应公开的文字，请勾选“更正是为了隐去”。"
        )
    standing = copy_of_edition(publication)
    made = made_copy(
        publication.edition, published_on=standing.published_on,
        replacements=[*replacements_of(publication), *replacements],
    )  # fmt: skip
    left = [old for old, _ in replacements for row in made.rows if any(old in text for text in row["cells"].values())]
    if hides_more and left:
        raise Refused(
            f"“{left[0]}”还在不能更正的栏目里，隐去不完。", TAKING_BACK, field="old",
            remedy="请撤回这一版，起草新版，审定后公开。",
        )  # fmt: skip
