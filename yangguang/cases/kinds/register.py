"""Every stage table by name."""

from yangguang.cases.kinds.criminal_transfer.stages import CRIMINAL_TRANSFER
from yangguang.cases.kinds.labour.stages import COMPLAINT, DISPOSITION, INSTRUCTION, LEAD
from yangguang.cases.kinds.penalty.stages import PENALTY

FLOWS = {flow.name: flow for flow in (PENALTY, COMPLAINT, LEAD, INSTRUCTION, DISPOSITION, CRIMINAL_TRANSFER)}
