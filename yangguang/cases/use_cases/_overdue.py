"""A term of the agency's own that runs for one paper of several: passed, it never refuses the act, it wants the reason."""

from __future__ import annotations

from datetime import date

from yangguang.cases.models import Case, Clock
from yangguang.cases.rules.clocks import KINDS
from yangguang.cases.use_cases import run_clocks
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_days import in_words


def explain(
    case: Case, terms: tuple[str, ...], about_ref: str, told: str, at: Moment, *, done_on: date | None = None
) -> bool:
    """Whether one of these terms of a paper had passed when it was `done_on`, else by now; keeps why. Raises Refused where
    nobody said why.
    """
    rows = Clock.objects.filter(case=case, kind__in=terms, about_ref=about_ref, stopped_on=None).order_by(
        "due_on", "pk"
    )
    over = [one for one in rows if (run_clocks.due_of(one).day < done_on if done_on else run_clocks.is_over(one, at))]
    for one in over:
        if one.overdue_reason:
            continue
        if not told.strip():
            raise Refused(
                f"“{KINDS[one.kind].label}”的期限已于{in_words(run_clocks.due_of(one).day)}到期。逾期仍可办理，应当写明逾期原因。",
                one.clause, field="late_because", remedy="请填写逾期原因。",
            )  # fmt: skip
        one.overdue_reason = told.strip()[:400]
        one.save(update_fields=["overdue_reason"])
    return bool(over)
