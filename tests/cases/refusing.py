"""How tests ask for a refusal: its words, its clauses, and single gates among its verdicts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from yangguang.cases.gates import Attempt, judge
from yangguang.kernel.refusal import Refused, Verdict


def refusal_of(act: Callable[..., Any], *args: Any, **kwargs: Any) -> Refused:
    """What the act was refused with."""
    with pytest.raises(Refused) as caught:
        act(*args, **kwargs)
    return caught.value


def failing(refusal: Refused) -> dict[str, Verdict]:
    """The gates that did not hold, by name."""
    return {verdict.gate: verdict for verdict in refusal.verdicts if not verdict.holds}


def asked(
    name: str, case: Any, *, act: str = "decide_penalty", actor: Any = None, at: Any = None, **given: Any
) -> Verdict:
    """What one gate answers about a case."""
    return judge((name,), Attempt(case, act, actor, at, given))[0]
