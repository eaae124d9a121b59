"""Every stage table by name."""

from yangguang.cases.kinds.criminal_transfer.stages import CRIMINAL_TRANSFER
from yangguang.cases.kinds.labour.stages import COMPLAINT, DISPOSITION, INSTRUCTION, LEAD
from yangguang.cases.kinds.penalty.stages import PENALTY
from yangguang.cases.kinds.wage_arrears_sanctions.stages import WAGE_ARREARS_SANCTIONS

FLOWS = {
    flow.name: flow
    for flow in (PENALTY, COMPLAINT, LEAD, INSTRUCTION, DISPOSITION, CRIMINAL_TRANSFER, WAGE_ARREARS_SANCTIONS)
}
