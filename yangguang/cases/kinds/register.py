"""Every stage table by name, and the one the main line of a case runs on."""

from yangguang.cases.kinds.coercion.stages import COERCION
from yangguang.cases.kinds.criminal_transfer.stages import CRIMINAL_TRANSFER
from yangguang.cases.kinds.execution.stages import EXECUTION
from yangguang.cases.kinds.labour.stages import COMPLAINT, DISPOSITION, INSTRUCTION, LEAD
from yangguang.cases.kinds.major_labour_violations.stages import MAJOR_LABOUR_VIOLATIONS
from yangguang.cases.kinds.penalty.stages import PENALTY
from yangguang.cases.kinds.preservation.stages import PRESERVATION
from yangguang.cases.kinds.summary.stages import SUMMARY
from yangguang.cases.kinds.wage_arrears_sanctions.stages import WAGE_ARREARS_SANCTIONS
from yangguang.cases.models import Case, CaseKind
from yangguang.cases.rules.flow import Flow

FLOWS = {
    flow.name: flow
    for flow in (
        PENALTY, SUMMARY, COMPLAINT, LEAD, INSTRUCTION, DISPOSITION, PRESERVATION, COERCION, CRIMINAL_TRANSFER,
        WAGE_ARREARS_SANCTIONS, MAJOR_LABOUR_VIOLATIONS, EXECUTION,
    )
}  # fmt: skip
MAIN_LINES = (PENALTY, SUMMARY)


def main_flow(case: Case) -> Flow:
    """The stage table of a case's main line: of its own for a penalty on the spot, of ordinary procedure for the rest."""
    return SUMMARY if case.kind == CaseKind.SUMMARY else PENALTY
