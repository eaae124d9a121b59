"""What every act on a draft begins with: the row locked, the person entitled, the edition still a draft."""

from __future__ import annotations

from yangguang.base.events import Actor
from yangguang.catalogues.models import Edition
from yangguang.catalogues.policy import may_draft
from yangguang.catalogues.rules.editions import STATES, EditionState
from yangguang.kernel.refusal import Refused


def locked_edition(edition: Edition) -> Edition:
    """The edition as it stands now, locked for the rest of the transaction."""
    return Edition.objects.select_for_update(of=("self",)).select_related("body").get(pk=edition.pk)


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
