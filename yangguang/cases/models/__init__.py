"""Rows of case files."""

from yangguang.cases.models.assignment import Assignment
from yangguang.cases.models.case import Case, CaseStatus, Party
from yangguang.cases.models.clock import Clock
from yangguang.cases.models.decision import Decision, DecisionDraft
from yangguang.cases.models.step_taken import StepTaken

__all__ = ["Assignment", "Case", "CaseStatus", "Clock", "Decision", "DecisionDraft", "Party", "StepTaken"]
