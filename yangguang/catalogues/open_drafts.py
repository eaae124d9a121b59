"""What every act on a draft begins with: the row locked, the person entitled, the edition still a draft."""

from __future__ import annotations

from yangguang.base.events import Actor
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import Edition
from yangguang.catalogues.policy import may_draft
from yangguang.catalogues.rules.editions import STATES, EditionState
from yangguang.kernel.refusal import Refused


def locked_edition(edition: Edition) -> Edition:
    """The edition as it stands now, locked for the rest of the transaction."""
    return Edition.objects.select_for_update(of=("self",)).select_related("body").get(pk=edition.pk)


def typed_draft(edition: Edition, actor: Actor) -> Edition:
    """The locked draft of a list that is typed. Raises Refused for one whose rows are copied from a register."""
    draft = open_draft(edition, actor)
    definition = list_of(draft.list_kind)
    if definition.from_register:
        raise Refused(
            f"{definition.title}的条目从登记册装入，不能逐条修改。", definition.clauses,
            remedy="请先改正登记册，再重新装入。",
        )  # fmt: skip
    return draft


def open_draft(edition: Edition, actor: Actor) -> Edition:
    """The locked draft. Raises Refused when the person may not draft here or it is no draft any more."""
    draft = locked_edition(edition)
    if not may_draft(actor, draft.body):
        raise Refused("您不能修改这份清单草案。", remedy="请由本机关承办人或者法制审核人员办理。")
    if not draft.is_open:
        raise Refused(
            f"{draft}{STATES[EditionState(draft.state)]}，内容不能再改。",
            "APL-2021:34",
            remedy="请另起一份草案，或者请机关负责人退回。",
        )
    return draft
