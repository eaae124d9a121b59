"""Every stage table by name."""

from yangguang.cases.kinds.execution.stages import EXECUTION
from yangguang.cases.kinds.labour.stages import COMPLAINT, DISPOSITION, INSTRUCTION, LEAD
from yangguang.cases.kinds.penalty.stages import PENALTY

FLOWS = {flow.name: flow for flow in (PENALTY, COMPLAINT, LEAD, INSTRUCTION, DISPOSITION, EXECUTION)}
