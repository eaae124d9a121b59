"""Every stage table by name."""

from yangguang.cases.kinds.coercion.stages import COERCION
from yangguang.cases.kinds.labour.stages import COMPLAINT, DISPOSITION, INSTRUCTION, LEAD
from yangguang.cases.kinds.penalty.stages import PENALTY
from yangguang.cases.kinds.preservation.stages import PRESERVATION

FLOWS = {flow.name: flow for flow in (PENALTY, COMPLAINT, LEAD, INSTRUCTION, DISPOSITION, PRESERVATION, COERCION)}
