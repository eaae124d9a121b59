"""The method of a service in words, for the events of labour papers."""

from __future__ import annotations

from yangguang.cases.models import ServiceMethod
from yangguang.cases.use_cases.serve_document import ServiceFacts
from yangguang.kernel.refusal import Refused


def method_label(facts: ServiceFacts) -> str:
    """The method in words. Raises Refused for one that is not known."""
    if facts.method not in ServiceMethod.values:
        raise Refused("请选择送达方式。", "CPL-2023:87.1", field="method")
    return str(ServiceMethod(facts.method).label)
