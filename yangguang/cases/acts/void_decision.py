"""作废决定."""

from __future__ import annotations

from typing import Any

from yangguang.base.form_fields import WrittenField
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.models import DecisionStatus
from yangguang.cases.use_cases.void_decision import void_decision
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("void_decision")
class DecisionVoidForm(ActForm):
    """Why the decision, not yet served, is voided."""

    button = "作废决定"
    done = "决定已作废，文号保留。请改正以后重新提请决定。"
    consequence = (
        "决定书作废，文号留痕、不再使用，待公开事项一并撤销；案件回到作出决定以前。改动代拟稿的，须重新法制审核。"
    )

    reason = WrittenField(
        label="作废原因", most=400, lines=True, help_text="写明哪里写错。已经送达的决定不能作废，应当撤销。"
    )

    def aside(self) -> dict[str, Any]:
        """Which decision it is."""
        rows = self.case.decisions.filter(status=DecisionStatus.DECIDED).order_by("-pk")
        return {"title": "拟作废的决定", "note": "", "rows": [("文号", one.number) for one in rows], "source": ""}

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Void it."""
        return void_decision(actor=actor, at=at, **self.told)
