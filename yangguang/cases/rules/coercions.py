"""Which papers are decisions of coercion (行政强制法 2): of which kind each is, and what it rests on."""

from __future__ import annotations

from enum import StrEnum


class CoercionKind(StrEnum):
    """A measure taken while a case is looked into, a fine added to a fine (ACL-2011:45), execution by the body itself."""

    MEASURE = "coercive_measure"
    ADDITIONAL_FINE = "additional_fine"
    EXECUTION = "own_execution"


LABELS = {
    CoercionKind.MEASURE: "行政强制措施", CoercionKind.ADDITIONAL_FINE: "加处罚款", CoercionKind.EXECUTION: "行政强制执行",
}  # fmt: skip
KIND_OF_PAPER = {
    "sealing_or_seizure_decision": CoercionKind.MEASURE, "additional_fine_decision": CoercionKind.ADDITIONAL_FINE,
    "additional_fine_sheet": CoercionKind.ADDITIONAL_FINE, "execution_decision": CoercionKind.EXECUTION,
}  # fmt: skip  # the sheet is what decided it before it had a paper of its own
ACT_OF = {CoercionKind.ADDITIONAL_FINE: "impose_additional_fine", CoercionKind.EXECUTION: "order_execution"}
BASIS = {
    CoercionKind.MEASURE: ("ACL-2011:22",), CoercionKind.ADDITIONAL_FINE: ("APL-2021:72.1.1#rate", "ACL-2011:45.1"),
    CoercionKind.EXECUTION: ("ACL-2011:37.1", "ACL-2011:46.1"),
}  # fmt: skip
