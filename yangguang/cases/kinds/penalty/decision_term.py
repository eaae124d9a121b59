"""Steps by which the term of a penalty decision becomes longer, where rules of its field say so (stages-penalty P14)."""

from collections.abc import Sequence

from yangguang.cases.rules.flow import Step


def extending(where: Sequence[str]) -> tuple[Step, ...]:
    """`where` nothing has been decided yet."""
    sources = tuple(where)
    return (
        Step("request_decision_extension", "提请延长办案期限", sources, None, ("APL-2021:60",), ("case_handler",),
             ("decision_term_extendable",)),
        Step("extend_decision_term", "延长办案期限", sources, None, ("APL-2021:60",), ("agency_head",),
             ("decision_term_extendable",), ("decision_extension_approval",)),
    )  # fmt: skip
